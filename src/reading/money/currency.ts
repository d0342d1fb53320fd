// The currency of a figure: a symbol or code right before or after it, or words after it ("Canadian dollars").
// A bare unit that several states share is settled by the states that the document names, in their order.
import type { Span } from "../../document/index.ts";
import type { NumberReading } from "../quantity/index.ts";
import type { Currency, CurrencyTable } from "./currencies.ts";

/** A currency found beside a figure, and the span of the figure with its marks. */
export interface Marked extends Span {
  readonly code: string;
  /** The mark alone settles it ("C$", "Canadian dollars"), so that it beats a bare sign on the other side. */
  readonly sure: boolean;
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
function believable(meanings: readonly Currency[], number: NumberReading, symbol: boolean): readonly Currency[] {
  const large = symbol ? number.scale !== undefined && number.scale >= 1000 : number.value >= 1000;
  return meanings.filter((each) => large || !each.everyday);
}

function marked(meanings: readonly Currency[], states: States, span: Span, bare: boolean): Marked | undefined {
  const code = settle(meanings, states);
  return code === undefined ? undefined : { ...span, code, sure: meanings.length === 1 && !bare };
}

/** A symbol or code before the figure, with at most one blank between ("US$1.2", "EUR 555", "c $ 300"). */
export function symbolBefore(text: string, number: NumberReading, table: CurrencyTable, states: States): Marked | undefined {
  const left = text.slice(Math.max(0, number.start - LONGEST_SYMBOL - 1), number.start).replace(/[ \u00a0]$/, "");
  const gap = /[ \u00a0]/.test(text[number.start - 1] ?? "") ? 1 : 0;
  for (let size = Math.min(LONGEST_SYMBOL, left.length); size > 0; size -= 1) {
    const symbol = left.slice(-size);
    const meanings = believable(table.symbols.get(symbol) ?? [], number, true);
    const glued = /^[\p{L}]/u.test(symbol) && /[\p{L}\p{N}_]$/u.test(text.slice(0, Math.max(0, number.start - gap - size)).slice(-1));
    if (meanings.length > 0 && !glued) return marked(meanings, states, { start: number.start - gap - size, end: number.end }, symbol === "$");
  }
  return undefined;
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
export function wordsOf(text: string, number: NumberReading, table: CurrencyTable, states: States): Marked | undefined {
  const words = wordsAfter(text, number.end, 4);
  if (!table.heads.has(words[0]?.word ?? "") && !table.symbols.has((words[0]?.word ?? "").toUpperCase())) return undefined;
  for (let count = words.length; count > 0; count -= 1) {
    const key = words
      .slice(0, count)
      .map((each) => each.word)
      .join(" ");
    const end = words[count - 1]?.end ?? number.end;
    const meanings = believable(table.words.get(key) ?? (count === 1 ? (table.symbols.get(key.toUpperCase()) ?? []) : []), number, false);
    if (meanings.length > 0 && !isWeight(text, end, key, number)) return marked(meanings, states, { start: number.start, end }, false);
  }
  return undefined;
}

/** "500 pounds of uranium" is a weight; "2 million pounds of aid" may be money. */
function isWeight(text: string, end: number, key: string, number: NumberReading): boolean {
  return /^pounds?$/.test(key) && number.scale === undefined && text.startsWith(" of ", end);
}
