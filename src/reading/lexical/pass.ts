// The lexical pass: which sentences are worth the model's time. A document is read where some sentence holds the words of an act.
// Beside such sentences go those that name anybody: who "it" and "the minister" are, and which of two states a name means,
// is told by the rest of the document. They wait until the trees show that an act may be told at all. The pass loses no claim;
// a party in the same sentence is no condition, as nearly all name one.
import type { Choice, RawSentence } from "../../language/index.ts";
import { canTellAct, type ActNeeds } from "./needs.ts";

/** What the pass looks words up in. */
export interface PassKnowledge {
  readonly needs: ActNeeds;
  /** True where a list knows a name in the sentence. */
  readonly hasParty: (sentence: RawSentence) => boolean;
  /** Words that begin a sentence with a capital and are no name: "The", "After". */
  readonly openers: ReadonlySet<string>;
}

/** The sentences of a document that hold the words of an act, and beside them those that may tell who is meant. */
export function passing(sentences: readonly RawSentence[], knowledge: PassKnowledge): Choice {
  const first = new Set(sentences.filter((sentence) => canTellAct(formsOf(sentence), knowledge.needs)));
  const beside = new Set<RawSentence>();
  const isKept = (sentence: RawSentence): boolean => first.has(sentence) || beside.has(sentence);
  if (first.size === 0) return { first, beside };
  for (const sentence of sentences) if (!first.has(sentence) && hasName(sentence, knowledge)) beside.add(sentence);
  for (const [one, next] of quotedPairs(sentences).reverse()) if (!isKept(one) && isKept(next)) beside.add(one);
  for (const [one, next] of quotedPairs(sentences)) if (isKept(one) && !isKept(next)) beside.add(next);
  return { first, beside };
}

/** Sentences next to each other that one quotation may hold: a speaker is named before it, at its end, or in its midst. */
function quotedPairs(sentences: readonly RawSentence[]): (readonly [RawSentence, RawSentence])[] {
  let open = false;
  return sentences.flatMap((sentence, i) => {
    for (const { form } of sentence.words) if (/^["“”]$/.test(form)) open = form === "“" || (form === '"' && !open);
    const next = sentences[i + 1];
    if (next !== undefined && next.block !== sentence.block) open = false;
    return next !== undefined && (open || opensQuotation(next)) ? [[sentence, next] as const] : [];
  });
}

function formsOf(sentence: RawSentence): Set<string> {
  return new Set(sentence.words.map((word) => word.form.toLowerCase()));
}

/** The model's names are not on any list: a capital is enough. */
function hasName(sentence: RawSentence, { hasParty, openers }: PassKnowledge): boolean {
  const capital = sentence.words.some(({ form }, i) => /^\p{Lu}/u.test(form) && !(i === 0 && openers.has(form)));
  return capital || hasParty(sentence);
}

/** A quotation may go on with the speaker of the sentence before. */
function opensQuotation(sentence: RawSentence): boolean {
  return /^["“]/.test(sentence.words[0]?.form ?? "");
}
