// What an agreement contains, one entry each.
import type { Span } from "../../document/index.ts";
import type { Match } from "../act/index.ts";
import { baseRelation, conjuncts, dependents, firstConjunct, isVerbal, spanOf, subtree, wordAt } from "../grammar/index.ts";
import type { SceneSentence } from "../scene/index.ts";

/** "It opens a college, it provides for visits, and it sets up a hotline": all that one agreement does are its terms. */
export function termHeads({ tree }: SceneSentence, match: Match): number[] {
  if (match.frame.act !== "provide" || match.terms.length === 0 || !isVerbal(tree, match.trigger)) return [...match.terms];
  const lemmaOf = (verb: number): string | undefined => dependents(tree, verb, "nsubj").map((c) => wordAt(tree, c).lemma.toLowerCase())[0];
  const subject = lemmaOf(match.trigger);
  const others = conjuncts(tree, firstConjunct(tree, match.trigger)).filter(
    (v) => v !== match.trigger && isVerbal(tree, v) && (lemmaOf(v) ?? subject) === subject,
  );
  return [...match.terms, ...others].sort((a, b) => a - b);
}

/** A term is a conjunct with everything that belongs to it. */
export function termSpan(sentence: SceneSentence, head: number): Span {
  if (isVerbal(sentence.tree, head) && wordAt(sentence.tree, head).xpos !== "VBG") return clauseTerm(sentence, head);
  const words = subtree(
    sentence.tree,
    head,
    (c) =>
      c.head === head &&
      (["conj", "cc", "mark", "punct"].includes(c.relation) || (c.relation === "case" && c.index < head) || c.relation === "advmod"),
  );
  const { tree } = sentence;
  const kept = words.filter((i) => wordAt(tree, i).upos !== "DET" || i !== words[0]);
  return spanOf(tree, kept.length > 0 ? kept : words);
}

/** "special forces of both armies will train together" */
function clauseTerm({ tree }: SceneSentence, head: number): Span {
  const words = subtree(
    tree,
    head,
    (c) =>
      c.head === head &&
      (["conj", "cc", "punct", "mark", "parataxis"].includes(c.relation) ||
        (c.relation === "nsubj" && c.upos === "PRON") ||
        (baseRelation(c.relation) === "obl" && c.index < head)),
  );
  return spanOf(tree, words);
}
