// Everything that is read in a document, one by one, so that a sample of it can be judged by others.
import type { Span } from "../../document/index.ts";
import { recogniseQuantities, type AnnotatedDocument, type Reading } from "../../reading/index.ts";

/** The kinds of output that are judged, each by itself. */
export const OUTPUT_KINDS = ["times", "money", "quantities", "parties", "items", "references", "sources", "claims"] as const;
export type OutputKind = (typeof OUTPUT_KINDS)[number];

/** One thing that was read: where it stands, and what it was taken for. */
export interface Output extends Span {
  readonly kind: OutputKind;
  readonly read: Readonly<Record<string, unknown>>;
}

/**
 * All that was read in a document, kind by kind, in text order. A time without a normal form says nothing and is left out, and so is
 * who only asks. Numbers in times, sums and names are no quantities.
 */
export function outputsOf({ analysis, annotations, references, sources, unread }: AnnotatedDocument): Output[] {
  const taken = [...annotations.times, ...annotations.money, ...annotations.items, ...unread, ...analysis.sentences.flatMap(({ names }) => names)];
  const numbers = analysis.sentences.flatMap((sentence) => (sentence.words.length > 0 ? recogniseQuantities(analysis.document.text, sentence) : []));
  const quantities = numbers.filter((number) => !taken.some((other) => other.start <= number.start && number.end <= other.end));
  return [
    ...annotations.times.filter(({ norm }) => norm !== undefined).map((each) => outputOf("times", each)),
    ...annotations.money.map((each) => outputOf("money", each)),
    ...quantities.map((each) => outputOf("quantities", each)),
    ...annotations.parties.map((each) => outputOf("parties", each)),
    ...annotations.items.map((each) => outputOf("items", each)),
    ...references.map((each) => outputOf("references", each)),
    ...sources.filter(({ asks }) => asks !== true).map((each) => outputOf("sources", each)),
  ];
}

/** The claims that were read, each at its evidence, without what tells how they were read. */
export function claimOutputs({ claims }: Pick<Reading, "claims">): Output[] {
  return claims.map(({ evidence, act, mode, negated, actors, targets, object, items, money, time, place, reason, terms, sources }) => ({
    kind: "claims",
    start: evidence.start,
    end: evidence.end,
    read: { act, mode, negated, actors, targets, object, items, money, time, place, reason, terms, sources },
  }));
}

function outputOf(kind: OutputKind, mention: Span & { readonly type: string }): Output {
  const { start, end, type: _, ...read } = mention;
  return { kind, start, end, read };
}
