// The shortest clause that says an act: its trigger with arguments and adverbials, without what is coordinated or set beside it.
import type { Span } from "../../document/index.ts";
import type { Word } from "../../language/index.ts";
import { dependents, isVerbal, spanOf, subtree, wordAt, type Tree } from "../grammar/index.ts";
import type { SlotCues } from "./cues.ts";

/** So many words of evidence may say no act by themselves. */
const FEW = 3;
const ASIDE = new Set(["parataxis", "discourse", "vocative", "list", "dislocated"]);

/** The evidence of an act whose trigger is at `trigger`. */
export function evidenceOf(tree: Tree, trigger: number, cues: SlotCues): Span {
  const own = wholeEnough(tree, trigger, cues);
  return trimmed(tree, [...governing(tree, trigger, Math.min(...own), cues), ...own]);
}

/** A few words without subject and object say no act: "ratification" of "made ratification conditional", "ban" of "will designate and ban the group". */
function wholeEnough(tree: Tree, trigger: number, cues: SlotCues): number[] {
  const about = (at: number): number[] => subtree(tree, at, (child) => isAside(tree, at, child, cues));
  let own = about(trigger);
  for (let at = trigger, steps = 0; steps < 2 && own.length <= FEW && !isClause(tree, at); steps++) {
    at = wordAt(tree, at).head;
    if (at < 0) break;
    own = [...new Set([...own, ...about(at)])].sort((a, b) => a - b);
  }
  return own;
}

function isClause(tree: Tree, at: number): boolean {
  return isVerbal(tree, at) && ["nsubj", "obj", "iobj", "csubj"].some((relation) => dependents(tree, at, relation).length > 0);
}

/** "Chad agreed to resume the talks": an infinitive is told by the clause that governs it, from its subject on. */
function governing(tree: Tree, trigger: number, before: number, cues: SlotCues): number[] {
  let at = trigger;
  for (let steps = 0; steps < 3; steps++) {
    const above = isGoverned(tree, at) ? wordAt(tree, at).head : ofNoun(tree, at, cues);
    if (above === undefined) break;
    at = above;
  }
  if (at === trigger) return [];
  const subjects = dependents(tree, at, "nsubj").filter((c) => c < at);
  const first = subjects.length > 0 ? Math.min(...subjects.flatMap((c) => subtree(tree, c, (w) => ASIDE.has(w.relation)))) : at;
  return first < before ? [first] : [];
}

/** An infinitive without a subject of its own, and what somebody is accused of doing. */
function isGoverned(tree: Tree, verb: number): boolean {
  const { relation, head } = wordAt(tree, verb);
  if (head < 0 || head > verb || !isVerbal(tree, head) || dependents(tree, verb, "nsubj").length > 0) return false;
  const accused = relation === "advcl" && dependents(tree, verb, "mark").some((m) => wordAt(tree, m).form.toLowerCase() === "of");
  return relation === "xcomp" || accused;
}

/** "announced plans to build", "becomes the first to ratify": an infinitive on a noun that whoever acts has or is. */
function ofNoun(tree: Tree, verb: number, { intentions }: SlotCues): number | undefined {
  const { relation, head, xpos } = wordAt(tree, verb);
  if (relation !== "acl" || head > verb || head < 0 || xpos !== "VB" || dependents(tree, verb, "nsubj").length > 0) return undefined;
  const noun = wordAt(tree, head);
  if (noun.head < 0 || noun.head > head || !isVerbal(tree, noun.head)) return undefined;
  return noun.relation === "xcomp" || (noun.relation === "obj" && intentions.has(noun.lemma.toLowerCase())) ? noun.head : undefined;
}

function isAside(tree: Tree, trigger: number, child: Word, cues: SlotCues): boolean {
  if (ASIDE.has(child.relation)) return true;
  if (child.index > trigger && isCircumstance(tree, child, cues)) return true;
  if (child.head !== trigger) return false;
  if (child.relation === "conj") return isVerbal(tree, trigger) || isVerbal(tree, child.index);
  if (child.relation === "cc" || child.relation === "mark" || child.relation === "case") return true;
  return child.relation === "advcl" && child.index < trigger && dependents(tree, child.index, "nsubj").length > 0;
}

/** A short phrase of circumstance tells the time of an act more often than another story. */
const SHORT = 5;

/** "expels a diplomat after a report that ...", "visits Chad, meeting ...", "the pact, which ...": another clause, beside the one that says the act. */
function isCircumstance(tree: Tree, child: Word, { circumstances }: SlotCues): boolean {
  const words = subtree(tree, child.index);
  const first = words.find((w) => wordAt(tree, w).upos !== "PUNCT") ?? child.index;
  const apart = /^[,—–]$/.test(tree.words[first - 1]?.form ?? "");
  const opener = tree.words[first]?.form.toLowerCase() ?? "";
  if (child.relation === "acl:relcl") return apart;
  if (child.relation === "advcl") return circumstances.has(opener) || (apart && child.xpos === "VBG" && first === child.index);
  return child.relation === "obl" && circumstances.has(opener) && words.length > SHORT;
}

/** The contiguous stretch of words around which the subtree lies, without punctuation and conjunctions at its ends. */
function trimmed(tree: Tree, indices: readonly number[]): Span {
  const kept = [...indices];
  while (kept.length > 1 && isLoose(tree, kept[0])) kept.shift();
  while (kept.length > 1 && isLoose(tree, kept.at(-1))) kept.pop();
  return spanOf(tree, kept);
}

function isLoose(tree: Tree, index: number | undefined): boolean {
  if (index === undefined) return false;
  const word = wordAt(tree, index);
  return (
    (word.upos === "PUNCT" && !/^[”"’')\]]$/.test(word.form)) ||
    word.upos === "CCONJ" ||
    word.upos === "SCONJ" ||
    word.xpos === "WDT" ||
    (word.xpos === "WRB" && word.form.toLowerCase() === "when")
  );
}
