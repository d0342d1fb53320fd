// What is made of the network's scores: the scores are the test's own, the trees are the model's.
import { describe, expect, it } from "vitest";
import type { ActScore } from "../../language/index.ts";
import { allThere, WEIGHTS } from "../model.fixture.ts";
import { isProposed } from "./propose.ts";
import { claimsOf, endsOf } from "./scored.fixture.ts";

describe.runIf(allThere("propose.test.ts", WEIGHTS))("the network's acts", () => {
  it("are claims beside the frames', with the parties whose words have a part", async () => {
    expect(await claimsOf("Norway shrugged off Chile.", ["shrugged", "object", 0.8, ["Norway"], ["Chile"]])).toEqual(["object/net NOR -> CHL"]);
  });

  it("take parties of both sides together where the act is joint", async () => {
    expect(await claimsOf("Norway shrugged off Chile.", ["shrugged", "agree", 0.8, ["Norway"], ["Chile"]])).toEqual(["agree/net NOR CHL -> "]);
  });

  it("have the mode, the time and the sums of their own clause", async () => {
    const [claim] = await endsOf("Norway will shrug off Chile for $5 million in 2031.", [["shrug", "aid", 0.8, ["Norway"], ["Chile"]]]);
    expect(claim).toMatchObject({ mode: "planned", time: { norm: "2031" }, money: [{ amount: 5_000_000, kind: "aid" }] });
  });

  it("are none where they are not sure enough, have no party, or are told by part of a name", async () => {
    const [norway, chile] = [["Norway"], ["Chile"]];
    expect(await claimsOf("Norway shrugged off Chile.", ["shrugged", "object", 0.05, norway, chile])).toEqual([]);
    expect(await claimsOf("Norway shrugged off Chile.", ["shrugged", "object", 0.8, [], []])).toEqual([]);
    expect(await claimsOf("Norway shrugged off Chile.", ["Chile", "object", 0.8, norway, chile])).toEqual([]);
  });

  it("give way to what a frame found of the same act there, and to a surer one of their own", async () => {
    expect(await claimsOf("Norway condemned Chile.", ["condemned", "object", 0.9, ["Norway"], ["Chile"]])).toEqual([
      expect.stringMatching(/^object\/(?!net).* NOR -> CHL$/),
    ]);
    expect(
      await claimsOf(
        "Norway shrugged its shoulders at Chile.",
        ["shoulders", "object", 0.5, [], ["Chile"]],
        ["shrugged", "object", 0.8, ["Norway"], ["Chile"]],
      ),
    ).toEqual(["object/net NOR -> CHL"]);
  });

  it("stand beside another act at the same word", async () => {
    const claims = await claimsOf("Norway condemned Chile.", ["condemned", "threaten", 0.9, ["Norway"], ["Chile"]]);
    expect(claims.map((claim) => claim.split("/")[0] ?? "").sort((a, b) => a.localeCompare(b))).toEqual(["object", "threaten"]);
  });

  it("are abstentions where the text makes them a condition", async () => {
    expect(await claimsOf("If Norway shrugs off Chile, ships will sink.", ["shrugs", "object", 0.9, ["Norway"], ["Chile"]])).toEqual(["condition"]);
  });

  it("are told again where the document tells the same act of the same parties", async () => {
    const text = "Norway shrugged off Chile. Later Norway brushed Chile aside.";
    const claims = await endsOf(text, [
      ["shrugged", "object", 0.8, ["Norway"], ["Chile"]],
      ["brushed", "object", 0.7, ["Norway"], ["Chile"]],
    ]);
    expect(claims).toEqual([expect.objectContaining({ rule: "object/net", tellings: [expect.anything()] })]);
  });
});

describe("whether the network would propose anything", () => {
  it("is a matter of its surest act", () => {
    const score = (value: number): ActScore => ({ word: 0, act: "sign", score: value, actors: [], targets: [], object: [] });
    expect([[], [score(0.05)], [score(0.05), score(0.3)]].map(isProposed)).toEqual([false, false, true]);
  });
});
