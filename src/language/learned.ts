// What the rules of boundary.ts cannot tell from signs alone: whether a heading, a greeting or an item ends where no sign does.
// A small logistic regression corrects them; its weights are data, written by training/splitter.py from what tools/splitter-rows.ts prints.
import type { RawWord } from "./sentence.ts";

/** The weight of each trait; where the sum of a place's traits and `bias` is above zero, a sentence ends. */
export type BoundaryWeights = ReadonlyMap<string, number>;

/** A place between two words: what stands around it, and what the rules say. */
export interface Place {
  readonly words: readonly RawWord[];
  /** The word before the place. */
  readonly at: number;
  /** The first word of the sentence, by the rules. */
  readonly first: number;
  readonly ruled: boolean;
  /** The blanks between the two words. */
  readonly gap: string;
}

/** True where the weights have a say: the rules end no sentence, and a word follows after a blank that does not begin in lower case. */
export function isOpen({ words, at, ruled, gap }: Place): boolean {
  return !ruled && gap !== "" && !/^\p{Ll}[\p{Ll}'’]*$/u.test(words[at + 1]?.form ?? "");
}

/** True where a sentence ends by the weights; none ends where there are none. */
export function endsByWeights(place: Place, weights: BoundaryWeights): boolean {
  if (weights.size === 0) return false;
  let sum = weights.get("bias") ?? 0;
  for (const trait of traitsOf(place)) sum += weights.get(trait) ?? 0;
  return sum > 0;
}

/** The traits of a place, as the weights name them: outlines around it, the two words beside it where they are short, and how far the sentence has come. */
export function traitsOf({ words, at, first, gap }: Place): string[] {
  const form = (i: number): string => words[i]?.form ?? "";
  const [before, left, right, after] = [at - 1, at, at + 1, at + 2].map((i) => outlineOf(form(i)));
  const [word, next] = [shortOf(form(at)), shortOf(form(at + 1))];
  const blank = gap.includes("\n") ? "line" : gap.length > 1 ? "wide" : "one";
  const length = lengthOf(at - first);
  return [
    `blank ${blank}`,
    `length ${length}`,
    `outline -1 ${before}`,
    `outline 0 ${left}`,
    `outline 1 ${right}`,
    `outline 2 ${after}`,
    `word 0 ${word}`,
    `word 1 ${next}`,
    `outlines ${blank} ${left} ${right}`,
    `word 0 and outline ${word} ${right}`,
    `outline and word 1 ${left} ${next}`,
    `opening outline ${outlineOf(form(first))} ${length} ${right}`,
  ];
}

/** The commonest first, as none of these holds for a word of another. */
const OUTLINES: readonly (readonly [string, RegExp])[] = [
  ["x", /^[\p{Ll}'’]+$/u],
  ["Xx", /^\p{Lu}[\p{Ll}'’]+$/u],
  ["XX", /^\p{Lu}{2,}$/u],
  ["X", /^\p{Lu}$/u],
  ["edge", /^$/],
  ["digits", /^\d[\d.,]?$/],
  ["time", /^\d\d?:\d\d/],
  ["date", /^\d\d?\/\d\d?\/\d+$/],
  ["telephone", /^[+(]?\d[\d().-]{6,}$/],
  ["number", /^\d[\d.,]+$/],
  ["address", /^(?:https?:|www\.)|.@.|\.(?:com|org|net)\b/i],
  ["x.", /\p{L}\.$/u],
  ["mixed", /\p{L}/u],
];

/** A word's outline: the case of its letters, the kind of its number or address; of signs, the first three. */
function outlineOf(form: string): string {
  return OUTLINES.find(([, pattern]) => pattern.test(form))?.[0] ?? Array.from(form).slice(0, 3).join("");
}

/** Short words tell much; long ones are rare and would only be learned by heart. */
function shortOf(form: string): string {
  return form.length > 12 ? outlineOf(form) : form.toLowerCase();
}

function lengthOf(words: number): string {
  return words < 2 ? String(words) : words < 32 ? `<${2 ** Math.ceil(Math.log2(words + 1))}` : "long";
}
