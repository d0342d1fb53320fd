// Which members may move a deal, and as what: what merely stands beside it, or is the business of others, is told on its page and moves nothing.
import type { Attachment, Deal } from "./deal.ts";
import type { Claim } from "../reading/index.ts";
import type { DealKnowledge, Reason, Words } from "./knowledge.ts";
import { partyKey } from "./party-key.ts";
import type { PartyKeys } from "./party-key.ts";
import { stem } from "./phrase.ts";
import { sideKeys } from "./sides.ts";

/** The parties of a deal by their keys, and which key a party has. `isClosed`: the catalogue lists all of them. */
export interface Sides {
  readonly keys: ReadonlySet<string>;
  readonly keyOf: PartyKeys;
  readonly isClosed: boolean;
}

/** The parties of the deal: those that the catalogue lists in full, else those that its members show. */
export function partiesOf({ known }: Deal, members: readonly Attachment[], knowledge: DealKnowledge): Sides {
  const row = known === undefined ? undefined : knowledge.known.rows.get(known);
  const isClosed = row !== undefined && row.parties.length > 0 && !row.parties.includes("*");
  const keyOf = knowledge.words.keys;
  return { keys: isClosed ? new Set(row.parties) : sideKeys(members, keyOf), keyOf, isClosed };
}

/** Reasons that only linking over documents gives. */
const AROUND: ReadonlySet<string> = new Set<Reason>(["words", "soon", "weeks", "living", "heading", "late"]);

/** Reasons that speak of the undertaking itself, where others speak of who acts and what stands near. */
const ABOUT: ReadonlySet<string> = new Set<Reason>([
  "known",
  "name",
  "designation",
  "item",
  "topic",
  "weak_topic",
  "noun",
  "value",
  "year",
  "nested",
  "pointing",
  "news",
  "transfer",
  "words",
]);

const ENDING: ReadonlySet<string> = new Set(["suspend", "resume", "cancel", "breach", "extend"]);

/**
 * True where a member may move its deal's threads.
 *
 * - Relations move nothing; of what merely touches a deal, only a ban by one of its own parties does.
 * - A halt, an end or a demand moves what it is about, not what its text has the same parties speak of besides; of a deal in trouble it is also
 *   what one of two demands of the other.
 * - What the press knows by name is mostly called so. A text that does not call it so may tell of its beginning; of the rest it moves nothing,
 *   but for the suits and rulings of a known case.
 * - What is lifted in part is still in force.
 * - A demand on nobody who could be a party is none on the deal. What states do that are no parties is not the deal's own: a quarrel is theirs
 *   where all of them are parties, a halt or an end where one of those is that do it; so is all of a measure whose parties the catalogue lists. Any
 *   other beginning shows who the parties are.
 */
export function mayMove(
  { part, why, member: { claim } }: Attachment,
  { kind, known }: Deal,
  { keys, keyOf, isClosed }: Sides,
  words: Words,
): boolean {
  if (part === "refers" || (part === "touches" && claim.act !== "ban")) return false;
  const isDemand = claim.act === "demand";
  const ofBoth = why.includes("trouble") && why.includes("pair");
  const bearsOn = why.length === 0 || why.some((reason) => ABOUT.has(reason)) || ofBoth;
  if ((ENDING.has(claim.act) || isDemand) && !bearsOn) return false;
  const begins = part === "opens" || part === "hints";
  const ofCase = kind === "dispute" && part === "disputes" && !isDemand;
  if (known !== undefined && !begins && !ofCase && why.some((reason) => AROUND.has(reason))) return false;
  const states = statesOf(claim);
  if (part === "disputes") return !(isDemand && isOnNobody(claim)) && states.every((id) => keys.has(id));
  if (kind === "measure" && isPartial(claim, words)) return false;
  if (isClosed && states.length > 0 && !states.some((id) => keys.has(id))) return false;
  const actors = claim.actors.filter(({ id }) => id !== undefined);
  const ofParties = ENDING.has(claim.act) || (isClosed && kind === "measure");
  return !ofParties || actors.length === 0 || keys.size === 0 || actors.some((party) => keys.has(partyKey(party, keyOf)));
}

/** Ids of the states on either side of a claim. */
const statesOf = ({ actors, targets }: Claim): readonly string[] =>
  [...actors, ...targets].flatMap(({ id }) => (id !== undefined && /^[A-Z]{3}$/.test(id) ? [id] : []));

/** Told as addressed to those alone who are no state and belong to none. */
const isOnNobody = ({ targets }: Claim): boolean => targets.length > 0 && targets.every(({ id, state }) => id === undefined && state === undefined);

const OF_TALKS: ReadonlySet<string> = new Set(["suspend", "resume", "cancel", "extend"]);

/** True where talks are halted, resumed or called off, and not what they are about: the object says so, or without one the words of the claim. */
export function isOfTalks({ act, object, evidence }: Claim, { talks, deal }: Words): boolean {
  if (!OF_TALKS.has(act)) return false;
  const words = (object ?? evidence.quote).match(/\p{L}+/gu) ?? [];
  const first = words.map(stem).find((word) => talks.has(word) || deal.has(word));
  return first !== undefined && talks.has(first);
}

/** True where a plan is told as what was agreed: "agrees to sell". */
export function isPledged({ mode, evidence }: Claim, { pledges }: Words): boolean {
  return mode === "planned" && pledges.some((cue) => evidence.quote.toLowerCase().includes(cue));
}

const WITHIN = 4;

/** True where only a part of a restriction is lifted: "lifts some sanctions", "most of its trade sanctions". */
function isPartial({ act, evidence }: Claim, { partial, measure }: Words): boolean {
  if (act !== "lift") return false;
  const words = (evidence.quote.toLowerCase().match(/\p{L}+/gu) ?? []).map(stem);
  return words.some((word, at) => partial.has(word) && words.slice(at + 1, at + 1 + WITHIN).some((next) => measure.has(next)));
}
