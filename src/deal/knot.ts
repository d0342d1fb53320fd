// A knot is a strand as linking sees it and as a store keeps it: plain enough to be written down, complete enough that a deal can be told from its
// knots alone, without the texts that they were read from.
import type { Bounds } from "./day.ts";
import type { DealDocument, DealReading, DecidedOnDeal, Part, Term } from "./deal.ts";
import type { DealKnowledge, Reason } from "./knowledge.ts";
import { confidenceOf, profileOf } from "./profile.ts";
import type { Profile } from "./profile.ts";
import { areAlike, strandsIn } from "./strands-in.ts";
import { isTroubled } from "./strand.ts";
import type { Link, Strand } from "./strand.ts";
import { termOf } from "./term.ts";
import { HANDS_OVER } from "./view.ts";
import type { Claim } from "../reading/index.ts";

/** A claim in a knot: its part, what holds it there within its text and how sure that is, when it holds, and the term that it tells. */
export interface KnotLink {
  readonly claim: Claim;
  readonly part: Part;
  readonly reasons: readonly Reason[];
  readonly confidence: number;
  readonly when: Bounds;
  readonly term?: Term;
  readonly pins?: readonly string[];
}

/** A person's word that a knot is of one deal with the knot of another claim, or is not. */
export interface Tie {
  readonly type: "join" | "split";
  readonly document: string;
  readonly claim: string;
}

/** A strand of a document. `key` orders all knots canonically: by day, document and place in it. */
export interface Knot {
  readonly key: string;
  readonly document: DealDocument;
  readonly family: Strand["family"];
  readonly known?: string;
  /** Its opener is the news of its document, and nothing there speaks of an end. */
  readonly isNews: boolean;
  /** The day of its first opener. */
  readonly begins?: string;
  readonly handsOver: boolean;
  /** Keys of the older undertakings of its document that it is told beside. */
  readonly older: readonly string[];
  readonly profile: Profile;
  readonly links: readonly KnotLink[];
  readonly mentions: readonly { readonly start: number; readonly end: number }[];
  readonly ties: readonly Tie[];
}

const DIGITS = 4;

/** The prefix of the keys of a document's knots. Documents without a day come last. */
export function keyPrefix({ id, published }: Pick<DealDocument, "id" | "published">): string {
  return `${published ?? "9999-99-99"} ${id} `;
}

/** Behind the keys of all that was published by that day. */
export function keysBehind(day: string): string {
  return `${day}!`;
}

/** The knots of one document, in the order of their keys. */
export function knotsOf(reading: DealReading, knowledge: DealKnowledge): readonly Knot[] {
  const decided = reading.decided ?? [];
  const strands = divided(strandsIn(reading, knowledge), decided);
  const { text, ...document } = reading.document;
  const title = document.title ?? titleOf(text);
  const head = { ...document, ...(title === "" ? {} : { title }) };
  const keyed = strands.map((strand, n) => ({ strand, key: keyPrefix(document) + String(n).padStart(DIGITS, "0") }));
  return keyed.map(({ strand, key }, at) => {
    const older = strand.profile.isNew ? keyed.slice(0, at).filter((other) => isElder(other.strand, strand)) : [];
    return knotOf(
      strand,
      key,
      head,
      older.map((other) => other.key),
      decided,
      knowledge,
    );
  });
}

/** Claims of one strand that a person told apart stand in strands of their own. */
function divided(strands: readonly Strand[], decided: readonly DecidedOnDeal[]): readonly Strand[] {
  const apart = new Set(decided.flatMap((one) => (one.type === "split" && strands.some((strand) => isWithin(strand, one)) ? [one.claim] : [])));
  if (apart.size === 0) return strands;
  const isApart = ({ view }: Link): boolean => apart.has(view.member.claim.id);
  const kept = strands.map((strand) => ({ ...strand, links: strand.links.filter((link) => !isApart(link)) }));
  const alone = strands.flatMap(({ document, family, links, profile: { context } }) =>
    links.filter(isApart).map((link): Strand => {
      const profile = { ...profileOf(link.view), context };
      return { document, family, links: [{ ...link, reasons: [], score: Number.POSITIVE_INFINITY }], profile, mentions: [] };
    }),
  );
  return [...kept.filter(({ links, mentions }) => links.length + mentions.length > 0), ...alone];
}

/** Both claims stand in the strand, the one that is told apart behind the other. */
function isWithin({ links }: Strand, { claim, other }: Extract<DecidedOnDeal, { readonly other: object }>): boolean {
  const at = (id: string): number => links.findIndex(({ view }) => view.member.claim.id === id);
  return at(other.claim) >= 0 && at(other.claim) < at(claim);
}

const TITLE = 120;

/** The first line of a text, by which people know it where it has no heading. */
function titleOf(text: string): string {
  return (text.trimStart().split("\n", 1)[0] ?? "").slice(0, TITLE).trim();
}

/** An undertaking of the same document and sort that is not told as new. */
function isElder(other: Strand, strand: Strand): boolean {
  return other.family === strand.family && !other.profile.isNew && areAlike(strand, other);
}

function knotOf(
  strand: Strand,
  key: string,
  document: DealDocument,
  older: readonly string[],
  decided: readonly DecidedOnDeal[],
  knowledge: DealKnowledge,
): Knot {
  const own = decided.filter(({ claim }) => strand.links.some(({ view }) => view.member.claim.id === claim));
  const pinsOf = (id: string): readonly string[] => own.flatMap((one) => (one.type === "pin" && one.claim === id ? [one.slot] : []));
  const openers = strand.links.filter(({ part }) => part === "opens");
  const begins = openers.flatMap(({ view }) => view.when.latest ?? []).sort()[0];
  const { family, known, profile, mentions } = strand;
  return {
    key,
    document,
    family,
    ...(known === undefined ? {} : { known }),
    isNews: !isTroubled(strand) && openers.some(({ view }) => view.isNews),
    ...(begins === undefined ? {} : { begins }),
    handsOver: strand.links.some(({ view }) => HANDS_OVER.has(view.member.claim.act)),
    older,
    profile,
    links: strand.links.map((link) => linkOf(link, pinsOf(link.view.member.claim.id), knowledge)),
    mentions: mentions.map(({ start, end }) => ({ start, end })),
    ties: own.flatMap((one) => (one.type === "pin" ? [] : [{ type: one.type, ...one.other }])),
  };
}

function linkOf({ view: { member, when }, part, reasons, score }: Link, pins: readonly string[], knowledge: DealKnowledge): KnotLink {
  const term = part === "opens" || part === "joins" ? termOf(member.claim, member.document.published, knowledge.terms) : undefined;
  return {
    claim: member.claim,
    part,
    reasons,
    confidence: confidenceOf(score, knowledge.inText),
    when,
    ...(term === undefined ? {} : { term }),
    ...(pins.length === 0 ? {} : { pins }),
  };
}
