// Times of a document: the tense of the verb that a time hangs on, and what one sentence lends to the next.
import { describe, expect, it } from "vitest";
import { analysisOf } from "../grammar/tree.fixture.ts";
import { liesAhead } from "./tense.ts";
import { timesOf } from "./told.ts";

/** The tense over the time, which is the last words of the sentence. */
function tenseOf(notation: string, words: string): boolean | undefined {
  const { document, sentences } = analysisOf([notation]);
  const [sentence] = sentences;
  if (sentence === undefined) throw new Error("no sentence");
  const start = document.text.indexOf(words);
  return liesAhead({ start, end: start + words.length }, sentence);
}

/** The norms of a document of Tuesday 20 January 2015. */
function normsOf(...sentences: string[]): (string | undefined)[] {
  const analysis = analysisOf(sentences);
  return timesOf({ ...analysis, document: { ...analysis.document, published: { day: "2015-01-20", basis: "caller" } } }).map(({ norm }) => norm);
}

const FRIDAY = "on IN case<Friday | Friday NNP obl";

describe("the tense over a time", () => {
  it("is ahead under will", () => {
    expect(tenseOf(`They PRP nsubj<meet | will MD aux<meet | meet VB root | ${FRIDAY}<meet`, "Friday")).toBe(true);
  });

  it("is past under a verb in the past, also where an auxiliary carries it", () => {
    expect(tenseOf(`They PRP nsubj<met | met=meet VBD root | ${FRIDAY}<met`, "Friday")).toBe(false);
    expect(tenseOf(`It PRP nsubj:pass<signed | was=be VBD aux:pass<signed | signed=sign VBN root | ${FRIDAY}<signed`, "Friday")).toBe(false);
  });

  it("is shared by joined verbs", () => {
    const joined = "They PRP nsubj<meet | will MD aux<meet | meet VB root | and CC cc<sign | sign VB conj<meet";
    expect(tenseOf(`${joined} | ${FRIDAY}<sign`, "Friday")).toBe(true);
  });

  it("is told by the copula of a predicate that is no verb", () => {
    const abroad = "He PRP nsubj<Moscow | will MD aux<Moscow | be VB cop<Moscow | in IN case<Moscow | Moscow NNP root";
    expect(tenseOf(`${abroad} | ${FRIDAY}<Moscow`, "Friday")).toBe(true);
  });

  it("is not told by a noun, an infinitive or another modal", () => {
    expect(tenseOf(`They PRP nsubj<hailed | hailed=hail VBD root | the DT det<deal | deal NN obj<hailed | ${FRIDAY}<deal`, "Friday")).toBeUndefined();
    expect(tenseOf(`They PRP nsubj<plan | plan VBP root | to TO mark<meet | meet VB xcomp<plan | ${FRIDAY}<meet`, "Friday")).toBeUndefined();
    expect(tenseOf(`They PRP nsubj<meet | may MD aux<meet | meet VB root | ${FRIDAY}<meet`, "Friday")).toBeUndefined();
  });
});

describe("the times of a document", () => {
  it("take the tense of their own verb, not of the sentence", () => {
    const both =
      "They PRP nsubj<met | met=meet VBD root | on IN case<Monday | Monday NNP obl<met | and CC cc<sign | will MD aux<sign | sign VB conj<met";
    expect(normsOf(`${both} | ${FRIDAY}<sign`)).toEqual(["2015-01-19", "2015-01-23"]);
  });

  it("do not count from a time that only dates a thing, nor, in the past, from one that is to come", () => {
    const parted = "They PRP nsubj<parted | parted=part VBD root | the DT det<day | following JJ amod<day | day NN obl<parted | .<parted";
    const met = "They PRP nsubj<met | met=meet VBD root | on IN case<3 | 3 CD obl<met | May NNP nmod<3 | 2012 CD nummod<3";
    const treaty =
      "over IN case<treaty | the DT det<treaty | treaty NN obl<met | of IN case<7 | 7 CD nmod<treaty | June NNP nmod<7 | 2010 CD nummod<7";
    expect(normsOf(`${met} | ${treaty}`, parted)).toEqual(["2012-05-03", "2010-06-07", "2012-05-04"]);
    const will = "They PRP nsubj<vote | will MD aux<vote | vote VB root | on IN case<3 | 3 CD obl<vote | May NNP nmod<3 | 2016 CD nummod<3 | .<vote";
    expect(normsOf(met, will, parted)).toEqual(["2012-05-03", "2016-05-03", "2012-05-04"]);
  });

  it("have an end that is ahead, though it was set in the past", () => {
    expect(
      normsOf("It PRP nsubj:pass<closed | was=be VBD aux:pass<closed | closed=close VBN root | until IN case<Friday | Friday NNP obl<closed"),
    ).toEqual(["/2015-01-23"]);
  });

  it("count from times that earlier sentences told", () => {
    expect(
      normsOf(
        "They PRP nsubj<met | met=meet VBD root | on IN case<3 | 3 CD obl<met | May NNP nmod<3 | 2012 CD nummod<3 | .<met",
        "They PRP nsubj<parted | parted=part VBD root | the DT det<day | following JJ amod<day | day NN obl<parted | .<parted",
      ),
    ).toEqual(["2012-05-03", "2012-05-04"]);
  });
});
