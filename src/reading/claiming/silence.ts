// What a speaker expressly leaves out: "did not mention any arms deals", "said not a word of the sale". Nothing in it is a claim.
import { dependents, subtree, wordAt, type Tree } from "../grammar/index.ts";

/** Verbs that say what is left out when they are negated, or refused. */
const TELLING = new Set([
  "mention",
  "specify",
  "elaborate",
  "comment",
  "refer",
  "discuss",
  "address",
  "disclose",
  "detail",
  "name",
  "identify",
  "explain",
  "reveal",
]);
/** Nouns for a mention that none is made of: "made no mention of", "not a word of". */
const MENTION = new Set(["mention", "word", "reference", "detail", "comment", "particular", "nothing", "explanation"]);
const DENYING = /^(?:not|n['’]t|never|no|without|nor)$/i;
const REFUSING = new Set(["decline", "refuse", "fail", "omit", "avoid"]);

/** The words of a sentence that a speaker leaves out, the leaving-out itself among them. */
export function leftOut(tree: Tree): ReadonlySet<number> {
  const heads = tree.words.filter((w) => isSilence(tree, w.index)).map((w) => w.index);
  return new Set(heads.flatMap((h) => clauseWords(tree, h)));
}

function isSilence(tree: Tree, index: number): boolean {
  const word = wordAt(tree, index);
  const lemma = word.lemma.toLowerCase();
  if (word.upos === "VERB" && TELLING.has(lemma)) return isDenied(tree, index) || isRefused(tree, index);
  if (MENTION.has(lemma) && word.head >= 0) return sayNothing(tree, index);
  return isOmission(tree, index);
}

function isDenied(tree: Tree, index: number): boolean {
  return dependents(tree, index, "advmod", "mark", "det", "cc").some((c) => DENYING.test(wordAt(tree, c).form));
}

function isRefused(tree: Tree, index: number): boolean {
  const { head } = wordAt(tree, index);
  return head >= 0 && REFUSING.has(wordAt(tree, head).lemma.toLowerCase());
}

/** "said not a word", "made no mention", "had nothing to say". */
function sayNothing(tree: Tree, index: number): boolean {
  const governor = wordAt(tree, wordAt(tree, index).head);
  const none = wordAt(tree, index).form.toLowerCase() === "nothing" || isDenied(tree, index);
  return none && ["say", "make", "give", "utter", "offer", "have"].includes(governor.lemma.toLowerCase());
}

/** "left out of the minister's remarks were the boats", "left open how". */
function isOmission(tree: Tree, index: number): boolean {
  const word = wordAt(tree, index);
  if (word.lemma.toLowerCase() !== "leave" || !["VBN", "VBD"].includes(word.xpos)) return false;
  const next = tree.words[index + 1]?.form.toLowerCase() ?? "";
  return (
    /^(?:out|open|unsaid|unmentioned)$/.test(next) ||
    dependents(tree, index, "compound:prt").some((c) => wordAt(tree, c).form.toLowerCase() === "out")
  );
}

/** The clause around a silence: a noun's or participle's silence is its verb's. */
function clauseWords(tree: Tree, index: number): number[] {
  const { head, relation, upos } = wordAt(tree, index);
  const fronted = upos === "VERB" && ["advmod", "advcl"].includes(relation) && head > index;
  const top = upos === "VERB" && !fronted ? index : head >= 0 ? head : index;
  return subtree(
    tree,
    top,
    (child) => !fronted && child.head === top && child.relation === "conj" && dependents(tree, child.index, "nsubj").length > 0,
  );
}
