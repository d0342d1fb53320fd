// Acts on an undertaking that the document has already told: "the weaponry was never delivered", "Iran demanded compensation
// for the cancellation". The parties that the clause leaves out are those of the undertaking that it takes up.
import { partyKey, type PartyReference } from "../coreference/index.ts";
import type { Scene } from "../scene/index.ts";
import type { Draft } from "./draft.ts";

/** How many sentences back an undertaking is still taken up. */
const REACH = 3;
const TRANSFER = new Set(["sell", "deliver", "order"]);
/** Acts whose parties are those of the agreement itself. */
const OF_PARTIES = new Set(["provide", "enter-into-force", "settle", "extend"]);
const UNDERTAKINGS = new Set(["sign", "agree", "order", "sell", "deliver", "cancel", "suspend", "provide", "negotiate", "aid", "pay", "resume"]);
const ACCORD = /\b(?:deals?|agreements?|contracts?|orders?|pacts?|accords?|treat(?:y|ies)|sale|purchase|memorandum|project|ceasefire|truce)\b/i;
const GOODS = /\b(?:weapon\w*|arms|missiles?|systems?|jets?|aircraft|planes?|ships?|warships?|vessels?|tanks?|helicopters?|drones?|equipment|goods|shipments?|submarines?|frigates?|launchers?|batter(?:y|ies)|guns?|howitzers?)\b/i;

/** Fills in the parties of drafts that take up an undertaking told before; `drafts` in text order. */
export function bridge(drafts: readonly Draft[], scene: Scene): Draft[] {
  const done: Draft[] = [];
  for (const draft of drafts) done.push(bridged(draft, done, scene));
  return done;
}

function bridged(draft: Draft, before: readonly Draft[], scene: Scene): Draft {
  const { act, otherParty } = draft.match.frame;
  if (draft.actors.length === 0 && draft.targets.length === 0) {
    const referent = referentOf(draft, before, scene);
    return referent ? withParties(draft, referent) : draft;
  }
  if (OF_PARTIES.has(act) && draft.actors.length < 2) {
    const referent = referentOf(draft, before, scene);
    return referent && draft.actors.every((a) => partiesOf(referent).some((p) => key(p) === key(a))) ? { ...draft, actors: partiesOf(referent) } : draft;
  }
  if (otherParty && draft.actors.length > 0 && draft.targets.length === 0) return withOtherParty(draft, before, scene);
  return draft;
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
  return reversed ? { ...draft, actors: referent.targets, targets: referent.actors } : { ...draft, actors: referent.actors, targets: referent.targets };
}

/** The other side of an undertaking, from what the act takes up, else from the only other party of its sentence. */
function withOtherParty(draft: Draft, before: readonly Draft[], scene: Scene): Draft {
  const actors = new Set(draft.actors.map(key));
  const referent = referentOf(draft, before, scene);
  const others = (referent ? partiesOf(referent) : []).filter((p) => !actors.has(key(p)));
  const involves = referent !== undefined && partiesOf(referent).some((p) => actors.has(key(p)));
  return involves && others.length === 1 ? { ...draft, targets: others } : draft;
}

/** The nearest draft before that tells of the undertaking which this one takes up. */
function referentOf(draft: Draft, before: readonly Draft[], scene: Scene): Draft | undefined {
  const said = [draft.object?.value, draft.reason?.value].filter((x) => x !== undefined).join(" ");
  const definite = isDefinite(draft, scene);
  if (said === "" && draft.items.length === 0) return undefined;
  return before.findLast((b) => {
    const near = draft.match.sentence - b.match.sentence <= REACH;
    return near && partiesOf(b).length >= 2 && UNDERTAKINGS.has(b.match.frame.act) && (sharesContent(draft, b) || (definite && sameSort(said, b)));
  });
}

function isDefinite(draft: Draft, scene: Scene): boolean {
  const spans = [draft.object?.span, draft.reason?.span].filter((x) => x !== undefined);
  return spans.some((s) => /(?:\b(?:the|this|that|its|their|both)\s+)$/i.test(scene.text.slice(Math.max(0, s.start - 10), s.start)) || /^the\b/i.test(scene.text.slice(s.start, s.end)));
}

function sameSort(said: string, b: Draft): boolean {
  const { act } = b.match.frame;
  if (GOODS.test(said) && (b.items.length > 0 || TRANSFER.has(act))) return true;
  return ACCORD.test(said) && act !== "deliver";
}

const GENERIC = /^(?:the|and|for|new|its|their|with|agreement|deal|contract|military|ties|system|systems|sale|delivery|order|talks|missile|missiles)$/;

function contentOf(draft: Draft): string[] {
  const text = [draft.object?.value, draft.reason?.value, ...draft.items.map((i) => i.value.name)].filter((x) => x !== undefined).join(" ");
  return (text.toLowerCase().match(/[a-z0-9][a-z0-9-]{2,}/g) ?? []).filter((w) => !GENERIC.test(w));
}

function sharesContent(a: Draft, b: Draft): boolean {
  const words = new Set(contentOf(b));
  return contentOf(a).some((w) => words.has(w));
}
