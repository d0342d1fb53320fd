// What is looked at in a draft, on sentences that the model reads.
import { describe, expect, it } from "vitest";
import { unvotedIn } from "../unvoted.fixture.ts";
import { FEATURES } from "./features.ts";

type Name = (typeof FEATURES)[number];

/** The names of the features that are set in the draft of an act. */
async function setIn(text: string, act: string): Promise<ReadonlySet<string>> {
  const found = (await unvotedIn(text)).find(({ claim }) => claim.act === act);
  if (!found) throw new Error(`no ${act} in ${text}`);
  return new Set(FEATURES.filter((_, i) => found.features[i] !== 0));
}

describe("the features of a draft", () => {
  const cases: readonly (readonly [string, string, readonly Name[], readonly Name[]])[] = [
    [
      "Norway sold frigates to Chile in 2020.",
      "sell",
      ["object", "time"],
      ["noun", "said", "no actor", "no target of a directed act", "only one state on both sides"],
    ],
    ["Chile will not sign the treaty.", "sign", ["planned", "negated"], ["possible", "no target of a directed act"]],
    ["Chile received two frigates.", "deliver", ["no actor"], ["no target of a directed act"]],
    ["The minister said that Peru had cancelled the order.", "cancel", ["said", "not of the main clause"], ["noun"]],
  ];

  it.each(cases)("of %j (%s)", async (text, act, present, absent) => {
    const set = await setIn(text, act);
    expect(present.filter((name) => !set.has(name))).toEqual([]);
    expect(absent.filter((name) => set.has(name))).toEqual([]);
  });

  it("are as many as their names", async () => {
    const [one] = await unvotedIn("Norway signed a treaty with Chile.");
    expect(one?.features).toHaveLength(FEATURES.length);
  });
});
