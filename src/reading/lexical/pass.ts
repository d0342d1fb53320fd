// The lexical pass: which sentences are worth the model's time. A document is read where some sentence holds the words of an act.
// Its other sentences tell who "it", "the minister" and "the source" are, which of two states a name means, and what "the following
// day" counts from; they wait until the trees show that an act may be told at all. No claim of a frame is
// lost. What only the network for acts would find, in a document without any word of a frame, is: to ask it about every sentence costs
// two fifths of the speed. A party in the same sentence is no condition, as nearly all name one.
import type { Choice, RawSentence } from "../../language/index.ts";
import { recogniseMoney, unreadMoney } from "../money/index.ts";
import { canTellAct, type ActNeeds } from "./needs.ts";

/** The sentences of a document's text that hold the words of an act, and beside them, where there are any, all others. */
export function passing(sentences: readonly RawSentence[], needs: ActNeeds, text: string): Choice {
  const first = new Set(sentences.filter((sentence) => canTellAct(formsOf(sentence), needs, () => holdsSum(text, sentence))));
  return { first, beside: new Set(first.size === 0 ? [] : sentences.filter((sentence) => !first.has(sentence))) };
}

/** A sum whose currency only the document settles ("500 dinars") counts as well. */
function holdsSum(text: string, sentence: RawSentence): boolean {
  return recogniseMoney(text, sentence).length > 0 || unreadMoney(text, sentence).length > 0;
}

function formsOf(sentence: RawSentence): Set<string> {
  return new Set(sentence.words.map((word) => word.form.toLowerCase()));
}
