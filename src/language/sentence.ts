// The analysed text: sentences of syntactic words (UD), each word a span of the stored text.
import type { Document, Span } from "../document/index.ts";

/** Universal part of speech. */
export type Upos = "ADJ" | "ADP" | "ADV" | "AUX" | "CCONJ" | "DET" | "INTJ" | "NOUN" | "NUM" | "PART" | "PRON" | "PROPN" | "PUNCT" | "SCONJ" | "SYM" | "VERB" | "X";

/** Kind of a named entity. */
export type NameType = "PER" | "ORG" | "LOC" | "MISC" | "WEAPON" | "PLATFORM";

/** One syntactic word. A contraction gives several ("do" + "n't"), each with its own span. */
export interface Word extends Span {
  /** Position in the sentence, from 0. */
  readonly index: number;
  readonly form: string;
  readonly lemma: string;
  readonly upos: Upos;
  /** Penn Treebank tag ("VBD"). */
  readonly xpos: string;
  /** Index of the head word in the sentence; -1 for the root. */
  readonly head: number;
  /** UD relation with subtype ("nsubj:pass"). */
  readonly relation: string;
}

/** A named entity found by the model. */
export interface Name extends Span {
  readonly type: NameType;
}

/** A sentence of the text. `words` is empty where the lexical pass kept it from the model. */
export interface Sentence extends Span {
  readonly index: number;
  /** Index into the document's blocks. */
  readonly block: number;
  readonly words: readonly Word[];
  readonly names: readonly Name[];
}

/** A document with its sentences, in text order. */
export interface Analysis {
  readonly document: Document;
  readonly sentences: readonly Sentence[];
}
