// Deep roles of a predicate, so that one frame serves every construction: passive, relative and reduced relative clauses,
// control, shared subjects and objects of coordinated verbs, and adpositional arguments by their adposition.
import { phrasesOf } from "./attach.ts";
import { blamedFor } from "./blame.ts";
import { ancestors, baseRelation, caseOf, conjuncts, dependents, firstConjunct, markOf, wordAt, type Tree } from "./tree.ts";

/** Heads by role: `subject` (who acts), `object` (what is acted on), `recipient`, `complement` (verbs), adpositions, `poss`, `modifier`. */
export type Roles = ReadonlyMap<string, readonly number[]>;

/** Verbs whose object, not subject, does what the dependent verb says: "urged Moscow to deliver", "accused it of breaking". */
const OBJECT_CONTROL = new Set(
  (
    "accuse urge ask tell order force persuade convince prevent stop blame criticise criticize condemn allow permit ban bar prohibit forbid warn press pressure " +
    "request invite authorise authorize require help enable expect want encourage advise oblige compel let make see accept suspect charge suspend fine sue praise thank " +
    "prompt lead cause drive push spur commit task empower entitle authorize motivate get instruct direct challenge implore beg exhort lobby coerce pressurise dissuade discourage deter"
  ).split(" "),
);
/** What begins with these is told of whoever acts: "authorised the sale days after saying". */
const ASIDE = new Set("after before while whilst when since without despite by although though until once as".split(" "));
/** Verbs that pass their addressee on through an adposition: "called on Moscow to deliver". */
const OBLIQUE_CONTROL = new Map([
  ["call", ["on", "upon", "for"]],
  ["appeal", ["to"]],
  ["plead", ["with"]],
  ["arrange", ["for"]],
  ["wait", ["for"]],
  ["rely", ["on"]],
]);
/** Verbs of attitude: what somebody decided, tried or proposed is another's, whoever welcomes or rejects it. */
const ATTITUDE = new Set(
  (
    "applaud back blast block condemn criticise criticize decry denounce deplore disapprove endorse hail lambast object oppose praise protest rebuke reject resist " +
    "slam summon support thank veto welcome"
  ).split(" "),
);
/** Nouns of will and word, whose modifier names whose they are: "the U.S. decision to sell". */
const WILL =
  /^(?:announcement|attempt|bid|commitment|decision|effort|intention|move|offer|plan|pledge|promise|proposal|refusal|resolution|statement|threat|vow)s?$/i;
/** Nouns of asking: whoever asks is not who does it. */
const ASKING = /^(?:appeal|call|demand|order|request|ultimatum)s?$/i;
const ASKING_AGAIN = new Set("back echo endorse issue join make reiterate renew repeat send support welcome".split(" "));
const RELATIVE = new Set(["who", "which", "that", "whom"]);

/** True for a passive verb form, full or reduced ("was cancelled", "sanctions imposed by"). */
export function isPassive(tree: Tree, verb: number): boolean {
  if (dependents(tree, verb, "nsubj:pass", "aux:pass", "csubj:pass").length > 0) return true;
  const word = wordAt(tree, verb);
  const bare = word.xpos === "VBN" && dependents(tree, verb, "aux", "nsubj", "obj").length === 0;
  return (
    bare &&
    (word.relation === "acl" || word.relation === "advcl" || word.relation === "amod" || hasAgent(tree, verb) || isPassiveConjunct(tree, verb))
  );
}

function hasAgent(tree: Tree, verb: number): boolean {
  return dependents(tree, verb, "obl:agent").length > 0;
}

function isPassiveConjunct(tree: Tree, verb: number): boolean {
  const word = wordAt(tree, verb);
  return word.relation === "conj" && wordAt(tree, word.head).xpos === "VBN" && isPassive(tree, word.head);
}

/** The roles of any predicate word, verb or noun. */
export function rolesOf(tree: Tree, index: number): Roles {
  const roles = new Map<string, number[]>();
  const add = (role: string, heads: readonly number[]): void => {
    if (heads.length === 0) return;
    roles.set(
      role,
      [...new Set([...(roles.get(role) ?? []), ...heads])].sort((a, b) => a - b),
    );
  };
  if (isVerbal(tree, index)) addVerbRoles(tree, index, add);
  else addNounRoles(tree, index, add);
  addAdpositions(tree, index, add);
  add(
    "complement",
    dependents(tree, index, "xcomp", "ccomp", "acl", "advcl").filter((c) => !isRelative(tree, c)),
  );
  return roles;
}

type Add = (role: string, heads: readonly number[]) => void;

/** Verbs, participles that head a clause, and whatever has a subject and an object, although it is tagged otherwise. */
export function isVerbal(tree: Tree, index: number): boolean {
  const { upos, xpos } = wordAt(tree, index);
  if (upos === "VERB" || upos === "AUX" || (upos === "ADJ" && xpos.startsWith("VB"))) return true;
  return dependents(tree, index, "nsubj").length > 0 && dependents(tree, index, "obj").length > 0;
}

function isRelative(tree: Tree, index: number): boolean {
  return wordAt(tree, index).relation === "acl:relcl";
}

function addVerbRoles(tree: Tree, verb: number, add: Add): void {
  const passive = isPassive(tree, verb);
  const surface = surfaceSubject(tree, verb, 6);
  add(passive ? "object" : "subject", surface);
  const agents = dependents(tree, verb, "obl").filter((c) => passive && isBy(tree, c) && adjacentNoun(tree, c) < 0);
  add("subject", expand(tree, agents));
  const [first, second] = twoObjects(tree, verb);
  add("object", second === undefined ? objectsOf(tree, verb, passive) : expand(tree, [second]));
  add("recipient", expand(tree, first === undefined ? dependents(tree, verb, "iobj") : [first]));
}

/** "sell Colombo boats": of two bare objects the first, a name or pronoun, receives. */
function twoObjects(tree: Tree, verb: number): readonly [number, number] | readonly [] {
  const [first, second, ...more] = dependents(tree, verb, "obj");
  if (first === undefined || second === undefined || more.length > 0 || !["PROPN", "PRON"].includes(wordAt(tree, first).upos)) return [];
  const apart = tree.words.slice(first, second).some((w) => w.form === "," || w.upos === "CCONJ");
  return apart ? [] : [first, second];
}

function isBy(tree: Tree, index: number): boolean {
  return wordAt(tree, index).relation === "obl:agent" || caseOf(tree, index) === "by";
}

/** Nouns of doing, which a "by" phrase right after them names the doer of. */
const DEED = /(?:ion|ment|al|ance|ence|ism|est|port|ure|ing|visit|attack|threat|offer)s?$/;

/**
 * The noun of doing that a "by" phrase stands right behind, where parsers tie the phrase to the verb instead
 * ("delivered amid objections by Israel"); -1 where there is none.
 */
function adjacentNoun(tree: Tree, phrase: number): number {
  const marker = dependents(tree, phrase, "case")[0];
  const before = marker === undefined ? undefined : tree.words[marker - 1];
  if (!before || before.upos !== "NOUN" || !DEED.test(before.lemma.toLowerCase())) return -1;
  const oblique = before.head === wordAt(tree, phrase).head && baseRelation(before.relation) === "obl";
  return oblique ? before.index : -1;
}

/** The grammatical subject, own or inherited; relative pronouns give way to what they stand for. */
export function surfaceSubject(tree: Tree, verb: number, depth: number): number[] {
  const own = ownSubjects(tree, verb);
  if (own.length > 0)
    return expand(
      tree,
      own.flatMap((c) => antecedent(tree, verb, c)),
    );
  return depth > 0 ? inheritedSubject(tree, verb, depth) : [];
}

/** "Norway is to deliver ships": treebanks set the subject outside the infinitive, whose it is; "the problem is that ..." has two. */
function ownSubjects(tree: Tree, verb: number): number[] {
  const inner = dependents(tree, verb, "nsubj").filter((c) => wordAt(tree, c).relation !== "nsubj:outer");
  return inner.length === 0 && isInfinitive(tree, verb) ? dependents(tree, verb, "nsubj:outer") : inner;
}

function isInfinitive(tree: Tree, verb: number): boolean {
  return dependents(tree, verb, "mark").some((m) => wordAt(tree, m).form.toLowerCase() === "to");
}

function inheritedSubject(tree: Tree, verb: number, depth: number): number[] {
  const { head, relation } = wordAt(tree, verb);
  if (head < 0) return [];
  if (relation === "acl") return subjectThroughNoun(tree, verb, head, depth);
  if (relation === "acl:relcl") return dependents(tree, verb, "obj").length > 0 || isPassive(tree, verb) ? expand(tree, [head]) : [];
  if (relation === "amod") return [head];
  if (["xcomp", "advcl", "ccomp", "csubj", "csubj:pass", "conj", "parataxis", "obl", "advcl:relcl"].includes(relation))
    return controller(tree, verb, head, relation, depth);
  return [];
}

/** Who does a dependent verb: the governor's object where the governor says so, else its subject. */
function controller(tree: Tree, verb: number, governor: number, relation: string, depth: number): number[] {
  if (!isVerbal(tree, governor)) return relation === "conj" ? surfaceSubject(tree, governor, depth - 1) : copularSubject(tree, governor, depth);
  const lemma = wordAt(tree, governor).lemma.toLowerCase();
  const blamed = relation === "advcl" ? blamedFor(tree, verb) : [];
  if (blamed.length > 0) return expand(tree, blamed);
  if (relation !== "conj" && relation !== "parataxis") {
    const oblique = OBLIQUE_CONTROL.get(lemma);
    const addressed = oblique ? dependents(tree, governor, "obl").filter((c) => oblique.includes(caseOf(tree, c) ?? "")) : [];
    if (addressed.length > 0) return expand(tree, addressed);
    const aside = relation === "advcl" && ASIDE.has(markOf(tree, verb) ?? "");
    if (!aside && (OBJECT_CONTROL.has(lemma) || relation === "xcomp")) {
      const addressee = OBJECT_CONTROL.has(lemma) ? expand(tree, dependents(tree, governor, "iobj")) : [];
      const objects = addressee.length > 0 ? addressee : objectsOf(tree, governor, isPassive(tree, governor)).filter((o) => o !== verb);
      if (objects.length > 0 && !isPassive(tree, governor)) return objects;
    }
  }
  return impersonalAgent(tree, governor) ?? surfaceSubject(tree, governor, depth - 1);
}

/** "It has been decided by the two countries to settle": the agent decides and does. */
function impersonalAgent(tree: Tree, governor: number): number[] | undefined {
  const it = dependents(tree, governor, "nsubj:pass", "expl").some((c) => wordAt(tree, c).form.toLowerCase() === "it");
  const agents = it ? dependents(tree, governor, "obl").filter((c) => isBy(tree, c)) : [];
  return agents.length > 0 ? expand(tree, agents) : undefined;
}

function copularSubject(tree: Tree, governor: number, depth: number): number[] {
  return depth > 0 ? surfaceSubject(tree, governor, depth - 1) : [];
}

/** "a contract to sell", "sanctions imposed", "a deal allowing": the noun itself or whoever owns it. */
function subjectThroughNoun(tree: Tree, verb: number, noun: number, depth: number): number[] {
  if (!isInfinitive(tree, verb)) return [noun];
  const marked = dependents(tree, verb, "mark").some((m) => wordAt(tree, m).form.toLowerCase() === "for");
  if (marked) return [];
  return ASKING.test(wordAt(tree, noun).lemma) ? askedThrough(tree, noun, depth) : ownersOf(tree, noun, depth);
}

/** Whose a noun is: its possessor, "of", "by" or "between" phrase, else the subject of the verb that governs it. */
export function ownersOf(tree: Tree, noun: number, depth: number): number[] {
  const owners = phrasesOwning(tree, noun);
  if (owners.length > 0) return expand(tree, owners);
  const named = namedBefore(tree, noun);
  if (named.length > 0) return named;
  const governor = ancestors(tree, firstConjunct(tree, noun)).find((a) => a !== noun && isVerbal(tree, a));
  const another = governor !== undefined && ATTITUDE.has(wordAt(tree, governor).lemma.toLowerCase());
  return governor === undefined || another || depth <= 0 ? [] : surfaceSubject(tree, governor, depth - 1);
}

function phrasesOwning(tree: Tree, noun: number): number[] {
  const phrases = dependents(tree, noun, "nmod:poss", "nmod").filter((c) => ["of", "by", "between", "among", undefined].includes(caseOf(tree, c)));
  return phrases.filter((c) => wordAt(tree, c).relation === "nmod:poss" || caseOf(tree, c) !== undefined);
}

/** "Turkey rejected American demands to cancel the deal": who meets what another asks is asked; who repeats a call is not. */
function askedThrough(tree: Tree, noun: number, depth: number): number[] {
  const askers = [...phrasesOwning(tree, noun), ...namedModifiers(tree, noun)];
  const governor = ancestors(tree, firstConjunct(tree, noun)).find((a) => a !== noun && isVerbal(tree, a));
  if (governor === undefined || depth <= 0 || askers.some((c) => wordAt(tree, c).upos === "PRON")) return [];
  return ASKING_AGAIN.has(wordAt(tree, governor).lemma.toLowerCase()) ? [] : surfaceSubject(tree, governor, depth - 1);
}

/** "the U.S. decision", "a Chinese offer": the name before a noun of will. */
function namedBefore(tree: Tree, noun: number): number[] {
  return WILL.test(wordAt(tree, noun).lemma) ? namedModifiers(tree, noun) : [];
}

function namedModifiers(tree: Tree, noun: number): number[] {
  return dependents(tree, noun, "amod", "compound").filter(
    (c) => /^\p{Lu}/u.test(wordAt(tree, c).form) && /^(?:PROPN|ADJ)$/.test(wordAt(tree, c).upos),
  );
}

function objectsOf(tree: Tree, verb: number, passive: boolean): number[] {
  const own = dependents(tree, verb, "obj");
  if (own.length > 0)
    return expand(
      tree,
      own.flatMap((c) => antecedent(tree, verb, c)),
    );
  if (passive) return [];
  const { relation, head } = wordAt(tree, verb);
  if (relation === "acl:relcl" && dependents(tree, verb, "nsubj").length > 0 && !hasRelativeSubject(tree, verb))
    return expand(tree, [predicateOfWhat(tree, head)]);
  return sharedObject(tree, verb);
}

/** "What it holds is help with radar": what is held is the predicate. */
function predicateOfWhat(tree: Tree, index: number): number {
  const { form, relation, head } = wordAt(tree, index);
  const cleft = /^what$/i.test(form) && baseRelation(relation) === "nsubj" && head >= 0 && dependents(tree, head, "cop").length > 0;
  return cleft ? head : index;
}

/** "signed and ratified the treaty": an object behind both verbs is that of both, whichever of them it is tied to. */
function sharedObject(tree: Tree, verb: number): number[] {
  const next = dependents(tree, verb, "conj").find((c) => isVerbal(tree, c) && c - verb <= 3);
  if (next !== undefined) return expand(tree, dependents(tree, next, "obj"));
  const { relation, head } = wordAt(tree, verb);
  if (relation !== "conj" || verb - head > 3) return [];
  return expand(
    tree,
    dependents(tree, head, "obj").filter((object) => object > verb),
  );
}

function hasRelativeSubject(tree: Tree, verb: number): boolean {
  return dependents(tree, verb, "nsubj").some((c) => RELATIVE.has(wordAt(tree, c).form.toLowerCase()));
}

function antecedent(tree: Tree, verb: number, pronoun: number): number[] {
  if (!RELATIVE.has(wordAt(tree, pronoun).form.toLowerCase())) return [pronoun];
  const clause = ancestors(tree, verb).find((a) => wordAt(tree, a).relation === "acl:relcl");
  return clause === undefined ? [pronoun] : [wordAt(tree, clause).head];
}

function addNounRoles(tree: Tree, noun: number, add: Add): void {
  add("poss", expand(tree, dependents(tree, noun, "nmod:poss")));
  const modifiers = dependents(tree, noun, "amod", "compound", "nmod:desc");
  add("modifier", expand(tree, [...modifiers, ...modifiers.flatMap((c) => hyphenMates(tree, c))]));
  if (dependents(tree, noun, "cop").length > 0) add("subject", surfaceSubject(tree, noun, 3));
  else if (isAdjectiveClause(tree, noun)) add("subject", inheritedSubject(tree, noun, 3));
  const governor = wordAt(tree, noun).head;
  const strays = governor < 0 ? [] : dependents(tree, governor, "obl").filter((c) => isBy(tree, c) && adjacentNoun(tree, c) === noun);
  add("by", expand(tree, strays));
}

/** "the Ghana-Togo pact": parsers hang one side of a hyphen below the other, though both are of the noun. */
function hyphenMates(tree: Tree, modifier: number): number[] {
  return dependents(tree, modifier, "compound", "amod").filter((c) => {
    const between = tree.words[c + 1];
    return between !== undefined && between.index < modifier && /^[-\u2010-\u2015/]$/.test(between.form) && wordAt(tree, c).upos !== "NUM";
  });
}

/** "Opposed to the plan, Norway voted no", "states opposed to the plan": an adjective heads a clause without a verb. */
function isAdjectiveClause(tree: Tree, index: number): boolean {
  const { upos, relation } = wordAt(tree, index);
  return upos === "ADJ" && (relation === "advcl" || relation === "acl");
}

function addAdpositions(tree: Tree, index: number, add: Add): void {
  for (const child of phrasesOf(tree, index)) {
    const adposition = caseOf(tree, child);
    if (adposition !== undefined) add(adposition, expand(tree, antecedent(tree, index, child)));
    else if (baseRelation(wordAt(tree, child).relation) === "obl") add("unmarked", [child]);
  }
}

function expand(tree: Tree, heads: readonly number[]): number[] {
  return [...new Set(heads.flatMap((h) => nominalConjuncts(tree, h)))].sort((a, b) => a - b);
}

function nominalConjuncts(tree: Tree, head: number): number[] {
  return conjuncts(tree, head).filter((c) => c === head || !isVerbal(tree, c));
}
