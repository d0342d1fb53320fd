// What was known of a deal by one day, as bands on the valid axis. All of it is what the server said: a band begins where its state must have begun,
// and ends where the next one must have; between the bounds of a beginning nothing is decided. Beyond the day of knowing nothing is drawn.
import type { Forms } from "../asking/index.ts";
import { dayNumber } from "./moment.ts";

type Deal = Forms["Deal"];
type Row = Forms["LifeRow"];
type Bounds = Forms["Bounds"];

/** A state from one day to another: `from` is the day on which it must have begun, `began` the bounds in which it did. */
export interface Band<Value extends string> {
  readonly value: Value;
  readonly from: number;
  readonly to: number;
  readonly began: Bounds;
  readonly claim: string;
  /** No claim says so: it is presumed, or its time is over. */
  readonly presumed: boolean;
}

/** What is told of sums, and when. */
export interface SumMark {
  readonly day: number;
  readonly claim: string;
}

/** What was known by a day. */
export interface Strip {
  readonly states: readonly Band<Deal["state"]>[];
  readonly disputes: readonly Band<Deal["dispute"]>[];
  readonly sums: readonly SumMark[];
  /** Slots of conflicts. */
  readonly conflicts: readonly string[];
  readonly claims: number;
  readonly state: Deal["state"];
  readonly dispute: Deal["dispute"];
  readonly since: Bounds;
}

/** What was known by `known` (undefined: all that is told), up to `end` at the most. */
export function stripOf(deal: Deal, known: string | undefined, end: number): Strip {
  const dated = deal.life.filter(({ when }) => when.latest !== undefined);
  const until = known === undefined ? end : Math.min(end, dayNumber(known));
  const bands = <Value extends string>(valueOf: (row: Row) => Value): readonly Band<Value>[] => bandsOf(dated, valueOf, until);
  return {
    states: bands(({ state }) => state),
    disputes: bands(({ dispute }) => dispute),
    sums: dated.flatMap(({ money, when, claim, repeats, presumed, lapsed }) =>
      money.length === 0 || when.latest === undefined || (repeats ?? presumed ?? lapsed) !== undefined
        ? []
        : [{ day: dayNumber(when.latest), claim }],
    ),
    conflicts: deal.conflicts.map(({ slot }) => slot),
    claims: deal.claims.length,
    state: deal.state,
    dispute: deal.dispute,
    since: deal.since,
  };
}

function bandsOf<Value extends string>(rows: readonly Row[], valueOf: (row: Row) => Value, until: number): readonly Band<Value>[] {
  const begins = rows.filter((row, at) => {
    const before = rows[at - 1];
    return valueOf(row) !== (before === undefined ? "none" : valueOf(before));
  });
  return begins.flatMap((row, at): Band<Value>[] => {
    const next = begins[at + 1]?.when.latest;
    const [from, to] = [dayNumber(row.when.latest ?? ""), next === undefined ? until : dayNumber(next)];
    // What changed again on the same day was so on none.
    if (to < from || (next !== undefined && to === from)) return [];
    return [{ value: valueOf(row), from, to, began: row.when, claim: row.claim, presumed: row.presumed === true || row.lapsed === true }];
  });
}
