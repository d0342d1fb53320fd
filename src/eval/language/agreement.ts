// How far two readings of the same words agree, word by word.
import type { Sentence } from "../../language/index.ts";

/** What is compared. A word's name is its tag (`B-PER`, `I-PER`, `O`). */
export const LAYERS = ["upos", "xpos", "lemma", "head", "relation", "name"] as const;
export type Layer = (typeof LAYERS)[number];

/** Words compared, and of them the equal ones by layer. */
export interface Agreement {
  readonly words: number;
  readonly equal: Readonly<Record<Layer, number>>;
}

/** Compares two readings of the same sentences. Throws a RangeError where they are not of the same words. */
export function agreement(a: readonly Sentence[], b: readonly Sentence[]): Agreement {
  const [left, right] = [a.flatMap(labelsOf), b.flatMap(labelsOf)];
  if (left.length !== right.length) throw new RangeError(`${left.length} words are compared with ${right.length}`);
  const equal = (layer: Layer): number => left.filter((labels, i) => labels[layer] === right[i]?.[layer]).length;
  const counts = LAYERS.map((layer) => [layer, equal(layer)] as const);
  return { words: left.length, equal: Object.fromEntries(counts) as Record<Layer, number> };
}

function labelsOf({ words, names }: Sentence): Record<Layer, string | number>[] {
  return words.map(({ upos, xpos, lemma, head, relation, start, end }) => {
    const name = names.find((span) => span.start <= start && end <= span.end);
    const tag = name === undefined ? "O" : `${name.start === start ? "B" : "I"}-${name.type}`;
    return { upos, xpos, lemma, head, relation, name: tag };
  });
}
