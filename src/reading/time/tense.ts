// Which way the verb that a time hangs on looks: "will sign on Tuesday" lies ahead, "signed on Tuesday" is past. Told from
// the tree; where the time hangs on a noun or an infinitive the tree does not say, and the words before it are asked (direction.ts).
import type { Span } from "../../document/index.ts";
import type { Sentence, Word } from "../../language/index.ts";

const AHEAD = /^(?:will|['’]ll|shall|wo)$/i;

/** The word of the time that the rest of the sentence holds it by. */
function headOf(time: Span, words: readonly Word[]): Word | undefined {
  const inside = words.filter(({ start, end }) => start < time.end && time.start < end);
  return inside.find(({ head }) => !inside.some(({ index }) => index === head));
}

/** The word that the time hangs on directly; joined verbs share the auxiliary of the first. */
function governor(time: Span, words: readonly Word[]): Word | undefined {
  const head = headOf(time, words);
  let verb = head?.upos === "VERB" ? head : words[head?.head ?? -1];
  for (let steps = 0; verb?.relation === "conj" && verb.xpos === "VB" && steps < words.length; steps += 1) verb = words[verb.head];
  return verb;
}

/** True where the verb over the time lies ahead, false where it is past; absent where the tree does not tell. */
export function liesAhead(time: Span, { words }: Pick<Sentence, "words">): boolean | undefined {
  const verb = governor(time, words);
  if (verb === undefined) return undefined;
  // "Will be in Moscow on Friday": a copula makes any word a predicate.
  const auxiliaries = words.filter(({ head, relation, index }) => head === verb.index && /^(?:aux|cop)/.test(relation) && index < verb.index);
  if (auxiliaries.length === 0 && verb.upos !== "VERB" && verb.upos !== "AUX") return undefined;
  if (auxiliaries.some(({ form }) => AHEAD.test(form))) return true;
  if (verb.xpos === "VB" || auxiliaries.some(({ xpos }) => xpos === "MD")) return undefined;
  return verb.xpos === "VBD" || auxiliaries.some(({ xpos }) => xpos === "VBD") ? false : undefined;
}
