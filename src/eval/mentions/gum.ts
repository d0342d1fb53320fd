// GUM's entities and coreference as spans of raw text: the text is put together from its sentences, so that our own pipeline
// reads it as it would any page, and what GUM marks is held against what it finds by character.
import type { Span } from "../../document/index.ts";
import { readConllu, type ConlluSentence, type Row } from "../../language/index.ts";
import { corpusNames, readCorpus } from "../language/index.ts";

/** A mention: its span, the word that heads it, and the entity that it is of; its id is GUM's number within the document. */
export interface GumMention extends Span {
  readonly entity: string;
  /** GUM's type: "person", "organization", "place" among others. */
  readonly type: string;
  readonly head: Span & Pick<Row, "form" | "upos" | "xpos">;
  /** Its first word in lower case. */
  readonly first: string;
  /** True where a word in it is a proper noun. */
  readonly named: boolean;
  /** Entities that a split antecedent puts together ("they": one and the other). */
  readonly parts: readonly string[];
}

/** A document of GUM. */
export interface GumDocument {
  readonly id: string;
  readonly genre: string;
  readonly text: string;
  /** In the order of their ends. */
  readonly mentions: readonly GumMention[];
}

/** Every document of GUM. Throws `PACTA_CORPUS_MISSING`. */
export function gumDocuments(shared: string): GumDocument[] {
  return corpusNames(shared, "gum", "files")
    .filter((file) => file.endsWith(".conllu.gz"))
    .map((file) => {
      const id = file.replace(".conllu.gz", "");
      return { id, genre: id.split("_")[1] ?? "", ...gumDocument(readConllu(readCorpus(shared, "gum", file), file)) };
    });
}

/** The text and mentions of one document's sentences. */
export function gumDocument(sentences: readonly ConlluSentence[]): Pick<GumDocument, "text" | "mentions"> {
  let text = "";
  const mentions: GumMention[] = [];
  for (const { text: sentence = "", newBlock, rows } of sentences) {
    if (text !== "") text += newBlock ? "\n\n" : " ";
    mentions.push(...mentionsOf(wordsOf(sentence, text.length, rows)));
    text += sentence;
  }
  return { text, mentions };
}

/** A row with its place in the text. */
type Placed = Row & Span;

/** Words are looked up one after the other; the parts of a fused word share its place. */
function wordsOf(sentence: string, offset: number, rows: readonly Row[]): Placed[] {
  let at = 0;
  return rows.map((row) => {
    const start = sentence.indexOf(row.form, at);
    const place = start >= 0 && start - at <= 2 ? start : at;
    at = start === place ? place + row.form.length : at;
    return { ...row, start: offset + place, end: offset + at };
  });
}

interface Open {
  readonly key: string;
  readonly fields: readonly string[];
  readonly from: number;
}

/** Reads `Entity=(1-person-…(2-place-…)1)` over the words: brackets open and close by the entity's number. */
function mentionsOf(words: readonly Placed[]): GumMention[] {
  const open: Open[] = [];
  const found: GumMention[] = [];
  for (const [i, { misc = "" }] of words.entries()) {
    const entity = /(?:^|\|)Entity=([^|]*)/.exec(misc)?.[1] ?? "";
    for (const [step, inner = "", closing] of entity.matchAll(/\(([^()]+)\)?|(\d+)\)/g)) {
      if (closing === undefined) open.push({ key: inner.split("-")[0] ?? "", fields: inner.split("-"), from: i });
      if (closing === undefined && !step.endsWith(")")) continue;
      const at = open.findLastIndex(({ key }) => key === (closing ?? inner.split("-")[0]));
      const [one] = at < 0 ? [] : open.splice(at, 1);
      if (one !== undefined) found.push(mentionOf(words, one, i));
    }
  }
  return found;
}

function mentionOf(words: readonly Placed[], { key, fields, from }: Open, to: number): GumMention {
  const inside = words.slice(from, to + 1);
  const first = words[from];
  const head = inside.find((word) => (word.head ?? -1) < from || (word.head ?? -1) > to) ?? first;
  const split = new RegExp(`(?:^|,)(\\d+)<${key}(?=,|$)`, "g");
  const said = /(?:^|\|)SplitAnte=([^|]*)/.exec(first?.misc ?? "")?.[1] ?? "";
  const { start = 0, end = 0, form = "", upos, xpos } = head ?? {};
  return {
    entity: key,
    type: fields[1] ?? "",
    start: first?.start ?? 0,
    end: words[to]?.end ?? 0,
    head: { start, end, form, ...(upos !== undefined && { upos }), ...(xpos !== undefined && { xpos }) },
    first: (first?.form ?? "").toLowerCase(),
    named: inside.some((word) => word.upos === "PROPN"),
    parts: [...said.matchAll(split)].map(([, part = ""]) => part),
  };
}
