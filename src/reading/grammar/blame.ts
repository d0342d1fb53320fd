// Whom somebody is against for something: "imposed sanctions on Turkey over its purchase", "fined the bank for trading". What comes behind "for" or
// "over" is that one's doing, and not the subject's.
import { caseOf, dependents, markOf, wordAt, type Tree } from "./tree.ts";

/** Verbs whose object is what is done to somebody, who stands behind "on" or "against". */
const IMPOSING = new Set("impose levy place put announce unveil reimpose introduce enact maintain extend renew tighten".split(" "));
/** Verbs whose object is against whom. */
const BLAMING = new Set(
  (
    "sanction slap hit blacklist penalise penalize punish fine criticise criticize condemn blame rebuke denounce censure expel exclude suspend warn accuse sue " +
    "threaten ban remove reprimand chide chastise lambast slam berate upbraid attack scold prosecute indict charge target boycott"
  ).split(" "),
);
/** What is done to somebody. */
const MEASURES = new Set("sanction tariff duty embargo ban restriction penalty fine punishment measure curb".split(" "));
const AGAINST = new Set(["on", "upon", "against"]);
const WHY = new Set(["over", "for", "because of", "due to"]);

/** Heads of those against whom somebody is for what stands at `index`, a verb or a noun behind "for" or "over"; none where nobody is. */
export function blamedFor(tree: Tree, index: number): readonly number[] {
  const { head } = wordAt(tree, index);
  if (head < 0 || !WHY.has(caseOf(tree, index) ?? markOf(tree, index) ?? "")) return [];
  const lemma = wordAt(tree, head).lemma.toLowerCase();
  if (MEASURES.has(lemma)) return against(tree, index, [head, wordAt(tree, head).head]);
  const direct = dependents(tree, head, "obj", "nsubj:pass");
  if (direct.some((c) => MEASURES.has(wordAt(tree, c).lemma.toLowerCase())))
    return IMPOSING.has(lemma) || BLAMING.has(lemma) ? against(tree, index, [head, ...direct]) : [];
  return BLAMING.has(lemma) ? direct : [];
}

/** Phrases with "on" or "against" of these words, but the one that is asked about. */
function against(tree: Tree, index: number, heads: readonly number[]): readonly number[] {
  const phrases = heads.filter((head) => head >= 0).flatMap((head) => dependents(tree, head, "obl", "nmod"));
  return phrases.filter((c) => c !== index && AGAINST.has(caseOf(tree, c) ?? ""));
}
