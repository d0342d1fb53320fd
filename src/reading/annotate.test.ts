// Annotations of hand-written trees, without the model; knowledge is the package's own.
import { describe, expect, it } from "vitest";
import { annotate, annotateWithSources, sceneFor } from "./annotate.ts";
import { analysisOf } from "./grammar/tree.fixture.ts";
import { loadKnowledge } from "./knowledge.ts";

const KNOWLEDGE = loadKnowledge();
const SOLD =
  "Norway NNP nsubj<sell | will MD aux<sell | sell VB ccomp<said | five CD nummod<tanks | tanks=tank NNS obj<sell | for IN case<million | $ $ nmod<million | 3 CD compound<million | million CD obl<sell | on IN case<Friday | Friday NNP obl<sell";
const SAID = `Jan NNP nsubj<said | Nowak NNP flat<Jan | said=say VBD root | that IN mark<sell | ${SOLD} | .<said`;
const ANALYSIS = analysisOf([SAID], { "Jan Nowak": "PER" });

describe("annotate", () => {
  const dated = { ...ANALYSIS, document: { ...ANALYSIS.document, published: { day: "2015-01-20", basis: "caller" as const } } };
  const { text } = ANALYSIS.document;

  it("finds parties, items, money and times, each where its words stand", () => {
    const { parties, items, money, times } = annotate(dated, KNOWLEDGE);
    expect(parties.map((p) => [p.id ?? p.name, text.slice(p.start, p.end)])).toEqual([
      ["Jan Nowak", "Jan Nowak"],
      ["NOR", "Norway"],
    ]);
    expect(items.map((i) => [i.name, i.quantity])).toEqual([["tanks", 5]]);
    expect(money).toMatchObject([{ amount: 3_000_000, currency: "USD" }]);
    expect(times.map((t) => text.slice(t.start, t.end))).toEqual(["Friday"]);
  });

  it("leaves a relative day unresolved where the document has no date", () => {
    const [friday] = annotate(ANALYSIS, KNOWLEDGE).times;
    expect(friday).not.toHaveProperty("norm");
    expect(friday?.basis).toBe("none");
  });

  it("finds times alone in a sentence that the model has not seen, as they need no tree", () => {
    const unseen = { ...ANALYSIS, sentences: ANALYSIS.sentences.map((s) => ({ ...s, words: [], names: [] })) };
    expect(annotate(unseen, KNOWLEDGE)).toEqual({ parties: [], items: [], money: [], times: annotate(ANALYSIS, KNOWLEDGE).times });
  });
});

describe("annotateWithSources", () => {
  it("says who says what, by which cue, and where the words stand", () => {
    const { sources } = annotateWithSources(ANALYSIS, KNOWLEDGE);
    const [source] = sources;
    expect(sources).toHaveLength(1);
    expect(source).toMatchObject({ type: "source", name: "Jan Nowak", cue: "said", start: 0, end: 9 });
    expect(ANALYSIS.document.text.slice(source?.content.start, source?.content.end)).toBe(
      "that Norway will sell five tanks for $ 3 million on Friday",
    );
  });
});

describe("words that take a party up", () => {
  const AGREED = "Norway NNP nsubj<agreed | agreed=agree VBD root | with IN case<Poland | Poland NNP obl<agreed | .<agreed";
  const read = (notations: readonly string[]) => {
    const analysis = analysisOf(notations, {});
    const { references, unresolved } = annotateWithSources(analysis, KNOWLEDGE);
    const words = (span: { readonly start: number; readonly end: number } | undefined) => analysis.document.text.slice(span?.start, span?.end);
    return { references: references.map((r) => `${words(r)}: ${r.id} <- ${words(r.antecedent)}`), unresolved: unresolved.map(words) };
  };

  it("resolve with the words that they rest on", () => {
    const { references, unresolved } = read([AGREED, "The DT det<deal | deal NN nsubj<failed | failed=fail VBD root | .<failed"]);
    expect(references).toEqual(["deal: NOR <- Norway", "deal: POL <- Poland"]);
    expect(unresolved).toEqual([]);
  });

  it("or are listed as unresolved", () => {
    const { references, unresolved } = read(["The DT det<deal | deal NN nsubj<failed | failed=fail VBD root | .<failed"]);
    expect(references).toEqual([]);
    expect(unresolved).toEqual(["deal"]);
  });
});

describe("the heading", () => {
  it("gives its states and organisations as context, and no words of the text", () => {
    const { document } = ANALYSIS;
    const scene = sceneFor({ ...ANALYSIS, document: { ...document, heading: "Norway–NATO relations in Atlantis" } }, KNOWLEDGE);
    expect(scene.heading.map((p) => p.id)).toEqual(["NOR", "NATO"]);
    expect(sceneFor(ANALYSIS, KNOWLEDGE).heading).toEqual([]);
  });
});
