// Which way the word that a time hangs on looks: "will sign on Tuesday" lies ahead, "signed on Tuesday" is past. Told from
// the tree; where the time hangs on a noun or an infinitive the tree does not say, and the words before it are asked (direction.ts).
import type { Span } from "../../document/index.ts";
import type { Sentence, Word } from "../../language/index.ts";

const AHEAD = /^(?:will|['’]ll|shall|wo)$/i;

/** The word that holds the time in the sentence. */
function governor(time: Span, words: readonly Word[]): Word | undefined {
  const inside = words.filter(({ start, end }) => start < time.end && time.start < end);
  const head = inside.find((word) => !inside.some(({ index }) => index === word.head));
  return head?.upos === "VERB" ? head : words[head?.head ?? -1];
}

/** True for a time that the tree has hang on a noun. */
export function isOfNoun(time: Span, { words }: Pick<Sentence, "words">): boolean {
  const holder = governor(time, words);
  return holder?.upos === "NOUN" && auxiliariesOf(holder, words).length === 0;
}

/** Auxiliaries and copula of a predicate: "will be in Moscow on Friday" has both. */
function auxiliariesOf(predicate: Word, words: readonly Word[]): readonly Word[] {
  return words.filter(({ head, relation, index }) => head === predicate.index && /^(?:aux|cop)/.test(relation) && index < predicate.index);
}

/** The predicate over the time that shows its tense: joined verbs share the auxiliary of the first. */
function tensed(time: Span, words: readonly Word[]): Word | undefined {
  let at = governor(time, words);
  for (let steps = 0; at?.relation === "conj" && at.xpos === "VB" && steps < words.length; steps += 1) {
    if (auxiliariesOf(at, words).length > 0) break;
    at = words[at.head];
  }
  return at;
}

/** True where the predicate over the time lies ahead, false where it is past; absent where the tree does not tell. */
export function liesAhead(time: Span, { words }: Pick<Sentence, "words">): boolean | undefined {
  const predicate = tensed(time, words);
  if (predicate === undefined) return undefined;
  const auxiliaries = auxiliariesOf(predicate, words);
  if (auxiliaries.some(({ form }) => AHEAD.test(form))) return true;
  if (predicate.xpos === "VB" || auxiliaries.some(({ xpos }) => xpos === "MD")) return undefined;
  return predicate.xpos === "VBD" || auxiliaries.some(({ xpos }) => xpos === "VBD") ? false : undefined;
}
