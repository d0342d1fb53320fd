// From hand-written trees, without the model, through all steps to claims; knowledge is the package's own.
import { describe, expect, it } from "vitest";
import type { NameType } from "../language/index.ts";
import { claimSchema, type Reading } from "./claim.ts";
import { analysisOf } from "./grammar/tree.fixture.ts";
import { loadKnowledge } from "./knowledge.ts";
import { readAnalysis } from "./read.ts";

const KNOWLEDGE = loadKnowledge();

interface Setting {
  readonly day?: string;
  readonly heading?: string;
  readonly names?: Readonly<Record<string, NameType>>;
  readonly scope?: string;
}

function read(notations: readonly string[], { day, heading, names = {}, scope }: Setting = {}): Reading {
  const analysis = analysisOf(notations, names);
  const document = {
    ...analysis.document,
    ...(day !== undefined && { published: { day, basis: "caller" as const } }),
    ...(heading !== undefined && { heading }),
  };
  return readAnalysis({ ...analysis, document }, KNOWLEDGE, { confidence: () => 0.5, ...(scope !== undefined && { scope }) });
}

/** `act mode[-] actors > targets: evidence` of each claim. */
function lines({ claims }: Reading): string[] {
  const ids = (parties: Reading["claims"][number]["actors"]): string => parties.map((p) => p.id ?? p.name).join(",");
  return claims.map((c) => `${c.act} ${c.mode}${c.negated ? "-" : ""} ${ids(c.actors)} > ${ids(c.targets)}: ${c.evidence.quote}`);
}

const CANCELLED =
  "Norway NNP nsubj<cancelled | cancelled=cancel VBD root | the DT det<contract | contract NN obj<cancelled | with IN case<Poland | Poland NNP nmod<contract";
const MET = "Norway NNP nsubj<met | met=meet VBD root | Poland NNP obj<met | in IN case<Oslo | Oslo NNP obl<met | .<met";

describe("a reading", () => {
  it("gives an act with its parties, object, reason and time", () => {
    const reading = read([
      `${CANCELLED} | in IN case<2010 | 2010 CD obl<cancelled | because IN case<cost | of IN fixed<because | its PRP$ nmod:poss<cost | cost NN obl<cancelled | .<cancelled`,
    ]);
    expect(lines(reading)).toEqual(["cancel actual NOR > POL: Norway cancelled the contract with Poland in 2010 because of its cost"]);
    expect(reading.claims[0]).toMatchObject({
      object: "contract with Poland",
      reason: "its cost",
      time: { norm: "2010", basis: "stated" },
      sources: [],
      rule: expect.stringMatching(/^cancel\//),
    });
  });

  it("gives what is said with who says it", () => {
    const reading = read(
      [
        `Jan NNP nsubj<said | Nowak NNP flat<Jan | said=say VBD root | that IN mark<cancelled | ${CANCELLED.replace("VBD root", "VBD ccomp<said")} | .<said`,
      ],
      { names: { "Jan Nowak": "PER" } },
    );
    expect(lines(reading)).toEqual(["cancel actual NOR > POL: Norway cancelled the contract with Poland"]);
    expect(reading.claims[0]?.sources).toEqual([{ name: "Jan Nowak", cue: "said" }]);
  });

  it("gives what is denied as negated, the denier as source", () => {
    const reading = read([
      `Norway NNP nsubj<denied | denied=deny VBD root | that IN mark<cancelled | it PRP nsubj<cancelled | cancelled=cancel VBD ccomp<denied | the DT det<contract | contract NN obj<cancelled | with IN case<Poland | Poland NNP nmod<contract | .<denied`,
    ]);
    expect(lines(reading)).toEqual(["cancel actual- NOR > POL: it cancelled the contract with Poland"]);
    expect(reading.claims[0]?.sources.map((s) => s.name)).toEqual(["Norway"]);
  });

  it("gives two claims of a contract that is signed to sell", () => {
    const reading = read([
      "Norway NNP nsubj<signed | and CC cc<Poland | Poland NNP conj<Norway | signed=sign VBD root | a DT det<treaty | treaty NN obj<signed | and CC cc<cancelled | cancelled=cancel VBD conj<signed | a DT det<contract | contract NN obj<cancelled | .<signed",
    ]);
    expect(lines(reading)).toEqual(["sign actual NOR,POL > : Norway and Poland signed a treaty", "cancel actual NOR,POL > : cancelled a contract"]);
  });

  it("finds the two countries in the sentence before, and in the heading", () => {
    const two =
      "The DT det<countries | two CD nummod<countries | countries=country NNS nsubj<signed | signed=sign VBD root | a DT det<treaty | treaty NN obj<signed | .<signed";
    expect(lines(read([MET, two])).at(-1)).toBe("sign actual NOR,POL > : The two countries signed a treaty");
    expect(lines(read([two], { heading: "Norway and Poland" }))).toEqual(["sign actual NOR,POL > : The two countries signed a treaty"]);
    expect(lines(read([two]))).toEqual([]);
  });

  it("gives the same act told twice as one claim with its other telling", () => {
    const { claims } = read([
      `${CANCELLED} | .<cancelled`,
      `${CANCELLED} | because IN case<cost | of IN fixed<because | its PRP$ nmod:poss<cost | cost NN obl<cancelled | .<cancelled`,
    ]);
    expect(claims).toHaveLength(1);
    expect(claims[0]?.evidence.quote).toContain("because of its cost");
    expect(claims[0]?.tellings.map((t) => t.quote)).toEqual(["Norway cancelled the contract with Poland"]);
  });

  it("resolves the day of a report", () => {
    const { claims } = read([`${CANCELLED} | on IN case<Tuesday | Tuesday NNP obl<cancelled | .<cancelled`], { day: "2015-01-22" });
    expect(claims[0]?.time).toEqual({ norm: "2015-01-20", basis: "anchored" });
  });
});

describe("what is no claim", () => {
  it("is listed with its reason and its words", () => {
    const nobody = read([
      "Protesters=protester NNS nsubj<cancelled | cancelled=cancel VBD root | the DT det<contract | contract NN obj<cancelled | .<cancelled",
    ]);
    expect(nobody.claims).toEqual([]);
    expect(nobody.abstained).toEqual([
      { reason: "no-party", act: "cancel", mode: "actual", start: 0, end: 33, quote: "Protesters cancelled the contract" },
    ]);
    const condition = read([
      "If IN mark<signs | Norway NNP nsubj<signs | signs=sign VBZ advcl<pleased | the DT det<treaty | treaty NN obj<signs | ,<signs | Poland NNP nsubj<pleased | is=be VBZ cop<pleased | pleased JJ root | .<pleased",
    ]);
    expect(condition.abstained.map((a) => [a.act, a.reason])).toEqual([["sign", "condition"]]);
  });

  it("is listed also where a speaker leaves it out", () => {
    const silent = read([
      "Norway NNP nsubj<mention | did=do VBD aux<mention | not RB advmod<mention | mention VB root | the DT det<sale | sale NN obj<mention | of IN case<tanks | tanks=tank NNS nmod<sale | .<mention",
    ]);
    expect(silent.claims).toEqual([]);
    expect(silent.abstained.map((a) => a.reason)).toEqual(["not-mentioned-by-speaker"]);
  });
});

describe("every reading", () => {
  const NOTATIONS = [
    MET,
    `${CANCELLED} | .<cancelled`,
    "It PRP nsubj<signed | also RB advmod<signed | signed=sign VBD root | a DT det<treaty | treaty NN obj<signed | with IN case<Chad | Chad NNP nmod<treaty | .<signed",
  ];

  it("gives claims that pass the contract, quote the text and have an id each", () => {
    const reading = read(NOTATIONS);
    const { text } = analysisOf(NOTATIONS).document;
    expect(reading.claims.length).toBeGreaterThan(2);
    for (const claim of reading.claims) {
      expect(claimSchema.parse(claim)).toEqual(claim);
      for (const quote of [claim.evidence, ...claim.tellings]) expect(text.slice(quote.start, quote.end)).toBe(quote.quote);
      for (const span of Object.values(claim.spans)) expect(span.start >= 0 && span.start < span.end && span.end <= text.length).toBe(true);
    }
    expect(new Set(reading.claims.map((c) => c.id)).size).toBe(reading.claims.length);
  });

  it("is the same for the same analysis, and has other ids in another scope", () => {
    expect(read(NOTATIONS)).toEqual(read(NOTATIONS));
    const ids = (scope: string): string[] => read(NOTATIONS, { scope }).claims.map((c) => c.id);
    expect(ids("one").some((id) => ids("two").includes(id))).toBe(false);
  });

  it("is in text order", () => {
    const starts = read(NOTATIONS).claims.map((c) => c.evidence.start);
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  });

  it("is empty for a document without sentences, and for sentences that the model has not seen", () => {
    expect(read([])).toEqual({ id: "t", claims: [], abstained: [] });
    const analysis = analysisOf([MET]);
    const unseen = { ...analysis, sentences: analysis.sentences.map((s) => ({ ...s, words: [] })) };
    expect(readAnalysis(unseen, KNOWLEDGE, { confidence: () => 0.5 })).toEqual({ id: "t", claims: [], abstained: [] });
  });
});
