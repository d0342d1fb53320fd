// The door of language/: sentences, words, trees and names.
export type { Analysis, Name, NameType, RawSentence, RawWord, Sentence, Upos, Word } from "./sentence.ts";
export { loadLexicon } from "./lexicon.ts";
export type { AbbreviationKind, Lexicon } from "./lexicon.ts";
export { paragraphBlocks, tokenize } from "./tokenize.ts";
