// Sums of money: a number with a currency beside it. A range ("$1.2-1.5 billion") is two mentions, its least with the
// bound `min` and its most with `max`; "from $2bn to $3bn" tells a change as often as a range and stays two exact sums.
// Sums without a figure ("tens of millions of dollars", "a multibillion-dollar deal") give no mention: nothing is invented.
import type { Span } from "../../document/index.ts";
import type { MoneyMention } from "../annotation.ts";
import { boundAt, findNumbers, loadBounds } from "../quantity/index.ts";
import type { BoundWords, NumberReading } from "../quantity/index.ts";
import { withConversions } from "./conversion.ts";
import { loadCurrencies } from "./currencies.ts";
import type { CurrencyTable } from "./currencies.ts";
import { symbolBefore, wordsOf } from "./currency.ts";
import type { Marked, States } from "./currency.ts";
import { rangesOf } from "./range.ts";
import type { Amount, Sum } from "./range.ts";

/** What the tables under knowledge/ say about money. */
export interface MoneyKnowledge {
  readonly currencies: CurrencyTable;
  readonly bounds: BoundWords;
}

/** What the document lets one know: the ids of the states that it names, in document order. They settle "pounds", "rupees", "dinars". */
export interface MoneyContext {
  readonly states?: States;
  /** Other tables than the package's own. */
  readonly knowledge?: MoneyKnowledge;
}

let shipped: MoneyKnowledge | undefined;

function shippedKnowledge(): MoneyKnowledge {
  shipped ??= { currencies: loadCurrencies(), bounds: loadBounds() };
  return shipped;
}

function markOf(text: string, number: NumberReading, currencies: CurrencyTable, states: States): Marked | undefined {
  const before = symbolBefore(text, number, currencies, states);
  const after = wordsOf(text, number, currencies, states);
  if (before === undefined || after === undefined) return before ?? after;
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

function sumsOf(text: string, numbers: readonly NumberReading[], currencies: CurrencyTable, states: States): readonly (Sum | undefined)[] {
  return numbers.map((number) => {
    if (isLoose(text, number) || isPartial(text, number)) return undefined;
    const mark = markOf(text, number, currencies, states);
    return mark === undefined ? undefined : { start: mark.start, end: mark.end, number, code: mark.code };
  });
}

/** One mark belongs to one figure: in "17 USD 25" to the first. */
function apart(amounts: readonly Amount[]): readonly Amount[] {
  return amounts.filter((amount, index) => amount.start >= (amounts[index - 1]?.end ?? 0));
}

/**
 * The sums of money in the span, in text order. `amount` is in full units of `currency` (ISO 4217). A unit that stays
 * unsettled ("500 dinars" where the document names no state with dinars) gives no mention. Never throws on a text.
 */
export function recogniseMoney(text: string, span: Span, context: MoneyContext = {}): readonly MoneyMention[] {
  const { currencies, bounds } = context.knowledge ?? shippedKnowledge();
  const within = text.slice(span.start, span.end);
  const numbers = findNumbers(within, { start: 0, end: within.length });
  const sums = apart(rangesOf(within, numbers, sumsOf(within, numbers, currencies, context.states ?? [])));
  const mentions = sums.map(({ start, end, amount, code, bound }): MoneyMention => {
    return { type: "money", start, end, amount, currency: code, bound: bound ?? boundAt(within, start, end, bounds) };
  });
  return withConversions(within, mentions).map((mention) => ({ ...mention, start: mention.start + span.start, end: mention.end + span.start }));
}
