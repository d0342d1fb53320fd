// A profile is what is known of one undertaking from one claim or from many; comparing two gives named evidence for and against their being one.
// Every weight is data, and every score can be told in words: an attachment without reasons would be a guess.
import type { Bounds } from "./day.ts";
import type { DealKnowledge, Reason, Scale, Words } from "./knowledge.ts";
import type { KnownDeal } from "./known/index.ts";
import { isNamed } from "./party-key.ts";
import { readPhrase } from "./phrase.ts";
import type { Subject, View } from "./view.ts";

/** What is known of an undertaking. `ended`, `begun`: the latest day by which it was cancelled, or agreed or signed. */
export interface Profile {
  /** Words of the text around, and how rare each is (0 to 1). */
  readonly context: Map<string, number>;
  /** Ids of the catalogue's rows. */
  readonly known: Set<string>;
  readonly parties: Set<string>;
  readonly recipients: Set<string>;
  readonly subject: { readonly [K in keyof Subject]: Subject[K] extends ReadonlySet<infer T> ? Set<T> : never };
  isNew: boolean;
  ended?: string;
  begun?: string;
}

/** Evidence: the sum of the weights, each reason that had a part in it, and the rare words that both share. */
export interface Evidence {
  readonly score: number;
  readonly reasons: readonly Reason[];
  readonly words?: readonly string[];
}

/** How much there is of the reasons that come in degrees. */
export type Amounts = Readonly<Partial<Record<Reason, number>>>;

/** A profile of nothing. */
export function emptyProfile(): Profile {
  const subject = {
    names: new Set<string>(),
    initials: new Set<string>(),
    acronyms: new Set<string>(),
    designations: new Set<string>(),
    itemWords: new Set<string>(),
    topics: new Set<string>(),
    nouns: new Set<string>(),
    years: new Set<number>(),
    values: new Set<string>(),
    quantities: new Set<number>(),
  };
  return { context: new Map(), known: new Set(), parties: new Set(), recipients: new Set(), subject, isNew: false };
}

const add = <T>(to: Set<T>, from: Iterable<T>): void => {
  for (const value of from) to.add(value);
};

const earlier = (a: string | undefined, b: string | undefined): string | undefined => (a === undefined || (b !== undefined && b < a) ? b : a);

/** Adds what `other` knows to `profile`; `withParties` only where the other speaks of the deal's own sides. */
export function absorb(profile: Profile, other: Profile, withParties: boolean): void {
  if (withParties) add(profile.parties, other.parties);
  add(profile.known, other.known);
  for (const [word, rarity] of other.context) profile.context.set(word, rarity);
  add(profile.recipients, other.recipients);
  for (const key of ["names", "initials", "acronyms", "designations", "itemWords", "topics", "nouns", "values"] as const)
    add(profile.subject[key], other.subject[key]);
  add(profile.subject.years, other.subject.years);
  add(profile.subject.quantities, other.subject.quantities);
  profile.isNew ||= other.isNew;
  const ended = earlier(profile.ended, other.ended);
  const begun = earlier(profile.begun, other.begun);
  if (ended !== undefined) profile.ended = ended;
  if (begun !== undefined) profile.begun = begun;
}

const isDone = (view: View): boolean => view.member.claim.mode === "actual" && !view.member.claim.negated;
const latest = (when: Bounds): { readonly day?: string } => (when.latest === undefined ? {} : { day: when.latest });

/** The profile of a single claim. */
export function profileOf(view: View): Profile {
  const profile = emptyProfile();
  const { act } = view.member.claim;
  const { day } = latest(view.when);
  const ends = isDone(view) && act === "cancel" && day !== undefined;
  const begins = isDone(view) && (act === "agree" || act === "sign" || act === "order") && day !== undefined;
  const own: Profile = {
    context: new Map(),
    known: new Set(view.known === undefined ? [] : [view.known]),
    parties: new Set(view.parties),
    recipients: new Set(view.recipients),
    subject: view.subject as Profile["subject"],
    isNew: view.isNew,
    ...(ends ? { ended: day } : {}),
    ...(begins ? { begun: day } : {}),
  };
  absorb(profile, own, true);
  return profile;
}

/** What the catalogue tells of an undertaking, as a profile. */
export function knownProfile(row: KnownDeal, words: Words): Profile {
  const profile = emptyProfile();
  profile.known.add(row.id);
  for (const party of row.parties.filter((one) => one !== "*")) profile.parties.add(party);
  // Goods that are handed over to somebody else are of another contract.
  if (row.kind === "transfer" && !row.parties.includes("*")) for (const party of row.parties) profile.recipients.add(party);
  for (const phrase of row.descriptions.map((description) => readPhrase(description, words, false)))
    for (const topic of phrase.topics) profile.subject.topics.add(topic);
  for (const phrase of row.goods.map((goods) => readPhrase(goods, words, true))) {
    for (const type of phrase.designations) profile.subject.designations.add(type);
    for (const word of phrase.topics) profile.subject.itemWords.add(word);
  }
  return profile;
}

const shared = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): T[] =>
  a.size <= b.size ? [...a].filter((value) => b.has(value)) : [...b].filter((value) => a.has(value));
const apart = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean => a.size > 0 && b.size > 0 && shared(a, b).length === 0;

/** How the sides of two profiles go together. */
function compareParties(a: Profile, b: Profile): Reason | undefined {
  if (a.parties.size === 0 || b.parties.size === 0) return undefined;
  const common = shared(a.parties, b.parties).length;
  if (common >= 2) return "pair";
  if (common === 0) return "strangers";
  const open = Math.min(a.parties.size, b.parties.size) === 1 || [...a.parties, ...b.parties].some(isNamed);
  return open ? "party" : "strangers";
}

/** The same name of several words that are not common ones: it needs no party beside it. */
function sameLongName(a: Profile, b: Profile, weak: ReadonlySet<string>): boolean {
  return shared(a.subject.names, b.subject.names).some((name) => name.split(" ").filter((word) => !weak.has(word)).length >= 2);
}

function sameName(a: Profile, b: Profile): boolean {
  const [x, y] = [a.subject, b.subject];
  return (
    shared(x.names, y.names).length +
      shared(x.acronyms, y.acronyms).length +
      shared(x.acronyms, y.initials).length +
      shared(y.acronyms, x.initials).length >
    0
  );
}

/** Reasons from the words for the subject; a common word counts again for each time that it is shared, up to three. */
function compareSubjects(a: Profile, b: Profile, weak: ReadonlySet<string>): Reason[] {
  const [x, y] = [a.subject, b.subject];
  const reasons: Reason[] = [];
  if (sameName(a, b)) reasons.push("name");
  else if (apart(x.names, y.names)) reasons.push("other_name");
  if (shared(x.designations, y.designations).length > 0) reasons.push("designation");
  else if (apart(x.designations, y.designations)) reasons.push("other_designation");
  const goods = shared(x.itemWords, y.itemWords);
  const words = new Set([...shared(x.topics, y.topics), ...shared(x.topics, y.itemWords), ...shared(x.itemWords, y.topics), ...goods]);
  const weighed = [...words].map((word): Reason => (weak.has(word) ? "weak_topic" : goods.includes(word) ? "item" : "topic"));
  reasons.push(...weighed.sort().slice(0, 3));
  if (shared(x.nouns, y.nouns).length > 0) reasons.push("noun");
  if (shared(x.values, y.values).length > 0) reasons.push("value");
  if (shared(x.quantities, y.quantities).length > 0) reasons.push("quantity");
  return reasons;
}

/** The year in which an undertaking began, as far as its tellings date it. */
const beginning = ({ begun }: Profile): ReadonlySet<number> => new Set(begun === undefined ? [] : [Number(begun.slice(0, 4))]);

/** Years in which both are dated, or the one that one names and the other began in. */
function compareYears(a: Profile, b: Profile): Reason | undefined {
  const [x, y] = [a.subject.years, b.subject.years];
  if (shared(x, y).length + shared(x, beginning(b)).length + shared(y, beginning(a)).length > 0) return "year";
  if (x.size === 0 || y.size === 0) return undefined;
  return [...x].every((one) => [...y].every((other) => Math.abs(one - other) > 1)) ? "other_year" : undefined;
}

/** All reasons that two profiles give by themselves, without the text or the days around them. */
export function compareProfiles(a: Profile, b: Profile, knowledge: DealKnowledge): Reason[] {
  const reasons = compareSubjects(a, b, knowledge.words.weak);
  if (shared(a.known, b.known).length > 0) reasons.push("known");
  else if (apart(a.known, b.known)) reasons.push("other_known");
  const sides = compareParties(a, b);
  const years = compareYears(a, b);
  if (sides !== undefined && !(sides === "strangers" && sameLongName(a, b, knowledge.words.weak))) reasons.push(sides);
  if (years !== undefined) reasons.push(years);
  if (apart(a.recipients, b.recipients)) reasons.push("other_recipient");
  return reasons;
}

const sum = (of: Iterable<number>): number => [...of].reduce((total, value) => total + value, 0);

/** From so much on, rare words in common tell no more. */
const MOST_RARITY = 6;
const MOST_RARE_PARTIES = 3;

/** Words that both texts share. */
export function sharedWords(a: Profile, b: Profile): readonly string[] {
  return [...a.context.keys()].filter((word) => b.context.has(word));
}

/** The reasons that come in degrees: rare words in common, how alike the texts and the sides are, parties in common that are not a party of everything. */
export function amountsBetween(a: Profile, b: Profile, { known }: DealKnowledge): Amounts {
  const rarity = sum(sharedWords(a, b).map((word) => a.context.get(word) ?? 0));
  const common = shared(a.parties, b.parties);
  const all = a.parties.size + b.parties.size - common.length;
  return {
    words: Math.min(rarity, MOST_RARITY),
    likeness: rarity / Math.sqrt(Math.max(1, sum(a.context.values()) * sum(b.context.values()))),
    sides: all === 0 ? 0 : common.length / all,
    rare_party: Math.min(MOST_RARE_PARTIES, common.filter((party) => !known.frequent.has(party)).length),
  };
}

/** The sum of the reasons' weights, those in degrees by their amounts. */
export function weigh(reasons: readonly Reason[], { weights }: Scale, amounts: Amounts = {}): Evidence {
  const degrees = Object.entries(amounts) as [Reason, number][];
  const score = sum(reasons.map((reason) => weights[reason] ?? 0)) + sum(degrees.map(([reason, amount]) => amount * (weights[reason] ?? 0)));
  return { score, reasons: [...reasons, ...(amounts.words !== undefined && amounts.words >= TELLING ? ["words" as const] : [])] };
}

/** A sum of rarities from which on words in common are a reason by themselves. */
const TELLING = 0.5;

/** A score as a confidence between 0 and 1. */
export function confidenceOf(score: number, { midpoint }: Scale): number {
  return 1 / (1 + Math.exp(midpoint - score));
}
