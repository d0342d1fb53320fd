// Documents with their readings, told again of other parties and things: what a ledger would hold that had read so much more news.
import type { Document } from "../../src/document/index.ts";
import { claimIdIn } from "../../src/reading/index.ts";
import type { Claim, Party, Reading } from "../../src/reading/index.ts";
import { sample } from "../corpus.ts";
import { Renaming } from "./renaming.ts";
import type { Wording } from "./renaming.ts";
import { Rewritten } from "./rewritten.ts";

/** A document and what was read from it. */
export interface Told {
  readonly document: Document;
  readonly reading: Reading;
}

const DAY = 86_400_000;
/** A copy's days are so many days before or after those of the text at the most. */
const FARTHEST = 180;

/** How so many copies are made; copy 0 is the text itself. */
export function makingsOf(count: number, wording: Wording): readonly Making[] {
  return Array.from({ length: count }, (_, copy) => makingOf(copy, wording));
}

/** Gives the documents of all copies as the news comes, in the order of their days. */
export function* copies(base: readonly Told[], makings: readonly Making[]): Generator<Told> {
  const ordered = base.toSorted((a, b) => dayOf(a.document) - dayOf(b.document));
  const next = makings.map(() => 0);
  for (;;) {
    const copy = earliest(makings, (making, at) => dayOf(ordered[next[at] ?? 0]?.document) + making.days);
    const making = makings[copy];
    const told = ordered[next[copy] ?? 0];
    if (making === undefined || told === undefined) return;
    next[copy] = (next[copy] ?? 0) + 1;
    yield copy === 0 ? told : copyOf(told, making);
  }
}

function makingOf(copy: number, wording: Wording): Making {
  const days = Array.from({ length: 2 * FARTHEST + 1 }, (_, at) => at - FARTHEST);
  return { copy, renaming: new Renaming(wording, copy), days: copy === 0 ? 0 : (sample(days, 1, copy)[0] ?? 0) };
}

/** The number of a day. What has none comes last, and what is not there after it. */
function dayOf(document: Document | undefined): number {
  if (document === undefined) return Number.POSITIVE_INFINITY;
  return document.published === undefined ? Number.MAX_SAFE_INTEGER / 2 : Date.parse(document.published.day) / DAY;
}

/** Where the least value stands, the first of several. */
function earliest<T>(list: readonly T[], valueOf: (one: T, at: number) => number): number {
  let [first, least] = [0, Number.POSITIVE_INFINITY];
  for (const [at, one] of list.entries()) {
    const value = valueOf(one, at);
    if (value < least) [first, least] = [at, value];
  }
  return first;
}

/** Which copy, its names, and by how many days it is moved. */
export interface Making {
  readonly copy: number;
  readonly renaming: Renaming;
  readonly days: number;
}

/** One document of a copy; every quote stands in the new text. */
export function copyOf({ document, reading }: Told, making: Making): Told {
  const { copy, renaming } = making;
  const rewritten = new Rewritten(document.text, renaming.exchanges(document.text));
  const { heading, published, url, ...rest } = document;
  const copied: Document = {
    ...rest,
    id: `${document.id}~${copy}`,
    text: rewritten.text,
    blocks: document.blocks.map((block) => rewritten.span(block)),
    ...(heading === undefined ? {} : { heading: renaming.words(heading) }),
    ...(url === undefined ? {} : { url: `${url}?${copy}` }),
    ...(published === undefined ? {} : { published: { ...published, day: moved(published.day, making) } }),
  };
  const claims = reading.claims.map((claim) => claimOf(claim, rewritten, making)).map((claim) => ({ ...claim, id: claimIdIn(claim, copied) }));
  const abstained = reading.abstained.map((one) => ({
    ...rewritten.quote(one),
    ...(one.part === undefined ? {} : { part: rewritten.span(one.part) }),
  }));
  return { document: copied, reading: { id: copied.id, claims, abstained } };
}

function moved(day: string, { days }: Making): string {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
}

/** Named days move with the document; months and years, and the words for any of them, stay. */
function movedTime(norm: string, making: Making): string {
  return norm.replaceAll(/\d{4}-\d{2}-\d{2}/g, (day) => moved(day, making));
}

function claimOf(claim: Claim, rewritten: Rewritten, making: Making): Claim {
  const words = (text: string): string => making.renaming.words(text);
  const { object, reason, place, time } = claim;
  return {
    ...claim,
    actors: claim.actors.map((party) => partyOf(party, making)),
    targets: claim.targets.map((party) => partyOf(party, making)),
    items: claim.items.map((item) => ({ ...item, name: words(item.name) })),
    terms: claim.terms.map(words),
    sources: claim.sources.map((source) => ({ ...source, name: words(source.name) })),
    evidence: rewritten.quote(claim.evidence),
    tellings: claim.tellings.map((telling) => rewritten.quote(telling)),
    spans: Object.fromEntries(Object.entries(claim.spans).map(([slot, span]) => [slot, rewritten.span(span)])),
    ...(object === undefined ? {} : { object: words(object) }),
    ...(reason === undefined ? {} : { reason: words(reason) }),
    ...(place === undefined ? {} : { place: words(place) }),
    ...(time === undefined ? {} : { time: { ...time, norm: movedTime(time.norm, making) } }),
  };
}

function partyOf({ id, name, via, state }: Party, { renaming }: Making): Party {
  return {
    name: renaming.words(name),
    ...(id === undefined ? {} : { id: renaming.party(id) }),
    ...(via === undefined ? {} : { via: renaming.words(via) }),
    ...(state === undefined ? {} : { state: renaming.party(state) }),
  };
}
