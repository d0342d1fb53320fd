// A guessed lemma is held against the words that exist.
import { expect, it } from "vitest";
import { lemmaOf, readLemmas } from "./lemmas.ts";
import { loadLexicon } from "./lexicon.ts";

const lemmas = readLemmas("launch\tVERB\tlaunch\nban\tVERB\tban\nbans\tVERB\tban\nimposes\tVERB\timpose\nleft\tADJ\tleft\n");
const irregular = new Map([
  ["VERB sold", "sell"],
  ["VERB left", "leave"],
]);

it.each([
  ["Sold", "VERB", "VBD", "so", "sell"],
  ["left", "ADJ", "JJ", "leave", "left"],
  ["launches", "VERB", "VBZ", "launche", "launch"],
  ["banned", "VERB", "VBN", "banne", "ban"],
  ["imposed", "VERB", "VBN", "impos", "impose"],
  ["Bans", "PROPN", "NNPS", "Bans", "Bans"],
  ["17", "NUM", "CD", "1", "17"],
])("%s as %s %s, guessed %s, is %s", (form, upos, xpos, guess, lemma) => {
  expect(lemmaOf({ form, upos, xpos, lemma: guess }, lemmas, irregular)).toBe(lemma);
});

it.each([
  ["agreeing", "VBG", "agree"],
  ["ratifies", "VBZ", "ratify"],
  ["scrapped", "VBD", "scrap"],
  ["voices", "NNS", "voice"],
  ["quelled", "VBD", "quell"],
  ["unseated", "VBN", "unseat"],
])("spells the lemma of %s (%s), which no list knows, as %s where the network's guess is that", (form, xpos, lemma) => {
  expect(lemmaOf({ form, upos: "VERB", xpos, lemma }, readLemmas(""), new Map())).toBe(lemma);
});

it.each([
  ["denounced", "VBD", "denounc", "denounce"],
  ["blockaded", "VBN", "blockad", "blockade"],
  ["devoured", "VBD", "devour", "devour"],
  ["thronged", "VBD", "throng", "throng"],
  ["inflicted", "VBN", "inflicte", "inflict"],
  ["hijacked", "VBD", "hijacke", "hijack"],
  ["intensifies", "VBZ", "intensifie", "intensify"],
  ["lorries", "NNS", "lorrie", "lorry"],
])("spells the lemma of %s (%s), which no list knows, as English does where the network guesses %s", (form, xpos, guess, lemma) => {
  expect(lemmaOf({ form, upos: xpos === "NNS" ? "NOUN" : "VERB", xpos, lemma: guess }, readLemmas(""), new Map())).toBe(lemma);
});

it.each([
  ["refocusing", "VBG", "refocus"],
  ["murmured", "VBD", "murmur"],
  ["pivoted", "VBD", "pivot"],
  ["gossiping", "VBG", "gossip"],
])("spells the lemma of %s, whose ending would tell another, as the list of such forms has it", (form, xpos, lemma) => {
  expect(lemmaOf({ form, upos: "VERB", xpos, lemma }, readLemmas(""), loadLexicon().irregular)).toBe(lemma);
});
