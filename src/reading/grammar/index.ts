// The door of grammar/: constructions are normalised here once, so that frames need not know them.
export { phrasesOf } from "./attach.ts";
export { blamedFor } from "./blame.ts";
export { phraseSpan, phraseWords } from "./phrase.ts";
export { CLAUSES, constructionOf, FORMS } from "./construction.ts";
export type { Construction } from "./construction.ts";
export { isPassive, isVerbal, rolesOf, surfaceSubject } from "./roles.ts";
export type { Roles } from "./roles.ts";
export {
  ancestors,
  baseRelation,
  caseOf,
  conjuncts,
  dependents,
  firstConjunct,
  headOfSpan,
  markOf,
  spanOf,
  subtree,
  treeOf,
  wordAt,
} from "./tree.ts";
export type { Tree } from "./tree.ts";
