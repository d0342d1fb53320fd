// Which adpositional phrases a word may own. Parsers tie a phrase to the noun before it, to that noun's own head or to the
// verb, and news leaves it open: "in compensation for the cancellation", "sanctions over its criticism". A noun is asked
// for every phrase that stands right behind it; frames and words of cause then take only what they ask for.
import { caseOf, dependents, wordAt, type Tree } from "./tree.ts";

const CALENDAR =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:january|february|march|april|may|june|july|august|september|october|november|december)$|^\d{4}$|^(?:year|month|week)s?$/i;

/** Heads of the adpositional phrases of a word: those tied to it, and for a noun those right behind it. */
export function phrasesOf(tree: Tree, index: number): number[] {
  const own = dependents(tree, index, "obl", "nmod").filter((c) => !["nmod:poss", "nmod:desc"].includes(wordAt(tree, c).relation));
  const { upos } = wordAt(tree, index);
  if (upos !== "NOUN" && upos !== "PROPN") return own;
  return [...new Set([...own, ...own.flatMap((c) => behindDay(tree, c)), ...rightBehind(tree, index)])].sort((a, b) => a - b);
}

/** "the signing on Wednesday of a memorandum": a day has no "of" of its own. */
function behindDay(tree: Tree, phrase: number): number[] {
  if (!CALENDAR.test(wordAt(tree, phrase).form)) return [];
  return dependents(tree, phrase, "nmod").filter((c) => caseOf(tree, c) === "of");
}

/** The phrase whose adposition follows the noun directly, whatever it is tied to; "by" names a doer and is told apart in roles.ts. */
function rightBehind(tree: Tree, index: number): number[] {
  const marker = tree.words[index + 1];
  if (marker?.relation !== "case" || marker.xpos === "POS" || marker.form.toLowerCase() === "by" || marker.head <= marker.index) return [];
  const phrase = tree.words[marker.head];
  return phrase !== undefined && ["obl", "nmod", "obl:agent"].includes(phrase.relation) && phrase.head < index ? [phrase.index] : [];
}
