// The other side of an act from the whole document, chosen by weights that the test gives.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ACTS, type Act } from "../claim.ts";
import type { Scene } from "../scene/index.ts";
import { sceneIn } from "../scene/scene.fixture.ts";
import { chances, CLUES, loadCounterparts, rowsOfCounterparts, withCounterparts, type Counterparts } from "./counterpart.ts";
import type { Draft } from "./draft.ts";
import { draftOf } from "./draft.fixture.ts";

const PARTS = { parties: { Norway: { id: "NOR" }, Chad: { id: "TCD" }, Poland: { id: "POL" } } };
const scene = sceneIn(
  [
    "Norway NNP nsubj<paid | paid=pay VBD root | .<paid",
    "Chad NNP nsubj<waited | waited=wait VBD root | in IN case<Poland | Poland NNP obl<waited | .<waited",
  ],
  PARTS,
);

const weights = (clues: Partial<Record<(typeof CLUES)[number], number>>, none = 0.5): Counterparts => ({
  clues: CLUES.map((name) => clues[name] ?? 0),
  none: new Map(ACTS.map((act) => [act, none])),
  least: 0.5,
});

/** Targets by id of the first draft, beside the others. */
function targets(draft: Draft, others: readonly Draft[], by: Counterparts, told: Scene = scene): string {
  const [one] = withCounterparts(
    [draft, ...others].map((each) => ({ draft: each, tellings: [] })),
    told,
    by,
  );
  return (one?.draft.targets ?? []).map(({ party }) => party.id).join();
}

const paid = draftOf("pay", { actors: ["NOR"] });
const BY_ACTS = weights({ "acts with the actor alone": 3 });

describe("the other side from afar", () => {
  it("is whom the weights choose among all whom the document names or tells of", () => {
    const sold = draftOf("sell", { actors: ["TCD"], targets: ["NOR"], match: { sentence: 1 } });
    const met = draftOf("meet", { actors: ["NOR", "POL", "TCD"], match: { sentence: 1 } });
    expect(targets(paid, [sold, met], BY_ACTS)).toBe("TCD");
    expect(targets(paid, [met], weights({ "acts with the actor": 3, "times named": 0.1 }))).toBe("");
    expect(targets(paid, [], weights({ "named in the sentence before": 9 }))).toBe("");
    expect(targets(draftOf("pay", { actors: ["POL"], match: { sentence: 1 } }), [], weights({ "named in the sentence before": 9 }))).toBe("NOR");
  });

  it("is nobody where none is likelier, and never who acts", () => {
    const sold = draftOf("sell", { actors: ["TCD"], targets: ["NOR"] });
    expect(targets(paid, [sold], { ...BY_ACTS, none: new Map([["pay", 9]]) })).toBe("");
    expect(targets(paid, [sold], { ...BY_ACTS, least: 1 })).toBe("");
    expect(targets(paid, [], weights({ "named in the sentence": 9 }))).toBe("");
  });

  it("is nobody of the act's own sentence in whom the network, which sees the act, sees no part", () => {
    const [first, second] = scene.sentences;
    if (!first || !second) throw new Error("no sentences");
    const waiting = draftOf("demand", { actors: ["TCD"], match: { sentence: 1, trigger: 1 } });
    const named = weights({ "named in the sentence": 9 });
    const seen = (word: number): string => {
      const act = { word: 1, act: "demand" as const, score: 0.9, actors: [], targets: [{ word, score: 0.3 }], object: [] };
      const tree = { ...second.tree, sentence: { ...second.tree.sentence, acts: [act] } };
      return targets(waiting, [], named, { ...scene, sentences: [first, { ...second, tree }] });
    };
    expect([targets(waiting, [], named), seen(3), seen(0)]).toEqual(["POL", "POL", ""]);
  });

  it("is left alone where it is told, or where all act together", () => {
    const sold = draftOf("sell", { actors: ["TCD"], targets: ["NOR"] });
    expect(targets(draftOf("pay", { actors: ["NOR"], targets: ["POL"] }), [sold], BY_ACTS)).toBe("POL");
    expect(targets(draftOf("meet", { actors: ["NOR"], frame: { joint: true } }), [sold], BY_ACTS)).toBe("");
  });
});

describe("the chances of the candidates", () => {
  it("leave to none what is left to one, whatever the weights", () => {
    const number = fc.double({ min: -50, max: 50, noNaN: true });
    const some = fc.array(fc.array(number, { minLength: CLUES.length, maxLength: CLUES.length }), { maxLength: 8 });
    fc.assert(
      fc.property(some, fc.array(number, { minLength: CLUES.length, maxLength: CLUES.length }), number, (all, clues, none) => {
        const likely = chances(
          "pay",
          all.map((each) => ({ clues: each })),
          { clues, none: new Map<Act, number>([["pay", none]]) },
        );
        expect(likely).toHaveLength(all.length);
        expect(likely.every((chance) => chance >= 0 && chance <= 1)).toBe(true);
        expect(likely.reduce((sum, chance) => sum + chance, 0)).toBeLessThan(1 + 1e-9);
      }),
    );
  });
});

describe("the file of the weights", () => {
  const inFolder = <T>(rows: readonly string[], use: (folder: string) => T): T => {
    const folder = mkdtempSync(join(tmpdir(), "pacta-counterparts-"));
    try {
      writeFileSync(join(folder, "counterparts.tsv"), rows.join("\n"));
      return use(folder);
    } finally {
      rmSync(folder, { recursive: true });
    }
  };

  it("is read as it is written", () => {
    expect(inFolder(["# a comment", ...rowsOfCounterparts(BY_ACTS), ""], loadCounterparts)).toEqual(BY_ACTS);
  });

  it("is refused with its place where a line is no weight or one is lacking", () => {
    const rows = rowsOfCounterparts(BY_ACTS);
    expect(() => inFolder([...rows, "has an id\tmuch"], loadCounterparts)).toThrow(/a line must be: name, weight/);
    expect(() => inFolder(rows.slice(1), loadCounterparts)).toThrow(/no weight for "acts with the actor"/);
  });

  it("may be absent: then nobody is chosen", () => {
    expect(loadCounterparts(join(tmpdir(), "pacta-no-such-folder"))).toBeUndefined();
  });
});
