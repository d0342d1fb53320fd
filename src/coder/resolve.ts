// From anchored words to what they stand for, by the reader's own recognisers: a coder says where, never who or how much.
import { contains, overlaps } from "../document/index.ts";
import type { Span } from "../document/index.ts";
import type { AnnotatedDocument, Claim, Item, Money, Party, PartyMention } from "../reading/index.ts";

/** A slot's value and where its words stand. */
export interface Placed<T> {
  readonly value: T;
  readonly span: Span;
}

/** The parties that words name or take up: several for "the two countries"; the model's own name where no table has it; none otherwise. */
export function partiesAt(words: Span, { annotations, references, analysis }: AnnotatedDocument): readonly Placed<Party>[] {
  const mention = bestParty(words, annotations.parties);
  if (mention !== undefined && fills(mention, words)) return [placedParty(mention)];
  const taken = best(words, references);
  if (taken !== undefined && fills(taken, words)) {
    return references.filter(({ start, end }) => start === taken.start && end === taken.end).map(placedParty);
  }
  if (mention !== undefined) return [placedParty(mention)];
  const name = best(
    words,
    analysis.sentences.flatMap(({ names }) => names.filter(({ type }) => type === "PER" || type === "ORG" || type === "LOC")),
  );
  if (name === undefined) return [];
  return [{ value: { name: analysis.document.text.slice(name.start, name.end) }, span: spanOf(name) }];
}

/** The time that words give, as the reader's recogniser has it. Lengths are none. */
export function timeAt(words: Span, { annotations }: AnnotatedDocument): Placed<NonNullable<Claim["time"]>> | undefined {
  const mention = best(
    words,
    annotations.times.filter(({ norm, duration, basis }) => norm !== undefined && duration !== true && basis !== "none"),
  );
  return mention?.norm === undefined ? undefined : { value: { norm: mention.norm, basis: mention.basis }, span: spanOf(mention) };
}

/** The sum that words give; only what it is for is the coder's. */
export function moneyAt(words: Span, kind: Money["kind"], { annotations }: AnnotatedDocument): Placed<Money> | undefined {
  const mention = best(
    words,
    annotations.money.filter(({ conversion }) => conversion !== true),
  );
  if (mention === undefined) return undefined;
  const { amount, currency, bound } = mention;
  return { value: { amount, currency, kind, bound }, span: spanOf(mention) };
}

/** The goods of the words: with number and unit where the reader's recogniser has them, else the words alone. */
export function itemAt(words: Span, { annotations, analysis }: AnnotatedDocument): Placed<Item> {
  const mention = best(words, annotations.items);
  if (mention === undefined || !fills(mention, words)) return { value: { name: analysis.document.text.slice(words.start, words.end) }, span: words };
  const { name, quantity, unit } = mention;
  const counted = { ...(quantity === undefined ? {} : { quantity }), ...(unit === undefined ? {} : { unit }) };
  return { value: { name, ...counted }, span: spanOf(mention) };
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}

function placedParty({ start, end, id, name, via, state }: PartyMention): Placed<Party> {
  const more = {
    ...(id === undefined ? {} : { id }),
    ...(via === undefined ? {} : { via }),
    ...(state === undefined || id !== undefined ? {} : { state }),
  };
  return { value: { name, ...more }, span: { start, end } };
}

/** A demonym is only the party where nothing else in the words is: "Russian exporter Rosoboronexport". */
function bestParty(words: Span, mentions: readonly PartyMention[]): PartyMention | undefined {
  const whole = mentions.filter(({ form }) => form !== "demonym");
  return best(words, whole) ?? best(words, mentions);
}

/** The mention that shares most with the words, of two the one that says less beside, of those the last: a phrase has its head there. */
function best<T extends Span>(words: Span, mentions: readonly T[]): T | undefined {
  const weight = (span: Span): number => sharedOf(words, span) / (span.end - span.start + words.end - words.start - sharedOf(words, span));
  return mentions
    .filter((mention) => overlaps(mention, words))
    .reduce<T | undefined>((found, mention) => (found !== undefined && weight(found) > weight(mention) ? found : mention), undefined);
}

function sharedOf(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}

/** The mention is most of the words, or holds them. */
function fills(mention: Span, words: Span): boolean {
  return contains(mention, words) || sharedOf(mention, words) * 2 >= words.end - words.start;
}
