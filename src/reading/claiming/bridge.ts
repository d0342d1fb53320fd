// Acts on an undertaking that the document has already told: "the weaponry was never delivered", "Iran demanded compensation
// for the cancellation". The parties that the clause leaves out are those of the undertaking that it takes up.
import { overlaps } from "../../document/index.ts";
import { distinct, partyKey, referenceOf, type PartyReference } from "../coreference/index.ts";
import { ancestors, isPassive, markOf, wordAt, type Tree } from "../grammar/index.ts";
import type { Scene } from "../scene/index.ts";
import type { Draft } from "./draft.ts";

/** How many sentences back an undertaking is still taken up. */
const REACH = 15;
const TRANSFER = new Set(["sell", "deliver", "order"]);
/** Acts whose parties are those of the agreement itself. */
const OF_PARTIES = new Set(["provide", "enter-into-force", "settle", "extend"]);
/** Undertakings that always have one other side. */
const BILATERAL = /\b(?:contracts?|orders?|deals?|sales?|deliver(?:y|ies)|purchases?)\b/i;
/** Whoever imposes what a sentence gives as the cause is no side of the contract: "cancelled it, citing US sanctions". */
const RESTRICTIONS = new Set(["sanction", "ban", "object", "threaten"]);
/** Acts that make an agreement, whose terms may then be told. */
const ACCORDS = new Set(["sign", "agree", "provide", "negotiate", "approve", "extend", "enter-into-force"]);
/** Acts whose "it" is an agreement. */
const OF_ACCORDS = new Set(["provide", "sign", "enter-into-force", "extend"]);
const UNDERTAKINGS = new Set(["sign", "agree", "order", "sell", "deliver", "cancel", "suspend", "provide", "negotiate", "aid", "pay", "resume"]);
const ACCORD = /\b(?:deals?|agreements?|contracts?|orders?|pacts?|accords?|treat(?:y|ies)|sale|purchase|memorandum|project|ceasefire|truce)\b/i;
const GOODS =
  /\b(?:weapon\w*|arms|missiles?|systems?|jets?|aircraft|planes?|ships?|warships?|vessels?|tanks?|helicopters?|drones?|equipment|goods|shipments?|submarines?|frigates?|launchers?|batter(?:y|ies)|guns?|howitzers?|machines?|boats?|fighters?|gunships?|craft|hardware|order)\b/i;

/** Fills in the parties of drafts that take up an undertaking told before or in the object itself; `drafts` in text order. */
export function bridge(drafts: readonly Draft[], scene: Scene): Draft[] {
  const done: Draft[] = [];
  const beside = Map.groupBy(drafts, (d) => d.match.sentence);
  for (const draft of drafts) {
    const others = beside.get(draft.match.sentence) ?? [];
    done.push(withAnnouncer(withSentenceParty(bridged(withInner(draft, others, scene), done), others, scene), scene));
  }
  return done;
}

/** What governments do by announcing it: "announced that flights will be suspended". */
const ANNOUNCED = new Set(["suspend", "resume", "extend", "cancel", "lift", "ban", "approve"]);
const ANNOUNCING = /^(?:announc|order|decree|declar)/i;

/** "Laos announced that the mandate will be extended": where nobody is said to do what is announced, whoever announces it does. */
function withAnnouncer(draft: Draft, scene: Scene): Draft {
  const sentence = scene.sentences[draft.match.sentence];
  const [source] = draft.sources;
  if (!sentence || !source || draft.actors.length > 0 || draft.match.otherActor || !ANNOUNCED.has(draft.match.frame.act)) return draft;
  if (!ANNOUNCING.test(source.value.cue ?? "") || !isPassive(sentence.tree, draft.match.trigger)) return draft;
  const bodies = sentence.parties.filter((m) => overlaps(m, source.span) && (m.kind === "state" || m.kind === "organisation"));
  const isTarget = new Set(draft.targets.map(key));
  const actors = distinct(bodies.map(referenceOf)).filter((r) => !isTarget.has(key(r)));
  return actors.length === 0 ? draft : { ...draft, actors };
}

/** "Iran's ties with Russia took a hit when Moscow cancelled the contract": the one other state of the sentence. */
function withSentenceParty(draft: Draft, beside: readonly Draft[], scene: Scene): Draft {
  const bilateral = draft.match.frame.otherParty && BILATERAL.test(draft.object?.value ?? "");
  if (!bilateral || draft.actors.length === 0 || draft.targets.length > 0) return draft;
  const imposers = beside.filter((d) => RESTRICTIONS.has(d.match.frame.act)).flatMap((d) => d.actors);
  const actors = new Set([...draft.actors, ...imposers].map(key));
  const named = scene.sentences[draft.match.sentence]?.parties.filter((m) => m.kind === "state").map(referenceOf) ?? [];
  const others = distinct(named.filter((r) => !actors.has(key(r))));
  return others.length === 1 ? { ...draft, targets: others } : draft;
}

/** "signed a contract to sell Tehran missiles", "the contract under which Minsk was to sell": the parties of what is signed sign it. */
function withInner(draft: Draft, beside: readonly Draft[], scene: Scene): Draft {
  const tree = scene.sentences[draft.match.sentence]?.tree;
  const [object] = draft.match.objects;
  if (!draft.match.frame.joint || draft.actors.length > 1 || !tree || object === undefined) return draft;
  const inside = beside.filter((d) => d !== draft && isBelow(tree, d.match.trigger, object, draft.match.trigger));
  const parties = distinct([...draft.actors, ...inside.filter((d) => TRANSFER.has(d.match.frame.act)).flatMap(partiesOf)]);
  return parties.length > draft.actors.length && parties.length === 2 ? { ...draft, actors: parties } : draft;
}

/** In the object's own phrase, or in an infinitive that parsers tie to the verb behind it. */
function isBelow(tree: Tree, inner: number, object: number, verb: number): boolean {
  const path = ancestors(tree, inner);
  return (
    path.includes(object) ||
    (inner > object && wordAt(tree, inner).head === verb && wordAt(tree, inner).relation === "advcl" && markOf(tree, inner) === "to")
  );
}

function bridged(draft: Draft, before: readonly Draft[]): Draft {
  const { act, otherParty } = draft.match.frame;
  if (draft.actors.length === 0 && draft.targets.length === 0) {
    const referent = referentOf(draft, before);
    return referent ? withParties(draft, referent) : draft;
  }
  if (OF_PARTIES.has(act) && draft.actors.length < 2) {
    const referent = referentOf(draft, before);
    return referent && draft.actors.every((a) => partiesOf(referent).some((p) => key(p) === key(a)))
      ? { ...draft, actors: partiesOf(referent) }
      : draft;
  }
  if (TRANSFER.has(act) && draft.actors.length === 0 && !draft.match.otherActor) return withSupplier(draft, before);
  if (otherParty && draft.actors.length > 0 && draft.targets.length === 0) return withOtherParty(draft, before);
  return draft;
}

/** "no aircraft has reached Myanmar": who supplies is whoever was to supply the same recipient. */
function withSupplier(draft: Draft, before: readonly Draft[]): Draft {
  const referent = referentOf(draft, before);
  const filled = referent ? withParties({ ...draft, targets: [] }, referent) : draft;
  const same = filled.targets.some((t) => draft.targets.some((own) => key(own) === key(t)));
  return same ? { ...draft, actors: filled.actors } : draft;
}

function key(reference: PartyReference): string {
  return partyKey(reference.party);
}

function partiesOf(draft: Draft): PartyReference[] {
  return [...draft.actors, ...draft.targets];
}

function withParties(draft: Draft, referent: Draft): Draft {
  const { act } = draft.match.frame;
  const parties = partiesOf(referent);
  if (draft.match.frame.joint || OF_PARTIES.has(act)) return { ...draft, actors: parties };
  if (!TRANSFER.has(act) || !TRANSFER.has(referent.match.frame.act)) return draft;
  const reversed = (act === "order") !== (referent.match.frame.act === "order");
  return reversed
    ? { ...draft, actors: referent.targets, targets: referent.actors }
    : { ...draft, actors: referent.actors, targets: referent.targets };
}

/** The other side of an undertaking, from what the act takes up, else from the only other party of its sentence. */
function withOtherParty(draft: Draft, before: readonly Draft[]): Draft {
  const actors = new Set(draft.actors.map(key));
  const referent = referentOf(draft, before);
  const others = (referent ? partiesOf(referent) : []).filter((p) => !actors.has(key(p)));
  const involves = referent !== undefined && partiesOf(referent).some((p) => actors.has(key(p)));
  return involves && others.length === 1 ? { ...draft, targets: others } : draft;
}

/** The nearest draft before that tells of the undertaking which this one takes up. */
function referentOf(draft: Draft, before: readonly Draft[]): Draft | undefined {
  const pronoun = OF_ACCORDS.has(draft.match.frame.act) && /^(?:it|this|that|which)$/i.test(draft.object?.value ?? "");
  const said = pronoun ? "the agreement" : [draft.object?.value, draft.reason?.value].filter((x) => x !== undefined).join(" ");
  const transfer = TRANSFER.has(draft.match.frame.act);
  if (said === "" && draft.items.length === 0 && !transfer) return undefined;
  const takesUp = pronoun || draft.definite || draft.negated || /^(?:the|its|their)\b/i.test(draft.reason?.value ?? "");
  return before.findLast((b) => {
    const near = draft.match.sentence - b.match.sentence <= REACH || draft.match.frame.act === "provide";
    const bare = transfer && said === "" && TRANSFER.has(b.match.frame.act);
    const kind = transfer ? TRANSFER : draft.match.frame.act === "provide" ? ACCORDS : UNDERTAKINGS;
    return near && partiesOf(b).length >= 2 && kind.has(b.match.frame.act) && (sharesContent(draft, b) || (takesUp && sameSort(said, b)) || bare);
  });
}

function sameSort(said: string, b: Draft): boolean {
  const { act } = b.match.frame;
  if (GOODS.test(said) && (b.items.length > 0 || TRANSFER.has(act))) return true;
  return ACCORD.test(said) && act !== "deliver";
}

const GENERIC =
  /^(?:the|and|for|new|its|their|with|agreement|deal|contract|military|ties|system|systems|sale|delivery|order|talks|missile|missiles)$/;

function contentOf(draft: Draft): string[] {
  const text = [draft.object?.value, draft.reason?.value, ...draft.items.map((i) => i.value.name)].filter((x) => x !== undefined).join(" ");
  return (text.toLowerCase().match(/[a-z0-9][a-z0-9-]{2,}/g) ?? []).filter((w) => !GENERIC.test(w));
}

function sharesContent(a: Draft, b: Draft): boolean {
  const words = new Set(contentOf(b));
  return contentOf(a).some((w) => words.has(w));
}
