// Steps of role paths that frames alone need.
import { describe, expect, it } from "vitest";
import { formsAt, at, treeIn } from "../grammar/tree.fixture.ts";
import type { Tree } from "../grammar/index.ts";
import { headsAt, wordsOfPath } from "./path.ts";

const heads = (tree: Tree, form: string, path: string): readonly string[] => formsAt(tree, headsAt(tree, at(tree, form), path, new Map()));

describe("the clauses of a series", () => {
  const series = (relation: string, last: string): Tree =>
    treeIn(
      `Under IN case<pact | the DT det<pact | pact NN obl<train | troops=troop NNS nsubj<train | train VBP root | ,<fixed | tanks=tank NNS nsubj:pass<fixed | are VBP aux:pass<fixed | fixed=fix VBN ${relation}<train | ${last} | .<train`,
    );
  const sent = "and CC cc<sent | men=man NNS nsubj:pass<sent | are#2 VBP aux:pass<sent | sent=send VBN conj<fixed";

  it("are its conjuncts", () => expect(heads(series("conj", sent), "pact", "governor.and")).toEqual(["train", "fixed", "sent"]));

  it("are those too that a mere comma parts, where the series goes on", () =>
    expect(heads(series("parataxis", sent), "pact", "governor.and")).toEqual(["train", "fixed", "sent"]));

  it("are no asides", () => expect(heads(series("parataxis", "soon RB advmod<fixed"), "pact", "governor.and")).toEqual(["train"]));
});

describe("the names beneath a noun", () => {
  const barred = treeIn(
    "Oslo NNP nsubj<barred | barred=bar VBD root | visitors=visitor NNS obj<barred | from IN case<ports | ports=port NNS nmod<visitors | who WP nsubj<been | had=have VBD aux<been | been=be VBN acl:relcl<visitors | to IN case<Chad | Chad NNP obl<been | .<barred",
  );

  it("are those of clauses about it as well", () => expect(heads(barred, "barred", "object.beneath")).toEqual(["Chad"]));

  it("are none of a verb", () => expect(heads(barred, "barred", "beneath")).toEqual([]));
});

it.each([
  ["object.of", ["of"]],
  ["object.out of", ["out", "of"]],
  ["complement.infinitive", ["to"]],
  ["governor.subject", []],
  ["object.beneath", []],
])("%s leads nowhere without %j", (path, words) => expect(wordsOfPath(path)).toEqual(words));
