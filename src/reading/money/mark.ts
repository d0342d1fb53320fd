// A figure with its currency mark: whether it is a sum, or words of money that must stay unread, and why.
import type { UnreadMoney } from "../annotation.ts";
import type { NumberReading } from "../quantity/index.ts";
import type { CurrencyTable } from "./currencies.ts";
import { symbolBefore, wordsOf } from "./currency.ts";
import type { Figure, Marked, States } from "./currency.ts";
import type { Sum } from "./range.ts";

/** What a figure with a mark is; `undefined` stands for a figure without one. */
export type Judged = { readonly sum: Sum } | { readonly unread: UnreadMoney } | undefined;

/** The currency mark of a figure: the surer one of those on its two sides, both where they agree. */
export function markOf(text: string, figure: Figure, currencies: CurrencyTable, states: States): Marked | undefined {
  const before = symbolBefore(text, figure, currencies, states);
  const after = wordsOf(text, figure, currencies, states);
  if (before?.code === undefined || after?.code === undefined) return before?.code === undefined ? (after ?? before) : before;
  const surer = after.sure && !before.sure ? after : before;
  const joined = after.code === before.code || after.sure !== before.sure;
  return joined ? { ...surer, start: before.start, end: after.end } : before;
}

/** "a billion-dollar deal" speaks of a size, not of one billion; "a 2 billion-dollar deal" gives the figure. */
function isLoose(text: string, number: NumberReading): boolean {
  return number.form === "words" && text[number.end] === "-" && /^an? \w+$/i.test(text.slice(number.start, number.end));
}

/** Multiples that are no figure: "several hundred million dollars" must not be read from its middle. */
function isPartial(text: string, number: NumberReading): boolean {
  return /(?:several|few|many|multi|hundreds of|tens of|thousands of|dozens of)[ -]?$/i.test(
    text.slice(Math.max(0, number.start - 14), number.start),
  );
}

/** "-$5": a minus that stands free before the sign; a hyphen after a word ("US-$5") is none. */
function isNegative(text: string, mark: Marked): boolean {
  return /(?:^|[\s(])[-\u2212]$/.test(text.slice(Math.max(0, mark.start - 2), mark.start));
}

/** "1.250 euros" is a thousand and more or little more than one; a price of a unit ("1.399 euros a litre") has three decimals. */
function isEitherWay(text: string, number: NumberReading, mark: Marked): boolean {
  const figure = text.slice(number.start, number.end);
  return /^[1-9]\d{0,2}\.\d{3}$/.test(figure) && !/^(?:\/| (?:per|an?|each)\b)/.test(text.slice(mark.end, mark.end + 6));
}

/** The sum that a number makes with its mark, or why it makes none. */
export function judge(text: string, number: NumberReading, currencies: CurrencyTable, states: States): Judged {
  if (isLoose(text, number) || isPartial(text, number)) return undefined;
  const mark = markOf(text, number, currencies, states);
  if (mark === undefined) return undefined;
  const { start, end, code, factor } = mark;
  if (code === undefined) return { unread: unreadAs("ambiguous", mark) };
  if (isNegative(text, mark)) return { unread: unreadAs("negative", { ...mark, start: start - 1 }) };
  if (isEitherWay(text, number, mark)) return { unread: unreadAs("ambiguous", mark) };
  if (factor === undefined) return { sum: { start, end, number, code } };
  const value = Number((number.value * factor).toPrecision(15));
  return value < 1e18 ? { sum: { start, end, number: { ...number, value, scale: factor }, code } } : { unread: unreadAs("too-large", mark) };
}

/** Words of money that stay unread, with the currency where it is plain. */
export function unreadAs(reason: UnreadMoney["reason"], { start, end, code }: Marked): UnreadMoney {
  return { type: "money", start, end, reason, ...(code !== undefined && { currency: code }) };
}
