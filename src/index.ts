// The library's door: what a program that imports "pacta-ledger" may use. Everything here is documented where it is made.
export { PactaError, toPactaError } from "./error.ts";
export type { ErrorCode, Place } from "./error.ts";
export { checkQuote, contains, overlaps, quoteOf } from "./document/index.ts";
export type { Block, BlockKind, DateBasis, Document, Published, Quote, Span } from "./document/index.ts";
