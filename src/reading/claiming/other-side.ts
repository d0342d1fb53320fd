// The other side of an act that its own clause leaves out, from what the document tells around it: a sale is made to whoever the
// contract was signed with; a ban is lifted from whoever it was put on; who threatens answers whoever has just acted against it.
import { overlaps } from "../../document/index.ts";
import { distinct, partyKey, referenceOf, type PartyReference } from "../coreference/index.ts";
import { ancestors, markOf, wordAt, type Tree } from "../grammar/index.ts";
import { isSeen } from "../learned/index.ts";
import type { Scene } from "../scene/index.ts";
import type { Draft } from "./draft.ts";

/** What is looked through for the other side: drafts before, in text order, and those of the same sentence. */
export interface Surroundings {
  readonly before: readonly Draft[];
  readonly beside: readonly Draft[];
  readonly scene: Scene;
  /** Acts whose other side is the one other state of the sentence. */
  readonly alone: ReadonlySet<string>;
}

const TRANSFERS = new Set(["sell", "deliver", "order"]);
const MEASURES = new Set(["ban", "sanction", "suspend", "cancel"]);
const LIFTING = new Set(["lift", "extend"]);
/** Acts that are answered, and acts that answer. */
const HOSTILE = new Set(["sanction", "ban", "object", "threaten", "suspend", "cancel", "sever", "sue", "breach", "demand"]);
const ANSWERS = new Set(["threaten"]);
/** Undertakings that always have one other side. */
const BILATERAL = /\b(?:contracts?|orders?|deals?|sales?|deliver(?:y|ies)|purchases?|transfers?|shipments?)\b/i;
/** Whoever imposes what a sentence gives as the cause is no side of the contract: "cancelled it, citing US sanctions". */
const RESTRICTIONS = new Set(["sanction", "ban", "object", "threaten"]);

/** The draft with its other side, where it has none and the surroundings tell it. */
export function withOtherSide(draft: Draft, around: Surroundings): Draft {
  const { joint, needs, act } = draft.match.frame;
  if (joint || draft.actors.length === 0 || draft.targets.length > 0 || needs.includes("targets")) return draft;
  const own = new Set(draft.actors.map(key));
  const others = (found: readonly PartyReference[]): readonly PartyReference[] => distinct(found.filter((p) => !own.has(key(p))));
  const asked = draft.match.frame.otherParty && BILATERAL.test(draft.object?.value ?? "");
  const ways = [
    TRANSFERS.has(act) && ofContract,
    LIFTING.has(act) && ofMeasure,
    (around.alone.has(act) || asked || isMeasure(draft)) && onlyOther,
    ANSWERS.has(act) && ofAnswered,
  ].filter((way) => way !== false);
  const targets = ways.map((way) => others(way(draft, around))).find((found) => found.length > 0);
  return targets === undefined ? draft : { ...draft, targets };
}

const MEASURE = /\b(?:sanctions?|embargo(?:es)?|bans?|tariffs?|freezes?|restrictions?|suspensions?|exemptions?|waivers?)\b/i;

/** "extended the embargo": a measure hits another, an agreement that is extended may be of the two that extend it. */
function isMeasure({ match, object }: Draft): boolean {
  return match.frame.act === "extend" && MEASURE.test(object?.value ?? "");
}

function key(reference: PartyReference): string {
  return partyKey(reference.party);
}

/** "signed a contract with Chad to sell ...": whoever signs with the seller buys. */
function ofContract(draft: Draft, { beside, scene }: Surroundings): readonly PartyReference[] {
  const tree = scene.sentences[draft.match.sentence]?.tree;
  if (!tree) return [];
  const host = beside.find(
    (d) => d.match.frame.joint && d.actors.length === 2 && d.match.objects.some((o) => isBelow(tree, draft.match.trigger, o, d.match.trigger)),
  );
  return host?.actors ?? [];
}

/** In the object's own phrase, or in an infinitive that parsers tie to the verb behind it. */
export function isBelow(tree: Tree, inner: number, object: number, verb: number): boolean {
  const path = ancestors(tree, inner);
  return (
    path.includes(object) ||
    (inner > object && wordAt(tree, inner).head === verb && wordAt(tree, inner).relation === "advcl" && markOf(tree, inner) === "to")
  );
}

/** "dropped the ban": whomever the same party put it on. */
function ofMeasure(draft: Draft, { before }: Surroundings): readonly PartyReference[] {
  const own = new Set(draft.actors.map(key));
  return before.findLast((d) => MEASURES.has(d.match.frame.act) && d.targets.length > 0 && d.actors.some((a) => own.has(key(a))))?.targets ?? [];
}

/** "Iran's ties with Russia took a hit when Moscow cancelled the contract": the one other state of the sentence, unless the network has no part for it. */
function onlyOther(draft: Draft, { beside, scene }: Surroundings): readonly PartyReference[] {
  const imposers = beside.filter((d) => RESTRICTIONS.has(d.match.frame.act)).flatMap((d) => d.actors);
  const out = new Set([...draft.actors, ...imposers].map(key));
  const sentence = scene.sentences[draft.match.sentence];
  if (!sentence) return [];
  const named = sentence.parties.filter((m) => m.kind === "state").map(referenceOf);
  const others = distinct(named.filter((r) => !out.has(key(r)) && !isNameOnly(draft, r)));
  return others.length === 1 ? others.filter((r) => isSeen(draft.match, r, sentence.tree)) : [];
}

/** "withdrew from the Iranian nuclear deal": an undertaking named after a state that may be no side of it. */
function isNameOnly({ match, object }: Draft, { demonym, span }: PartyReference): boolean {
  return match.frame.act === "cancel" && demonym && object !== undefined && overlaps(object.span, span);
}

/** "Russia threatened to retaliate": against whoever has just done something to it. */
function ofAnswered(draft: Draft, { before }: Surroundings): readonly PartyReference[] {
  const own = new Set(draft.actors.map(key));
  const last = before.findLast(
    (d) => d.match.sentence >= draft.match.sentence - 1 && HOSTILE.has(d.match.frame.act) && d.targets.some((t) => own.has(key(t))),
  );
  return last?.actors ?? [];
}
