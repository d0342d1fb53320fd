// A body is stored in two parts: what the chain hashes, and the words (a document's text, the quotes of a reading or a decision), of
// which it hashes only the SHA-256. So the words of a document can be taken away on request, and the chain still verifies.
import { z } from "zod";
import { canonical, sha256 } from "./canonical.ts";
import { decisionBodySchema, giveQuotes, takeQuotes, wordlessSchema } from "./decision/index.ts";
import type { DecisionBody } from "./decision/index.ts";
import { documentSchema, readingSchema, wordlessReadingSchema } from "./entry.ts";
import type { DocumentBody, Draft, ReadingBody } from "./entry.ts";

/** The two parts of a body: canonical JSON that holds `sha256` of the words, and the words. */
export interface Sealed {
  readonly body: string;
  readonly words: string;
}

/**
 * Takes a draft's words out of its body. The quotes of a reading become a canonical JSON array: evidence and tellings claim by claim,
 * then abstentions. Those of a decision do too, and each `quote` of its body is the number of its words there, from 0.
 */
export function seal(draft: Draft): Sealed {
  switch (draft.kind) {
    case "document":
      return sealDocument(draft.body);
    case "reading":
      return sealReading(draft.body);
    case "decision":
      return sealDecision(draft.body);
  }
}

function sealDecision(decision: DecisionBody): Sealed {
  const { bare, quotes } = takeQuotes(decision);
  const words = canonical(quotes);
  return { body: canonical({ ...Object(bare), sha256: sha256(words) }), words };
}

function sealDocument(document: DocumentBody): Sealed {
  const { text, ...rest } = document;
  return { body: canonical(rest), words: text };
}

function sealReading(reading: ReadingBody): Sealed {
  const quotes: string[] = [];
  const without = <T extends { quote: string }>({ quote, ...rest }: T): Omit<T, "quote"> => {
    quotes.push(quote);
    return rest;
  };
  const claims = reading.claims.map((claim) => ({ ...claim, evidence: without(claim.evidence), tellings: claim.tellings.map(without) }));
  const abstained = reading.abstained.map(without);
  const words = canonical(quotes);
  return { body: canonical({ ...reading, claims, abstained, sha256: sha256(words) }), words };
}

const sealedBody = z.looseObject({ sha256: z.string() });
const span = z.looseObject({});
const sealedClaim = z.looseObject({ evidence: span, tellings: z.array(span) });
const sealedReading = z.object({
  document: z.unknown(),
  version: z.unknown(),
  reader: z.unknown(),
  claims: z.array(sealedClaim),
  abstained: z.array(span),
});

/**
 * Joins the two parts again; without the words (they were redacted) text and quotes are empty. Throws a `ZodError` or `Error` where they
 * are not what `seal` made; the caller knows which entry it was.
 */
export function unseal(kind: string, json: unknown, words: string | undefined): Draft {
  if (kind === "document") return { kind, body: unsealDocument(json, words ?? "") };
  if (kind === "reading") return { kind, body: unsealReading(json, words) };
  if (kind === "decision") return { kind, body: unsealDecision(json, words) };
  throw new Error(`no kind of entry is called "${kind}"`);
}

/** The SHA-256 of the words, as the hashed part of a body tells it. */
export function sealOf(json: unknown): string {
  return sealedBody.parse(json).sha256;
}

function unsealDocument(json: unknown, words: string): DocumentBody {
  return documentSchema.parse({ ...sealedBody.parse(json), text: words });
}

function quotesIn(words: string | undefined): readonly string[] | undefined {
  return words === undefined ? undefined : z.array(z.string()).parse(JSON.parse(words));
}

function unsealDecision(json: unknown, words: string | undefined): DecisionBody {
  const { sha256: _, ...rest } = sealedBody.parse(json);
  const whole = giveQuotes(rest, quotesIn(words));
  return words === undefined ? wordlessSchema.parse(whole) : decisionBodySchema.parse(whole);
}

function unsealReading(json: unknown, words: string | undefined): ReadingBody {
  const { claims, abstained, ...rest } = sealedReading.parse(json);
  const quotes = quotesIn(words);
  let used = 0;
  const withQuote = (place: object) => ({ ...place, quote: quotes === undefined ? "" : quotes[used++] });
  const whole = {
    ...rest,
    claims: claims.map((claim) => ({ ...claim, evidence: withQuote(claim.evidence), tellings: claim.tellings.map(withQuote) })),
    abstained: abstained.map(withQuote),
  };
  if (quotes === undefined) return wordlessReadingSchema.parse(whole);
  if (used !== quotes.length) throw new Error(`${quotes.length} quotes are kept for ${used} places`);
  return readingSchema.parse(whole);
}
