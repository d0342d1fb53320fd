// Sums of money: a number with a currency beside it. A range ("$1.2-1.5 billion") is two mentions, its least with the
// bound `min` and its most with `max`; "from $2bn to $3bn" tells a change as often as a range and stays two exact sums.
// Sums without a figure ("tens of millions of dollars", "a multibillion-dollar deal") give no mention: nothing is invented.
import type { Span } from "../../document/index.ts";
import { overlaps } from "../../document/index.ts";
import type { MoneyMention, UnreadMoney } from "../annotation.ts";
import { boundAt, findFigures, findNumbers, loadBounds } from "../quantity/index.ts";
import type { BoundWords } from "../quantity/index.ts";
import { withConversions } from "./conversion.ts";
import { loadCurrencies } from "./currencies.ts";
import type { CurrencyTable } from "./currencies.ts";
import type { States } from "./currency.ts";
import { judge } from "./mark.ts";
import { loadMinorUnits, withMinor } from "./minor.ts";
import type { MinorUnits } from "./minor.ts";
import { rangesOf } from "./range.ts";
import type { Amount, Sum } from "./range.ts";
import { unreadOf } from "./unread.ts";

/** What the tables under knowledge/ say about money. */
export interface MoneyKnowledge {
  readonly currencies: CurrencyTable;
  readonly minor: MinorUnits;
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
  shipped ??= { currencies: loadCurrencies(), minor: loadMinorUnits(), bounds: loadBounds() };
  return shipped;
}

/** One mark belongs to one figure: in "17 USD 25" to the first. */
function apart(amounts: readonly Amount[]): readonly Amount[] {
  const kept: Amount[] = [];
  for (const amount of amounts) if (amount.start >= (kept.at(-1)?.end ?? 0)) kept.push(amount);
  return kept;
}

/** The sum with what stands behind it in lower units. */
function inFull(text: string, { number, ...sum }: Sum, minor: MinorUnits): Sum {
  if (number.scale !== undefined || !Number.isInteger(number.value)) return { ...sum, number };
  const { amount, end } = withMinor(text, { amount: number.value, end: sum.end }, minor.get(sum.code) ?? [], sum.end > number.end);
  return { ...sum, end, number: { ...number, value: amount } };
}

function amountsIn(text: string, { currencies, minor }: MoneyKnowledge, states: States): readonly Amount[] {
  const numbers = findNumbers(text, { start: 0, end: text.length });
  const sums = numbers.map((number) => {
    const judged = judge(text, number, currencies, states);
    return judged !== undefined && "sum" in judged ? inFull(text, judged.sum, minor) : undefined;
  });
  return apart(rangesOf(text, numbers, sums));
}

/**
 * The sums of money in the span, in text order. `amount` is in full units of `currency` (ISO 4217). A unit that stays
 * unsettled ("500 dinars" where the document names no state with dinars) gives no mention. Never throws on a text.
 */
export function recogniseMoney(text: string, span: Span, context: MoneyContext = {}): readonly MoneyMention[] {
  const knowledge = context.knowledge ?? shippedKnowledge();
  const within = text.slice(span.start, span.end);
  const mentions = amountsIn(within, knowledge, context.states ?? []).map(({ start, end, amount, code, bound }): MoneyMention => {
    return { type: "money", start, end, amount, currency: code, bound: bound ?? boundAt(within, start, end, knowledge.bounds) };
  });
  return withConversions(within, mentions).map((mention) => ({ ...mention, start: mention.start + span.start, end: mention.end + span.start }));
}

/** The words of money in the span that give no sum, each with the reason, in text order and apart from the sums. Never throws on a text. */
export function unreadMoney(text: string, span: Span, context: MoneyContext = {}): readonly UnreadMoney[] {
  const knowledge = context.knowledge ?? shippedKnowledge();
  const within = text.slice(span.start, span.end);
  const sums = amountsIn(within, knowledge, context.states ?? []);
  return outside(unreadOf(within, findFigures(within, { start: 0, end: within.length }), knowledge.currencies, context.states ?? []), sums).map(
    (each) => ({
      ...each,
      start: each.start + span.start,
      end: each.end + span.start,
    }),
  );
}

/** Those that overlap none of the others; both lists are in text order and apart, so that one walk is enough. */
function outside<T extends Span>(some: readonly T[], others: readonly Span[]): readonly T[] {
  let at = 0;
  return some.filter((each) => {
    while ((others[at]?.end ?? Number.POSITIVE_INFINITY) <= each.start) at += 1;
    const next = others[at];
    return next === undefined || !overlaps(each, next);
  });
}
