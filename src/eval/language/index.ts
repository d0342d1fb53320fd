// The door of the language part.
export { corpusNames, corpusPlace, readCorpus } from "./corpus.ts";
export { language } from "./part.ts";
export { readHeldBack } from "./held-back.ts";
export { maskTrees, writeMaskedTrees } from "./masked-tree.ts";
export { fillTree, newsDocuments, newsArticles, newsItems, newsTexts } from "./news-text.ts";
export { re3dMarked } from "./re3d.ts";
export type { Re3dMarked } from "./re3d.ts";
