// Whether the network for acts sees what a guess of the rules says: whom an act is done to, where no role of its frame names anybody.
import { overlaps } from "../../document/index.ts";
import type { Match } from "../act/index.ts";
import type { PartyReference } from "../coreference/index.ts";
import { wordAt, type Tree } from "../grammar/index.ts";
import { heardOf } from "./surest.ts";

/** Below this score of all its words a party has no part in an act. */
const LEAST_PART = 0.05;

/** False where the network sees the act, and none of the words that name the party in its sentence as whom it is done to. */
export function isSeen(match: Pick<Match, "frame" | "trigger">, { span }: PartyReference, tree: Tree): boolean {
  const heard = overlaps(span, tree.sentence) ? heardOf(tree.sentence.acts, match) : undefined;
  if (!heard) return true;
  return heard.targets.some(({ word, score }) => score >= LEAST_PART && overlaps(span, wordAt(tree, word)));
}
