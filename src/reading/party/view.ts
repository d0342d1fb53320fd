// A sentence as the phrase rules see it: which known name and which acting noun stands at each word.
import type { Sentence, Word } from "../../language/index.ts";
import { anchorsOf, type Anchor, type Context } from "./anchor.ts";
import type { HeadNoun } from "./entry.ts";

/** An acting noun ("foreign minister") in a sentence, by word indices. */
export interface Head {
  readonly first: number;
  readonly last: number;
  readonly noun: HeadNoun;
}

/** One sentence with what is known of its words. */
export interface View {
  readonly context: Context;
  readonly sentence: Sentence;
  readonly words: readonly Word[];
  readonly anchors: readonly Anchor[];
  readonly heads: readonly Head[];
  readonly anchorAt: readonly (Anchor | undefined)[];
  readonly headAt: readonly (Head | undefined)[];
}

/** Lays names and acting nouns over a sentence. A noun inside a longer name ("Bank" of "Bank of China") does not act. */
export function viewOf(sentence: Sentence, context: Context): View {
  const { words } = sentence;
  const anchors = anchorsOf(sentence, context);
  const anchorAt = over(words.length, anchors);
  const heads = context.lexicon.heads(words).flatMap(({ first, last, values }) => {
    const [noun] = values;
    return noun === undefined || !isNoun(words[last]) || covered(anchorAt, first, last) ? [] : [{ first, last, noun }];
  });
  return { context, sentence, words, anchors, heads, anchorAt, headAt: over(words.length, heads) };
}

function isNoun(word: Word | undefined): boolean {
  return word !== undefined && ["NOUN", "PROPN", "ADJ", "X"].includes(word.upos);
}

function covered(anchorAt: readonly (Anchor | undefined)[], first: number, last: number): boolean {
  return anchorAt.slice(first, last + 1).some((anchor) => anchor !== undefined);
}

function over<T extends { readonly first: number; readonly last: number }>(length: number, spans: readonly T[]): (T | undefined)[] {
  const at = new Array<T | undefined>(length).fill(undefined);
  for (const span of spans) at.fill(span, span.first, span.last + 1);
  return at;
}

/** True for the possessive marker ("'s", "’"). */
export function isPossessive(word: Word | undefined): boolean {
  return word !== undefined && (word.xpos === "POS" || /^['’]s?$/.test(word.form)) && word.upos !== "AUX";
}
