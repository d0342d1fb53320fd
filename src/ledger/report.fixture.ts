// Reports for the ledger's tests: short texts of our own, with claims whose quotes stand in them.
import type { Document, Quote } from "../document/index.ts";
import type { Claim, Party } from "../reading/index.ts";
import type { Read } from "./ledger.ts";

/** A fixed instant, so that a test's chain is the same in every run. */
export const CLOCK = (): Date => new Date("2026-01-02T03:04:05.678Z");

/** Where the words stand in the text. */
export function quoteIn(text: string, quote: string): Quote {
  const start = text.indexOf(quote);
  return { start, end: start + quote.length, quote };
}

/** A claim whose evidence is `words`, which must stand in the text. */
export function claimOn(text: string, words: string, changes: Partial<Claim> & { readonly id: string }): Claim {
  const parties: Party[] = [
    { id: "NOR", name: "Norway" },
    { name: "Nordverft", state: "NOR" },
  ];
  return {
    act: "sign",
    mode: "actual",
    negated: false,
    actors: parties,
    targets: [],
    items: [],
    money: [],
    terms: [],
    sources: [],
    evidence: quoteIn(text, words),
    tellings: [],
    spans: { object: quoteInSpan(text, words) },
    rule: "test.sign",
    confidence: 0.8,
    ...changes,
  };
}

function quoteInSpan(text: string, words: string): { start: number; end: number } {
  const { start, end } = quoteIn(text, words);
  return { start, end };
}

/** A document of one paragraph, with only what must be there. */
export function documentOf(id: string, text: string, more: Partial<Document> = {}): Document {
  return { id, text, blocks: [{ start: 0, end: text.length, kind: "paragraph" }], sources: [], tags: [], ...more };
}

/** A report that says `Norway signed a ferry contract.` after `before`, read into one claim. */
export function report(id: string, before = "", more: Partial<Document> = {}): Read {
  const text = `${before}Norway signed a ferry contract.`;
  const claim = claimOn(text, "Norway signed a ferry contract", { id: `${id}#${text.length}` });
  return { document: documentOf(id, text, more), reading: { id, claims: [claim], abstained: [{ reason: "no-act", ...quoteIn(text, "ferry") }] } };
}

/** A report that credits someone in a line of its own. */
export function credited(id: string, credit: string): Read {
  const { document, reading } = report(id, `${credit}\n`);
  const blocks: Document["blocks"] = [
    { start: 0, end: credit.length, kind: "credit" },
    { start: credit.length + 1, end: document.text.length, kind: "paragraph" },
  ];
  return { document: { ...document, blocks }, reading };
}

/** A report with every field filled and the characters that are hard to keep: NUL, a byte order mark, an emoji, U+FFFD. */
export function fullReport(): Read {
  const text = "\uFEFFOslo \u0000 – Norway 🚢 bought two ferries for €40 million, \uFFFD said Nordverft.";
  const evidence = "Norway 🚢 bought two ferries for €40 million";
  const claim = claimOn(text, evidence, {
    id: "full-1",
    act: "order",
    mode: "actual",
    targets: [{ id: "NOR", name: "Norway", via: "Nordverft" }],
    object: "two ferries",
    items: [{ name: "ferry", quantity: 2, unit: "ship" }],
    money: [{ amount: 40_000_000, currency: "EUR", kind: "value", bound: "exact" }],
    time: { norm: "2026-01", basis: "anchored" },
    place: "Oslo",
    reason: "old ships",
    terms: ["two ferries"],
    sources: [{ name: "Nordverft", role: "yard", cue: "said", channel: "wire" }],
    tellings: [quoteIn(text, "two ferries")],
  });
  const document: Document = {
    id: "https://example.org/ferries",
    text,
    blocks: [
      { start: 0, end: 10, kind: "dateline" },
      { start: 10, end: text.length, kind: "paragraph" },
    ],
    url: "https://example.org/ferries?utm=1",
    published: { day: "2026-01-01", basis: "json-ld" },
    heading: "Ferries",
    byline: "A. Writer",
    language: "en",
    sources: ["Example Wire"],
    tags: ["ships"],
  };
  return { document, reading: { id: document.id, claims: [claim], abstained: [{ reason: "no-party", act: "sell", ...quoteIn(text, "ferries") }] } };
}

/** What an async iteration gives, as a list. */
export async function listOf<T>(values: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const value of values) list.push(value);
  return list;
}
