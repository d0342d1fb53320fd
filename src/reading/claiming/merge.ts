// The same act told twice in one document is one claim: the fullest telling is its evidence, the others are kept as tellings.
import { isBare } from "../act/index.ts";
import { partyKey, type PartyReference } from "../coreference/index.ts";
import type { Draft } from "./draft.ts";
import type { Span } from "../../document/index.ts";

/** A draft with the other places that tell it. */
export interface Told {
  readonly draft: Draft;
  readonly tellings: readonly Span[];
}

/**
 * Joins drafts that tell the same act, in text order. Two that differ in source, amount, date or reason stay two, and so do frames' drafts
 * of two objects, or the network's. What the network finds beside a frame's act tells it again, whatever its words.
 */
export function merge(drafts: readonly Draft[]): Told[] {
  const told: { draft: Draft; readonly tellings: Span[] }[] = [];
  for (const draft of drafts) {
    const known = told.findLast((t) => sameAct(t.draft, draft));
    if (known === undefined) {
      told.push({ draft, tellings: [] });
      continue;
    }
    const [best, other] = fuller(draft, known.draft) ? [draft, known.draft] : [known.draft, draft];
    known.draft = withSlotsOf(best, other);
    known.tellings.push(other.evidence);
  }
  return told.map(({ draft, tellings }) => ({ draft, tellings: tellings.sort((a, b) => a.start - b.start) }));
}

/**
 * Joins what the same words tell of the same act and parties, in text order: two proposals of the network stay apart while one has a sum that
 * the other lacks a party for, and are one when the parties are found. So no two claims of a document have one id.
 */
export function mergeSameWords(told: readonly Told[]): readonly Told[] {
  const kept: Told[] = [];
  for (const one of told) {
    const at = kept.findIndex(({ draft }) => sameWords(draft, one.draft));
    const known = kept[at];
    if (known === undefined) kept.push(one);
    else {
      const [best, other] = fuller(one.draft, known.draft) ? [one, known] : [known, one];
      kept[at] = { draft: withSlotsOf(best.draft, other.draft), tellings: [...known.tellings, ...one.tellings].sort((a, b) => a.start - b.start) };
    }
  }
  return kept;
}

function sameWords(a: Draft, b: Draft): boolean {
  const place = a.evidence.start === b.evidence.start && a.evidence.end === b.evidence.end;
  const told = [a, b].map(({ match: { frame }, mode, negated, object }) => [frame.act, frame.id, mode, negated, object?.value].join("\n"));
  return place && told[0] === told[1] && sameParties(a.actors, b.actors) && sameParties(a.targets, b.targets);
}

function sameAct(a: Draft, b: Draft): boolean {
  if (a.match.frame.act !== b.match.frame.act || a.mode !== b.mode || a.negated !== b.negated) return false;
  return sameParties(a.actors, b.actors) && sameParties(a.targets, b.targets) && compatible(a, b);
}

/** Every party of the shorter side is on the other; a side that is silent fits any. */
function sameParties(a: readonly PartyReference[], b: readonly PartyReference[]): boolean {
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a];
  const keys = new Set(longer.map((p) => partyKey(p.party)));
  return shorter.every((p) => keys.has(partyKey(p.party)));
}

function compatible(a: Draft, b: Draft): boolean {
  return (
    agreeOrSilent(a.time?.value.norm, b.time?.value.norm) &&
    agreeOrSilent(a.reason?.value, b.reason?.value) &&
    agreeOrSilent(sums(a), sums(b)) &&
    agreeOrSilent(said(a), said(b)) &&
    (isBare(a.match.frame) !== isBare(b.match.frame) || objectsFit(a, b))
  );
}

function agreeOrSilent(a: string | undefined, b: string | undefined): boolean {
  return a === undefined || b === undefined || a === b;
}

function sums(draft: Draft): string | undefined {
  return draft.money.length === 0
    ? undefined
    : draft.money
        .map((m) => `${m.value.currency}${m.value.amount}`)
        .sort()
        .join();
}

function said(draft: Draft): string | undefined {
  return draft.sources.length === 0 ? undefined : draft.sources.map((s) => s.value.name.toLowerCase()).join();
}

const CONTENT = /[a-z0-9]{3,}/g;
const EMPTY = new Set(
  "the and for with its their his her that this from new which who between under into has have been was were are will not all any other".split(" "),
);

/** Words that any undertaking may be called by: they tell no two apart. */
const GENERIC = new Set(
  "agreement deal pact accord treaty contract order memorandum plan talks talk sanctions sanction measures visit meeting summit sale delivery document".split(
    " ",
  ),
);

/** Two objects tell of one thing when they share half of the lesser's own words; one without any fits what it can refer to. */
function objectsFit(a: Draft, b: Draft): boolean {
  const [less, more] = [contentOf(a), contentOf(b)].sort((x, y) => x.size - y.size);
  if (!less || !more || less.size === 0) return takesUp(a, b);
  const shared = [...less].filter((w) => more.has(w)).length;
  return shared >= less.size / 2;
}

/** An object without words of its own is the same thing when the later telling takes it up, or one of the two is a headline or names nobody. */
function takesUp(a: Draft, b: Draft): boolean {
  const sameTime = a.time === undefined || b.time === undefined || a.time.value.norm === b.time.value.norm;
  const silent = b.actors.length + b.targets.length === 0 || a.object === undefined || b.object === undefined;
  return sameTime && (b.definite || silent || ((a.headline || b.headline) && sameSort(a, b)));
}

/** A headline's "deal" may be any undertaking; its "accord" is no contract. */
function sameSort(a: Draft, b: Draft): boolean {
  const [left, right] = [a, b].map((d) => new Set((d.object?.value.toLowerCase().match(CONTENT) ?? []).filter((w) => GENERIC.has(w))));
  const loose = (words: ReadonlySet<string> | undefined): boolean =>
    words === undefined || words.size === 0 || ["deal", "agreement", "pact"].some((w) => words.has(w));
  return loose(left) || loose(right) || [...(left ?? [])].some((w) => right?.has(w));
}

function contentOf(draft: Draft): Set<string> {
  const words = draft.about.toLowerCase().match(CONTENT) ?? [];
  return new Set(words.filter((w) => !EMPTY.has(w) && !GENERIC.has(w)));
}

/** A frame's telling says more of an act than one that the network alone finds. */
function fuller(a: Draft, b: Draft): boolean {
  if (isBare(a.match.frame) !== isBare(b.match.frame)) return isBare(b.match.frame);
  const parties = Number(a.actors.length + a.targets.length > 0) - Number(b.actors.length + b.targets.length > 0);
  const slots = weight(a) - weight(b);
  return (parties || slots || (a.object?.value.length ?? 0) - (b.object?.value.length ?? 0)) > 0;
}

/** How much a telling says. */
function weight(d: Draft): number {
  const single = [d.object, d.time, d.place, d.reason].filter((x) => x !== undefined).length;
  return d.actors.length + d.targets.length + single + d.items.length + d.money.length + d.terms.length + d.sources.length;
}

function withSlotsOf(best: Draft, other: Draft): Draft {
  const list = <T>(a: readonly T[], b: readonly T[]): readonly T[] => (a.length > 0 ? a : b);
  const keepsItsOwn = best.actors.length >= other.actors.length || (best.actors.length > 0 && isBare(other.match.frame));
  const actors = keepsItsOwn ? best.actors : other.actors;
  const targets = list(best.targets, other.targets).filter((t) => !actors.some((a) => partyKey(a.party) === partyKey(t.party)));
  const pointed = byNetwork([best, other], { actors, targets });
  const object = best.object ?? other.object;
  const time = best.time ?? other.time;
  const place = best.place ?? other.place;
  const reason = best.reason ?? other.reason;
  return {
    ...best,
    actors,
    targets,
    ...(pointed && { pointed }),
    items: list(best.items, other.items),
    money: list(best.money, other.money),
    terms: list(best.terms, other.terms),
    sources: best.headline ? list(best.sources, other.sources) : best.sources,
    ...(object && { object }),
    ...(time && { time }),
    ...(place && { place }),
    ...(reason && { reason }),
  };
}

/** Of the parties of what was joined those that the network alone gave, undefined where it gave none. */
function byNetwork(joined: readonly Draft[], { actors, targets }: Pick<Draft, "actors" | "targets">): Draft["pointed"] {
  const given = joined.map((draft) => (isBare(draft.match.frame) ? draft : draft.pointed));
  const isGiven = new Set(given.flatMap((sides) => (sides ? [...sides.actors, ...sides.targets] : [])));
  return isGiven.size === 0 ? undefined : { actors: actors.filter((one) => isGiven.has(one)), targets: targets.filter((one) => isGiven.has(one)) };
}
