// A strand is what one document says of one undertaking. Within a document the text itself helps: what is told in the same words,
// what was spoken of last, what "the deal" points to. Across documents none of this holds, so strands are made first.
import type { DealText } from "./deal.ts";
import { shiftDay } from "./day.ts";
import type { DealKnowledge, Reason } from "./knowledge.ts";
import type { KnownDeal, Mention } from "./known/index.ts";
import { contentWords } from "./phrase.ts";
import { absorb, compareProfiles, emptyProfile, knownProfile, profileOf, weigh } from "./profile.ts";
import type { Profile } from "./profile.ts";
import type { View } from "./view.ts";

/** A claim in a strand, and what holds it there; the claim that made the strand has no reasons and an infinite score. */
export interface Link {
  readonly view: View;
  readonly part: View["part"];
  readonly reasons: readonly Reason[];
  readonly score: number;
}

/** The claims of a document about one undertaking. `loose` strands hold only claims of relations or restrictions: they may join a deal, never make one. */
export interface Strand {
  readonly document: DealText;
  readonly family: "deal" | "measure" | "loose";
  readonly links: Link[];
  readonly profile: Profile;
  /** The row of the catalogue that the document names here, and where. */
  readonly known?: string;
  readonly mentions: readonly Mention[];
}

const PROGRESS: ReadonlySet<string> = new Set(["agree", "sign", "order", "sell", "deliver", "enter-into-force"]);
const GOODS: ReadonlySet<string> = new Set(["sell", "order", "deliver", "pay"]);
const TROUBLE: ReadonlySet<string> = new Set(["cancel", "suspend", "breach"]);
const OLD_DAYS = 365;
/** A short text is about one thing; of a longer one only what stands so near to a strand's words is about it. */
const SHORT = 700;

const isShort = ({ member }: View): boolean => member.document.text.length <= SHORT;
/** Reasons that no shortness of a text outweighs. */
const AGAINST: ReadonlySet<Reason> = new Set<Reason>([
  "strangers",
  "other_name",
  "other_designation",
  "other_recipient",
  "other_year",
  "other_known",
  "dead",
]);

/** Reasons that say that a claim's subject is the strand's. */
const ALIKE: ReadonlySet<Reason> = new Set<Reason>(["known", "name", "designation", "item", "topic", "weak_topic", "value", "noun"]);

/** The claim says itself what it is about. */
function hasOwnSubject({ subject, points }: View): boolean {
  return !points && subject.names.size + subject.acronyms.size + subject.designations.size + subject.itemWords.size + subject.topics.size > 0;
}

/**
 * What parties of a known undertaking do besides, in a text that is short enough to be about it, is not about it where it has a subject of its own:
 * the lunch that is called off. What opens a deal or quarrels over one is left where it was told.
 */
function standsApart(view: View, { known }: Strand, own: readonly Reason[], nested: boolean): boolean {
  if (known === undefined || nested || view.part === "opens") return false;
  if (view.part === "disputes" && view.member.claim.act !== "demand") return false;
  return hasOwnSubject(view) && !own.some((reason) => ALIKE.has(reason));
}

/** True where a link opens the strand's undertaking. */
export function isOpened(strand: Strand): boolean {
  return strand.links.some(({ part }) => part === "opens");
}

/** Told as going forward on the day of the document. */
function isCurrent(view: View): boolean {
  const { act, mode, negated } = view.member.claim;
  return view.isNew || (view.isNews && mode === "actual" && !negated && PROGRESS.has(act));
}

/** Told with a day of long ago: an ending, or anything where the document also speaks of a new deal. */
function isOld(view: View, saysNew: boolean): boolean {
  const { published } = view.member.document;
  const { act, time } = view.member.claim;
  if (time === undefined || published === undefined || view.when.latest === undefined) return false;
  return view.when.latest < shiftDay(published, -OLD_DAYS) && (saysNew || act === "cancel");
}

/** Told of as cancelled, halted, broken, not delivered or disputed. */
export function isTroubled(strand: Strand): boolean {
  return strand.links.some(
    ({ view, part }) =>
      part === "disputes" || TROUBLE.has(view.member.claim.act) || (view.member.claim.act === "deliver" && view.member.claim.negated),
  );
}

function isNested(view: View, strand: Strand): boolean {
  const { start, end } = view.member.claim.evidence;
  const inside = strand.links.some(({ view: other }) => other.member.claim.evidence.start < end && start < other.member.claim.evidence.end);
  // Beside a mention of the strand's undertaking the words may be about another that is called alike.
  const isMeant = view.known === strand.known || view.member.claim.actors.length + view.member.claim.targets.length === 0;
  return inside || (isMeant && strand.mentions.some((mention) => mention.start < end && start < mention.end));
}

/** A quarrel that a new agreement is "to resolve" is not about that agreement. */
function isPurposeOf(view: View, strand: Strand): boolean {
  const { start, end } = view.member.claim.evidence;
  return strand.links.some(({ view: other, part }) => {
    const { evidence } = other.member.claim;
    return part === "opens" && evidence.start < start && end <= evidence.end;
  });
}

/** The strand whose claim stands last before the view. */
function nearestTo(view: View, strands: readonly Strand[]): Strand | undefined {
  const before = (strand: Strand): number =>
    Math.max(
      -1,
      ...[...strand.links.map((link) => link.view.member.claim.evidence.start), ...strand.mentions.map(({ start }) => start)].filter(
        (start) => start <= view.member.claim.evidence.start,
      ),
    );
  const started = strands.filter((strand) => before(strand) >= 0);
  return started.reduce<Strand | undefined>((best, strand) => (best === undefined || before(strand) > before(best) ? strand : best), undefined);
}

/** The same act of the same two, told as the day's news in headline and text, with a word for its subject in common. */
function isSameNews(view: View, strand: Strand, own: readonly Reason[]): boolean {
  const alike = own.includes("pair") && own.some((reason) => reason === "topic" || reason === "weak_topic");
  const isOfTheDay = ({ member, when }: View): boolean => member.claim.time === undefined && when.latest === member.document.published;
  return alike && isOfTheDay(view) && strand.links.some(({ view: other }) => isOfTheDay(other) && other.member.claim.act === view.member.claim.act);
}

/** Reasons that only the text around gives. */
function reasonsInText(view: View, strand: Strand, own: readonly Reason[], nested: boolean, nearest: boolean, saysNew: boolean): Reason[] {
  const { act } = view.member.claim;
  // "The deal" of two parties is no deal of one of them with a third.
  const points = view.points && !(view.parties.size > 1 && own.includes("party"));
  const { designations, itemWords } = strand.profile.subject;
  const clash = strand.links.some(({ view: other }) => (isOld(view, saysNew) && isCurrent(other)) || (isCurrent(view) && isOld(other, saysNew)));
  const goods = GOODS.has(act) && designations.size + itemWords.size > 0;
  return [
    ...(nested ? ["nested" as const] : []),
    ...(points ? ["pointing" as const] : []),
    ...(nearest ? ["nearest" as const] : []),
    ...(isSameNews(view, strand, own) ? ["news" as const] : []),
    ...(isShort(view) && !clash && !own.some((reason) => AGAINST.has(reason)) && !standsApart(view, strand, own, nested) ? ["short" as const] : []),
    ...(goods ? ["transfer" as const] : []),
    ...(view.part === "disputes" && isTroubled(strand) ? ["trouble" as const] : []),
    ...(clash ? ["other_age" as const] : []),
  ];
}

/** Collects the claims of one document into strands; `saysNew` holds where its text speaks of a new deal. */
class Collector {
  readonly strands: Strand[] = [];
  readonly #knowledge: DealKnowledge;
  readonly #saysNew: boolean;

  constructor(knowledge: DealKnowledge, saysNew: boolean) {
    this.#knowledge = knowledge;
    this.#saysNew = saysNew;
  }

  #linkTo(strand: Strand, view: View, nearest: boolean): Link {
    const nested = isNested(view, strand);
    const outsider = view.part === "refers";
    const compared = compareProfiles(strand.profile, profileOf(view), this.#knowledge).filter(
      (reason) => !(reason === "strangers" && outsider && nested),
    );
    const own = this.#isOfOther(view, strand)
      ? [...compared.filter((reason) => reason !== "known"), "dead" as const]
      : compared.filter((reason) => !this.#isSucceeded(reason, view, strand));
    const evidence = weigh([...own, ...reasonsInText(view, strand, own, nested, nearest, this.#saysNew)], this.#knowledge.inText);
    return { view, part: view.part, ...evidence };
  }

  /** What a mention is held to mean counts against the elder only where the claim is not one that must be the elder's. */
  #isSucceeded(reason: Reason, view: View, strand: Strand): boolean {
    if (reason !== "other_known") return false;
    const successor = this.strands.find(({ known }) => known !== undefined && known === view.known);
    return (
      successor !== undefined && this.#isOfOther(view, successor) && this.#knowledge.known.rows.get(successor.known ?? "")?.replaces === strand.known
    );
  }

  /** Puts the view into the strand that it fits best, where it fits one. */
  place(view: View, family: Strand["family"], threshold: number, part: View["part"] = view.part): boolean {
    const open = this.strands.filter((strand) => strand.family === family && !(view.part === "disputes" && isPurposeOf(view, strand)));
    const nearest = nearestTo(view, open);
    const links = open.map((strand) => ({ strand, link: this.#linkTo(strand, view, strand === nearest) }));
    const best = links.reduce<(typeof links)[number] | undefined>(
      (top, next) => (top === undefined || next.link.score > top.link.score ? next : top),
      undefined,
    );
    if (best === undefined || best.link.score < threshold) return false;
    best.strand.links.push({ ...best.link, part });
    const sides = part === "opens" || (best.strand.profile.parties.size === 0 && part !== "refers" && part !== "touches");
    if (part !== "refers" && part !== "touches") absorb(best.strand.profile, profileOf(view), sides);
    return true;
  }

  /** Told within the words of a deal. */
  isInside(view: View): boolean {
    return this.strands.some((strand) => strand.family === "deal" && isNested(view, strand));
  }

  /** Begins a strand with the view. */
  begin(view: View, family: Strand["family"], part: View["part"] = view.part): void {
    const profile = emptyProfile();
    absorb(profile, profileOf(view), true);
    this.strands.push({
      document: view.member.document,
      family,
      links: [{ view, part, reasons: [], score: Number.POSITIVE_INFINITY }],
      profile,
      mentions: [],
    });
  }

  /** Begins a strand for each undertaking of the catalogue that the document speaks of. */
  beginKnown(document: DealText, mentions: readonly Mention[]): void {
    for (const [id, places] of Map.groupBy(mentions, (mention) => mention.id)) {
      const row = this.#knowledge.known.rows.get(id);
      if (row === undefined) continue;
      this.#beginRow(document, row, places);
      const elder = this.#knowledge.known.rows.get(row.replaces);
      // Who speaks of a successor often tells of what it succeeds, and calls both alike.
      if (elder !== undefined && !mentions.some((mention) => mention.id === elder.id)) this.#beginRow(document, elder, []);
    }
  }

  #beginRow(document: DealText, row: KnownDeal, mentions: readonly Mention[]): void {
    const family = row.kind === "measure" ? "measure" : "deal";
    this.strands.push({ document, family, links: [], profile: knownProfile(row, this.#knowledge.words), known: row.id, mentions });
  }

  /** A claim of before an undertaking's beginning is not about it, nor the end of an older one where the text tells the two apart. */
  #isOfOther(view: View, { known }: Strand): boolean {
    const row = known === undefined ? undefined : this.#knowledge.known.rows.get(known);
    if (row === undefined) return false;
    const day = view.member.claim.time === undefined ? undefined : view.when.latest;
    if (day !== undefined && row.from !== "" && day < row.from) return true;
    const { act, mode } = view.member.claim;
    const ends = mode === "actual" && (view.part === "disputes" || TROUBLE.has(act));
    const hasElder = row.replaces !== "" && this.strands.some((strand) => strand.known === row.replaces);
    return ends && hasElder && this.#saysNew && !view.isNew;
  }
}

const NEW_DEAL_REACH = 3;

/** True where the text speaks of a new deal: a word for newness shortly before a word for a deal. */
function speaksOfNew(text: string, knowledge: DealKnowledge): boolean {
  const { fresh, deal } = knowledge.words;
  const words = text.match(/\p{L}+/gu) ?? [];
  return words.some((word, at) => fresh.has(word) && words.slice(at + 1, at + 1 + NEW_DEAL_REACH).some((next) => deal.has(next.toLowerCase())));
}

/** The view may be found again in other documents. */
const isFindable = (view: View): boolean => view.subject.names.size + view.subject.acronyms.size + view.subject.designations.size > 0;

function collectDeals(collector: Collector, views: readonly View[], knowledge: DealKnowledge): void {
  const main = views.filter((view) => view.part === "opens" || view.part === "joins");
  for (const view of [...main.filter(({ points }) => !points), ...main.filter(({ points }) => points)]) {
    if (!collector.place(view, "deal", view.part === "opens" ? knowledge.joinAt : knowledge.joinInText)) collector.begin(view, "deal");
  }
  for (const view of views.filter(({ part }) => part === "disputes")) {
    if (!collector.place(view, "deal", knowledge.joinInText)) collector.begin(view, "deal");
  }
}

/** Claims of relations and restrictions take up a deal of the same document, or wait to be found in others where their subject is plain. */
function collectLoose(collector: Collector, views: readonly View[], knowledge: DealKnowledge, part: "refers" | "touches"): void {
  for (const view of views) {
    const refers = view.pointsBack || !view.points || (part === "refers" && collector.isInside(view));
    if (refers && collector.place(view, "deal", knowledge.referAt, part)) continue;
    if (isFindable(view) || view.parties.size > 0) collector.begin(view, "loose", part);
  }
}

const AROUND = 150;
/** The rarest words that are kept. */
const KEPT = 16;

/** The rare words around a strand's claims and mentions. */
function contextOf({ document: { text }, links, mentions }: Strand, { words, rarity }: DealKnowledge): ReadonlyMap<string, number> {
  const places = [...links.map(({ view }) => view.member.claim.evidence), ...mentions];
  const parts = text.length <= SHORT ? [text] : places.map(({ start, end }) => text.slice(Math.max(0, start - AROUND), end + AROUND));
  const weighed = [...new Set(parts.flatMap((part) => contentWords(part, words)))].map((word): [string, number] => [word, rarity(word)]);
  const rare = weighed.filter(([, weight]) => weight > 0).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return new Map(rare.slice(0, KEPT));
}

/** Hints stand with the strand in whose words they are told, or with the only one of a short text; an act that the strand has is not told again. */
function collectHints(collector: Collector, hints: readonly View[]): void {
  for (const view of hints) {
    const open = collector.strands.filter(({ family, links, mentions }) => family === "deal" && links.length + mentions.length > 0);
    const within = open.filter((strand) => isNested(view, strand));
    const strand = within.find(({ known }) => known !== undefined) ?? within[0] ?? (open.length === 1 && isShort(view) ? open[0] : undefined);
    const has = strand?.links.some(({ view: { member } }) => member.claim.act === view.member.claim.act);
    if (strand !== undefined && has === false) strand.links.push({ view, part: "hints", reasons: ["nested"], score: 0 });
  }
}

/** The strands of one document's claims and of what it names. Claims of relations that point to no deal stand in none. */
export function strandsOf(
  document: DealText,
  views: readonly View[],
  hints: readonly View[],
  mentions: readonly Mention[],
  knowledge: DealKnowledge,
): readonly Strand[] {
  const { text } = document;
  const collector = new Collector(knowledge, speaksOfNew(text, knowledge));
  collector.beginKnown(document, mentions);
  const measures = views.filter(({ kind }) => kind === "measure");
  const others = views.filter(({ kind }) => kind !== "measure");
  collectDeals(collector, others, knowledge);
  const relations = others.filter(({ part }) => part === "refers");
  for (const view of measures) {
    // A ruling on sanctions may be one over the deal that they broke.
    if (view.part === "disputes" && collector.place(view, "deal", knowledge.joinInText)) continue;
    if (collector.place(view, "measure", knowledge.joinAt)) continue;
    if (view.part === "refers") relations.push(view);
    else collector.begin(view, "measure");
  }
  collectLoose(collector, relations, knowledge, "refers");
  collectLoose(
    collector,
    measures.filter(({ part }) => part !== "refers"),
    knowledge,
    "touches",
  );
  collectHints(collector, hints);
  for (const strand of collector.strands) for (const [word, rarity] of contextOf(strand, knowledge)) strand.profile.context.set(word, rarity);
  for (const strand of collector.strands)
    strand.profile.isNew ||= speaksOfNew(text, knowledge) && isOpened(strand) && strand.links.some(({ view }) => isCurrent(view));
  return collector.strands;
}
