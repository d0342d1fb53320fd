// Ranges of money. Two figures that share one currency mark or one scale ("€1.2-1.5 billion", "between 3 and 4 billion
// dollars") lend each other what they lack, and become the least and the most of one sum.
import type { Span } from "../../document/index.ts";
import type { Bound, NumberReading } from "../quantity/index.ts";

/** A number that stands beside a currency. */
export interface Sum extends Span {
  readonly number: NumberReading;
  readonly code: string;
}

/** A sum with its amount; `bound` is given where a range gives it. */
export interface Amount extends Span {
  readonly amount: number;
  readonly code: string;
  readonly bound?: Bound;
}

const DASH = /^\s?[-\u2010-\u2015]\s?$/;
const TO = /^\s?(?:to|or)\s?$/;
const AND = /^\s?and\s?$/;

/** How two neighbouring figures are joined, by what stands between them and before the first. */
function isRange(text: string, first: Span, second: Span): boolean {
  const gap = text.slice(first.end, second.start);
  if (gap.length > 8) return false;
  const before = text.slice(Math.max(0, first.start - 12), first.start).toLowerCase();
  return DASH.test(gap) || (TO.test(gap) && !/(?:from|by)\s$/.test(before)) || (AND.test(gap) && /between\s$/.test(before));
}

/** The first figure in the scale of the second, where it has none of its own and is the smaller one ("18-22 billion"). */
function lent(first: NumberReading, second: NumberReading): number {
  const lends = first.scale === undefined && second.scale !== undefined && first.value < second.value / second.scale;
  return lends ? Number((first.value * (second.scale ?? 1)).toPrecision(15)) : first.value;
}

function pair(first: NumberReading, second: NumberReading, code: string, spans: readonly [Span, Span]): readonly Amount[] | undefined {
  const least = lent(first, second);
  if (!(least < second.value)) return undefined;
  const [a, b] = spans;
  return [
    { start: a.start, end: a.end, amount: least, code, bound: "min" },
    { start: b.start, end: b.end, amount: second.value, code, bound: "max" },
  ];
}

/** The two amounts of the range that begins with figure `at`, or nothing where it begins none. */
function rangeAt(text: string, numbers: readonly NumberReading[], sums: readonly (Sum | undefined)[], at: number): readonly Amount[] | undefined {
  const [first, second] = [numbers[at], numbers[at + 1]];
  if (first === undefined || second === undefined) return undefined;
  const [from, to] = [sums[at], sums[at + 1]];
  const code = to?.code ?? from?.code;
  if (code === undefined || (from !== undefined && to !== undefined && from.code !== to.code)) return undefined;
  const spans = [from ?? first, to ?? second] as const;
  return isRange(text, ...spans) ? pair(first, second, code, spans) : undefined;
}

/** The amounts of all sums; the figures of a range come as its least (`min`) and its most (`max`). `sums` is parallel to `numbers`. */
export function rangesOf(text: string, numbers: readonly NumberReading[], sums: readonly (Sum | undefined)[]): readonly Amount[] {
  const amounts: Amount[] = [];
  for (let at = 0; at < numbers.length; at += 1) {
    const range = rangeAt(text, numbers, sums, at);
    const sum = sums[at];
    if (range !== undefined) {
      amounts.push(...range);
      at += 1;
    } else if (sum !== undefined) amounts.push({ start: sum.start, end: sum.end, amount: sum.number.value, code: sum.code });
  }
  return amounts;
}
