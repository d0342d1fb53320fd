// Ties of words that parsers get wrong now and then and that reading cannot bear: each rule mends one kind of them.
// On treebanks they change nothing that a score could show (docs/decisions/0012); on a claim they decide who did what.
import type { Word } from "../../language/index.ts";

/** A sentence's words with the mended ties; what was a tree stays one. */
export function mended(words: readonly Word[]): readonly Word[] {
  const tied = withAccording(withoutReach(words));
  return tied.map(
    (word) =>
      conjunctAcross(tied, word) ??
      secondSubject(tied, word) ??
      sumAsObject(tied, word) ??
      titleBeside(tied, word) ??
      nameBeforeNumber(tied, word) ??
      adverbBehindVerb(tied, word) ??
      word,
  );
}

/** "Kenya and Chad on Tuesday concluded an accord": of two subjects the one behind the verb is its object. */
function secondSubject(words: readonly Word[], word: Word): Word | undefined {
  const verb = words[word.head];
  if (word.relation !== "nsubj" || verb?.upos !== "VERB" || word.index < verb.index) return undefined;
  const others = words.filter((other) => other.head === verb.index && other !== word);
  const subject = others.some((other) => other.relation === "nsubj" && other.index < verb.index && other.upos !== "PRON");
  const taken = others.some((other) => ["obj", "ccomp", "expl", "cop"].includes(other.relation));
  return subject && !taken ? { ...word, relation: "obj" } : undefined;
}

/** "After talks in Delhi, Nepal and Bhutan signed": what stands beside the subject is of the subject, not of the name before the comma. */
function conjunctAcross(words: readonly Word[], word: Word): Word | undefined {
  if (word.relation !== "conj" || word.head < 0 || word.upos === "VERB") return undefined;
  const subject = words.slice(word.head + 1, word.index).find((w) => w.relation === "nsubj" && w.head > word.index);
  const joined = subject !== undefined && words.some((w) => w.relation === "cc" && w.head === word.index && w.index > subject.index);
  return joined ? { ...word, head: subject.index } : undefined;
}

/** "paid US$5 million to Chad": a sum receives nothing, though parsers take its sign for a name. */
function sumAsObject(words: readonly Word[], word: Word): Word | undefined {
  if (word.relation !== "iobj" || !/[$€£¥]$/.test(word.form)) return undefined;
  const other = words.some((w) => w.head === word.head && w.relation === "obj");
  return other ? undefined : { ...word, relation: "obj" };
}

/** "Musician Jan Nowak said": of two subjects side by side the common noun is the name's title. */
function titleBeside(words: readonly Word[], word: Word): Word | undefined {
  const next = words[word.index + 1];
  const both = word.relation === "nsubj" && next?.relation === "nsubj" && next.head === word.head && word.head > next.index;
  return both && word.upos === "NOUN" && next.upos === "PROPN" ? { ...word, head: next.index, relation: "nmod:desc" } : undefined;
}

/** "sell Colombo six boats": a name right behind the verb and before the number of its object is no part of it and receives. */
function nameBeforeNumber(words: readonly Word[], word: Word): Word | undefined {
  const noun = words[word.head];
  const verb = noun && words[noun.head];
  if (word.relation !== "compound" || word.upos !== "PROPN" || noun?.relation !== "obj" || verb?.upos !== "VERB") return undefined;
  const number = words[word.index + 1];
  const counted = number?.relation === "nummod" && number.head === noun.index;
  return counted && word.index === verb.index + 1 ? { ...word, head: verb.index, relation: "iobj" } : undefined;
}

/** "they will train together, tanks will be repaired": an adverb between a verb and the comma behind it is that verb's. */
function adverbBehindVerb(words: readonly Word[], word: Word): Word | undefined {
  const [verb, comma] = [words[word.index - 1], words[word.index + 1]];
  if (word.relation !== "advmod" || verb?.upos !== "VERB" || comma?.form !== "," || word.head <= comma.index) return undefined;
  return verb.head === word.index ? undefined : { ...word, head: verb.index };
}

/**
 * In "'We will settle it', he said on Tuesday" the day belongs to the saying: a word after a verb whose clause complement
 * stands before it cannot depend into that complement, though parsers sometimes tie it there.
 */
function withoutReach(words: readonly Word[]): readonly Word[] {
  const inverted = words.find((w) => w.relation === "ccomp" && w.head > w.index && words[w.head]?.upos === "VERB");
  if (!inverted) return words;
  const verb = inverted.head;
  const speaker = words.some((w) => w.head === verb && w.relation === "nsubj")
    ? undefined
    : words.findLast((w) => w.head === inverted.index && w.relation === "nsubj" && w.index > inverted.index && w.index < verb);
  return words.map((w) =>
    w === speaker
      ? { ...w, head: verb }
      : w.index > verb && w.head >= 0 && w.head < verb && isBelow(words, w.head, inverted.index)
        ? { ...w, head: verb }
        : w,
  );
}

/** "Under the agreement, according to the minister, ...": parsers sometimes tie "according to" to the noun before it. */
function withAccording(words: readonly Word[]): readonly Word[] {
  const at = words.findIndex((w) => w.form.toLowerCase() === "according" && w.relation === "case" && w.head >= 0 && w.head < w.index);
  if (at < 0) return words;
  const speaker = words.slice(at + 2).find((w) => ["NOUN", "PROPN", "PRON"].includes(w.upos) && (w.head < at || !isBetween(words, at, w)));
  return speaker === undefined ? words : words.map((w) => (w.index === at ? { ...w, head: speaker.index } : w));
}

/** True when a word's head stands between `at` and the next clause, that is, when the word only modifies what follows. */
function isBetween(words: readonly Word[], at: number, word: Word): boolean {
  const head = words[word.head];
  return head !== undefined && head.index > at && head.upos !== "VERB";
}

function isBelow(words: readonly Word[], index: number, top: number): boolean {
  for (let at = index, steps = 0; at >= 0 && steps <= words.length; at = words[at]?.head ?? -1, steps++) if (at === top) return true;
  return false;
}
