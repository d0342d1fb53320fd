// Two readings of the same words, compared word by word; and how a sample is drawn.
import { expect, test } from "vitest";
import type { Name, Sentence, Word } from "../../language/index.ts";
import { agreement } from "./agreement.ts";
import { spread } from "./runtimes.ts";

/** "Ann Lee left", with what the test changes in its second word and its names. */
function reading(change: Partial<Word>, names: readonly Name[]): Sentence {
  const words = ["Ann", "Lee", "left"].map((form, index): Word => {
    const start = index * 4;
    const word = { form, index, start, end: start + form.length, lemma: form, upos: "X", xpos: "XX", head: 2, relation: "dep" } as const;
    return index === 1 ? { ...word, ...change } : word;
  });
  return { start: 0, end: 12, index: 0, block: 0, words, names };
}

test("each layer counts its own equal words, names by their tags", () => {
  const a = reading({}, [{ type: "PER", start: 0, end: 7 }]);
  const b = reading({ head: 0, upos: "PROPN" }, [{ type: "PER", start: 4, end: 7 }]);
  expect(agreement([a], [a])).toEqual({ words: 3, equal: { upos: 3, xpos: 3, lemma: 3, head: 3, relation: 3, name: 3 } });
  expect(agreement([a], [b])).toEqual({ words: 3, equal: { upos: 2, xpos: 3, lemma: 3, head: 2, relation: 3, name: 1 } });
});

test("readings of different words are not compared", () => {
  const a = reading({}, []);
  expect(() => agreement([a], [a, a])).toThrow(RangeError);
});

test("a sample is spread over the whole and never larger than asked", () => {
  expect(spread([0, 1, 2, 3, 4, 5, 6], 3)).toEqual([0, 2, 4]);
  expect(spread([0, 1], 3)).toEqual([0, 1]);
});
