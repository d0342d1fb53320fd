// Folds a deal's members into its state at a pair of days: valid (`asOf`) and known (`known`). Nothing is taken back or overwritten:
// each step says which claim it is and where the threads stand after it.
//
// - Known: a claim is known from its document's day of publication. Where that day is not known, it cannot be shown that a claim was
//   known on any day: with `known` it is left out, without it counts.
// - Valid: with `asOf`, a claim counts only where its latest possible day is not after it; a claim without any latest day then does not.
//   A state is thus told as held only from the day on which it must have held.
import type { AsOf, Attachment, Deal, DealState, Step } from "./deal.ts";
import type { Claim } from "../reading/index.ts";
import { conflictsOf } from "./conflict.ts";
import { compareBounds, meetBounds, shiftDay } from "./day.ts";
import type { Bounds } from "./day.ts";
import type { DealKnowledge } from "./knowledge.ts";
import { advance, BEGINNING, presumed } from "./lifecycle.ts";
import type { Event, Standing } from "./lifecycle.ts";
import { isOfTalks, isPledged, mayMove, partiesOf } from "./moves.ts";
import type { Sides } from "./moves.ts";
import { compareMembers } from "./order.ts";
import { partyKey } from "./party-key.ts";
import { isInFull } from "./quantity.ts";
import { lastTold, withValidity } from "./validity.ts";

/** A member with when it holds. `presumes`: not the claim itself, but what must have been so the day before it could be told. */
interface Dated {
  readonly attachment: Attachment;
  readonly when: Bounds;
  readonly presumes?: true;
}

/** The members that documents published by `known` tell. */
export function knownMembers(deal: Deal, known: string | undefined): readonly Attachment[] {
  return deal.members.filter(({ member }) => known === undefined || (member.document.published !== undefined && member.document.published <= known));
}

/** Members in the order of their days; what may be of the same day in the order of a deal's life. */
function inOrder(members: readonly Attachment[], knowledge: DealKnowledge): readonly Dated[] {
  const place = ({ member, when }: Attachment): string => `${when.latest} ${member.document.id}`;
  const begun = new Set(members.filter(({ member: { claim } }) => isBeginning(claim)).map(place));
  // What a text tells as halted and as signed on one day was halted before: "rejoins the deal that it had suspended".
  const rank = ({ attachment }: Dated): number => {
    const { act } = attachment.member.claim;
    return isHalt(attachment.member.claim) && begun.has(place(attachment)) ? -1 : knowledge.lifecycle.order.indexOf(act);
  };
  const dated = members.flatMap((attachment): Dated[] => {
    const { when } = attachment;
    return when.latest === undefined
      ? [{ attachment, when }]
      : [
          { attachment, when },
          { attachment, when: { latest: shiftDay(when.latest, -1) }, presumes: true },
        ];
  });
  return dated.sort((a, b) => compareBounds(a.when, b.when) || rank(a) - rank(b) || compareMembers(a.attachment.member, b.attachment.member));
}

const isBeginning = ({ act, mode, negated }: Claim): boolean => act === "sign" && mode === "actual" && !negated;
const isHalt = ({ act, negated }: Claim): boolean => act === "suspend" || (act === "deliver" && negated);

/** When the state began, now that a later claim tells of the same act again. */
function confirmed(since: Bounds, mover: Dated | undefined, next: Dated): Bounds {
  const [a, b] = [mover?.attachment.member.claim, next.attachment.member.claim];
  if (a === undefined || a.act !== b.act || a.mode !== b.mode || a.negated !== b.negated) return since;
  return meetBounds(since, next.when) ?? since;
}

/** A state cannot have begun before the one that it followed. */
function following(when: Bounds, before: Bounds): Bounds {
  const earliest =
    when.earliest ?? (before.earliest !== undefined && (when.latest === undefined || before.earliest <= when.latest) ? before.earliest : undefined);
  return { ...(earliest === undefined ? {} : { earliest }), ...(when.latest === undefined ? {} : { latest: when.latest }) };
}

/** The threads, the steps so far and the bounds of the last change of state. */
interface Course {
  readonly standing: Standing;
  readonly steps: readonly Step[];
  readonly since: Bounds;
}

const isDelivery = ({ act, mode, negated }: Claim): boolean => act === "deliver" && mode === "actual" && !negated;

function eventOf(claim: Claim, { keys, keyOf }: Sides, inFull: boolean, { words }: DealKnowledge): Event {
  const { act, mode, negated, actors } = claim;
  const byParty = actors.some((party) => keys.has(partyKey(party, keyOf)));
  return { act, mode, negated, byParty, inFull, ofTalks: isOfTalks(claim, words), pledged: isPledged(claim, words) };
}

/** Who agrees over what is in dispute, or is about to, has a deal from then on. */
const makesDeal = ({ act, mode, negated }: Event): boolean =>
  (act === "agree" || act === "sign") && (mode === "actual" || mode === "planned") && !negated;

function run(deal: Deal, dated: readonly Dated[], members: readonly Attachment[], knowledge: DealKnowledge): Course {
  const sides = partiesOf(deal, members, knowledge);
  const deliveries: Attachment[] = [];
  const steps: Step[] = [];
  let kind = deal.kind;
  let [standing, since, mover]: [Standing, Bounds, Dated | undefined] = [BEGINNING, {}, undefined];
  for (const next of dated) {
    const { claim } = next.attachment.member;
    if (isDelivery(claim) && next.presumes === undefined) deliveries.push(next.attachment);
    const inFull = deliveries.at(-1) === next.attachment && isInFull(deliveries, members);
    const event = eventOf(claim, sides, inFull, knowledge);
    const moves = mayMove(next.attachment, deal, sides, knowledge.words);
    if (next.presumes) {
      const before = moves ? presumed(knowledge.lifecycle, kind, standing, event) : undefined;
      if (before === undefined) continue;
      [standing, since, mover] = [{ ...standing, state: before }, following(next.when, since), undefined];
      steps.push({ attachment: next.attachment, when: next.when, state: before, dispute: standing.dispute, moved: true, presumed: true });
      continue;
    }
    if (kind === "dispute" && moves && makesDeal(event)) kind = "agreement";
    const after = moves ? advance(knowledge.lifecycle, kind, standing, event) : standing;
    const changed = after.state !== standing.state;
    since = changed ? following(next.when, since) : confirmed(since, mover, next);
    if (changed) mover = next;
    steps.push({
      attachment: next.attachment,
      when: next.when,
      state: after.state,
      dispute: after.dispute,
      moved: changed || after.dispute !== standing.dispute,
    });
    standing = after;
  }
  return { standing, steps, since };
}

/** The state of a deal at a pair of days. Where nothing is known, both threads are `none` and `since` is without bounds. */
export function fold(deal: Deal, knowledge: DealKnowledge, { asOf, known, policy = "most-recent", origins }: AsOf = {}): DealState {
  const members = knownMembers(deal, known);
  const dated = inOrder(members, knowledge).filter(({ when }) => asOf === undefined || (when.latest !== undefined && when.latest <= asOf));
  const sides = partiesOf(deal, members, knowledge);
  const told = withValidity(run(deal, dated, members, knowledge), deal, sides, asOf ?? known ?? lastTold(members), knowledge);
  return { ...told, known: members, conflicts: conflictsOf(members, policy, origins) };
}
