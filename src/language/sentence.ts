// The analysed text: sentences of syntactic words (UD), each word a span of the stored text.
import type { Document, Span } from "../document/index.ts";

/** Universal part of speech. */
export type Upos =
  | "ADJ"
  | "ADP"
  | "ADV"
  | "AUX"
  | "CCONJ"
  | "DET"
  | "INTJ"
  | "NOUN"
  | "NUM"
  | "PART"
  | "PRON"
  | "PROPN"
  | "PUNCT"
  | "SCONJ"
  | "SYM"
  | "VERB"
  | "X";

/** Kind of a named entity. */
export type NameType = "PER" | "ORG" | "LOC" | "MISC" | "WEAPON" | "PLATFORM";

/** A word as it is split off the text, before any analysis. */
export interface RawWord extends Span {
  readonly form: string;
  /** Set where the word continues the written word before it ("n't" in "don't"; CoNLL-U's multiword range). */
  readonly fused?: true;
}

/** A sentence that is split into words and not yet analysed. */
export interface RawSentence extends Span {
  readonly index: number;
  /** Index into the document's blocks. */
  readonly block: number;
  readonly words: readonly RawWord[];
}

/** One syntactic word. A contraction gives several ("do" + "n't"), each with its own span. */
export interface Word extends RawWord {
  /** Position in the sentence, from 0. */
  readonly index: number;
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

/** How sure the network for acts is that a word has a part in an act, from 0 to 1. */
export interface RoleScore {
  /** Index of the word in the sentence. */
  readonly word: number;
  readonly score: number;
}

/** What the network says of a word: that it tells this act, who acts on whom and on what. A score from 0 to 1 is the network's own, not calibrated. */
export interface ActScore {
  /** Index of the word that tells the act. */
  readonly word: number;
  /** Name of the act, as the model's card lists it. */
  readonly act: string;
  readonly score: number;
  /** Words that stand for who acts, and for whom it is done to; heads of their phrases. */
  readonly actors: readonly RoleScore[];
  readonly targets: readonly RoleScore[];
  /** Words that head what is acted on. */
  readonly object: readonly RoleScore[];
}

/** A sentence of the text. `words` is empty where the lexical pass kept it from the model. */
export interface Sentence extends Span {
  readonly index: number;
  /** Index into the document's blocks. */
  readonly block: number;
  readonly words: readonly Word[];
  readonly names: readonly Name[];
  /** In text order; absent where the network for acts was not asked. */
  readonly acts?: readonly ActScore[];
}

/** Why a part of the text was not analysed; docs/claims.md tells the reasons. */
export type UnanalysedReason = "not-text" | "no-blanks" | "too-long";

/** A part of the text that was not analysed. */
export interface Unanalysed extends Span {
  readonly reason: UnanalysedReason;
}

/** A document with its sentences, in text order. What is no blank and stands in a block that is read lies in a sentence or in an unanalysed part. */
export interface Analysis {
  readonly document: Document;
  readonly sentences: readonly Sentence[];
  /** In text order, apart from each other and from the sentences. */
  readonly unanalysed: readonly Unanalysed[];
}
