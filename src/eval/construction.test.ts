// How gold claims are told, over hand-written trees and the package's own frames.
import { expect, test } from "vitest";
import { explainAnalysis } from "../reading/explain.ts";
import { analysisOf } from "../reading/grammar/tree.fixture.ts";
import { loadKnowledge } from "../reading/knowledge.ts";
import type { Act } from "../reading/index.ts";
import { constructionTable, toldClaims } from "./construction.ts";
import type { ToldClaim } from "./construction.ts";
import type { GoldClaim } from "./gold.ts";

const KNOWLEDGE = loadKnowledge();

interface Coded {
  readonly act: Act;
  readonly actor: string;
  readonly quote: string;
  readonly sources?: GoldClaim["sources"];
}

/** The gold claims of one notated sentence, told. */
function told(notation: string, ...coded: readonly Coded[]): ToldClaim[] {
  const analysis = analysisOf([notation]);
  const claims = coded.map(({ act, actor, quote, sources }): GoldClaim => {
    const start = analysis.document.text.indexOf(quote);
    const evidence = { start, end: start + quote.length, quote };
    return { act, mode: "actual", negated: false, actors: [{ id: actor, name: actor }], evidence, ...(sources && { sources }) };
  });
  return toldClaims({ claims }, explainAnalysis(analysis, KNOWLEDGE, { confidence: () => 0.5 }));
}

const CANCELLED =
  "Norway NNP nsubj<cancelled | cancelled=cancel VBD ccomp<said | the DT det<contract | contract NN obj<cancelled | with IN case<Poland | Poland NNP nmod<contract | ,<said | he PRP nsubj<said | said=say VBD root | .<said";
const CLAUSE = "Norway cancelled the contract with Poland";

test("a claim that was read is told by the word that triggered it", () => {
  const sources = [{ name: "he", cue: "said" }];
  expect(told(CANCELLED, { act: "cancel", actor: "NOR", quote: CLAUSE, sources })).toEqual([
    { construction: { form: "active", clause: "complement" }, headline: false, reported: true, read: true },
  ]);
});

test("a claim that was missed is told by the topmost word of its evidence that a frame of its act names", () => {
  const planned =
    "The DT det<cancellation | cancellation NN nsubj<angered | of IN case<contract | the DT det<contract | contract NN nmod<cancellation | angered=anger VBD root | Norway NNP obj<angered | .<angered";
  const [missed] = told(planned, { act: "cancel", actor: "POL", quote: "The cancellation of the contract angered Norway" });
  expect(missed).toMatchObject({ construction: { form: "noun", clause: "main" }, reported: false, read: false });
});

test("where no frame of its act names a word, it is told by the head of its evidence", () => {
  const [missed] = told(CANCELLED, { act: "sue", actor: "NOR", quote: CLAUSE });
  expect(missed).toMatchObject({ construction: { form: "active", clause: "complement" }, read: false });
});

test("each claim is counted once by its form and once by its clause, for each set and in all", () => {
  const one = { headline: false, reported: false, read: true, construction: { form: "passive", clause: "relative" } } as const;
  const printed = constructionTable([
    { name: "a", told: [one, { ...one, read: false }] },
    { name: "b", told: [{ ...one, reported: true, construction: undefined }] },
  ]);
  expect(printed).toMatch(/\| told by +\| +a \| +b \|/);
  expect(printed).toMatch(/\| passive verb +\| \.500 \(2\) \| +– \(0\) \|/);
  expect(printed).toMatch(/\| in a relative clause +\| \.500 \(2\) \| +– \(0\) \|/);
  expect(printed).toMatch(/\| active verb +\| +– \(0\) \| +– \(0\) \|/);
  expect(printed).toMatch(/\| in reported speech.*\| +– \(0\) \| 1\.000 \(1\) \|/);
  expect(printed).toMatch(/\| all +\| \.500 \(2\) \| 1\.000 \(1\) \|/);
});
