// By which construction a word tells its act: the form that the word has, and where the clause stands that it is in.
// Figures are counted by it, and people who look into a reading see it.
import { isPassive, isVerbal } from "./roles.ts";
import { ancestors, baseRelation, dependents, wordAt, type Tree } from "./tree.ts";

/** Forms of a telling word: "signed", "was signed", "signed by", "to sign", "by signing", "the signing", "opposed to". */
export const FORMS = ["active", "passive", "participle", "infinitive", "gerund", "noun", "adjective"] as const;
export type Form = (typeof FORMS)[number];

/** Where the clause stands: `complement` is the clause of a verb such as "said", `adverbial` one of time, cause or manner. */
export const CLAUSES = ["main", "conjunct", "relative", "complement", "adverbial"] as const;
export type Clause = (typeof CLAUSES)[number];

/** How a word tells. */
export interface Construction {
  readonly form: Form;
  readonly clause: Clause;
}

/** The construction of a word, by its tree alone. */
export function constructionOf(tree: Tree, index: number): Construction {
  return { form: formOf(tree, index), clause: clauseOf(tree, index) };
}

function formOf(tree: Tree, index: number): Form {
  const { upos, xpos } = wordAt(tree, index);
  if (!isVerbal(tree, index) && xpos !== "VBG") return upos === "NOUN" || upos === "PROPN" || upos === "PRON" ? "noun" : "adjective";
  if (isFinite(tree, index)) return isPassive(tree, index) ? "passive" : "active";
  if (xpos === "VB" || hasMark(tree, index, "to")) return "infinitive";
  if (xpos === "VBG") return dependents(tree, index, "mark", "case").length > 0 || upos === "NOUN" ? "gerund" : "participle";
  return "participle";
}

const TENSED = /^(?:VBD|VBP|VBZ|MD)$/;

/** A clause with a tense of its own; so is a conjunct that shares the auxiliary, and a headline that leaves it out ("Contract signed"). */
function isFinite(tree: Tree, index: number): boolean {
  const { xpos, relation, head } = wordAt(tree, index);
  if (TENSED.test(xpos) || dependents(tree, index, "aux", "cop").some((c) => TENSED.test(wordAt(tree, c).xpos))) return true;
  if (hasMark(tree, index, "to")) return false;
  if (relation === "conj" && head >= 0 && wordAt(tree, head).xpos === xpos && isVerbal(tree, head)) return isFinite(tree, head);
  return xpos !== "VBG" && (relation === "root" || dependents(tree, index, "nsubj").length > 0);
}

function hasMark(tree: Tree, index: number, form: string): boolean {
  return dependents(tree, index, "mark").some((m) => wordAt(tree, m).form.toLowerCase() === form);
}

/** The nearest clause on the way up that is no part of another's core: an infinitive or a noun belongs to the clause of its verb. */
function clauseOf(tree: Tree, index: number): Clause {
  for (const at of ancestors(tree, index)) {
    const { relation } = wordAt(tree, at);
    if (relation === "acl:relcl") return "relative";
    if (!isVerbal(tree, at) || !isFinite(tree, at)) continue;
    if (relation === "conj") return "conjunct";
    if (relation === "ccomp" || relation === "parataxis") return "complement";
    if (baseRelation(relation) === "advcl") return "adverbial";
    if (relation === "root") return "main";
  }
  return "main";
}
