// A sentence as the phrase rules see it: which known name and which acting noun stands at each word.
import type { Sentence, Word } from "../../language/index.ts";
import { type Anchor, type Context } from "./context.ts";
import { anchorsOf } from "./anchor.ts";
import type { HeadNoun } from "./entry.ts";

/** Parts of speech that stand inside a noun phrase. */
export const INSIDE: ReadonlySet<string> = new Set(["ADJ", "NOUN", "PROPN", "NUM", "X"]);

/** How many words a phrase reaches to each side of its noun. */
export const REACH = 8;

/** An acting noun ("foreign minister") in a sentence, by word indices. */
export interface Head {
  readonly first: number;
  readonly last: number;
  readonly noun: HeadNoun;
  /** A body with a name of its own ("Congress"), which belongs to its state unless another stands beside it. */
  readonly anchor?: Anchor;
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
  const nouns: Head[] = context.lexicon.heads(words).flatMap(({ first, last, values }) => {
    const [noun] = values;
    return noun === undefined || !isNoun(words, first, last) || covered(anchorAt, first, last) ? [] : [{ first, last, noun }];
  });
  const heads = [...nouns, ...anchors.flatMap(bodyHead)].sort((a, b) => a.first - b.first);
  return { context, sentence, words, anchors, heads, anchorAt, headAt: over(words.length, heads) };
}

function bodyHead(anchor: Anchor): Head[] {
  const { kind, form } = anchor.entry;
  if (kind !== "state" || (form !== "body" && form !== "force" && form !== "office")) return [];
  return [{ first: anchor.first, last: anchor.last, anchor, noun: { noun: anchor.text, form, class: "state", complement: false, plural: false } }];
}

/** A noun by its last word, or by its first where an adjective follows ("prosecutor general"). */
function isNoun(words: readonly Word[], first: number, last: number): boolean {
  const isOne = (word: Word | undefined): boolean => word !== undefined && ["NOUN", "PROPN", "X"].includes(word.upos);
  return isOne(words[last]) || (first < last && words[last]?.upos === "ADJ" && isOne(words[first]));
}

function covered(anchorAt: readonly (Anchor | undefined)[], first: number, last: number): boolean {
  return anchorAt.slice(first, last + 1).some((anchor) => anchor !== undefined);
}

function over<T extends { readonly first: number; readonly last: number }>(length: number, spans: readonly T[]): (T | undefined)[] {
  const at = Array.from({ length }, (): T | undefined => undefined);
  for (const span of spans) at.fill(span, span.first, span.last + 1);
  return at;
}

/** True for the possessive marker ("'s", "’"). */
export function isPossessive(word: Word | undefined): boolean {
  return word !== undefined && (word.xpos === "POS" || /^['’]s?$/.test(word.form)) && word.upos !== "AUX";
}

/** "Turkish-backed", "Saudi-led": the tie says what the state does. */
export function leads({ words }: View, { last }: Anchor): boolean {
  const [hyphen, participle] = [words[last + 1], words[last + 2]];
  return hyphen !== undefined && /^[-–]$/.test(hyphen.form) && hyphen.start === words[last]?.end && participle?.xpos === "VBN";
}
