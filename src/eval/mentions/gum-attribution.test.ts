// GUM's rhetorical segments, on documents small enough to be checked by hand.
import { describe, expect, it } from "vitest";
import { readConllu, textOf } from "../../language/index.ts";
import { gumAttributions } from "./gum-attribution.ts";

/** Words as `form lemma UPOS misc`, one document of one sentence. */
function document(...words: readonly string[]): ReturnType<typeof readConllu> {
  const rows = words.map((word, i) => {
    const [form = "", lemma = "", upos = "", misc = "_"] = word.split(" ");
    return [i + 1, form, lemma, upos, "_", "_", 0, "root", "_", misc].join("\t");
  });
  return readConllu(`# newdoc id = d\n${rows.join("\n")}\n`);
}

const SAID = document(
  "He he PRON Discourse=attribution-positive:1->2:1:sem-atsrc-1-_",
  "said say VERB",
  "ships ship NOUN Discourse=ROOT:2:0",
  "left leave VERB",
  "because because SCONJ Discourse=causal-cause:3->2:0:_",
  "it it PRON",
  "rained rain VERB",
  "Later later ADV Discourse=elaboration-additional:4->2:2:_",
);

describe("GUM's attributions", () => {
  it("hold their segment's words and verbs, and what is told with what hangs from it further down", () => {
    const [one, ...more] = gumAttributions(SAID);
    const words = (spans: readonly { readonly start: number; readonly end: number }[]): string[] =>
      spans.map(({ start, end }) => textOf(SAID).slice(start, end));
    expect(more).toEqual([]);
    expect(words(one?.segment ?? [])).toEqual(["He", "said"]);
    expect(one?.verbs).toEqual(["say"]);
    expect(words(one?.content ?? [])).toEqual(["ships", "left", "because", "it", "rained"]);
  });

  it("take up their other half where a segment is interrupted", () => {
    const halves = document(
      "He he PRON Discourse=attribution-positive:1->4:1:_",
      "who who PRON Discourse=elaboration-attribute:2->1:0:_",
      "said say VERB Discourse=same-unit_m:3->1:0:_",
      "ships ship NOUN Discourse=ROOT:4:0",
    );
    expect(gumAttributions(halves)[0]?.verbs).toEqual(["say"]);
    expect(gumAttributions(halves)[0]?.segment).toHaveLength(2);
  });

  it("are none in a document without them", () => {
    expect(gumAttributions(document("Ships ship NOUN Discourse=ROOT:1:0"))).toEqual([]);
  });
});
