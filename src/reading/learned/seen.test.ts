// What the rules only guess of an act, held against what the network sees: the scores are the test's own, the trees are the model's.
import { describe, expect, it } from "vitest";
import { allThere, WEIGHTS } from "../model.fixture.ts";
import { claimsOf, type Told } from "./scored.fixture.ts";

describe.runIf(allThere("seen.test.ts", WEIGHTS))("a party in the phrase of what is acted on", () => {
  const text = "Norway suspended talks on a pact with Chile.";
  const suspended = async (...told: readonly Told[]): Promise<readonly string[]> =>
    (await claimsOf(text, ...told)).filter((claim) => claim.startsWith("suspend/"));

  it("is the other side where the network sees it as such, however weakly, or does not see the act", async () => {
    expect(await suspended(["suspended", "suspend", 0.9, ["Norway"], ["Chile"], [], 0.06])).toEqual([expect.stringMatching(/ NOR -> CHL$/)]);
    expect(await suspended()).toEqual([expect.stringMatching(/ NOR -> CHL$/)]);
  });

  it("is none where the network sees the act and no such part", async () => {
    expect(await suspended(["suspended", "suspend", 0.9, ["Norway"], ["talks"]])).toEqual([expect.stringMatching(/ NOR -> $/)]);
  });
});

describe.runIf(allThere("seen.test.ts", WEIGHTS))("a party that a role finds inside what is acted on", () => {
  const text = "Norway condemned the killing of Jan Berg.";
  const condemned = async (...told: readonly Told[]): Promise<readonly string[]> =>
    (await claimsOf(text, ...told)).filter((claim) => /^object\/(?!net)/.test(claim));

  it("is none where the network sees the act and no such part", async () => {
    expect(await condemned()).toEqual([expect.stringMatching(/ NOR -> Jan Berg$/)]);
    expect(await condemned(["condemned", "object", 0.9, ["Norway"], ["killing"]])).toEqual([expect.stringMatching(/ NOR -> $/)]);
  });
});
