// When a deal holds, by the terms that its claims tell, and whether its time is over. Ends are bounds, as all days here: a term that nobody dates
// begins between its act and what terms.yaml allows, an extension lengthens the end that was told before it, and one told twice counts once.
import { dayAfter } from "../reading/index.ts";
import { compareBounds, daysBetween, meetBounds, shiftDay } from "./day.ts";
import type { Bounds } from "./day.ts";
import type { Attachment, Deal, DealKind, DealState, Interval, Step, Term } from "./deal.ts";
import type { DealKnowledge } from "./knowledge.ts";
import { titleOf } from "./line.ts";
import { mayMove } from "./moves.ts";
import type { Sides } from "./moves.ts";
import type { Terms } from "./terms.ts";

/**
 * An interval while it is put together: `told` is when it was last extended, `old` the last day that its end might have been before that. It is
 * `open` where nobody says how long it was extended.
 */
interface Growing extends Interval {
  readonly told?: string;
  readonly old?: string;
  readonly open?: true;
}

/** Told so many days later at the most, the same extension is the same. */
const RETOLD = 31;

const bounds = (earliest: string | undefined, latest: string | undefined): Bounds => ({
  ...(earliest === undefined ? {} : { earliest }),
  ...(latest === undefined ? {} : { latest }),
});
const isTold = ({ earliest, latest }: Bounds): boolean => earliest !== undefined || latest !== undefined;

/** The end of what is so long, from its beginning on. Of "about ten years" there is none. */
function endAfter(from: Bounds, { length, bound }: Term): Bounds {
  const after = (day: string | undefined): string | undefined => (day === undefined || length === undefined ? undefined : dayAfter(day, length));
  return bounds(
    bound === "exact" || bound === "min" ? after(from.earliest) : undefined,
    bound === "exact" || bound === "max" ? after(from.latest) : undefined,
  );
}

/** The last day on which a term begins that nobody dates. */
function lastBeginning(day: string | undefined, { length }: Term, terms: Terms): string | undefined {
  if (day === undefined) return undefined;
  const within = dayAfter(day, terms.begins_within);
  const long = length === undefined ? undefined : dayAfter(day, length);
  return long === undefined || (within !== undefined && within < long) ? within : long;
}

/** The first day of a term that a step tells. */
function beginningOf({ when, attachment }: Step, term: Term, inForce: Bounds | undefined, terms: Terms): Bounds {
  if (term.begins !== undefined) return term.begins;
  if (term.length === undefined || terms.begins.includes(attachment.member.claim.act)) return when;
  const isLater = inForce?.latest !== undefined && (when.earliest ?? when.latest ?? "") <= inForce.latest;
  if (inForce !== undefined && isLater) return bounds(inForce.earliest ?? when.earliest, inForce.latest);
  return bounds(when.earliest, lastBeginning(when.latest, term, terms));
}

/** Ends that lie before the act that tells them are another's. */
function endOf(step: Step, term: Term, from: Bounds): Bounds {
  const told = step.when.latest;
  if (term.ends === undefined) return endAfter(from, term);
  if (told !== undefined && term.ends.latest !== undefined && term.ends.latest < told) return {};
  const earliest = [term.ends.earliest, step.when.earliest]
    .filter((day) => day !== undefined)
    .sort()
    .at(-1);
  return bounds(earliest, term.ends.latest);
}

const claimIn = ({ attachment }: Step): string => attachment.member.claim.id;

function withRecurrence(interval: Growing, { recurs }: Term): Growing {
  return recurs === undefined || interval.recurs !== undefined ? interval : { ...interval, recurs };
}

/** Somebody tells that it ends, be it not when. */
const isEnding = ({ to, open }: Growing): boolean => isTold(to) || open === true;

/** What is told of a term is what an interval holds already, or held before it was extended. */
function isIn({ told, from, to }: Growing, begins: Bounds, ends: Bounds): boolean {
  if (told === undefined) return meetBounds(from, begins) !== undefined && meetBounds(to, ends) !== undefined;
  return ends.latest !== undefined && (to.latest === undefined || ends.latest <= to.latest);
}

/** A term of its own, or one that is told already. */
function begun(intervals: readonly Growing[], step: Step, term: Term, from: Bounds): readonly Growing[] {
  const to = endOf(step, term, from);
  if (!isTold(to) && (term.ends !== undefined || (term.recurs === undefined && term.begins === undefined))) return intervals;
  const same = intervals.findIndex((one) => isIn(one, from, to));
  const known = intervals[same];
  if (known?.told !== undefined) return intervals.with(same, { ...known, claims: [...known.claims, claimIn(step)] });
  if (known === undefined) return [...intervals, withRecurrence({ from, to, claims: [claimIn(step)] }, term)];
  const met = { ...known, from: meetBounds(known.from, from) ?? from, to: meetBounds(known.to, to) ?? to, claims: [...known.claims, claimIn(step)] };
  return intervals.with(same, withRecurrence(met, term));
}

/** Whether a step tells the last extension of an interval again. */
function isAgain({ told, old }: Growing, day: string | undefined): boolean {
  return told !== undefined && day !== undefined && (daysBetween(told, day) <= RETOLD || (old !== undefined && day <= old));
}

/** When an interval was last extended. */
const since = (day: string | undefined, { told }: Pick<Growing, "told"> = {}): Pick<Growing, "told"> =>
  told === undefined ? (day === undefined ? {} : { told: day }) : { told };

/** An extension of which no one tells the length leaves the end open, unless it only tells another again. */
function opened(intervals: readonly Growing[], step: Step): readonly Growing[] {
  const at = intervals.findLastIndex(isEnding);
  const base = intervals[at];
  const day = step.when.latest;
  if (base === undefined) return intervals;
  const claims = [...base.claims, claimIn(step)];
  if (isAgain(base, day)) return intervals.with(at, { ...base, claims });
  const { latest: old, earliest } = base.to;
  const told = { ...since(day), ...(old === undefined ? {} : { old }) };
  return intervals.with(at, { ...base, to: bounds(earliest, undefined), claims, ...told, open: true });
}

/** The end that an extension lengthens: the one that its words or the interval tell, unless that was over by then. */
function oldEnd(base: Growing | undefined, day: string | undefined, { expires }: Term): Bounds | undefined {
  if (expires !== undefined || base === undefined) return expires;
  const before = base.open === true ? bounds(base.to.earliest, base.old) : base.to;
  return before.latest !== undefined && day !== undefined && before.latest < day ? undefined : before;
}

/** The extension of the interval that was told last, or of one of which only this is known. */
function extended(intervals: readonly Growing[], step: Step, term: Term): readonly Growing[] {
  const at = intervals.findLastIndex(isEnding);
  const base = intervals[at];
  const day = step.when.latest;
  const claims = [...(base?.claims ?? []), claimIn(step)];
  if (base !== undefined && base.open !== true && term.ends === undefined && isAgain(base, day)) return intervals.with(at, { ...base, claims });
  const before = oldEnd(base, day, term);
  // An old end that nobody tells was no earlier than the extension.
  const to =
    term.ends === undefined
      ? endAfter(before !== undefined && isTold(before) ? before : bounds(step.when.earliest, undefined), term)
      : endOf(step, term, {});
  if (!isTold(to)) return intervals;
  if (base?.to.latest !== undefined && to.latest !== undefined && to.latest <= base.to.latest)
    return intervals.with(at, { ...base, ...since(day, base), claims });
  const { open: _, old: __, ...kept } = base ?? { from: bounds(undefined, day) };
  const told = { ...since(day), ...(before?.latest === undefined ? {} : { old: before.latest }) };
  const grown = withRecurrence({ ...kept, to, claims, ...told }, term);
  return base === undefined ? [...intervals, grown] : intervals.with(at, grown);
}

const isExtension = ({ attachment: { member } }: Step): boolean =>
  member.claim.act === "extend" && member.claim.mode === "actual" && !member.claim.negated;

/** Parts in which a claim tells a term of the deal. */
const TELLS: ReadonlySet<Attachment["part"]> = new Set(["opens", "joins"]);

/** When a deal holds, by the terms that its own claims tell, in the order of the steps. */
function grow(steps: readonly Step[], isOwn: IsOwn, terms: Terms): readonly Growing[] {
  const own = steps.filter(({ attachment, presumed }) => presumed !== true && TELLS.has(attachment.part) && isOwn(attachment));
  const inForce = own.find(
    ({ attachment: { member } }) => member.claim.act === "enter-into-force" && member.claim.mode === "actual" && !member.claim.negated,
  );
  return own.reduce<readonly Growing[]>((intervals, step) => {
    const { term } = step.attachment;
    if (term === undefined) return isExtension(step) ? opened(intervals, step) : intervals;
    return term.extends ? extended(intervals, step, term) : begun(intervals, step, term, beginningOf(step, term, inForce?.when, terms));
  }, []);
}

/** The last day of which the members' documents tell: until then at least time has passed. */
export function lastTold(members: readonly Attachment[]): string | undefined {
  return members
    .flatMap(({ member }) => member.document.published ?? [])
    .sort()
    .at(-1);
}

/** The interval that ends last; undefined where one of them has no last day, or is renewed as a matter of course. */
function lastToEnd(intervals: readonly Growing[], kind: DealKind, { renewed }: Terms): Growing | undefined {
  const ending = intervals.filter(isEnding);
  if (ending.some(({ to, told }) => to.latest === undefined || (told !== undefined && renewed.includes(kind)))) return undefined;
  return [...ending].sort((a, b) => compareBounds(a.to, b.to)).at(-1);
}

/** Told after the end, it shows that the deal went on. */
function goesOn({ attachment: { member, part }, moved, presumed }: Step, terms: Terms): boolean {
  const { act, mode, negated } = member.claim;
  if (moved || presumed === true) return true;
  return part !== "hints" && part !== "refers" && part !== "touches" && mode === "actual" && !negated && terms.living.includes(act);
}

/** Whether a member's term is one of the deal: what is the business of others tells none of it, and a truce one of truces alone. */
type IsOwn = (attachment: Attachment) => boolean;

function ownTerms(deal: Deal, steps: readonly Step[], sides: Sides, knowledge: DealKnowledge): IsOwn {
  const members = steps.map(({ attachment }) => attachment);
  const isTruce = members.some(({ term }) => term?.truce) && knowledge.terms.truces.test(titleOf(deal, members, knowledge));
  return (attachment) => mayMove(attachment, deal, sides, knowledge.words) && (isTruce || attachment.term?.truce !== true);
}

type Course = Pick<DealState, "since" | "steps"> & { readonly standing: Pick<DealState, "state" | "dispute"> };

/**
 * The course of a deal with its validity: where the last end that is told has passed by `day`, nothing told after it shows that the deal went on,
 * and its state is one that ends with the term, it is expired from the day after.
 */
export function withValidity(
  course: Course,
  deal: Deal,
  sides: Sides,
  day: string | undefined,
  knowledge: DealKnowledge,
): Omit<DealState, "known" | "conflicts"> {
  const { kind } = deal;
  const { terms } = knowledge;
  const { standing, steps, since } = course;
  const { state, dispute } = standing;
  const grown = grow(steps, ownTerms(deal, steps, sides, knowledge), terms);
  const validity = grown.map(({ from, to, recurs, claims }): Interval => ({ from, to, ...(recurs === undefined ? {} : { recurs }), claims }));
  const last = lastToEnd(grown, kind, terms);
  const end = last?.to.latest;
  const isLater = ({ when }: Step): boolean => when.latest === undefined || (end !== undefined && when.latest > end);
  const isOver = end !== undefined && day !== undefined && end < day && terms.expires[kind].some((one) => one === state);
  const teller = steps.findLast((step) => step.attachment.term !== undefined && last?.claims.includes(claimIn(step)));
  if (!isOver || teller === undefined || steps.some((step) => isLater(step) && goesOn(step, terms)))
    return { state, dispute, since, steps, validity };
  const when = bounds(last?.to.earliest === undefined ? undefined : shiftDay(last.to.earliest, 1), shiftDay(end, 1));
  const lapse: Step = {
    attachment: teller.attachment,
    when,
    state: "expired",
    dispute: steps.findLast((step) => !isLater(step))?.dispute ?? "none",
    moved: true,
    lapsed: true,
  };
  const [before, after] = [steps.filter((step) => !isLater(step)), steps.filter(isLater)];
  return {
    state: "expired",
    dispute,
    since: when,
    steps: [...before, lapse, ...after.map((step): Step => ({ ...step, state: "expired" }))],
    validity,
  };
}
