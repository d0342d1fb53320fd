// What must hold between entries before one is written and whenever one is read: quotes are the text's own words, spans lie in it.
import { checkQuote, quoteOf } from "../document/index.ts";
import type { Quote } from "../document/index.ts";
import type { Place } from "../error.ts";
import { PactaError } from "../error.ts";
import type { Claim } from "../reading/index.ts";
import { INVALID_REMEDY, sha256 } from "./canonical.ts";
import { refsOf } from "./decision/index.ts";
import type { Decision } from "./decision/index.ts";
import { documentSchema, readingSchema } from "./entry.ts";
import type { DocumentBody, DocumentDraft, ReadingBody, ReadingDraft } from "./entry.ts";

/** Throws unless the draft fits its schema and, for a reading, the text that was read. Errors: `PACTA_LEDGER_ENTRY_INVALID`, `PACTA_QUOTE_MISMATCH`, `PACTA_SPAN_OUTSIDE`. */
export function checkDraft(draft: DocumentDraft | ReadingDraft, text: string): void {
  if (draft.kind === "document") checkDocument(draft.body);
  else checkNewReading(draft.body, text);
}

function checkDocument(document: DocumentBody): void {
  const place = { source: document.id };
  const parsed = documentSchema.safeParse(document);
  if (!parsed.success) throw invalid(firstIssue(parsed.error.issues), place);
  if (!document.text.isWellFormed()) throw invalid("the text holds half a surrogate pair", place);
  if (sha256(document.text) !== document.sha256) throw invalid("the hash is not that of the text", place);
  let last = 0;
  for (const block of document.blocks) {
    at(place, () => quoteOf(document.text, block));
    if (block.start < last) throw invalid(`the block at ${block.start} overlaps the one before`, place);
    last = block.end;
  }
}

function checkNewReading(reading: ReadingBody, text: string): void {
  const place = { source: reading.document };
  const parsed = readingSchema.safeParse(reading);
  if (!parsed.success) throw invalid(firstIssue(parsed.error.issues), place);
  if (new Set(reading.claims.map((claim) => claim.id)).size < reading.claims.length) throw invalid("two of its claims have the same id", place);
  checkReading(reading, text);
}

/** Throws `PACTA_QUOTE_MISMATCH` or `PACTA_SPAN_OUTSIDE` unless all that a reading quotes stands in the text. */
export function checkReading(reading: Omit<ReadingBody, "version" | "reader">, text: string): void {
  for (const claim of reading.claims) checkClaim(claim, text, reading.document);
  for (const abstention of reading.abstained) at({ source: reading.document, offset: abstention.start }, () => checkWords(text, abstention));
}

/** The same for one claim. */
export function checkClaim(claim: Claim, text: string, document: string): void {
  at({ source: document, offset: claim.evidence.start }, () => {
    for (const quote of [claim.evidence, ...claim.tellings]) checkWords(text, quote);
    for (const span of Object.values(claim.spans)) quoteOf(text, span);
  });
}

/** Throws `PACTA_QUOTE_MISMATCH` or `PACTA_SPAN_OUTSIDE` unless what a decision quotes of this version of a document stands in its text. */
export function checkDecision(decision: Decision, document: string, version: number, text: string): void {
  const isOf = (place: { readonly document: string; readonly version: number }) => place.document === document && place.version === version;
  for (const ref of refsOf(decision).filter(isOf)) at({ source: document, offset: ref.start }, () => checkWords(text, ref));
  if (decision.type === "correct" && decision.slot === "evidence" && isOf(decision.claim)) {
    at({ source: document, offset: decision.value.start }, () => checkWords(text, decision.value));
  }
  if ((decision.type === "add-claim" || decision.type === "promote") && isOf(decision)) checkClaim(decision.claim, text, document);
  if (decision.type === "promote" && isOf(decision)) at({ source: document }, () => quoteOf(text, decision.abstention));
}

/** The versions of documents that a decision quotes. */
export function versionsQuoted(decision: Decision): readonly { readonly document: string; readonly version: number }[] {
  return decision.type === "add-claim" || decision.type === "promote" ? [decision] : refsOf(decision);
}

function checkWords(text: string, quote: Quote): void {
  quoteOf(text, quote);
  checkQuote(text, quote);
}

/** `PACTA_LEDGER_ENTRY_INVALID`, with what is wrong. */
export function invalid(what: string, place: Place): PactaError {
  return new PactaError("PACTA_LEDGER_ENTRY_INVALID", what, INVALID_REMEDY, place);
}

/** What is wrong first, and where. */
export function firstIssue(issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]): string {
  const issue = issues[0];
  return issue === undefined ? "it does not fit its schema" : `${issue.path.map(String).join(".")}: ${issue.message}`;
}

/** Runs a check, and says where it failed. */
function at(place: Place, check: () => unknown): void {
  try {
    check();
  } catch (thrown) {
    throw thrown instanceof PactaError ? new PactaError(thrown.code, thrown.message, thrown.remedy, place, thrown) : thrown;
  }
}
