// The door of document/: what a text is, before anything is read from it.
export { callerDay } from "./calendar.ts";
export { canonicalUrl } from "./address.ts";
export { loadAddressRules } from "./address-rules.ts";
export type { AddressRules } from "./address-rules.ts";
export type { Block, BlockKind, DateBasis, DeclaredOrigin, Document, Published } from "./document.ts";
export { documentsBy, documentsOf } from "./documents-of.ts";
export { extractionScore } from "./extraction-score.ts";
export type { Extracted, ExtractionScore } from "./extraction-score.ts";
export { extract, extractionOf, feedLinks, pagesInThread } from "./html/index.ts";
export type { Extraction, FeedLink, PageParser } from "./html/index.ts";
export { loadDocumentSetting, loadNearSetting } from "./setting.ts";
export {
  areCopies,
  bandsOf,
  clustersAround,
  dayNumber,
  loadNearRules,
  MemoryNearStore,
  NearIndex,
  nearPrintOf,
  nearRowOf,
  readSignature,
  rowOfPrint,
  signatureOf,
  similarity,
  writeSignature,
} from "./near/index.ts";
export type { Cluster, Days, Names, NearPrint, NearRow, NearRules, NearSetting, NearStore, Pair, Signature, Similarity } from "./near/index.ts";
export type { DetectLanguage, DocumentSetting, Given, Outcome } from "./outcome.ts";
export { recordDocument } from "./record.ts";
export { checkQuote, contains, overlaps, quoteOf } from "./span.ts";
export type { Quote, Span } from "./span.ts";
