// Links the knots of many documents into undertakings. Each knot has at most one antecedent: of the knots before it in canonical order that
// share a key with it, the one that fits it best. So a knot's place depends on what stands before it and on nothing else, the order of
// arrival changes nothing, and a new document moves only what it touches.
import { daysBetween } from "./day.ts";
import { keysOf } from "./keys.ts";
import type { DealKnowledge, Reason } from "./knowledge.ts";
import type { Knot } from "./knot.ts";
import { lifeOn } from "./known/index.ts";
import type { KnownDeal } from "./known/index.ts";
import { absorb, amountsBetween, compareProfiles, confidenceOf, emptyProfile, knownProfile, sharedWords, weigh } from "./profile.ts";
import type { Evidence, Profile } from "./profile.ts";

const YEAR = 365;
const WEEKS = 14;
const NEWER_DAYS = 30;
/** Of the knots under one key only the last so many before a knot are asked. */
export const REACH = 4;

/** What a knot may belong with: another knot, or a row of the catalogue. */
export interface Place {
  /** What is known of the undertaking here: of a knot its own words, and for what they leave open those of its antecedent. */
  readonly profile: Profile;
  /** The first knot of its undertaking, or the row of the catalogue. */
  readonly root: string;
  readonly key: string;
  readonly isMeasure: boolean;
  /** Roots of the older undertakings that it is told beside. */
  readonly elders: ReadonlySet<string>;
  /** The knot's document and its day. */
  readonly document?: string;
  readonly day?: string;
  readonly heading?: string;
  readonly row?: KnownDeal;
}

/** Why a knot stands where it stands: the place that it follows, the reasons, and how sure that is. `words`: rare ones that both texts share. */
export interface Ground {
  readonly root: string;
  readonly antecedent: string;
  readonly reasons: readonly Reason[];
  readonly words: readonly string[];
  readonly confidence: number;
}

/** A knot's place among all. */
export interface Placement {
  readonly root: string;
  readonly profile: Profile;
  readonly elders: readonly string[];
  readonly ground?: Ground;
  /** A place that it may have, short of being sure. */
  readonly unsure?: Ground;
}

/** A knot with its place. */
export type Placed = Knot & { readonly placement: Placement };

/** What others see of a placed knot: where it stands and what is known there. */
export type Neighbour = Pick<Placed, "key" | "document" | "family" | "placement">;

/** A place that a knot may take, and why. */
interface Candidate {
  readonly place: Place;
  readonly evidence: Evidence;
}

/** Reasons that days and neighbours give. */
function reasonsAround(knot: Knot, elders: ReadonlySet<string>, place: Place): Reason[] {
  const { published, heading } = knot.document;
  const gap = published === undefined || place.day === undefined ? undefined : Math.abs(daysBetween(published, place.day));
  const { ended, begun, isNew } = place.profile;
  const { isNews, begins } = knot;
  const over = isNews && ended !== undefined && begins !== undefined && ended < begins;
  const older = knot.profile.isNew && isNews && begun !== undefined && begins !== undefined && daysBetween(begun, begins) > NEWER_DAYS;
  const successor = knot.profile.isNew && isNew && [...elders].some((elder) => place.elders.has(elder));
  return [
    ...(gap !== undefined && gap <= WEEKS ? ["weeks" as const] : []),
    ...(gap !== undefined && gap <= YEAR ? ["soon" as const] : []),
    ...(heading !== undefined && heading === place.heading ? ["heading" as const] : []),
    ...(gap !== undefined && gap > 5 * YEAR ? ["late" as const] : []),
    ...(over ? ["over" as const] : []),
    ...(older ? ["other_age" as const] : []),
    ...(successor ? ["successor" as const] : []),
    ...(place.row === undefined ? [] : reasonsOfRow(place.row, knot)),
  ];
}

/** What is told as new may be an undertaking of which the news has spoken for so long at the most. */
const FRESH_YEARS = 2;

/** Whether the day is one of the catalogue's row. */
function reasonsOfRow(row: KnownDeal, knot: Knot): Reason[] {
  const day = knot.document.published;
  const life = lifeOn(row, day);
  const fresh = knot.profile.isNew && day !== undefined && row.from !== "" && Number(day.slice(0, 4)) - Number(row.from.slice(0, 4)) <= FRESH_YEARS;
  return [life === 2 ? "living" : life === 1 ? "late" : "dead", ...(fresh ? ["fresh" as const] : [])];
}

/** What a knot knows with what its antecedent knew: gaps are filled, nothing that it says itself is widened. */
function inherit(own: Profile, from: Profile | undefined): Profile {
  const profile = emptyProfile();
  absorb(profile, own, true);
  if (from === undefined) return profile;
  const fill = <T>(to: Set<T>, of: ReadonlySet<T>): void => {
    if (to.size === 0) for (const value of of) to.add(value);
  };
  fill(profile.known, from.known);
  if (profile.parties.size < 2) for (const party of from.parties) profile.parties.add(party);
  fill(profile.recipients, from.recipients);
  for (const key of ["names", "acronyms", "initials", "designations", "nouns", "values"] as const) fill(profile.subject[key], from.subject[key]);
  if (profile.subject.topics.size + profile.subject.itemWords.size === 0) {
    fill(profile.subject.topics, from.subject.topics);
    fill(profile.subject.itemWords, from.subject.itemWords);
  }
  fill(profile.subject.years, from.subject.years);
  fill(profile.subject.quantities, from.subject.quantities);
  profile.isNew ||= from.isNew;
  if (profile.ended === undefined && from.ended !== undefined) profile.ended = from.ended;
  if (from.begun !== undefined && (profile.begun === undefined || from.begun < profile.begun)) profile.begun = from.begun;
  return profile;
}

/** Shares of a row's parties that a knot must have for them to be a pair of its own. */
const OF_PARTIES = 0.5;
const MANY_PARTIES = 4;

/** What two parties in common tell of a row with many is little; a transfer of goods is of no agreement that has none; without a word in common it is a guess. */
function strictly(reasons: readonly Reason[], knot: Knot, { parties, subject }: Profile): Reason[] {
  const common = [...parties].filter((party) => knot.profile.parties.has(party)).length;
  const few = common < MANY_PARTIES && common < OF_PARTIES * parties.size;
  const goods = [...knot.profile.subject.designations, ...knot.profile.subject.itemWords];
  const handsOver = goods.length > 0 && knot.handsOver;
  const known = goods.some((word) => subject.designations.has(word) || subject.itemWords.has(word) || subject.topics.has(word));
  const told = reasons.map((reason) => (reason === "pair" && few ? "party" : reason));
  const alike = told.some((reason) => OF_SUBJECT.has(reason)) || (!few && told.includes("weak_topic"));
  return [...told, ...((handsOver && !known) || !alike ? ["other_sort" as const] : [])];
}

const OF_SUBJECT: ReadonlySet<Reason> = new Set<Reason>(["name", "designation", "item", "topic", "value", "words", "known", "successor"]);

const NAMING: ReadonlySet<Reason> = new Set<Reason>(["name", "designation", "known"]);

const ROW = "known ";
/** The root of a row of the catalogue. */
export const rootOf = (known: string): string => ROW + known;

/** The rows of the catalogue as places, under their keys. Made once for a catalogue. */
export function rowPlaces(knowledge: DealKnowledge): ReadonlyMap<string, readonly Place[]> {
  const made = PLACES.get(knowledge.known);
  if (made !== undefined) return made;
  const places = new Map<string, Place[]>();
  for (const row of knowledge.known.rows.values()) {
    const profile = knownProfile(row, knowledge.words);
    const place = { profile, root: rootOf(row.id), key: "", isMeasure: row.kind === "measure", elders: new Set<string>(), row };
    for (const key of keysOf(profile, knowledge)) places.set(key, [...(places.get(key) ?? []), place]);
  }
  PLACES.set(knowledge.known, places);
  return places;
}

const PLACES = new WeakMap<DealKnowledge["known"], ReadonlyMap<string, readonly Place[]>>();

/** The rows of the catalogue as places, under their roots. Made once for a catalogue. */
function rowsByRoot(knowledge: DealKnowledge): ReadonlyMap<string, Place> {
  const made = BY_ROOT.get(knowledge.known);
  if (made !== undefined) return made;
  const places = new Map([...rowPlaces(knowledge).values()].flat().map((place) => [place.root, place]));
  BY_ROOT.set(knowledge.known, places);
  return places;
}

const BY_ROOT = new WeakMap<DealKnowledge["known"], ReadonlyMap<string, Place>>();

/** A knot as others may belong with it. */
function placeOf({ key, document, family, placement }: Neighbour): Place {
  const { id, published, heading } = document;
  return {
    ...placement,
    key,
    isMeasure: family === "measure",
    elders: new Set(placement.elders),
    document: id,
    ...(published === undefined ? {} : { day: published }),
    ...(heading === undefined ? {} : { heading }),
  };
}

/** The keys under which a placed knot is found. Claims of relations and restrictions alone are no ground for others. */
export function foundUnder({ family, placement }: Placed, knowledge: DealKnowledge): readonly string[] {
  return family === "loose" ? [] : keysOf(placement.profile, knowledge);
}

/** The keys under which a knot looks for its antecedent. One that names a row of the catalogue looks for none. */
export function looksUnder({ known, profile }: Knot, knowledge: DealKnowledge): readonly string[] {
  return known === undefined ? keysOf(profile, knowledge) : [];
}

function judge(knot: Knot, elders: ReadonlySet<string>, place: Place, knowledge: DealKnowledge): Evidence {
  const around = reasonsAround(knot, elders, place);
  const all = compareProfiles(knot.profile, place.profile, knowledge);
  const own = place.row === undefined ? all : strictly(all, knot, place.profile);
  const outsider = knot.family === "loose" && (own.includes("name") || own.includes("known"));
  const kept = own.filter((reason) => !(reason === "other_designation" && around.includes("successor")) && !(reason === "strangers" && outsider));
  const evidence = weigh([...kept, ...around], knowledge.across, amountsBetween(knot.profile, place.profile, knowledge));
  return { ...evidence, words: sharedWords(knot.profile, place.profile) };
}

/** What speaks against the row of the catalogue under which knots stand speaks against following any of them: judged once for all under a row. */
function againstRows(knot: Knot, elders: ReadonlySet<string>, knowledge: DealKnowledge): (place: Place) => number {
  const judged = new Map<string, number>();
  return ({ row, root }) => {
    const above = row === undefined ? rowsByRoot(knowledge).get(root) : undefined;
    if (above === undefined) return 0;
    const against = judged.get(root) ?? Math.min(0, judge(knot, elders, above, knowledge).score);
    judged.set(root, against);
    return against;
  };
}

/** How far a candidate is above what it needs to be a member. */
const over = ({ place, evidence }: Candidate, { joinAcross, joinKnown }: DealKnowledge): number =>
  evidence.score - (place.row === undefined ? joinAcross : joinKnown);

/** A claim of relations or restrictions joins a deal of another document only where it names it or its goods. */
function isSure(candidate: Candidate, isLoose: boolean, knowledge: DealKnowledge): boolean {
  const { place, evidence } = candidate;
  if (isLoose && !evidence.reasons.some((reason) => NAMING.has(reason))) return false;
  const alike = evidence.reasons.some((reason) => OF_SUBJECT.has(reason) || (place.row !== undefined && reason === "weak_topic"));
  return alike && over(candidate, knowledge) >= 0;
}

/** The best place, where one comes near enough; `only` counts where no other undertaking does and two parties are shared. */
function best(knot: Knot, elders: ReadonlySet<string>, near: readonly Place[], knowledge: DealKnowledge): Candidate | undefined {
  const isMeasure = knot.family === "measure";
  const against = againstRows(knot, elders, knowledge);
  const judged = near
    .filter((place) => place.document !== knot.document.id && !elders.has(place.root) && place.isMeasure === isMeasure)
    .map((place): Candidate => {
      const evidence = judge(knot, elders, place, knowledge);
      return { place, evidence: { ...evidence, score: evidence.score + against(place) } };
    })
    // Who is hit is what a restriction is about: the answer to it is another.
    .filter(({ evidence }) => !isMeasure || !evidence.reasons.includes("other_recipient"))
    .filter((one) => over(one, knowledge) >= knowledge.reviewAt - knowledge.joinAcross)
    .sort((a, b) => over(b, knowledge) - over(a, knowledge) || (a.place.key < b.place.key ? 1 : -1));
  // What is near only for its parties and days hides nothing that is about the same.
  const top = judged.find((one) => isSure(one, knot.family === "loose", knowledge)) ?? judged[0];
  const alone = top !== undefined && top.evidence.reasons.includes("pair") && judged.every(({ place }) => place.root === top.place.root);
  if (!alone) return top;
  const { score, reasons } = top.evidence;
  return { place: top.place, evidence: { ...top.evidence, score: score + (knowledge.across.weights.only ?? 0), reasons: [...reasons, "only"] } };
}

function groundOf({ place, evidence }: Candidate, { across }: DealKnowledge): Ground {
  return {
    root: place.root,
    antecedent: place.key,
    reasons: evidence.reasons,
    words: evidence.words ?? [],
    confidence: confidenceOf(evidence.score, across),
  };
}

/** The knots before a knot that a person tied to it, and those that he told apart from it. */
export interface Tied {
  readonly joined: readonly Placed[];
  readonly apart: readonly Placed[];
}

const NOT_TIED: Tied = { joined: [], apart: [] };

/** Where a knot belongs. `near`: the knots found under its keys before it; `older`: where the older undertakings of its document stand. */
export function placementOf(
  knot: Knot,
  near: readonly Neighbour[],
  older: readonly Neighbour[],
  knowledge: DealKnowledge,
  tied: Tied = NOT_TIED,
): Placement {
  const elders = new Set(older.map(({ placement }) => placement.root));
  const [joined] = tied.joined;
  if (joined !== undefined) return following(knot, joined, elders);
  const roots = new Set([...elders, ...tied.apart.map(({ placement }) => placement.root)]);
  const known = knot.known === undefined ? undefined : rootOf(knot.known);
  if (known !== undefined && !roots.has(known)) return { root: known, profile: inherit(knot.profile, undefined), elders: [...elders].sort() };
  const rows = rowPlaces(knowledge);
  const places = [...near.map(placeOf), ...new Set(looksUnder(knot, knowledge).flatMap((key) => rows.get(key) ?? []))];
  const found = best(knot, roots, places, knowledge);
  const sure = found !== undefined && isSure(found, knot.family === "loose", knowledge) ? found : undefined;
  return {
    root: sure?.place.root ?? knot.key,
    profile: inherit(knot.profile, sure?.place.profile),
    elders: [...new Set([...elders, ...(sure?.place.elders ?? [])])].sort(),
    ...(sure === undefined ? {} : { ground: groundOf(sure, knowledge) }),
    ...(found === undefined || sure !== undefined ? {} : { unsure: groundOf(found, knowledge) }),
  };
}

/** A person's word puts a knot where another stands. */
function following(knot: Knot, joined: Placed, elders: ReadonlySet<string>): Placement {
  const { root, profile, elders: older } = joined.placement;
  const ground = { root, antecedent: joined.key, reasons: ["decided" as const], words: [], confidence: 1 };
  return { root, profile: inherit(knot.profile, profile), elders: [...new Set([...elders, ...older])].filter((one) => one !== root).sort(), ground };
}

/** The row of the catalogue that a root is. */
export function rowOf(root: string): string | undefined {
  return root.startsWith(ROW) ? root.slice(ROW.length) : undefined;
}
