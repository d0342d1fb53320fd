// Groups strands of many documents that are held to be of one undertaking, asking only the groups that the index finds near.
import { daysBetween } from "./day.ts";
import { Postings } from "./index-keys.ts";
import type { DealKnowledge, Reason } from "./knowledge.ts";
import { absorb, compareProfiles, emptyProfile, weigh } from "./profile.ts";
import type { Evidence, Profile } from "./profile.ts";
import { isOpened, isTroubled } from "./strand.ts";
import type { Strand } from "./strand.ts";

const YEAR = 365;
const NEWER_DAYS = 30;

/** A strand in a group and the evidence that put it there. */
export interface Placed {
  readonly strand: Strand;
  readonly evidence?: Evidence;
}

/** Strands held to be of one undertaking. `elders` are the groups that a new deal of the same parties stands beside in its document. */
export interface Group {
  readonly number: number;
  readonly family: Strand["family"];
  readonly placed: Placed[];
  readonly profile: Profile;
  readonly elders: Set<number>;
  first?: string;
  last?: string;
  /** The day of its earliest opener. */
  begins?: string;
}

/** A group that may take a strand or another group. */
export interface Candidate {
  readonly group: Group;
  readonly evidence: Evidence;
}

/** What is asked about: a strand, or a whole group as if it were one. */
interface Asking {
  readonly profile: Profile;
  readonly loose: boolean;
  /** Days of the first and last telling. */
  readonly first?: string;
  readonly last?: string;
  /** The day of its opener, where it opens anything. */
  readonly begins?: string;
  /** Its opener is the news of its document, and nothing there speaks of an end. */
  readonly news: boolean;
}

function askingOf(strand: Strand): Asking {
  const openers = strand.links.filter(({ part }) => part === "opens");
  const begins = openers
    .map(({ view }) => view.when.latest)
    .filter((day) => day !== undefined)
    .sort()
    .at(0);
  const day = strand.document.published;
  return {
    profile: strand.profile,
    loose: strand.family === "loose",
    news: !isTroubled(strand) && openers.some(({ view }) => view.isNews),
    ...(day === undefined ? {} : { first: day, last: day }),
    ...(begins === undefined ? {} : { begins }),
  };
}

function askingOfGroup(group: Group): Asking {
  const { first, last, begins } = group;
  return {
    profile: group.profile,
    loose: false,
    news: group.profile.ended === undefined,
    ...(first === undefined ? {} : { first }),
    ...(last === undefined ? {} : { last }),
    ...(begins === undefined ? {} : { begins }),
  };
}

/** Days between two spans of tellings; 0 where they overlap. */
function gapBetween(
  a: { readonly first?: string; readonly last?: string },
  b: { readonly first?: string; readonly last?: string },
): number | undefined {
  if (a.first === undefined || a.last === undefined || b.first === undefined || b.last === undefined) return undefined;
  return Math.max(0, daysBetween(a.last, b.first), daysBetween(b.last, a.first));
}

/** Reasons that days and neighbours give. */
function reasonsAround(asking: Asking, group: Group, elders: ReadonlySet<number>): Reason[] {
  const gap = gapBetween(asking, group);
  const { ended, begun, isNew } = group.profile;
  const over = asking.news && ended !== undefined && asking.begins !== undefined && ended < asking.begins;
  const older =
    asking.profile.isNew && asking.news && begun !== undefined && asking.begins !== undefined && daysBetween(begun, asking.begins) > NEWER_DAYS;
  const successor = asking.profile.isNew && isNew && [...elders].some((elder) => group.elders.has(elder));
  return [
    ...(gap !== undefined && gap <= YEAR ? ["soon" as const] : []),
    ...(gap !== undefined && gap > 5 * YEAR ? ["late" as const] : []),
    ...(over ? ["over" as const] : []),
    ...(older ? ["other_age" as const] : []),
    ...(successor ? ["successor" as const] : []),
  ];
}

/** The groups made so far; all of its methods keep canonical order by group number. */
export class Grouping {
  readonly groups: Group[] = [];
  readonly #postings = new Postings();
  readonly #younger: Group[] = [];
  readonly #knowledge: DealKnowledge;

  constructor(knowledge: DealKnowledge) {
    this.#knowledge = knowledge;
  }

  #judge(asking: Asking, group: Group, elders: ReadonlySet<number>): Evidence {
    const around = reasonsAround(asking, group, elders);
    const own = compareProfiles(asking.profile, group.profile, this.#knowledge);
    const outsider = asking.loose && own.includes("name");
    const kept = own.filter((reason) => !(reason === "other_designation" && around.includes("successor")) && !(reason === "strangers" && outsider));
    return weigh([...kept, ...around], this.#knowledge);
  }

  /** The best of the groups near; `only` counts where no other comes near and two parties are shared. */
  #best(asking: Asking, family: Group["family"], elders: ReadonlySet<number>, allowed: (group: Group) => boolean): Candidate | undefined {
    const near = this.#postings
      .find(asking.profile)
      .flatMap((number) => this.groups[number] ?? [])
      .filter((group) => group.family === family && group.placed.length > 0 && allowed(group));
    const judged = near
      .map((group) => ({ group, evidence: this.#judge(asking, group, elders) }))
      .filter(({ evidence }) => evidence.score >= this.#knowledge.reviewAt);
    const top = judged.reduce<Candidate | undefined>(
      (best, next) => (best === undefined || next.evidence.score > best.evidence.score ? next : best),
      undefined,
    );
    if (top === undefined || judged.length > 1 || !top.evidence.reasons.includes("pair")) return top;
    return { group: top.group, evidence: weigh([...top.evidence.reasons, "only"], this.#knowledge) };
  }

  /** The group that a strand fits best, its elders left out; undefined where none reaches `review_at`. */
  forStrand(strand: Strand, elders: ReadonlySet<number>, allowed: (group: Group) => boolean = () => true): Candidate | undefined {
    return this.#best(
      askingOf(strand),
      strand.family === "measure" ? "measure" : "deal",
      elders,
      (group) => !elders.has(group.number) && allowed(group),
    );
  }

  /** The other group that a group fits best. */
  forGroup(group: Group, allowed: (other: Group) => boolean = () => true): Candidate | undefined {
    return this.#best(
      askingOfGroup(group),
      group.family,
      group.elders,
      (other) => other !== group && !group.elders.has(other.number) && !other.elders.has(group.number) && allowed(other),
    );
  }

  /** Begins a group with a strand. */
  begin(strand: Strand, elders: ReadonlySet<number>): Group {
    const group: Group = { number: this.groups.length, family: strand.family, placed: [], profile: emptyProfile(), elders: new Set(elders) };
    this.groups.push(group);
    if (elders.size > 0) this.#younger.push(group);
    this.join(strand, group);
    return group;
  }

  /** Puts a strand into a group. */
  join(strand: Strand, group: Group, evidence?: Evidence): void {
    group.placed.push({ strand, ...(evidence === undefined ? {} : { evidence }) });
    if (strand.family === "loose") return;
    absorb(group.profile, strand.profile, isOpened(strand) || group.profile.parties.size === 0);
    const day = strand.document.published;
    if (day !== undefined && (group.first === undefined || day < group.first)) group.first = day;
    if (day !== undefined && (group.last === undefined || day > group.last)) group.last = day;
    const { begins } = askingOf(strand);
    if (begins !== undefined && (group.begins === undefined || begins < group.begins)) group.begins = begins;
    this.#postings.add(group.number, strand.profile);
  }

  /** Notes that a group is told of as new beside its elders. */
  addElders(group: Group, elders: ReadonlySet<number>): void {
    if (elders.size > 0 && group.elders.size === 0) this.#younger.push(group);
    for (const elder of elders) group.elders.add(elder);
  }

  /** Moves all of a group into an older one; the emptied group keeps its number. */
  merge(from: Group, into: Group, evidence: Evidence): void {
    for (const { strand, evidence: own } of from.placed.splice(0)) this.join(strand, into, own ?? evidence);
    this.addElders(into, from.elders);
    for (const group of this.#younger) if (group.elders.delete(from.number)) group.elders.add(into.number);
  }
}
