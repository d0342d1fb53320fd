// Whose a reporting verb is: the heads of the phrases that name who says it.
import { ancestors, caseOf, conjuncts, dependents, isPassive, isVerbal, subtree, surfaceSubject, wordAt, type Tree } from "../grammar/index.ts";
import { sayerOf } from "./content.ts";
import type { ReportCues } from "./cues.ts";

/** Who says it; of a passive whoever stands behind "by". */
export function speakingHeads(tree: Tree, verb: number, cues: ReportCues): number[] {
  if (isPassive(tree, verb)) return agentsOf(tree, verb);
  const quoted = quotedBy(tree, verb, cues);
  if (quoted.length > 0) return quoted;
  const own = dependents(tree, verb, "nsubj", "nsubj:pass");
  if (own.length > 1) return surfaceSubject(tree, verb, 4).filter((head) => !isTitle(tree, own, head));
  const sayer = own.length === 0 ? (sayerOf(tree, verb, cues) ?? issuerOf(tree, verb, cues) ?? mainVerbOf(tree, verb, cues)) : undefined;
  const stranded = own.length === 0 && sayer === undefined ? strandedBefore(tree, verb) : undefined;
  return stranded === undefined ? surfaceSubject(tree, sayer ?? verb, 4) : conjuncts(tree, stranded);
}

/**
 * "Norway, two officials said, has paid", "Norway bought the ships, a participant said": the phrase right before a cue at the
 * end of what is said, which parsers take for a second subject of the clause or for an apposition to its last noun.
 */
function strandedBefore(tree: Tree, verb: number): number | undefined {
  const clause = dependents(tree, verb, "ccomp")[0];
  const last = tree.words.slice(0, verb).findLast(({ form, upos }) => form !== "," && upos !== "ADV" && upos !== "AUX");
  if (clause === undefined || last === undefined || !/^VB[DZP]$/.test(wordAt(tree, verb).xpos)) return undefined;
  const ends = (head: number): boolean => Math.max(...subtree(tree, head).filter((i) => wordAt(tree, i).upos !== "PUNCT")) === last.index;
  const [first, second] = dependents(tree, clause, "nsubj");
  if (first !== undefined && second !== undefined && second < verb && ends(second)) return second;
  return ancestors(tree, last.index).findLast((a) => wordAt(tree, a).relation === "appos" && a < verb && ends(a));
}

/** "quoted the minister as saying", "the minister was quoted as saying": the minister says it. */
function quotedBy(tree: Tree, verb: number, cues: ReportCues): number[] {
  const { head, xpos } = wordAt(tree, verb);
  if (head < 0 || xpos !== "VBG" || !cues.quoters.has(wordAt(tree, head).lemma.toLowerCase())) return [];
  const as = dependents(tree, verb, "mark", "case").some((c) => /^as$/i.test(wordAt(tree, c).form));
  if (!as) return [];
  return isPassive(tree, head) ? surfaceSubject(tree, head, 4) : dependents(tree, head, "obj").flatMap((c) => conjuncts(tree, c));
}

function agentsOf(tree: Tree, verb: number): number[] {
  const agents = dependents(tree, verb, "obl").filter((c) => caseOf(tree, c) === "by");
  return agents.flatMap((c) => conjuncts(tree, c));
}

/** "The ambassador Jan Nowak said", taken for two subjects: the common noun is the name's title. */
function isTitle(tree: Tree, subjects: readonly number[], head: number): boolean {
  const named = subjects.some((c) => c > head && wordAt(tree, c).upos === "PROPN");
  return named && subjects.includes(head) && wordAt(tree, head).upos === "NOUN";
}

/** "released a statement demanding that": who issues a text says what stands in it. */
function issuerOf(tree: Tree, verb: number, cues: ReportCues): number | undefined {
  const { relation, head: noun, xpos } = wordAt(tree, verb);
  if (relation !== "acl" || xpos !== "VBG") return undefined;
  const { relation: tie, head } = wordAt(tree, noun);
  return tie === "obj" && cues.givers.has(wordAt(tree, head).lemma.toLowerCase()) ? head : undefined;
}

/** "condemns the raid, saying that": said by whoever does what the whole sentence tells, whatever the parser ties it to. */
function mainVerbOf(tree: Tree, verb: number, cues: ReportCues): number | undefined {
  const { xpos, relation, head } = wordAt(tree, verb);
  if (relation === "acl" && cues.texts.has(wordAt(tree, head).lemma.toLowerCase())) return undefined;
  if (xpos !== "VBG" || !["acl", "advcl", "acl:relcl"].includes(relation) || !isBehindComma(tree, verb)) return undefined;
  const above = ancestors(tree, verb).filter((a) => a !== verb && isVerbal(tree, a));
  return above.find((a) => isClauseOfItsOwn(tree, a)) ?? above.at(-1);
}

function isClauseOfItsOwn(tree: Tree, verb: number): boolean {
  return ["conj", "parataxis"].includes(wordAt(tree, verb).relation) && dependents(tree, verb, "nsubj").length > 0;
}

function isBehindComma(tree: Tree, verb: number): boolean {
  const before = tree.words.slice(0, verb).findLast((w) => w.upos !== "ADV" && w.upos !== "CCONJ" && w.upos !== "SCONJ");
  return before?.form === ",";
}
