// Nouns that hold what someone says or asks for: "reports of a deal", "Norway's claim that ...", "calls to sign".
import { caseOf, conjuncts, dependents, markOf, subtree, wordAt, type Tree } from "../grammar/index.ts";
import type { ReportCues } from "./cues.ts";
import { speakingHeads } from "./heads.ts";

/** What a noun holds and whose words they are: heads of phrases, none where nobody is named. */
export interface NounContent {
  readonly words: ReadonlySet<number>;
  readonly owners: readonly number[];
  readonly asks: boolean;
}

/** What a noun of saying holds; undefined where it holds nothing. */
export function contentOfNoun(tree: Tree, noun: number, cues: ReportCues): NounContent | undefined {
  const lemma = wordAt(tree, noun).lemma.toLowerCase();
  const clauses = dependents(tree, noun, "acl", "ccomp", "acl:relcl").filter((c) => c > noun);
  const asked = cues.requests.has(lemma) ? clauses.filter((c) => ["to", "for", "that"].includes(markOf(tree, c) ?? "")) : [];
  const told = cues.nouns.has(lemma) || cues.thoughts.has(lemma) ? clauses.filter((c) => markOf(tree, c) === "that" || isBareClause(tree, c)) : [];
  const of = cues.nouns.has(lemma) && told.length === 0 ? dependents(tree, noun, "nmod").filter((c) => caseOf(tree, c) === "of") : [];
  const heads = asked.length > 0 ? asked : [...told, ...of];
  if (heads.length === 0) return undefined;
  return { words: new Set(heads.flatMap((c) => subtree(tree, c))), owners: ownersOf(tree, noun, cues), asks: asked.length > 0 };
}

/** "his announcement he will withdraw": a clause without its "that", which has its subject and no relative. */
function isBareClause(tree: Tree, clause: number): boolean {
  const { relation } = wordAt(tree, clause);
  const subjects = dependents(tree, clause, "nsubj", "nsubj:pass");
  const plain = subjects.some((c) => !/^(?:which|who|that)$/i.test(wordAt(tree, c).form));
  return relation !== "acl:relcl" && plain && dependents(tree, clause, "mark").length === 0;
}

/** Whose words a noun holds: "Norway expressed hope", "its claim", "claims by Norway", "warnings from Norway", "Norwegian demands". */
function ownersOf(tree: Tree, noun: number, cues: ReportCues): number[] {
  const { relation, head } = wordAt(tree, noun);
  const given = relation === "obj" && cues.givers.has(wordAt(tree, head).lemma.toLowerCase()) ? speakingHeads(tree, head, cues) : [];
  if (given.length > 0) return given;
  const phrases = dependents(tree, noun, "nmod").filter((c) => ["by", "from"].includes(caseOf(tree, c) ?? ""));
  const owners = [...dependents(tree, noun, "nmod:poss"), ...phrases];
  const beside = dependents(tree, noun, "amod", "compound").filter((c) => isNamed(tree, c));
  return (owners.length > 0 ? owners : beside).flatMap((c) => conjuncts(tree, c));
}

function isNamed(tree: Tree, index: number): boolean {
  return /^\p{Lu}/u.test(wordAt(tree, index).form);
}
