// The door of eval/: measuring the reader against gold, and the page that figures are kept on.
export { calibrationError } from "./claims.ts";
export { chanceOf, drawn, itemDocuments, joinedPairs, rowsOf } from "./documents/index.ts";
export type { Chance, JoinedPair } from "./documents/index.ts";
export { findTrafilatura, pageFolder } from "./extraction/index.ts";
export type { Trafilatura } from "./extraction/index.ts";
export { GOLD_SETS, loadGold, sharedFolder } from "./gold.ts";
export type { GoldDocument, GoldSet } from "./gold.ts";
export { isHeldBack } from "./held.ts";
export { matchClaims, partyKeys } from "./match.ts";
export type { ScoredClaim } from "./match.ts";
export { EMPTY_PAGE, withSection } from "./page.ts";
export type { Section } from "./page.ts";
export { openAnnotator, openReader } from "./reader.ts";
export { table } from "./table.ts";
export { fillTree, maskTrees, newsDocuments, newsArticles, newsItems, newsTexts, writeMaskedTrees } from "./language/index.ts";
export { claimOutputs, OUTPUT_KINDS, outputsOf } from "./mentions/index.ts";
export type { Output } from "./mentions/index.ts";
