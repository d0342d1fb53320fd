// Steps of role paths that frames alone need.
import { describe, expect, it } from "vitest";
import { formsAt, at, treeIn } from "../grammar/tree.fixture.ts";
import type { Tree } from "../grammar/index.ts";
import { endsInModifier, endsInSubject, headsAt, wordsOfPath } from "./path.ts";

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

describe("the names in a phrase", () => {
  const BOYCOTT =
    "Chad NNP nsubj<condemned | condemned=condemn VBD root | the DT det<boycott | Spanish JJ amod<boycott | boycott NN obj<condemned | of IN case<wine | sweet JJ amod<wine | Chilean JJ amod<wine | wine NN nmod<boycott | imposed=impose VBN acl<boycott | by IN case<Peru | Peru NNP obl:agent<imposed | .<condemned";

  it("are those of any depth, but none of a clause about it", () =>
    expect(heads(treeIn(BOYCOTT), "condemned", "object.within")).toEqual(["Spanish", "Chilean"]));

  it("may be modifiers, as those of who acts may", () => {
    expect(["object.within", "object.modifier"].every(endsInModifier)).toBe(true);
    expect([endsInSubject("governor.subject"), endsInSubject("subject.of")]).toEqual([true, false]);
  });
});

it.each([
  ["object.of", ["of"]],
  ["object.out of", ["out", "of"]],
  ["complement.infinitive", ["to"]],
  ["governor.subject", []],
  ["object.beneath", []],
])("%s leads nowhere without %j", (path, words) => expect(wordsOfPath(path)).toEqual(words));

describe("between whom", () => {
  const talks =
    "Talks=talk NNS nsubj<resumed | on IN case<water | water NN nmod<Talks | between IN case<Iraq | Iraq NNP nmod<water | and CC cc<Syria | Syria NNP conj<Iraq | resumed=resume VBD root | .<resumed";

  it("is asked of the noun before, however far behind it the phrase is tied", () =>
    expect(heads(treeIn(talks), "Talks", "between")).toEqual(["Iraq", "Syria"]));

  it("is not so for other phrases", () => expect(heads(treeIn(talks), "Talks", "with")).toEqual([]));
});
