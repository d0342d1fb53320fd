// What a document as a whole says of its names, and the known names of a sentence.
import type { Sentence } from "../../language/index.ts";
import { inOffice, type PartyEntry } from "./entry.ts";
import type { PartyLexicon } from "./lexicon.ts";

/** A known name in a sentence; `first` and `last` are word indices, `text` the words as written. */
export interface Anchor {
  readonly start: number;
  readonly end: number;
  readonly first: number;
  readonly last: number;
  readonly entry: PartyEntry;
  readonly text: string;
}

/** A person's name of several words. */
export interface Bearer {
  readonly forms: readonly string[];
  readonly start: number;
}

/** What the document as a whole says, by which ambiguous names are settled. */
export interface Context {
  readonly text: string;
  readonly day: string | undefined;
  /** Ids and states that unambiguous names of the document bring. */
  readonly ids: ReadonlySet<string>;
  /** Of each of these ids, the words that bring it. */
  readonly namedBy: ReadonlyMap<string, ReadonlySet<string>>;
  /** Parts of states that are named beside: the id of their state. */
  readonly placesOf: ReadonlySet<string>;
  /** Names that the document uses of persons, and from where on: "Jordan" behind "Eddie Jordan", "Chad" anywhere beside "Chad's sister". */
  readonly surnames: ReadonlyMap<string, number>;
  /** People named by more than one word, and where. */
  readonly persons: readonly Bearer[];
  /** Last words of the longer names of bodies in the document: "Congress" of "Indian National Congress". */
  readonly endings: ReadonlySet<string>;
  readonly lexicon: PartyLexicon;
}

/** Reads the whole document for unambiguous names. */
export function contextOf(
  text: string,
  day: string | undefined,
  sentences: readonly Sentence[],
  heading: string | undefined,
  lexicon: PartyLexicon,
): Context {
  const headingTokens = [...(heading ?? "").matchAll(/[^\s,]+/gu)].map((match) => ({
    form: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
  const rows = [...sentences.map((sentence) => sentence.words), headingTokens];
  const clear = rows.flatMap((row) =>
    lexicon
      .find(row)
      .map((match) => ({ ...match, values: held(match.values, day, lexicon.lastReport) }))
      .filter((match) => new Set(match.values.map(keyOf)).size === 1)
      .map(({ first, last, values }) => ({ words: row.slice(first, last + 1).map(({ form }) => form), entry: values[0] })),
  );
  const sure = clear.flatMap(({ entry }) => entry ?? []);
  const namedBy = new Map<string, Set<string>>();
  for (const { words, entry } of clear) {
    const id = entry?.id ?? (entry?.kind === "person" ? entry.state : undefined);
    if (id !== undefined) namedBy.set(id, (namedBy.get(id) ?? new Set()).add(words.join(" ")));
  }
  const ids = new Set(namedBy.keys());
  const placesOf = new Set(sure.flatMap((entry) => (entry.kind === "substate" ? (entry.state ?? []) : [])));
  return {
    text,
    day,
    ids,
    namedBy,
    placesOf,
    surnames: new Map([...surnamesIn(sentences), ...firstNamesIn(sentences, lexicon)]),
    persons: personsIn(sentences),
    endings: endingsIn(sentences, lexicon),
    lexicon,
  };
}

/** Of somebody who has spoken for several parties, the one of the day. */
function held(values: readonly PartyEntry[], day: string | undefined, lastReport: string): readonly PartyEntry[] {
  const now = values.filter((entry) => entry.kind === "person" && inOffice(entry, day, lastReport));
  return now.length > 0 && values.every(({ kind }) => kind === "person") ? now : values;
}

function endingsIn(sentences: readonly Sentence[], { names }: PartyLexicon): ReadonlySet<string> {
  const modelled = sentences.flatMap(({ words, names: found }) =>
    found
      .filter(({ type }) => type === "ORG")
      .map((name) => words.filter((word) => word.start >= name.start && word.end <= name.end).map(({ form }) => form)),
  );
  const known = sentences.flatMap(({ words }) =>
    names(words)
      .filter(({ values }) => values[0]?.kind === "group" || values[0]?.kind === "blocked")
      .map(({ first, last }) => words.slice(first, last + 1).map(({ form }) => form)),
  );
  return new Set([...modelled, ...known].filter((forms) => forms.length > 1).flatMap((forms) => forms.at(-1) ?? []));
}

function personsIn(sentences: readonly Sentence[]): Bearer[] {
  return sentences.flatMap(({ words, names }) =>
    names
      .filter(({ type }) => type === "PER")
      .map(({ start, end }) => ({ forms: words.filter((word) => word.start >= start && word.end <= end).map(({ form }) => form), start }))
      .filter(({ forms }) => forms.filter((form) => /^\p{Lu}/u.test(form)).length > 1),
  );
}

function surnamesIn(sentences: readonly Sentence[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { words, names } of sentences) {
    for (const name of names.filter(({ type }) => type === "PER")) {
      const inside = words.filter((word) => word.start >= name.start && word.end <= name.end);
      const last = inside.at(-1);
      if (inside.length > 1 && last !== undefined && !found.has(last.form)) found.set(last.form, last.start);
    }
  }
  for (const { words } of sentences) for (const { index, form } of words) if (words[index - 1]?.upos === "ADP") found.delete(form);
  return found;
}

/** "Chad's sister", "Georgia told the court that her husband": who has kin, or is he or she, is a person wherever named so. */
function firstNamesIn(sentences: readonly Sentence[], { called }: PartyLexicon): Map<string, number> {
  const found = new Map<string, number>();
  for (const { words, names } of sentences) {
    for (const word of words.filter(({ upos }) => upos === "PROPN")) {
      const [mark, kin] = [words[word.index + 1], words[word.index + 2]];
      const hasKin = mark?.xpos === "POS" && called.kin.has(kin?.form.toLowerCase() ?? "");
      const person = names.some(({ type, start, end }) => type === "PER" && start === word.start && end === word.end);
      const reach = word.relation === "nsubj" ? words.length : word.index + 3;
      const sexed = person && words.slice(word.index, reach).some(({ form }) => /^(?:he|she|his|her)$/.test(form));
      if (hasKin || sexed) found.set(word.form, -1);
    }
  }
  return found;
}

function keyOf(entry: PartyEntry): string {
  return `${entry.kind} ${entry.id ?? entry.person ?? entry.name}`;
}
