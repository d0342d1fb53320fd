// The door of the language part.
export { language } from "./part.ts";
export { maskTrees, writeMaskedTrees } from "./masked-tree.ts";
export { fillTree, newsDocuments, newsTexts } from "./news-text.ts";
