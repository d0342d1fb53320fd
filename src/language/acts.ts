// What the network proposes of acts: of the many probabilities those that are worth looking at.
import type { ActScore, RoleScore } from "./sentence.ts";
import type { ActOutput } from "./session.ts";

/** Below this the network says that a word tells no such act. */
const LEAST_ACT = 0.05;
/** Below this a word has no part in an act. */
const LEAST_ROLE = 0.2;

/** Where a sentence's `words` words stand in a batch of rows of `count` words. */
interface Row {
  readonly row: number;
  readonly count: number;
  readonly words: number;
}

/** The acts that the words of a sentence may tell, in text order, with who may have a part in them. */
export function actScores(output: ActOutput, row: Row, labels: readonly string[]): ActScore[] {
  const found: ActScore[] = [];
  for (let word = 0; word < row.words; word++) {
    const at = (row.row * row.count + word) * labels.length;
    for (const [i, act] of labels.entries()) {
      const score = output.scores[at + i] ?? 0;
      if (score >= LEAST_ACT) found.push({ word, act, score, actors: roles(output.actors, row, word), targets: roles(output.targets, row, word) });
    }
  }
  return found;
}

function roles(scores: Float32Array, { row, count, words }: Row, of: number): RoleScore[] {
  const at = (row * count + of) * count;
  const found: RoleScore[] = [];
  for (let word = 0; word < words; word++) {
    const score = scores[at + word] ?? 0;
    if (score >= LEAST_ROLE) found.push({ word, score });
  }
  return found;
}
