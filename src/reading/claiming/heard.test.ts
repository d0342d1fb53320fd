// Objects that the network sees otherwise than the rules: the scores are the test's own, the trees are the model's.
import { describe, expect, it } from "vitest";
import { endsOf, type Told } from "../learned/scored.fixture.ts";
import { allThere, WEIGHTS } from "../model.fixture.ts";
import type { Claim } from "../claim.ts";

/** The one claim of a text. */
async function claimOf(text: string, ...told: readonly Told[]): Promise<Claim> {
  const claims = (await endsOf(text, told)).filter((end) => typeof end !== "string");
  expect(claims).toHaveLength(1);
  const [claim] = claims;
  if (!claim) throw new Error(`no claim in ${text}`);
  return claim;
}

describe.runIf(allThere("heard.test.ts", WEIGHTS))("the object, by rules and network,", () => {
  const text = "Norway suspended talks with Chile on fish.";
  const act = ["suspended", "suspend", 0.9, ["Norway"], ["Chile"]] as const;

  it("leaves the rules' object where it sees it too, or does not see the act", async () => {
    expect((await claimOf(text, [...act, ["talks"]])).object).toMatch(/^talks/);
    expect((await claimOf(text)).object).toMatch(/^talks/);
    expect((await claimOf(text, ["suspended", "suspend", 0.2, ["Norway"], ["Chile"]])).object).toMatch(/^talks/);
  });

  it("takes the object that it sees for one that it does not see, or takes none", async () => {
    const { object, spans } = await claimOf("Norway suspended Chile from the council.", [
      "suspended",
      "suspend",
      0.9,
      ["Norway"],
      ["Chile"],
      ["council"],
    ]);
    expect(object).toBe("council");
    expect(spans["object"]).toEqual({ start: 32, end: 39 });
    expect((await claimOf(text, [...act, []])).object).toBeUndefined();
  });
});
