// Links the strands of many documents into undertakings. Each strand has at most one antecedent: of the strands before it in canonical
// order that share a key with it, the one that fits it best. So a strand's place depends on what stands before it and on nothing else, the
// order of arrival changes nothing, and a new document moves only what it touches.
import { daysBetween } from "./day.ts";
import { keysOf } from "./keys.ts";
import type { DealKnowledge, Reason } from "./knowledge.ts";
import { lifeOn } from "./known/index.ts";
import type { KnownDeal } from "./known/index.ts";
import { absorb, amountsBetween, compareProfiles, emptyProfile, knownProfile, sharedWords, weigh } from "./profile.ts";
import type { Evidence, Profile } from "./profile.ts";
import { isTroubled } from "./strand.ts";
import type { Strand } from "./strand.ts";

const YEAR = 365;
const WEEKS = 14;
const NEWER_DAYS = 30;
/** Of the strands under one key only the last so many before a strand are asked. */
export const REACH = 12;

/** What a strand may belong with: another strand, or a row of the catalogue. */
export interface Place {
  /** What is known of the undertaking here: of a strand its own words, and for what they leave open those of its antecedent. */
  readonly profile: Profile;
  /** The first strand of its undertaking, or the row of the catalogue. */
  readonly root: string;
  readonly key: string;
  readonly isMeasure: boolean;
  /** Roots of the older undertakings that it is told beside. */
  readonly elders: ReadonlySet<string>;
  /** The strand's document and its day. */
  readonly document?: string;
  readonly day?: string;
  readonly heading?: string;
  readonly row?: KnownDeal;
}

/** A strand with its place among all. */
export interface Node extends Place {
  readonly strand: Strand;
  readonly evidence?: Evidence;
  /** A strand that it may belong to, short of being sure. */
  readonly unsure?: Candidate;
}

/** A place that a strand may take, and why. */
export interface Candidate {
  readonly place: Place;
  readonly evidence: Evidence;
}

/** The day of a strand's first opener. */
function beginsOf(strand: Strand): string | undefined {
  const days = strand.links.flatMap(({ part, view }) => (part === "opens" ? (view.when.latest ?? []) : []));
  return days.sort()[0];
}

const isNews = (strand: Strand): boolean => !isTroubled(strand) && strand.links.some(({ part, view }) => part === "opens" && view.isNews);

/** Reasons that days and neighbours give. */
function reasonsAround(strand: Strand, begins: string | undefined, elders: ReadonlySet<string>, place: Place): Reason[] {
  const gap =
    strand.document.published === undefined || place.day === undefined ? undefined : Math.abs(daysBetween(strand.document.published, place.day));
  const { ended, begun, isNew } = place.profile;
  const news = isNews(strand);
  const over = news && ended !== undefined && begins !== undefined && ended < begins;
  const older = strand.profile.isNew && news && begun !== undefined && begins !== undefined && daysBetween(begun, begins) > NEWER_DAYS;
  const successor = strand.profile.isNew && isNew && [...elders].some((elder) => place.elders.has(elder));
  return [
    ...(gap !== undefined && gap <= WEEKS ? ["weeks" as const] : []),
    ...(gap !== undefined && gap <= YEAR ? ["soon" as const] : []),
    ...(strand.document.heading !== undefined && strand.document.heading === place.heading ? ["heading" as const] : []),
    ...(gap !== undefined && gap > 5 * YEAR ? ["late" as const] : []),
    ...(over ? ["over" as const] : []),
    ...(older ? ["other_age" as const] : []),
    ...(successor ? ["successor" as const] : []),
    ...(place.row === undefined ? [] : reasonsOfRow(place.row, strand)),
  ];
}

/** What is told as new may be an undertaking of which the news has spoken for so long at the most. */
const FRESH_YEARS = 2;

/** Whether the day is one of the catalogue's row. */
function reasonsOfRow(row: KnownDeal, strand: Strand): Reason[] {
  const day = strand.document.published;
  const life = lifeOn(row, day);
  const fresh = strand.profile.isNew && day !== undefined && row.from !== "" && Number(day.slice(0, 4)) - Number(row.from.slice(0, 4)) <= FRESH_YEARS;
  return [life === 2 ? "living" : life === 1 ? "late" : "dead", ...(fresh ? ["fresh" as const] : [])];
}

/** What a strand knows with what its antecedent knew: gaps are filled, nothing that it says itself is widened. */
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

/** Shares of a row's parties that a strand must have for them to be a pair of its own. */
const OF_PARTIES = 0.5;
const MANY_PARTIES = 4;

/** What two parties in common tell of a row with many is little; a transfer of goods is of no agreement that has none; without a word in common it is a guess. */
function strictly(reasons: readonly Reason[], strand: Strand, { parties, subject }: Profile): Reason[] {
  const common = [...parties].filter((party) => strand.profile.parties.has(party)).length;
  const few = common < MANY_PARTIES && common < OF_PARTIES * parties.size;
  const goods = [...strand.profile.subject.designations, ...strand.profile.subject.itemWords];
  const handsOver = goods.length > 0 && strand.links.some(({ view }) => HANDS_OVER.has(view.member.claim.act));
  const known = goods.some((word) => subject.designations.has(word) || subject.itemWords.has(word) || subject.topics.has(word));
  const told = reasons.map((reason) => (reason === "pair" && few ? "party" : reason));
  const alike = told.some((reason) => OF_SUBJECT.has(reason)) || (!few && told.includes("weak_topic"));
  return [...told, ...((handsOver && !known) || !alike ? ["other_sort" as const] : [])];
}

const HANDS_OVER: ReadonlySet<string> = new Set(["order", "sell", "deliver"]);
const OF_SUBJECT: ReadonlySet<Reason> = new Set<Reason>(["name", "designation", "item", "topic", "value", "words", "known", "successor"]);

const NAMING: ReadonlySet<Reason> = new Set<Reason>(["name", "designation", "known"]);

const rootOf = (known: string): string => `known ${known}`;

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

/** Links strands that come in canonical order. */
export class Linker {
  readonly nodes: Node[] = [];
  readonly #byKey = new Map<string, Node[]>();
  readonly #knowledge: DealKnowledge;

  readonly #observe: ((strand: Strand, judged: readonly Candidate[]) => void) | undefined;

  constructor(knowledge: DealKnowledge, observe?: (strand: Strand, judged: readonly Candidate[]) => void) {
    this.#knowledge = knowledge;
    this.#observe = observe;
  }

  /** The best place, where one reaches `review_at`; `only` counts where no other undertaking comes near and two parties are shared. */
  best(strand: Strand, elders: ReadonlySet<string>, begins: string | undefined): Candidate | undefined {
    const seen = new Set<Place>();
    const rows = rowPlaces(this.#knowledge);
    for (const key of keysOf(strand.profile, this.#knowledge)) {
      for (const place of this.#byKey.get(key)?.slice(-REACH) ?? []) seen.add(place);
      for (const place of rows.get(key) ?? []) seen.add(place);
    }
    const isMeasure = strand.family === "measure";
    const all = [...seen]
      .filter((place) => place.document !== strand.document.id && !elders.has(place.root) && place.isMeasure === isMeasure)
      .map((place) => ({ place, evidence: this.#judge(strand, begins, elders, place) }))
      // Who is hit is what a restriction is about: the answer to it is another.
      .filter(({ evidence }) => !isMeasure || !evidence.reasons.includes("other_recipient"));
    this.#observe?.(strand, all);
    const judged = all
      .filter((one) => this.#over(one) >= this.#knowledge.reviewAt - this.#knowledge.joinAcross)
      .sort((a, b) => this.#over(b) - this.#over(a) || (a.place.key < b.place.key ? 1 : -1));
    const [top] = judged;
    const alone = top !== undefined && top.evidence.reasons.includes("pair") && judged.every(({ place }) => place.root === top.place.root);
    if (!alone) return top;
    return {
      place: top.place,
      evidence: {
        ...top.evidence,
        score: top.evidence.score + (this.#knowledge.across.weights.only ?? 0),
        reasons: [...top.evidence.reasons, "only"],
      },
    };
  }

  /** How far a candidate is above what it needs to be a member. */
  #over({ place, evidence }: Candidate): number {
    return evidence.score - (place.row === undefined ? this.#knowledge.joinAcross : this.#knowledge.joinKnown);
  }

  /** A claim of relations or restrictions joins a deal of another document only where it names it or its goods. */
  #isSure(candidate: Candidate, isLoose: boolean): boolean {
    const { place, evidence } = candidate;
    if (isLoose && !evidence.reasons.some((reason) => NAMING.has(reason))) return false;
    return (
      this.#over(candidate) >= 0 && evidence.reasons.some((reason) => OF_SUBJECT.has(reason) || (place.row !== undefined && reason === "weak_topic"))
    );
  }

  #judge(strand: Strand, begins: string | undefined, elders: ReadonlySet<string>, place: Place): Evidence {
    const around = reasonsAround(strand, begins, elders, place);
    const all = compareProfiles(strand.profile, place.profile, this.#knowledge);
    const own = place.row === undefined ? all : strictly(all, strand, place.profile);
    const outsider = strand.family === "loose" && (own.includes("name") || own.includes("known"));
    const kept = own.filter((reason) => !(reason === "other_designation" && around.includes("successor")) && !(reason === "strangers" && outsider));
    const evidence = weigh([...kept, ...around], this.#knowledge.across, amountsBetween(strand.profile, place.profile, this.#knowledge));
    return { ...evidence, words: sharedWords(strand.profile, place.profile) };
  }

  /** Places a strand; `elders` are the roots of older undertakings in its document. */
  add(strand: Strand, elders: ReadonlySet<string>, key: string): Node {
    const begins = beginsOf(strand);
    const best = strand.known === undefined ? this.best(strand, elders, begins) : undefined;
    const sure = best !== undefined && this.#isSure(best, strand.family === "loose");
    const profile = inherit(strand.profile, sure ? best.place.profile : undefined);
    const day = strand.document.published;
    const node: Node = {
      strand,
      profile,
      root: strand.known === undefined ? (sure ? best.place.root : key) : rootOf(strand.known),
      key,
      isMeasure: strand.family === "measure",
      document: strand.document.id,
      ...(day === undefined ? {} : { day }),
      ...(strand.document.heading === undefined ? {} : { heading: strand.document.heading }),
      ...(sure ? { evidence: best.evidence } : {}),
      ...(best !== undefined && !sure ? { unsure: best } : {}),
      elders: new Set([...elders, ...(sure ? best.place.elders : [])]),
    };
    this.nodes.push(node);
    if (strand.family !== "loose")
      for (const own of keysOf(profile, this.#knowledge)) this.#byKey.set(own, [...(this.#byKey.get(own) ?? []).slice(-REACH), node]);
    return node;
  }
}
