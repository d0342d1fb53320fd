// What a time expression gives before anyone asks for the day of the document: stated, to be anchored, to be
// referred to another time, or a mere length. Kept apart from the resolved norm, so that a caller can resolve again.
import { addDays, addMonths, dayOf, daysBetween, isDay, monthNorm, partsOf, weekdayOf, yearNorm } from "./calendar.ts";
import type { Day } from "./calendar.ts";
import type { TimeReason } from "../annotation.ts";
import { firstDay, isNorm, lastDay, startOf, endOf } from "./norm.ts";
import type { Norm } from "./norm.ts";

/** The parts of a calendar date that the words give; a range lends them from one end to the other. */
export interface Stated {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
}

/**
 * `anchored` gives every reading near the anchor, of which the nearest fitting one is taken; `shift` counts from a time that
 * follows ("two days after Monday"). `kept` stays as the text writes it. `referred` counts from the last time told
 * that fits, `orAnchor` from the anchor where none was. A `duration` whose count is no vague one has its `length` in ISO 8601.
 */
export type Meaning =
  | { readonly kind: "stated"; readonly norm: Norm; readonly parts?: Stated }
  | {
      readonly kind: "anchored";
      readonly candidates: (anchor: Day) => readonly Norm[];
      readonly parts?: Stated;
      readonly weekday?: boolean;
      readonly shift?: (from: Day) => Norm;
    }
  | {
      readonly kind: "referred";
      readonly fits: (told: Norm) => boolean;
      readonly resolve: (told: Norm) => Norm;
      readonly orAnchor: boolean;
    }
  | { readonly kind: "duration"; readonly length?: string }
  | { readonly kind: "kept"; readonly reason: TimeReason };

/** Which side of the anchor is meant: `sure` where the caller knows the tense, else a guess that a much nearer reading beats. */
export interface Direction {
  readonly side: "past" | "future";
  readonly sure: boolean;
}

/** A time that has no norm whatever the anchor is. */
export function kept(reason: TimeReason): Meaning {
  return { kind: "kept", reason };
}

/** A meaning with a fixed norm. */
export function stated(norm: Norm, parts?: Stated): Meaning | undefined {
  if (!isNorm(norm)) return undefined;
  return parts === undefined ? { kind: "stated", norm } : { kind: "stated", norm, parts };
}

/** A meaning that the anchor settles alone ("yesterday"). */
export function relative(resolve: (anchor: Day) => Norm): Meaning {
  return { kind: "anchored", candidates: (anchor) => [resolve(anchor)] };
}

/** A meaning that comes again every year ("the first quarter", "summer"), near the anchor's year. */
export function yearly(inYear: (year: number) => Norm, parts?: Stated): Meaning {
  const candidates = (anchor: Day) => {
    const { year } = partsOf(anchor);
    return [-4, -3, -2, -1, 0, 1, 2, 3, 4].map((step) => inYear(year + step)).filter(isNorm);
  };
  return parts === undefined ? { kind: "anchored", candidates } : { kind: "anchored", candidates, parts };
}

/** A date by its parts: what is missing comes from the anchor. Nothing for a day that no calendar has. */
export function calendar(parts: Stated): Meaning | undefined {
  const { year, month, day } = parts;
  if (year !== undefined)
    return stated(month === undefined ? yearNorm(year) : day === undefined ? monthNorm(year, month) : dayOf({ year, month, day }), parts);
  if (month !== undefined && day !== undefined)
    return isDay(dayOf({ year: 2000, month, day })) ? yearly((near) => dayOf({ year: near, month, day }), parts) : undefined;
  if (month !== undefined) return yearly((near) => monthNorm(near, month), parts);
  if (day === undefined || day < 1 || day > 31) return undefined;
  const candidates = (anchor: Day) =>
    [-2, -1, 0, 1, 2].map((step) => dayOf({ ...partsOf(addMonths(`${anchor.slice(0, 8)}01`, step)), day })).filter(isDay);
  return { kind: "anchored", candidates, parts };
}

/** A day of the week, 0 for Monday: the anchor itself, or the ones before and after it. */
export function weekday(index: number): Meaning {
  const candidates = (anchor: Day) => {
    const back = (weekdayOf(anchor) - index + 7) % 7;
    return back === 0 ? [anchor] : [addDays(anchor, -back), addDays(anchor, 7 - back)];
  };
  return { kind: "anchored", candidates, weekday: true };
}

/** Days between the anchor and the norm, 0 where the norm holds the anchor; negative for the past. */
function distance(anchor: Day, norm: Norm): number {
  const [first, last] = [firstDay(startOf(norm)), lastDay(endOf(norm))];
  if (first <= anchor && anchor <= last) return 0;
  return last < anchor ? daysBetween(anchor, last) : daysBetween(anchor, first);
}

/** A reading on the wrong side of a guessed direction must be this much nearer to be taken. */
const WRONG_SIDE = 2.5;

/** The reading that is meant. Weekdays look back unless told otherwise; other dates take the nearest fitting one. */
export function pick(meaning: Extract<Meaning, { kind: "anchored" }>, anchor: Day, direction: Direction | undefined): Norm | undefined {
  const side = direction?.side ?? (meaning.weekday === true ? "past" : undefined);
  const strict = direction?.sure === true || meaning.weekday === true;
  const cost = (norm: Norm) => {
    const days = distance(anchor, norm);
    const wrong = side !== undefined && days !== 0 && days < 0 !== (side === "past");
    return Math.abs(days) * (wrong ? (strict ? 1e6 : WRONG_SIDE) : 1);
  };
  const costs = meaning
    .candidates(anchor)
    .filter(isNorm)
    .map((norm) => ({ norm, cost: cost(norm), days: daysBetween(firstDay(startOf(norm)), lastDay(endOf(norm))) }));
  return costs.toSorted((a, b) => a.cost - b.cost || a.days - b.days)[0]?.norm;
}
