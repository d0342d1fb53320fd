// What a document as a whole says of its names, and the known names of a sentence.
import type { Sentence } from "../../language/index.ts";
import type { PartyEntry } from "./entry.ts";
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

/** What the document as a whole says, by which ambiguous names are settled. */
export interface Context {
  readonly text: string;
  readonly day: string | undefined;
  /** Ids and states that unambiguous names of the document bring. */
  readonly ids: ReadonlySet<string>;
  /** Parts of states that are named beside: the id of their state. */
  readonly placesOf: ReadonlySet<string>;
  /** Last names of persons that the document names in full, and never as a place, with where it first does: "Jordan" behind "Eddie Jordan". */
  readonly surnames: ReadonlyMap<string, number>;
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
  const sure = rows
    .flatMap((row) => lexicon.find(row))
    .filter((match) => new Set(match.values.map(keyOf)).size === 1)
    .flatMap((match) => match.values.slice(0, 1));
  const ids = new Set(sure.flatMap((entry) => entry.id ?? (entry.kind === "person" ? entry.state : undefined) ?? []));
  const placesOf = new Set(sure.flatMap((entry) => (entry.kind === "substate" ? (entry.state ?? []) : [])));
  return { text, day, ids, placesOf, surnames: surnamesIn(sentences), lexicon };
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

function keyOf(entry: PartyEntry): string {
  return `${entry.kind} ${entry.id ?? entry.person ?? entry.name}`;
}
