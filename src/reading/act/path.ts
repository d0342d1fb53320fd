// Role paths of frames: "object.against" is the "against" phrase of the object, "governor.subject" the subject of the verb that governs a noun,
// "complement.auxiliary" the "must" of a clause. Roles come from the grammar; the steps that only frames need stand here.
import {
  ancestors,
  baseRelation,
  conjuncts,
  dependents,
  firstConjunct,
  isVerbal,
  rolesOf,
  subtree,
  wordAt,
  type Roles,
  type Tree,
} from "../grammar/index.ts";

/** Follows a path from a trigger to the heads at its end. */
export function headsAt(tree: Tree, trigger: number, path: string, cache: Map<number, Roles>): number[] {
  let heads = [trigger];
  for (const step of path.split(".")) heads = heads.flatMap((h) => stepFrom(tree, h, step, cache));
  return [...new Set(heads)].sort((a, b) => a - b);
}

/** Steps that ask for no word of their own. "by" is among them, since treebanks have a relation for who acts. */
const WORDLESS = new Set(
  "self subject object recipient complement poss modifier unmarked governor appos host auxiliary marker opener particle addressee manner negation within beneath and by".split(
    " ",
  ),
);

/** The words that a sentence must hold for a path to lead anywhere: its adpositions, and the "to" of an infinitive. */
export function wordsOfPath(path: string): string[] {
  const steps = path.split(".").filter((step) => !WORDLESS.has(step));
  return steps.flatMap((step) => (step === "infinitive" ? ["to"] : step.split(" ")));
}

/** The roles of a word, computed once a sentence. */
export function cachedRoles(tree: Tree, index: number, cache: Map<number, Roles>): Roles {
  const known = cache.get(index);
  if (known) return known;
  const roles = rolesOf(tree, index);
  cache.set(index, roles);
  return roles;
}

function stepFrom(tree: Tree, index: number, step: string, cache: Map<number, Roles>): readonly number[] {
  if (step === "self") return [index];
  if (step === "governor") return governorOf(tree, index);
  if (step === "appos") return dependents(tree, index, "appos");
  if (step === "host") return hostOf(tree, index);
  if (step === "auxiliary") return dependents(tree, index, "aux");
  if (step === "marker") return dependents(tree, index, "case");
  if (step === "opener") return dependents(tree, index, "mark");
  if (step === "particle") return dependents(tree, index, "compound:prt");
  if (step === "addressee") return ["object", "recipient"].flatMap((role) => cachedRoles(tree, index, cache).get(role) ?? []);
  if (step === "manner") return dependents(tree, index, "advmod");
  if (step === "within") return namesWithin(tree, index);
  if (step === "beneath") return namesBeneath(tree, index);
  if (step === "negation") return dependents(tree, index, "advmod", "det").filter((c) => NEGATIVE.test(wordAt(tree, c).form));
  if (step === "infinitive") return (cachedRoles(tree, index, cache).get("complement") ?? []).filter((c) => isInfinitive(tree, c));
  if (step === "and") return clausesOf(tree, index);
  const own = cachedRoles(tree, index, cache).get(step) ?? [];
  return own.length === 0 && OF_THE_WHOLE.has(step) ? below(tree, index, step, cache) : own;
}

/** The names in a noun's own phrase, however deep, but not in clauses about it: "the French boycott of Chilean wine". */
function namesWithin(tree: Tree, noun: number): readonly number[] {
  if (isVerbal(tree, noun)) return [];
  const phrase = subtree(tree, noun, (child) => ["acl", "advcl", "parataxis", "appos"].includes(baseRelation(child.relation)));
  return phrase.filter((i) => i !== noun && ["PROPN", "ADJ"].includes(wordAt(tree, i).upos) && /^\p{Lu}/u.test(wordAt(tree, i).form));
}

/** The names in clauses about a noun: "travellers who have been to Chad". */
function namesBeneath(tree: Tree, noun: number): readonly number[] {
  if (isVerbal(tree, noun)) return [];
  return subtree(tree, noun).filter((i) => i > noun && wordAt(tree, i).upos === "PROPN");
}

/** Phrases that name who does what a noun says, however far behind it they stand. */
const OF_THE_WHOLE = new Set(["by", "between"]);

/** "the recall of the envoy by Hungary", "talks on the border between Laos and Thailand": parsers tie the phrase to the noun before it, whoever it means. */
function below(tree: Tree, index: number, step: string, cache: Map<number, Roles>): readonly number[] {
  if (isVerbal(tree, index)) return [];
  const inner = dependents(tree, index, "nmod").filter((c) => c > index);
  return inner.flatMap((c) => cachedRoles(tree, c, cache).get(step) ?? below(tree, c, step, cache));
}

/**
 * A clause and all that stand in one series with it: "they will train together, tanks will be overhauled and officers will be exchanged".
 * Treebanks tie what follows a mere comma as an aside; what goes on with "and" tells that it is a series.
 */
function clausesOf(tree: Tree, verb: number): number[] {
  const first = firstConjunct(tree, verb);
  const loose = dependents(tree, first, "parataxis").filter(
    (c) => c > first && dependents(tree, c, "nsubj").length > 0 && conjuncts(tree, c).length > 1,
  );
  return [first, ...loose]
    .flatMap((c) => conjuncts(tree, c))
    .filter((c) => isVerbal(tree, c))
    .sort((a, b) => a - b);
}

/** The noun that a clause tells more about: "contract" of "a contract to supply". */
function hostOf(tree: Tree, verb: number): number[] {
  const { head, relation } = wordAt(tree, verb);
  return baseRelation(relation) === "acl" ? [head] : [];
}

const NEGATIVE = /^(?:not|n['’]t|never|no)$/i;

/** "urged Moscow to deliver", but not "warned that it would deliver". */
function isInfinitive(tree: Tree, verb: number): boolean {
  return dependents(tree, verb, "mark").some((m) => wordAt(tree, m).form.toLowerCase() === "to");
}

const GOVERNED = new Set(["obj", "nsubj", "obl", "nmod", "xcomp", "iobj"]);

/** The verb that a noun is an argument of, through "of" phrases ("the signing of a deal"). */
function governorOf(tree: Tree, noun: number): number[] {
  const first = firstConjunct(tree, noun);
  if (!GOVERNED.has(baseRelation(wordAt(tree, first).relation))) return [];
  const verb = ancestors(tree, first).find((a) => a !== first && isVerbal(tree, a));
  return verb === undefined ? [] : [verb];
}

/** True when a path ends in a role where a demonym counts as a party ("US sanctions"). */
export function endsInModifier(path: string): boolean {
  return /(^|\.)(modifier|poss|within)$/.test(path);
}

/** True when a path ends in who acts, which may be named by a modifier ("the Russian decision to sell"). */
export function endsInSubject(path: string): boolean {
  return /(^|\.)subject$/.test(path);
}
