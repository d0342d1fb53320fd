// Filling the slots of a claim that a coder gives: each from the words that it names, at the place nearest to the evidence.
// A slot whose words do not stand in the text, or mean nothing to the recognisers, stays empty and says so.
import type { Span } from "../document/index.ts";
import type { AnnotatedDocument, Claim, Item, Money, Party, Source } from "../reading/index.ts";
import { anchor } from "./anchor.ts";
import type { Limits } from "./guideline.ts";
import type { Passage } from "./passage.ts";
import { itemAt, moneyAt, partiesAt, timeAt } from "./resolve.ts";
import type { Placed } from "./resolve.ts";
import type { ToldClaim } from "./wire.ts";

/** Why a slot stayed empty. */
export type SlotReason = "coder-slot-not-in-text" | "coder-slot-unresolved";

/** The slots of a claim, each value with its place. */
export interface Slots {
  readonly actors: readonly Placed<Party>[];
  readonly targets: readonly Placed<Party>[];
  readonly items: readonly Placed<Item>[];
  readonly money: readonly Placed<Money>[];
  readonly terms: readonly Placed<string>[];
  readonly sources: readonly Placed<Source>[];
  readonly object?: Placed<string>;
  readonly time?: Placed<NonNullable<Claim["time"]>>;
  readonly place?: Placed<string>;
  readonly reason?: Placed<string>;
}

/** What slots are filled from. */
export interface SlotSetting {
  readonly passage: Passage;
  readonly annotated: AnnotatedDocument;
  readonly limits: Limits;
}

/** Fills the slots of a claim whose evidence stands at `evidence`; `empty` says of each that stayed empty why. */
export function fillSlots(told: ToldClaim, evidence: Span, { passage, annotated, limits }: SlotSetting): { slots: Slots; empty: SlotReason[] } {
  const empty: SlotReason[] = [];
  const { text } = annotated.analysis.document;
  const at = (words: string): Span | undefined => {
    const span = words.length <= limits.slot ? anchor(words, passage, evidence) : undefined;
    if (span === undefined) empty.push("coder-slot-not-in-text");
    return span;
  };
  const resolved = <T>(found: readonly T[]): readonly T[] => (found.length === 0 && empty.push("coder-slot-unresolved"), found);
  const some = <T, R>(list: readonly T[] | null, each: (one: T) => readonly R[]): R[] => (list ?? []).slice(0, limits.entries).flatMap(each);
  const verbatim = (words: string): Placed<string>[] => listOf(at(words)).map((span) => ({ value: text.slice(span.start, span.end), span }));
  const parties = (list: readonly string[] | null): readonly Placed<Party>[] =>
    distinct(some(list, (words) => listOf(at(words)).flatMap((span) => resolved(partiesAt(span, annotated)))));
  const one = (words: string | null): Placed<string> | undefined => (words === null || words.trim() === "" ? undefined : verbatim(words)[0]);
  const sourceOf = ({ name, role, cue, channel }: NonNullable<ToldClaim["sources"]>[number]): Placed<Source>[] => {
    const [more, who] = [{ role: one(role)?.value, cue: one(cue)?.value, channel: one(channel)?.value }, one(name)];
    return who === undefined ? [] : [{ value: { name: who.value, ...present(more) }, span: who.span }];
  };
  const time = listOf(one(told.time)).flatMap(({ span }) => resolved(listOf(timeAt(span, annotated))))[0];
  const slots = {
    actors: parties(told.actors),
    targets: parties(told.targets),
    items: some(told.items, (words) => listOf(at(words)).map((span) => itemAt(span, annotated))),
    money: some(told.money, ({ words, kind }) => listOf(at(words)).flatMap((span) => resolved(listOf(moneyAt(span, kind, annotated))))),
    terms: told.act === "provide" ? some(told.terms, verbatim) : [],
    sources: some(told.sources, sourceOf),
    ...present({ object: withoutArticle(one(told.object)), time, place: one(told.place), reason: one(told.reason) }),
  };
  return { slots, empty };
}

/** The values of the slots, as a claim has them. */
export function valuesOf(slots: Slots): Omit<Claim, "id" | "act" | "mode" | "negated" | "evidence" | "tellings" | "spans" | "rule" | "confidence"> {
  const values = <T>(placed: readonly Placed<T>[]): T[] => placed.map(({ value }) => value);
  const { actors, targets, items, money, terms, sources, object, time, place, reason } = slots;
  return {
    actors: values(actors),
    targets: values(targets),
    items: values(items),
    money: values(money),
    terms: values(terms),
    sources: values(sources),
    ...present({ object: object?.value, time: time?.value, place: place?.value, reason: reason?.value }),
  };
}

/** Where the words of each slot stand, by its path. */
export function spansOf(slots: Slots): Record<string, Span> {
  const entries = Object.entries(slots).flatMap(([path, placed]: [string, Placed<unknown> | readonly Placed<unknown>[]]): [string, Span][] =>
    "span" in placed ? [[path, placed.span]] : placed.map(({ span }, i) => [`${path}.${i}`, span]),
  );
  return Object.fromEntries(entries);
}

function listOf<T>(one: T | undefined): T[] {
  return one === undefined ? [] : [one];
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** The fields that have a value. */
function present<T extends object>(fields: T): Present<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Present<T>;
}

function distinct(parties: readonly Placed<Party>[]): Placed<Party>[] {
  const seen = new Set<string>();
  return parties.filter(({ value: { id, name } }) => {
    const key = id ?? name.toLowerCase();
    return !seen.has(key) && seen.add(key);
  });
}

/** An object is written without its article. */
function withoutArticle(object: Placed<string> | undefined): Placed<string> | undefined {
  const article = /^(?:an?|the|its|his|her|their)\s+(?=\S)/i.exec(object?.value ?? "")?.[0];
  if (object === undefined || article === undefined) return object;
  return { value: object.value.slice(article.length), span: { start: object.span.start + article.length, end: object.span.end } };
}
