// The lexical pass: which sentences come first. The network for acts is asked about all; of those that hold the words of an act a tree is
// made where it sees anything at all, of others only where it would propose an act. The others tell who "it", "the minister" and "the
// source" are, which of two states a name means, and what "the following day" counts from; their trees wait until an act may be told at
// all. A party in the same sentence is no condition, as nearly all name one.
import type { Choice, RawSentence } from "../../language/index.ts";
import { recogniseMoney, unreadMoney } from "../money/index.ts";
import { canTellAct, type ActNeeds } from "./needs.ts";

/** The sentences of a document's text that hold the words of an act, and beside them all others. */
export function passing(sentences: readonly RawSentence[], needs: ActNeeds, text: string): Choice {
  const first = new Set(sentences.filter((sentence) => canTellAct(formsOf(sentence), needs, () => holdsSum(text, sentence))));
  return { first, beside: new Set(sentences.filter((sentence) => !first.has(sentence))) };
}

/** A sum whose currency only the document settles ("500 dinars") counts as well. */
function holdsSum(text: string, sentence: RawSentence): boolean {
  return recogniseMoney(text, sentence).length > 0 || unreadMoney(text, sentence).length > 0;
}

function formsOf(sentence: RawSentence): Set<string> {
  return new Set(sentence.words.map((word) => word.form.toLowerCase()));
}
