// The door of eval/: measuring the reader against gold, and the page that figures are kept on.
export { loadGold, sharedFolder } from "./gold.ts";
export type { GoldSet } from "./gold.ts";
export { matchClaims } from "./match.ts";
export { EMPTY_PAGE, withSection } from "./page.ts";
export type { Section } from "./page.ts";
export { openReader } from "./reader.ts";
export { table } from "./table.ts";
export { fillTree, maskTrees, newsDocuments, newsTexts, writeMaskedTrees } from "./language/index.ts";
