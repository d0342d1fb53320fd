// Documents, and annotations as the reader's recognisers would give them, for tests that need no model: each is named by its words.
import type { Document, Span } from "../document/index.ts";
import type { AnnotatedDocument, Claim, Money, PartyMention } from "../reading/index.ts";
import type { Clock } from "../clock.ts";

/** A document of one paragraph for each text. */
export function documentOf(texts: string | readonly string[], more: Partial<Document> = {}): Document {
  const paragraphs = typeof texts === "string" ? [texts] : texts;
  const text = paragraphs.join("\n\n");
  let from = 0;
  const blocks = paragraphs.map((paragraph) => {
    const start = text.indexOf(paragraph, from);
    from = start + paragraph.length;
    return { kind: "paragraph" as const, start, end: from };
  });
  return { id: "d", text, blocks, sources: [], tags: [], ...more };
}

/** What the recognisers find, by the words they find it in; the words of `they` stand for all the parties given. */
export interface Found {
  readonly states?: Readonly<Record<string, string>>;
  readonly they?: Readonly<Record<string, readonly string[]>>;
  readonly times?: Readonly<Record<string, string>>;
  readonly sums?: Readonly<Record<string, Pick<Money, "amount" | "currency">>>;
  readonly items?: Readonly<Record<string, { readonly name: string; readonly quantity?: number }>>;
  readonly names?: readonly string[];
}

/** The annotated document. Every place of the words is annotated. */
export function annotatedOf(document: Document, { states = {}, they = {}, times = {}, sums = {}, items = {}, names = [] }: Found): AnnotatedDocument {
  const everywhere = <T, R>(by: Readonly<Record<string, T>>, make: (value: T, span: Span, words: string) => readonly R[]): R[] =>
    Object.entries(by).flatMap(([words, value]) => placesOf(words, document.text).flatMap((span) => make(value, span, words)));
  const party = (id: string, span: Span, name: string, form: PartyMention["form"]): PartyMention => ({
    type: "party",
    id,
    name,
    kind: "state",
    form,
    ...span,
  });
  const sentence = { start: 0, end: document.text.length, index: 0, block: 0, words: [] };
  return {
    analysis: {
      document,
      sentences: [{ ...sentence, names: names.flatMap((name) => placesOf(name, document.text).map((span) => ({ ...span, type: "ORG" as const }))) }],
      unanalysed: [],
    },
    annotations: {
      parties: everywhere(states, (id, span, name) => [party(id, span, name, "name")]),
      times: everywhere(times, (norm, span) => [{ type: "time" as const, ...span, norm, basis: "stated" as const }]),
      money: everywhere(sums, (sum, span) => [{ type: "money" as const, ...span, ...sum, bound: "exact" as const }]),
      items: everywhere(items, (item, span) => [{ type: "item" as const, ...span, ...item }]),
    },
    references: everywhere(they, (ids, span) => ids.map((id) => party(id, span, id, "nominal"))),
    sources: [],
    unresolved: [],
    unread: [],
  };
}

function placesOf(words: string, text: string): Span[] {
  const spans: Span[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) spans.push({ start: at, end: at + words.length });
  return spans;
}

/** A claim of the reader on words of a text. */
export function readerClaim(text: string, words: string, more: Partial<Claim>): Claim {
  const start = text.indexOf(words);
  return {
    id: `c-${words}`,
    act: "sign",
    mode: "actual",
    negated: false,
    actors: [],
    targets: [],
    items: [],
    money: [],
    terms: [],
    sources: [],
    evidence: { start, end: start + words.length, quote: words },
    tellings: [],
    spans: {},
    rule: "sign/sign",
    confidence: 0.8,
    ...more,
  };
}

/** A clock that waits for nothing: sleeping moves it on. `slept` are the waits. */
export function quickClock(): Clock & { readonly slept: number[] } {
  let now = 1_000_000;
  const slept: number[] = [];
  return {
    now: () => now,
    sleep: async (milliseconds) => {
      slept.push(milliseconds);
      now += milliseconds;
    },
    chance: () => 0.5,
    slept,
  };
}
