// To which act of a sentence a word belongs: the first trigger above it that no clause border stands between.
import { baseRelation, dependents, wordAt, type Tree } from "../grammar/index.ts";

const BORDERS = new Set(["acl:relcl", "parataxis", "ccomp", "csubj"]);
/** Relative clauses that only say what a thing costs: "the order, which was worth 310 million euros". */
const WORTH = new Set(["worth", "value", "cost", "total", "price", "estimate", "amount"]);

/** Index of the trigger that governs a word; -1 where there is none before a clause border. */
export function nearestTrigger(tree: Tree, index: number, triggers: ReadonlySet<number>): number {
  for (let at = index, steps = 0; at >= 0 && steps <= tree.words.length; at = wordAt(tree, at).head, steps++) {
    if (triggers.has(at)) return at;
    const inner = at === index ? undefined : triggerInside(tree, at, triggers);
    if (inner !== undefined) return inner;
    const named = appositionTo(tree, at, triggers);
    if (named !== undefined) return named;
    if (BORDERS.has(wordAt(tree, at).relation) && !WORTH.has(wordAt(tree, at).lemma.toLowerCase())) return -1;
  }
  return -1;
}

/** "the cancelled order, a purchase valued at": an apposition names the noun right before it, whatever it is tied to. */
function appositionTo(tree: Tree, at: number, triggers: ReadonlySet<number>): number | undefined {
  if (wordAt(tree, at).relation !== "appos") return undefined;
  const noun = tree.words.slice(0, at).findLast((w) => w.upos === "NOUN" || w.upos === "PROPN");
  return noun === undefined ? undefined : triggerInside(tree, noun.index, triggers);
}

/** "the cancelled order ... valued at": the participle before the noun; "came the scrapping": the noun that happens. */
function triggerInside(tree: Tree, at: number, triggers: ReadonlySet<number>): number | undefined {
  const participle = dependents(tree, at, "amod").find((c) => triggers.has(c) && wordAt(tree, c).xpos === "VBN");
  if (participle !== undefined) return participle;
  if (!/^(?:come|follow|happen|occur|take)$/i.test(wordAt(tree, at).lemma)) return undefined;
  return [...(tree.children[at] ?? [])].find((c) => triggers.has(c) && ["nsubj", "obj"].includes(baseRelation(wordAt(tree, c).relation)));
}
