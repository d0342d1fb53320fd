// Whether a sentence may tell an act at all, by its tree alone: no party, item or sum is known yet, and each is taken to be there.
import type { Roles, Tree } from "../grammar/index.ts";
import type { Constraint } from "./frame.ts";
import type { ActFrame, ActLexicon } from "./load.ts";
import { framesFor, isOneOf, standsForNoun, wordsOf } from "./match.ts";
import { headsAt } from "./path.ts";

/** False only where no frame of any act fits at any word, whoever and whatever the sentence may name. */
export function mayTell(tree: Tree, lexicon: ActLexicon): boolean {
  const cache = new Map<number, Roles>();
  return tree.words.some(({ index }) => framesFor(tree, index, lexicon).some((frame) => mayFit(tree, index, frame, lexicon, cache)));
}

function mayFit(tree: Tree, trigger: number, frame: ActFrame, lexicon: ActLexicon, cache: Map<number, Roles>): boolean {
  const answer = ([path, constraint]: [string, Constraint]): Answer => answerOf(tree, headsAt(tree, trigger, path, cache), constraint, lexicon, path);
  const mayHold = Object.entries(frame.where).every((one) => answer(one) !== "no");
  return mayHold && Object.entries(frame.unless).every((one) => answer(one) !== "yes");
}

type Answer = "yes" | "no" | "unknown";

function answerOf(tree: Tree, heads: readonly number[], constraint: Constraint, lexicon: ActLexicon, path: string): Answer {
  if (constraint === "nothing") return heads.length === 0 ? "yes" : "no";
  if (heads.length === 0) return "no";
  if (constraint === "something") return "yes";
  if (typeof constraint === "string" && !constraint.startsWith("@")) return "unknown";
  const words = wordsOf(constraint, lexicon);
  if (heads.some((h) => isOneOf(tree, h, words) && !standsForNoun(tree, h, path))) return "yes";
  return heads.some((h) => standsForNoun(tree, h, path)) ? "unknown" : "no";
}
