// The door of language/: sentences, words, trees and names.
export type { ActScore, Analysis, Name, NameType, RawSentence, RoleScore, Sentence, Unanalysed, Upos, Word } from "./sentence.ts";
export { loadLexicon } from "./lexicon.ts";
export type { Lexicon } from "./lexicon.ts";
export { paragraphBlocks, splitText, tokenize } from "./tokenize.ts";
export { boundaryRows } from "./boundary-rows.ts";
export type { BoundaryRow } from "./boundary-rows.ts";
export { analyseDocuments, loadLanguage } from "./language.ts";
export type { Choice, Keep, Language, LanguageOptions } from "./language.ts";
export { readConllu, textOf, writeConllu } from "./conllu.ts";
export type { ConlluSentence, Row } from "./conllu.ts";
export { conll18, MEASURES, sumConll18 } from "./conll18.ts";
export type { Conll18, Measure } from "./conll18.ts";
export { evaluateLanguage, rowsOf, sentencesOf } from "./evaluate.ts";
