// The lexical pass: which sentences are worth the model's time. A document is read where some sentence holds the words of an act.
// Beside such sentences go those that name anybody: who "it" and "the minister" are, and which of two states a name means,
// is told by the rest of the document. It loses no claim; a party in the same sentence is no condition, as nearly all name one.
import type { RawSentence } from "../../language/index.ts";
import { canTellAct, type ActNeeds } from "./needs.ts";

/** What the pass looks words up in. */
export interface PassKnowledge {
  readonly needs: ActNeeds;
  /** True where a list knows a name in the sentence. */
  readonly hasParty: (sentence: RawSentence) => boolean;
  /** Words that begin a sentence with a capital and are no name: "The", "After". */
  readonly openers: ReadonlySet<string>;
}

/** The sentences of a document that are to be analysed. */
export function passing(sentences: readonly RawSentence[], knowledge: PassKnowledge): ReadonlySet<RawSentence> {
  const kept = new Set(sentences.filter((sentence) => canTellAct(formsOf(sentence), knowledge.needs)));
  if (kept.size === 0 || kept.size === sentences.length) return kept;
  for (const sentence of sentences) if (hasName(sentence, knowledge)) kept.add(sentence);
  for (const [i, sentence] of [...sentences.entries()].reverse()) {
    const before = sentences[i - 1];
    if (before && kept.has(sentence) && opensQuotation(sentence)) kept.add(before);
  }
  return kept;
}

function formsOf(sentence: RawSentence): Set<string> {
  return new Set(sentence.words.map((word) => word.form.toLowerCase()));
}

/** The model's names are not on any list: a capital is enough. */
function hasName(sentence: RawSentence, { hasParty, openers }: PassKnowledge): boolean {
  const capital = sentence.words.some(({ form }, i) => /^\p{Lu}/u.test(form) && !(i === 0 && openers.has(form)));
  return capital || hasParty(sentence);
}

/** A quotation goes on with the speaker of the sentence before. */
function opensQuotation(sentence: RawSentence): boolean {
  return /^["“]/.test(sentence.words[0]?.form ?? "");
}
