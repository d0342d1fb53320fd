// The door of language/: sentences, words, trees and names.
export type { Analysis, Name, NameType, Sentence, Upos, Word } from "./sentence.ts";
