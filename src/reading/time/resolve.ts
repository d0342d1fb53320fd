// What a meaning comes to on the day of the document: a norm with its basis, or the reason why there is none.
import type { TimeMention, TimeReason } from "../annotation.ts";
import type { Day } from "./calendar.ts";
import type { Candidate } from "./construct.ts";
import { pick } from "./meaning.ts";
import type { Direction, Meaning } from "./meaning.ts";
import { endOf, isNorm, opened, startOf } from "./norm.ts";
import type { Norm } from "./norm.ts";

/** The resolved part of a mention. */
export type Resolved = Pick<TimeMention, "norm" | "basis" | "reason" | "duration" | "length">;

function without(reason: TimeReason): Resolved {
  return { basis: "none", reason };
}

/** Before it, the calendars of countries differed, and a date is only what its writer meant by it. */
const OLDEST_YEAR = "1800";

function written(norm: Norm | undefined, basis: "stated" | "anchored", open: Candidate["open"]): Resolved {
  // A day that the calendar lacks is given as it would be written ("2015-06-31"), or as nothing ("the fifth Friday of May").
  if (norm === undefined || !isNorm(norm)) return without(norm === undefined || /^(?:\d{4}-|$)/.test(norm) ? "no-such-day" : "beyond-calendar");
  if ((startOf(norm) || endOf(norm)) < OLDEST_YEAR) return without("before-1800");
  return { norm: open === undefined ? norm : opened(norm, open), basis };
}

/** The time that a referred meaning counts to, from the last time before it that fits. */
function toldFrom(meaning: Extract<Meaning, { kind: "referred" }>, before: readonly Norm[], anchor: Day | undefined): Norm | undefined {
  const told = before.findLast(meaning.fits) ?? (meaning.orAnchor ? anchor : undefined);
  return told === undefined ? undefined : meaning.resolve(told);
}

/** Resolves a candidate; `before` are the norms told before it, `direction` is asked only where the side of the anchor matters. */
export function resolve(
  { meaning, open }: Candidate,
  anchor: Day | undefined,
  before: readonly Norm[],
  direction: () => Direction | undefined,
): Resolved {
  switch (meaning.kind) {
    case "stated":
      return written(meaning.norm, "stated", open);
    case "anchored":
      if (anchor === undefined) return without("no-document-day");
      return written(pick(meaning, anchor, direction()) ?? meaning.candidates(anchor)[0], "anchored", open);
    case "referred": {
      const norm = toldFrom(meaning, before, anchor);
      return norm === undefined ? without("nothing-told-before") : written(norm, "anchored", open);
    }
    case "duration":
      return { ...without("length"), duration: true, ...(meaning.length === undefined ? {} : { length: meaning.length }) };
    case "kept":
      return without(meaning.reason);
  }
}
