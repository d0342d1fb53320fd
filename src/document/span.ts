// Spans are UTF-16 offsets into a stored text, end-exclusive, so that text.slice(start, end) is the quote.
import { PactaError } from "../error.ts";

/** `0 <= start <= end <= text.length`, in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A span with the words it covers; `text.slice(start, end) === quote` always holds. */
export interface Quote extends Span {
  readonly quote: string;
}

/** The words of a span. Throws `PACTA_SPAN_OUTSIDE` where the span does not lie in the text. */
export function quoteOf(text: string, span: Span): Quote {
  if (!(span.start >= 0 && span.start <= span.end && span.end <= text.length)) {
    throw new PactaError("PACTA_SPAN_OUTSIDE", `span ${span.start}-${span.end} lies outside a text of ${text.length}`, "Read the document again");
  }
  return { start: span.start, end: span.end, quote: text.slice(span.start, span.end) };
}

/** Throws `PACTA_QUOTE_MISMATCH` unless the text still says the quote at its place. */
export function checkQuote(text: string, quote: Quote): void {
  if (text.slice(quote.start, quote.end) !== quote.quote) {
    throw new PactaError(
      "PACTA_QUOTE_MISMATCH",
      `the text at ${quote.start}-${quote.end} is not the quoted words`,
      "Run pacta verify: the ledger or the text was changed",
    );
  }
}

/** True when the two spans share at least one code unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** True when `inner` lies wholly in `outer`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
