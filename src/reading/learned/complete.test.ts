// Whom the network adds to what a frame found: the scores are the test's own, the trees are the model's.
import { describe, expect, it } from "vitest";
import { allThere, WEIGHTS } from "../model.fixture.ts";
import { claimsOf } from "./scored.fixture.ts";

describe.runIf(allThere("complete.test.ts", WEIGHTS))("parties that only the network gives", () => {
  const text = "In Chile, Norway condemned it.";
  const frame = /^object\/(?!net)/;

  it("fill a side that neither the frame nor the document filled", async () => {
    const [without] = await claimsOf(text);
    const [claim] = await claimsOf(text, ["condemned", "object", 0.8, ["Norway"], ["Chile"]]);
    expect([without, claim]).toEqual([expect.stringMatching(/ NOR -> $/), expect.stringMatching(/ NOR -> CHL$/)]);
    expect(claim).toMatch(frame);
  });

  it("are left out where the network is not sure of the act, or sees another", async () => {
    expect(await claimsOf(text, ["condemned", "object", 0.08, ["Norway"], ["Chile"]])).toEqual([expect.stringMatching(/ NOR -> $/)]);
    const claims = await claimsOf(text, ["condemned", "threaten", 0.9, ["Norway"], ["Chile"]]);
    expect(claims.filter((claim) => frame.test(claim))).toEqual([expect.stringMatching(/ NOR -> $/)]);
  });

  it("are left out where the network is not sure enough that it is done to them", async () => {
    const told = async (surely: number): Promise<readonly string[]> =>
      claimsOf(text, ["condemned", "object", 0.8, ["Norway"], ["Chile"], [], surely]);
    expect(await told(0.6)).toEqual([expect.stringMatching(/ NOR -> $/)]);
    expect(await told(0.75)).toEqual([expect.stringMatching(/ NOR -> CHL$/)]);
  });

  it("change nothing on a side that the frame filled", async () => {
    const claims = await claimsOf("In Chile, Norway condemned Peru.", ["condemned", "object", 0.9, ["Chile"], ["Chile"]]);
    expect(claims.filter((claim) => frame.test(claim))).toEqual([expect.stringMatching(/ NOR -> PER$/)]);
  });
});
