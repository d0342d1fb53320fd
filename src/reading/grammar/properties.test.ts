// Parsers make trees that no grammarian would: whatever the tree, the walks end and give words of the sentence.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Sentence, Upos, Word } from "../../language/index.ts";
import { phraseSpan, phraseWords } from "./phrase.ts";
import { isPassive, ownersOf, rolesOf, surfaceSubject } from "./roles.ts";
import { ancestors, conjuncts, firstConjunct, headOfSpan, subtree, treeOf, type Tree } from "./tree.ts";

const TAGS: readonly (readonly [Upos, string])[] = [
  ["NOUN", "NN"],
  ["NOUN", "NNS"],
  ["PROPN", "NNP"],
  ["VERB", "VBD"],
  ["VERB", "VBN"],
  ["VERB", "VB"],
  ["VERB", "VBG"],
  ["ADP", "IN"],
  ["PART", "TO"],
  ["PRON", "WDT"],
  ["PUNCT", ","],
  ["ADJ", "JJ"],
  ["DET", "DT"],
  ["AUX", "VBD"],
];
const RELATIONS = [
  "nsubj",
  "nsubj:pass",
  "obj",
  "iobj",
  "obl",
  "obl:agent",
  "nmod",
  "nmod:poss",
  "case",
  "mark",
  "fixed",
  "conj",
  "cc",
  "acl",
  "acl:relcl",
  "advcl",
  "xcomp",
  "ccomp",
  "parataxis",
  "appos",
  "amod",
  "compound",
  "det",
  "aux",
  "cop",
  "punct",
  "dep",
];
const FORMS = ["that", "which", "to", "by", "for", "deal", "urge", "call", "objections", "Norway", ",", "“"];

/** A sentence of 1 to 14 words with one root and heads that form a tree, in any order. */
const sentences: fc.Arbitrary<Sentence> = fc.integer({ min: 1, max: 14 }).chain((size) =>
  fc
    .record({
      order: fc.shuffledSubarray(
        Array.from({ length: size }, (_, i) => i),
        { minLength: size, maxLength: size },
      ),
      up: fc.array(fc.nat(), { minLength: size, maxLength: size }),
      tags: fc.array(fc.constantFrom(...TAGS), { minLength: size, maxLength: size }),
      relations: fc.array(fc.constantFrom(...RELATIONS), { minLength: size, maxLength: size }),
      forms: fc.array(fc.constantFrom(...FORMS), { minLength: size, maxLength: size }),
    })
    .map(({ order, up, tags, relations, forms }) => sentenceOf(order, up, tags, relations, forms)),
);

function sentenceOf(
  order: readonly number[],
  up: readonly number[],
  tags: readonly (readonly [Upos, string])[],
  relations: readonly string[],
  forms: readonly string[],
): Sentence {
  const heads = new Map(order.map((word, rank) => [word, rank === 0 ? -1 : (order[(up[rank] ?? 0) % rank] ?? -1)]));
  let end = -1;
  const words = forms.map((form, index): Word => {
    const start = end + 1;
    end = start + form.length;
    const [upos, xpos] = tags[index] ?? ["X", "FW"];
    const head = heads.get(index) ?? -1;
    return { index, form, lemma: form.toLowerCase(), upos, xpos, head, relation: head < 0 ? "root" : (relations[index] ?? "dep"), start, end };
  });
  return { index: 0, block: 0, start: 0, end, words, names: [] };
}

function forEveryWord(check: (tree: Tree, index: number) => void): void {
  fc.assert(
    fc.property(sentences, (sentence) => {
      const tree = treeOf(sentence);
      for (const word of tree.words) check(tree, word.index);
    }),
  );
}

describe("on any tree", () => {
  it("the repaired tree is still a tree: every word goes up to the one root", () => {
    forEveryWord((tree, index) => {
      const path = ancestors(tree, index);
      expect(path.at(-1)).toBe(tree.root);
      expect(new Set(path).size).toBe(path.length);
    });
  });

  it("a subtree holds exactly the words that go up through its top", () => {
    forEveryWord((tree, index) => {
      const below = tree.words.map((w) => w.index).filter((w) => ancestors(tree, w).includes(index));
      expect(subtree(tree, index)).toEqual(below);
    });
  });

  it("conjuncts are words once each, and each leads back to the first", () => {
    forEveryWord((tree, index) => {
      const all = conjuncts(tree, index);
      expect(new Set(all).size).toBe(all.length);
      for (const one of all) expect(firstConjunct(tree, one)).toBe(firstConjunct(tree, index));
    });
  });

  it("roles are lists of other words in text order, once each", () => {
    forEveryWord((tree, index) => {
      for (const heads of rolesOf(tree, index).values()) {
        expect(heads).toEqual([...new Set(heads)].toSorted((a, b) => a - b));
        for (const head of heads) expect(tree.words[head]).toBeDefined();
      }
      isPassive(tree, index);
      expect(surfaceSubject(tree, index, 6).every((h) => tree.words[h] !== undefined)).toBe(true);
      expect(ownersOf(tree, index, 6).every((h) => tree.words[h] !== undefined)).toBe(true);
    });
  });

  it("a phrase is contiguous, holds its head and lies in the sentence", () => {
    forEveryWord((tree, index) => {
      const words = phraseWords(tree, index);
      expect(words).toContain(index);
      expect(words.every((w, i) => i === 0 || w === (words[i - 1] ?? 0) + 1)).toBe(true);
      const { start, end } = phraseSpan(tree, index);
      expect(start >= 0 && start < end && end <= tree.sentence.end).toBe(true);
    });
  });

  it("the head of the whole sentence's span is its root", () => {
    forEveryWord((tree) => expect(headOfSpan(tree, tree.sentence)).toBe(tree.root));
  });
});
