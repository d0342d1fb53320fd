// The form that every recogniser of this folder has: a pattern and a small function from what it matched to a meaning.
// A miss gives nothing and never throws; merging and choosing come afterwards (see recognise.ts).
import type { Span } from "../../document/index.ts";
import type { Meaning } from "./meaning.ts";

/** The named groups of a match, empty ones absent. */
export type Said = Readonly<Record<string, string | undefined>>;

/** One way to write a time. The pattern is global, and bounded in every repetition so that a hostile text stays linear. */
export interface Construct {
  readonly pattern: RegExp;
  readonly read: (said: Said, match: RegExpExecArray) => Meaning | undefined;
  /** It counts only where a preposition or a range holds it ("the 30th", "May"). */
  readonly weak?: boolean;
  /** A bare year or a date: what follows it may be the noun that it modifies. */
  readonly dated?: boolean;
  /** It dates what follows it, whatever that is ("a year after the signing"). */
  readonly owned?: boolean;
}

/** A time expression that a construct found. */
export interface Candidate extends Span {
  readonly meaning: Meaning;
  readonly weak: boolean;
  readonly dated: boolean;
  readonly owned: boolean;
  /** A range, or opened by its own preposition ("since 2014"), so that no noun after it is meant. */
  readonly bounded: boolean;
  /** "since 2014" is open after it, "by 2026" before it. */
  readonly open?: "since" | "until";
}

/** All matches of the construct that mean something. */
export function run(construct: Construct, text: string): readonly Candidate[] {
  const found: Candidate[] = [];
  const { pattern } = construct;
  // `matchAll` would make a copy of the pattern for every text, which takes longer than most patterns take to fail.
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    if (match[0] === "") pattern.lastIndex += 1;
    const meaning = construct.read(match.groups ?? {}, match);
    if (meaning === undefined) continue;
    const { weak = false, dated = false, owned = false } = construct;
    found.push({ start: match.index, end: match.index + match[0].length, meaning, weak, dated, owned, bounded: false });
  }
  return found;
}
