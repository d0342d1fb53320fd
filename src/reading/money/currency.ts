// The currency of a figure: a symbol or code right before or after it, or words after it ("Canadian dollars").
// A bare unit that several states share is settled by the states that the document names, in their order.
import type { Span } from "../../document/index.ts";
import { scaleAt } from "../quantity/index.ts";
import type { Currency, CurrencyTable } from "./currencies.ts";

/** A figure as far as its marks ask: where it stands and how large it is. */
export interface Figure extends Span {
  readonly value: number;
  readonly scale?: number;
}

/** A currency found beside a figure, and the span of the figure with its marks. */
export interface Marked extends Span {
  /** Absent where the mark may mean several currencies and the document does not tell which. */
  readonly code?: string;
  /** The mark alone settles it ("C$", "Canadian dollars"), so that it beats a bare sign on the other side. */
  readonly sure: boolean;
  /** What the mark multiplies the figure by ("MUSD", "USD million"). */
  readonly factor?: number;
}

/** Ids of the states that the document mentions, in document order. */
export type States = readonly string[];

const LONGEST_SYMBOL = 6;

/** The one currency that is meant; absent where the text does not say. Dollars are US dollars, whatever states are named. */
export function settle(meanings: readonly Currency[], states: States): string | undefined {
  const [only, second] = meanings;
  if (only === undefined || second === undefined) return only?.code;
  if (meanings.some((each) => each.code === "USD")) return "USD";
  const named = states.find((state) => meanings.some((each) => each.states.includes(state)));
  const meant = named === undefined ? meanings.find((each) => each.bare) : meanings.find((each) => each.states.includes(named));
  return meant?.code;
}

/** An everyday word or a letter is a currency only beside a figure that looks like a sum. */
function believable(meanings: readonly Currency[], number: Figure, symbol: boolean): readonly Currency[] {
  const large = symbol ? number.scale !== undefined && number.scale >= 1000 : number.value >= 1000;
  return meanings.filter((each) => large || !each.everyday);
}

function marked(meanings: readonly Currency[], states: States, span: Span, bare: boolean): Marked {
  const code = settle(meanings, states);
  return { ...span, sure: meanings.length === 1 && !bare, ...(code !== undefined && { code }) };
}

const SPELT = /\p{L}{2,3}(?=\$$)/u;

/** The currencies of a symbol, as written or in capitals where letters stand right before a dollar sign ("hk$", "mxn$"). */
function meaningsOf(symbol: string, { symbols }: CurrencyTable): readonly Currency[] {
  const letters = SPELT.exec(symbol)?.[0].toUpperCase();
  const spelt = letters === undefined || symbol.length !== letters.length + 1 ? undefined : (symbols.get(`${letters}$`) ?? symbols.get(letters));
  return symbols.get(symbol) ?? spelt ?? [];
}

/** A symbol or code before the figure, with at most one blank between ("US$1.2", "EUR 555", "c $ 300"). */
export function symbolBefore(text: string, number: Figure, table: CurrencyTable, states: States): Marked | undefined {
  const left = text.slice(Math.max(0, number.start - LONGEST_SYMBOL - 1), number.start).replace(/[ \u00a0]$/, "");
  const gap = /[ \u00a0]/.test(text[number.start - 1] ?? "") ? 1 : 0;
  for (let size = Math.min(LONGEST_SYMBOL, left.length); size > 0; size -= 1) {
    const symbol = left.slice(-size);
    const meanings = believable(meaningsOf(symbol, table), number, true);
    const glued = /^[\p{L}]/u.test(symbol) && /[\p{L}\p{N}_]$/u.test(text.slice(0, Math.max(0, number.start - gap - size)).slice(-1));
    if (meanings.length > 0 && !glued) return marked(meanings, states, { start: number.start - gap - size, end: number.end }, symbol === "$");
  }
  const multiple = MULTIPLE_BEFORE.exec(left);
  const start = number.start - gap - (multiple?.[0].length ?? 0);
  return multipleOf(multiple, number, { start, end: number.end }, table, states);
}

/** What a letter before a currency's code multiplies by ("30 MUSD", "SEK" in "kSEK 500"). */
const MULTIPLES: Readonly<Record<string, number>> = { k: 1e3, K: 1e3, T: 1e3, M: 1e6 };
const MULTIPLE_BEFORE = /(?<![\p{L}\p{N}_])([kKTM])([A-Z]{3})$/u;
const MULTIPLE_AFTER = /[ \u00a0]?([kKTM])([A-Z]{3})(?![\p{L}\p{N}_])/uy;

function multipleOf(found: RegExpExecArray | null, number: Figure, span: Span, { symbols }: CurrencyTable, states: States): Marked | undefined {
  const factor = MULTIPLES[found?.[1] ?? ""];
  const meanings = symbols.get(found?.[2] ?? "") ?? [];
  return factor === undefined || number.scale !== undefined || meanings.length === 0
    ? undefined
    : { ...marked(meanings, states, span, false), factor };
}

const WORD = /([ \u00a0-]|\n)?(\p{L}[\p{L}.]*\$?|[\p{Sc}￥元](?! ?\d))/uy;

/** The words after a figure, one by one with where each ends; dots inside ("U.S.") stay, a full stop does not. */
function wordsAfter(text: string, at: number, most: number): readonly { readonly word: string; readonly end: number }[] {
  const near = text.slice(at, at + 60);
  const words: { word: string; end: number }[] = [];
  WORD.lastIndex = 0;
  for (let found = WORD.exec(near); found !== null && words.length < most; found = WORD.exec(near)) {
    const word = (found[2] ?? "").toLowerCase();
    const stopped = /^\p{L}+\.$/u.test(word);
    words.push({ word: stopped ? word.slice(0, -1) : word, end: at + WORD.lastIndex - (stopped ? 1 : 0) });
  }
  WORD.lastIndex = 0;
  return words;
}

/** Currency words, a code or a symbol after the figure ("million yen", "5 €", "800-million-dollar"); the longest reading wins. */
export function wordsOf(text: string, number: Figure, table: CurrencyTable, states: States): Marked | undefined {
  const words = wordsAfter(text, number.end, 4);
  for (let count = opensWords(words[0]?.word, table) ? words.length : 0; count > 0; count -= 1) {
    const key = words
      .slice(0, count)
      .map((each) => each.word)
      .join(" ");
    const end = words[count - 1]?.end ?? number.end;
    const code = count === 1 && !/\d/.test(text[end] ?? "") ? table.symbols.get(key.toUpperCase()) : undefined;
    const meanings = believable(table.words.get(key) ?? code ?? [], number, false);
    if (meanings.length === 0 || isWeight(text, end, key, number)) continue;
    const mark = marked(meanings, states, { start: number.start, end }, false);
    return code === undefined ? mark : withScale(text, mark, number);
  }
  MULTIPLE_AFTER.lastIndex = number.end;
  const multiple = MULTIPLE_AFTER.exec(text);
  return multipleOf(multiple, number, { start: number.start, end: number.end + (multiple?.[0].length ?? 0) }, table, states);
}

function opensWords(word = "", table: CurrencyTable): boolean {
  return table.heads.has(word) || table.symbols.has(word.toUpperCase());
}

/** "75 USD million": the scale behind the code. */
function withScale(text: string, mark: Marked, number: Figure): Marked {
  const scale = number.scale === undefined ? scaleAt(text, mark.end) : undefined;
  return scale === undefined ? mark : { ...mark, end: scale.end, factor: scale.factor };
}

/** A "2,000-pound" bomb, "500 pounds of uranium" and "500 kilograms (1,100 pounds)" are weights; "2 million pounds of aid" may be money. */
function isWeight(text: string, end: number, key: string, number: Figure): boolean {
  if (!/^pounds?$/.test(key) || number.scale !== undefined) return false;
  return (
    text[number.end] === "-" ||
    /^\)? of /.test(text.slice(end, end + 5)) ||
    /(?:kilograms?|kilos?|kgs?|tonnes?|tons?) \($/i.test(text.slice(Math.max(0, number.start - 12), number.start))
  );
}
