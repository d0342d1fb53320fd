// The door of document/: what a text is, before anything is read from it.
export type { Block, BlockKind, DateBasis, Document, Published } from "./document.ts";
export { checkQuote, contains, overlaps, quoteOf } from "./span.ts";
export type { Quote, Span } from "./span.ts";
