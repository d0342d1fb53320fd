// Where a text speaks of an undertaking of the catalogue: by a name, wherever it stands, or by a description ("the nuclear deal") where a
// party of it is near and the day is one on which the news spoke of it.
import { boundsOf, shiftDay } from "../day.ts";
import type { KnownDeal } from "./catalogue.ts";

/** Words of a text that mean an undertaking. UTF-16 offsets, end-exclusive. */
export interface Mention {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly by: "name" | "description" | "heading";
}

/** A phrase of the catalogue as tokens. `exact`: of a name, its words in capitals, which count only so: "New START" is no new start. */
interface Pattern {
  readonly row: KnownDeal;
  readonly tokens: readonly string[];
  readonly exact: readonly (string | undefined)[];
  /** Of a name, its words with a capital, which must have one: "Union State" is not "Union states". */
  readonly capital: readonly boolean[];
  /** All of its words are common ones: "the ceasefire", "the nuclear deal". */
  readonly isCommon: boolean;
  readonly by: Mention["by"];
}

/** The catalogue, ready to be looked for in texts. */
export interface KnownDeals {
  readonly rows: ReadonlyMap<string, KnownDeal>;
  /** Patterns by their first token, the longest first. */
  readonly byFirst: ReadonlyMap<string, readonly Pattern[]>;
  /** Parties of so many rows that one of them alone tells none. */
  readonly frequent: ReadonlySet<string>;
}

/** A word of a text with its place. */
interface Word {
  readonly text: string;
  readonly lower: string;
  readonly start: number;
  readonly end: number;
}

const WORD = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}.&/\u2010\u2011\u2013-]*[\p{L}\p{M}\p{N}])?/gu;
/** After an undertaking's end the news speaks of it for some years. */
const AFTER_DAYS = 5 * 365;
/** Characters on both sides of a description within which a party must stand. */
const NEAR = 250;

function wordsOf(text: string): Word[] {
  return [...text.matchAll(WORD)].map((match) => {
    const plain = match[0]
      .replaceAll(/[\u2010\u2011\u2013]/g, "-")
      .normalize("NFD")
      .replaceAll(/\p{M}/gu, "");
    return { text: plain, lower: plain.toLowerCase(), start: match.index, end: match.index + match[0].length };
  });
}

/** Prepares a catalogue; `isCommon` says of a word whether many deals are called by it. */
export function knownDealsOf(rows: readonly KnownDeal[], isCommon: (word: string) => boolean = () => false): KnownDeals {
  const byFirst = new Map<string, Pattern[]>();
  const add = (row: KnownDeal, phrase: string, by: Mention["by"]): void => {
    const words = wordsOf(phrase);
    const [first] = words;
    if (first === undefined) return;
    const exact = words.map(({ text }) => (by === "name" && /^\p{Lu}[\p{Lu}\p{N}-]+$/u.test(text) ? text : undefined));
    const capital = words.map(({ text }) => by === "name" && /^\p{Lu}/u.test(text));
    const pattern = { row, tokens: words.map((word) => word.lower), exact, capital, isCommon: words.every(({ lower }) => isCommon(lower)), by };
    byFirst.set(first.lower, [...(byFirst.get(first.lower) ?? []), pattern]);
  };
  for (const row of rows) {
    for (const name of row.names) add(row, name, "name");
    for (const description of row.descriptions) add(row, description, "description");
  }
  for (const patterns of byFirst.values()) patterns.sort((a, b) => b.tokens.length - a.tokens.length);
  return { rows: new Map(rows.map((row) => [row.id, row])), byFirst, frequent: frequentOf(rows) };
}

/** A party of more than this share of the rows is a frequent one. */
const FREQUENT = 0.07;

function frequentOf(rows: readonly KnownDeal[]): ReadonlySet<string> {
  const counts = Map.groupBy(
    rows.flatMap(({ parties }) => parties),
    (party) => party,
  );
  return new Set([...counts].filter(([, all]) => all.length > Math.max(5, FREQUENT * rows.length)).map(([party]) => party));
}

/** The plural, or the possessive, of the last word is the word. */
function sameWord(word: string, token: string, last: boolean): boolean {
  return word === token || (last && (word === `${token}s` || word === `${token}es`));
}

function matchAt(words: readonly Word[], at: number, text: string, pattern: Pattern): boolean {
  return pattern.tokens.every((token, i) => {
    const [word, before] = [words[at + i], words[at + i - 1]];
    if (word === undefined) return false;
    if (i > 0 && before !== undefined && !/^[\s"“”'‘’]*$/u.test(text.slice(before.end, word.start))) return false;
    if (pattern.exact[i] !== undefined) return word.text === pattern.exact[i];
    if (pattern.capital[i] === true && !/^[\p{Lu}\p{N}]/u.test(word.text)) return false;
    return sameWord(word.lower, token, i === pattern.tokens.length - 1);
  });
}

/** Finds parties in a stretch of text: their ids. */
export type PartiesIn = (text: string) => ReadonlySet<string>;

/** 2: the news of that day may speak of it as living; 1: as of something that ended some years before at the most; 0: not at all. */
export function lifeOn({ from, to }: KnownDeal, day: string | undefined): 0 | 1 | 2 {
  if (day === undefined || (from !== "" && day < from)) return 0;
  if (to === "" || day <= lastDayOf(to)) return 2;
  return day <= shiftDay(lastDayOf(to), AFTER_DAYS) ? 1 : 0;
}

/** Years after its end in which an undertaking's name is used for what succeeds it: "the revised Trans-Pacific Partnership". */
const BEQUEATHED = 2;

/** The undertaking that took over the name of one that had ended by that day. */
function successorOf({ id, to }: KnownDeal, day: string | undefined, { rows }: KnownDeals): KnownDeal | undefined {
  if (day === undefined || to === "" || day <= lastDayOf(to) || Number(day.slice(0, 4)) - Number(to.slice(0, 4)) > BEQUEATHED) return undefined;
  return [...rows.values()].find((row) => row.replaces === id && lifeOn(row, day) === 2);
}

/** The news of that day cannot speak of it yet. */
const isUnborn = ({ from }: KnownDeal, day: string | undefined): boolean => day !== undefined && from !== "" && day < from;

/** The last day of a day, month or year. */
const lastDayOf = (day: string): string => boundsOf(day).latest ?? day;

/**
 * Of the rows that a description may mean the one whose parties are near: two of them, or one that is not a party of everything. Of equal
 * ones the one that lives, and of several that live the newest: news speaks of the last treaty, not of the one before.
 */
function meantBy(
  rows: readonly KnownDeal[],
  near: ReadonlySet<string>,
  day: string | undefined,
  frequent: ReadonlySet<string>,
): KnownDeal | undefined {
  const judged = rows
    .map((row) => {
      const found = row.parties.filter((party) => near.has(party));
      return { row, score: 10 * found.length + lifeOn(row, day), sure: found.length > 1 || found.some((party) => !frequent.has(party)) };
    })
    .filter(({ sure }) => sure)
    .sort((a, b) => b.score - a.score || (a.row.from < b.row.from ? 1 : a.row.from > b.row.from ? -1 : 0));
  const [best, second] = judged;
  return best === undefined || (second !== undefined && second.score === best.score && second.row.from === best.row.from) ? undefined : best.row;
}

/** Patterns that stand at one place, all of one length. */
interface Hit {
  readonly patterns: readonly Pattern[];
  readonly start: number;
  readonly end: number;
}

/** Patterns that may begin with a word, the longest first: a single word may stand in the plural. */
function startingWith(word: string, { byFirst }: KnownDeals): readonly Pattern[] {
  const forms = [word, ...(word.endsWith("s") ? [word.slice(0, -1)] : []), ...(word.endsWith("es") ? [word.slice(0, -2)] : [])];
  const found = forms.flatMap((form) => byFirst.get(form) ?? []);
  return forms.length === 1 ? found : found.sort((a, b) => b.tokens.length - a.tokens.length);
}

/** Where patterns of the catalogue stand, the longest at each place, none within another. */
function hitsIn(text: string, known: KnownDeals): readonly Hit[] {
  const words = wordsOf(text);
  const hits: Hit[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const first = words[at];
    if (first === undefined) break;
    const starting = startingWith(first.lower, known);
    const patterns = starting.filter((pattern) => matchAt(words, at, text, pattern));
    const length = patterns[0]?.tokens.length ?? 0;
    const last = words[at + length - 1];
    if (length === 0 || last === undefined) continue;
    hits.push({ patterns: patterns.filter(({ tokens }) => tokens.length === length), start: first.start, end: last.end });
    at += length - 1;
  }
  return hits;
}

/**
 * All mentions in a text, in order, none within another. `day` is the document's day of publication. What a description means is settled by
 * the names that stand in the same text: "the treaty" beside a name is that one, and no other of the same parties.
 */
export function mentionsIn(text: string, day: string | undefined, known: KnownDeals, partiesIn: PartiesIn): readonly Mention[] {
  const hits = hitsIn(text, known).map((hit) => ({ ...hit, patterns: hit.patterns.filter(({ row }) => !isUnborn(row, day)) }));
  const named = hits.flatMap(({ patterns }) => patterns.find(({ by }) => by === "name")?.row ?? []);
  return hits.flatMap(({ patterns, start, end }): Mention[] => {
    const name = patterns.find(({ by }) => by === "name")?.row;
    if (name !== undefined) return [{ id: (successorOf(name, day, known) ?? name).id, start, end, by: "name" }];
    const again = named.find((row) => patterns.some((pattern) => pattern.row === row));
    const row = again ?? described(patterns, { start, end }, { text, day, known, partiesIn });
    const rival =
      row !== undefined && !named.includes(row) && named.some((other) => other.parties.filter((party) => row.parties.includes(party)).length > 1);
    return row === undefined || rival ? [] : [{ id: row.id, start, end, by: "description" }];
  });
}

interface Surroundings {
  readonly text: string;
  readonly day: string | undefined;
  readonly known: KnownDeals;
  readonly partiesIn: PartiesIn;
}

function described(
  patterns: readonly Pattern[],
  { start, end }: { start: number; end: number },
  { text, day, known, partiesIn }: Surroundings,
): KnownDeal | undefined {
  // After an end "the ceasefire" is another one; "the S-300 contract" may still be that one.
  const living = patterns.filter(({ row, isCommon }) => lifeOn(row, day) > (isCommon ? 1 : 0)).map(({ row }) => row);
  if (living.length === 0) return undefined;
  return meantBy(living, partiesIn(text.slice(Math.max(0, start - NEAR), end + NEAR)), day, known.frequent);
}

/** Undertakings that a heading names and that its text bears out: with two parties, or one and a word that the catalogue has for it or for any deal. */
export function mentionsByHeading(
  heading: string | undefined,
  text: string,
  day: string | undefined,
  known: KnownDeals,
  partiesIn: PartiesIn,
  isDealWord: (word: string) => boolean,
): readonly Mention[] {
  if (heading === undefined) return [];
  const named = mentionsIn(heading, day, known, () => new Set()).flatMap(({ id }) => known.rows.get(id) ?? []);
  if (named.length === 0) return [];
  const [parties, words] = [partiesIn(text), new Set(wordsOf(text).map(({ lower }) => lower))];
  const borne = named.filter((row) => {
    const count = row.parties.filter((party) => parties.has(party)).length;
    const own = new Set(wordsOf([...row.descriptions, ...row.goods].join(" ; ")).map(({ lower }) => lower));
    return count > 1 || (count === 1 && [...words].some((word) => word.length > 2 && (own.has(word) || isDealWord(word))));
  });
  return borne.map(({ id }) => ({ id, start: 0, end: 0, by: "heading" }));
}
