// To which act of a sentence a word belongs: the first trigger above it that no clause border stands between.
import { wordAt, type Tree } from "../grammar/index.ts";

const BORDERS = new Set(["acl:relcl", "parataxis", "ccomp", "csubj"]);

/** Index of the trigger that governs a word; -1 where there is none before a clause border. */
export function nearestTrigger(tree: Tree, index: number, triggers: ReadonlySet<number>): number {
  for (let at = index, steps = 0; at >= 0 && steps <= tree.words.length; at = wordAt(tree, at).head, steps++) {
    if (triggers.has(at)) return at;
    if (BORDERS.has(wordAt(tree, at).relation)) return -1;
  }
  return -1;
}
