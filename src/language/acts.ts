// What the network for acts says of a sentence: of its many probabilities those that are worth looking at.
import type { ActScore, RoleScore } from "./sentence.ts";
import type { ActOutput } from "./session.ts";

/** Below this the network says that a word tells no such act. */
const LEAST_ACT = 0.03;
/** Below this a word has no part in an act. */
const LEAST_ROLE = 0.1;

/** Where a sentence of so many `words` stands in a batch's output: row `row` of rows of `count` words. */
export interface ActPlace {
  readonly output: ActOutput;
  readonly row: number;
  readonly count: number;
  readonly words: number;
}

/** The acts that the words of a sentence may tell, in text order, with who may have a part in them; `labels` are the acts' names. */
export function actScores({ output, row, count, words }: ActPlace, labels: readonly string[]): ActScore[] {
  const found: ActScore[] = [];
  for (let word = 0; word < words; word++) {
    const at = (row * count + word) * labels.length;
    const parts = (row * count + word) * count;
    for (const [i, act] of labels.entries()) {
      const score = output.acts[at + i] ?? 0;
      if (score < LEAST_ACT) continue;
      const role = (scores: Float32Array): RoleScore[] => rolesIn(scores.subarray(parts, parts + words));
      found.push({
        word,
        act,
        score,
        actors: role(output.actors),
        targets: role(output.targets),
        object: role(output.object),
      });
    }
  }
  return found;
}

function rolesIn(scores: Float32Array): RoleScore[] {
  return [...scores].flatMap((score, word) => (score >= LEAST_ROLE ? [{ word, score }] : []));
}
