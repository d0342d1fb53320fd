// Which of the network's scores is heard about an act that rules found.
import type { Match } from "../act/index.ts";
import type { ActScore } from "../../language/index.ts";

/** From this score on the network is heard about an act that rules found. */
const SURE_OF_ACT = 0.3;
/** The network may name a word beside the frame's trigger ("signed a deal"). */
const NEAR = 2;

/** The one with the highest score, the first of equals. */
export function surest<Scored extends { readonly score: number }>(scores: readonly Scored[]): Scored | undefined {
  return scores.reduce<Scored | undefined>((most, each) => (most && most.score >= each.score ? most : each), undefined);
}

/** What the network says of a match, where it is sure enough of the same act there. */
export function heardOf(acts: readonly ActScore[] | undefined, { frame, trigger }: Pick<Match, "frame" | "trigger">): ActScore | undefined {
  return surest((acts ?? []).filter(({ act, word, score }) => act === frame.act && Math.abs(word - trigger) <= NEAR && score >= SURE_OF_ACT));
}
