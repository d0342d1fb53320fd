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
import { compareMembers } from "./order.ts";
import { isInFull } from "./quantity.ts";
import { sideKeys } from "./sides.ts";
import { lastTold, withValidity } from "./validity.ts";
import { partyKey } from "./view.ts";

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
  const rank = ({ attachment }: Dated): number => knowledge.lifecycle.order.indexOf(attachment.member.claim.act);
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

/** Relations move nothing; of what merely touches a deal, only a ban by one of its own parties does. */
const canMove = ({ part, member }: Attachment): boolean => part !== "refers" && (part !== "touches" || member.claim.act === "ban");

/**
 * What states do that are no parties of the deal, however much it is about the deal, is not the deal's own: a quarrel is theirs where all of
 * them are parties, a halt or an end where one of those is that do it. A beginning shows who the parties are.
 */
function isTheirs({ part, member: { claim } }: Attachment, sides: ReadonlySet<string>): boolean {
  if (part !== "disputes") {
    if (!ENDING.has(claim.act)) return true;
    const known = claim.actors.filter(({ id }) => id !== undefined);
    return known.length === 0 || sides.size === 0 || known.some((party) => sides.has(partyKey(party)));
  }
  const states = [...claim.actors, ...claim.targets].flatMap(({ id }) => (id !== undefined && /^[A-Z]{3}$/.test(id) ? [id] : []));
  return states.every((id) => sides.has(id));
}

const ENDING: ReadonlySet<string> = new Set(["suspend", "resume", "cancel", "breach", "extend"]);

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

/** The parties of the deal: those that the catalogue lists in full, else those that its members show. */
function partiesOf({ known }: Deal, members: readonly Attachment[], knowledge: DealKnowledge): ReadonlySet<string> {
  const row = known === undefined ? undefined : knowledge.known.rows.get(known);
  return row === undefined || row.parties.length === 0 || row.parties.includes("*") ? sideKeys(members) : new Set(row.parties);
}

const isDelivery = ({ act, mode, negated }: Claim): boolean => act === "deliver" && mode === "actual" && !negated;

function run(deal: Deal, dated: readonly Dated[], members: readonly Attachment[], knowledge: DealKnowledge): Course {
  const sides = partiesOf(deal, members, knowledge);
  const deliveries: Attachment[] = [];
  const steps: Step[] = [];
  let [standing, since, mover]: [Standing, Bounds, Dated | undefined] = [BEGINNING, {}, undefined];
  for (const next of dated) {
    const { claim } = next.attachment.member;
    if (isDelivery(claim) && next.presumes === undefined) deliveries.push(next.attachment);
    const event: Event = {
      act: claim.act,
      mode: claim.mode,
      negated: claim.negated,
      byParty: claim.actors.some((party) => sides.has(partyKey(party))),
      inFull: deliveries.at(-1) === next.attachment && isInFull(deliveries, members),
    };
    if (next.presumes) {
      const before =
        canMove(next.attachment) && isTheirs(next.attachment, sides) ? presumed(knowledge.lifecycle, deal.kind, standing, event) : undefined;
      if (before === undefined) continue;
      [standing, since, mover] = [{ ...standing, state: before }, following(next.when, since), undefined];
      steps.push({ attachment: next.attachment, when: next.when, state: before, dispute: standing.dispute, moved: true, presumed: true });
      continue;
    }
    const after = canMove(next.attachment) && isTheirs(next.attachment, sides) ? advance(knowledge.lifecycle, deal.kind, standing, event) : standing;
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
export function fold(deal: Deal, knowledge: DealKnowledge, { asOf, known, policy = "most-recent" }: AsOf = {}): DealState {
  const members = knownMembers(deal, known);
  const dated = inOrder(members, knowledge).filter(({ when }) => asOf === undefined || (when.latest !== undefined && when.latest <= asOf));
  const [course, sides] = [run(deal, dated, members, knowledge), partiesOf(deal, members, knowledge)];
  const told = withValidity(course, deal.kind, sides, asOf ?? known ?? lastTold(members), knowledge.terms);
  return { ...told, known: members, conflicts: conflictsOf(members, policy) };
}
