// What a pronoun of the third person stands for. Subjects come first, those of its own clauses before those of sentences before;
// a noun that fits and is no party ("the storm ... it") ends the search, since the pronoun then stands for that.
import { ancestors, baseRelation, blamedFor, conjuncts, dependents, wordAt, type Tree } from "../grammar/index.ts";
import type { Scene } from "../scene/index.ts";
import { fitsGender, genderOf, type GenderTeller } from "./gender.ts";
import type { Nominals } from "./nominals.ts";
import type { PartyReference } from "./party.ts";

/** What a pronoun asks of its antecedent. */
export type PronounClass = "human" | "neuter" | "plural";

/** The class of a pronoun of the third person, undefined for any other word. */
export function pronounClass(form: string, nominals: Nominals): PronounClass | undefined {
  if (nominals.human.has(form)) return "human";
  if (nominals.neuter.has(form)) return "neuter";
  return nominals.plural.has(form) ? "plural" : undefined;
}

/** How far back, in sentences, subjects are looked for. */
const REACH = 2;

/** A pronoun's search: what it asks for, and where. */
export interface Asked {
  readonly scene: Scene;
  readonly nominals: Nominals;
  readonly resolve: (sentence: number, head: number) => readonly PartyReference[];
  readonly is: PronounClass;
  /** The pronoun as written, which may show a gender. */
  readonly form: string;
  readonly tell: GenderTeller;
  /** Whether a place of the text is quoted. */
  readonly isQuoted: (at: number) => boolean;
  /** Where the pronoun stands. */
  readonly at: number;
}

/**
 * The parties of the first owner or subject in its own sentence that a pronoun can stand for: [] where it stands for something
 * that is no party, undefined where none fits.
 */
export function ownSubject(asked: Asked, s: number, pronoun: number): readonly PartyReference[] | undefined {
  const tree = asked.scene.sentences[s]?.tree;
  return tree && firstThatFits(asked, tree, s, subjectsBefore(tree, pronoun));
}

/** The same among the subjects of the sentences before, nearest first. */
export function earlierSubject(asked: Asked, s: number): readonly PartyReference[] | undefined {
  for (let at = s - 1; at >= Math.max(0, s - REACH); at--) {
    const tree = asked.scene.sentences[at]?.tree;
    const found = tree && firstThatFits(asked, tree, at, subjectsIn(tree));
    if (found !== undefined) return found;
  }
  return undefined;
}

function firstThatFits(asked: Asked, tree: Tree, s: number, subjects: readonly number[]): readonly PartyReference[] | undefined {
  for (const subject of subjects) {
    if (isSpeaker(asked, tree, subject)) continue;
    const found = partiesOf(asked, tree, s, subject);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Who says the words that the pronoun stands in is not whom it means: "That is why he left", Berg said. */
function isSpeaker({ isQuoted, at }: Asked, tree: Tree, subject: number): boolean {
  const word = wordAt(tree, subject);
  if (word.upos === "PRON" || word.head < 0 || !isQuoted(at) || isQuoted(word.start)) return false;
  return dependents(tree, word.head, "ccomp", "parataxis").length > 0;
}

/** Owners and subjects of the phrases and clauses around a pronoun, and whom they blame, inmost first, then other subjects before it, nearest first. */
function subjectsBefore(tree: Tree, pronoun: number): number[] {
  const own = wordAt(tree, pronoun);
  const bound = ["obj", "iobj", "obl"].includes(baseRelation(own.relation)) ? own.head : -1; // "Arex sued it" is not of Arex itself
  const around = ancestors(tree, pronoun).flatMap((a) => (a === bound ? [] : [...blamedFor(tree, a), ...dependents(tree, a, "nsubj", "nmod:poss")]));
  const excluded = new Set(bound < 0 ? [] : dependents(tree, bound, "nsubj"));
  const others = subjectsIn(tree).reverse();
  return [...new Set([...around, ...others])].filter((h) => h < pronoun && !excluded.has(h) && wordAt(tree, h).upos !== "DET");
}

function subjectsIn(tree: Tree): number[] {
  return tree.words.flatMap((w) => (baseRelation(w.relation) === "nsubj" && ["NOUN", "PROPN", "PRON"].includes(w.upos) ? [w.index] : []));
}

/** The parties of a subject that fits; [] where it fits and is none; undefined where it does not fit. */
function partiesOf(asked: Asked, tree: Tree, s: number, head: number): readonly PartyReference[] | undefined {
  const { nominals, is, resolve } = asked;
  const word = wordAt(tree, head);
  if (word.upos === "PRON") return isAlike(word.form, asked) ? resolve(s, head) : undefined;
  const joined = conjuncts(tree, head);
  const parties = joined.flatMap((c) => partiesOrName(asked, tree, s, c));
  const noun = word.upos === "NOUN" ? word.lemma.toLowerCase() : undefined;
  if (is === "plural") return joined.length > 1 || word.xpos === "NNS" ? pluralOf(parties, noun, nominals) : collective(parties);
  if (joined.length > 1 || (word.xpos === "NNS" && noun !== undefined)) return undefined;
  if (is === "neuter" && noun !== undefined && nominals.agents.has(noun) && !nominals.singular.has(noun)) return undefined; // "a Chadian drone violated its airspace"
  const fits = parties.filter((party) => suits(asked, party));
  if (fits.length > 0) return fits.slice(0, 1);
  return is === "neuter" && noun !== undefined && parties.length === 0 ? [] : undefined;
}

/** The parties of a noun or, where it has none, those of the name set beside it: "trade bloc Mercosur". */
function partiesOrName({ resolve, is }: Asked, tree: Tree, s: number, head: number): readonly PartyReference[] {
  const own = resolve(s, head);
  return own.length > 0 || is === "human" ? own : dependents(tree, head, "appos").flatMap((c) => resolve(s, c));
}

/** One party that a pronoun of one thing or person can mean. */
export function suits({ is, form, tell }: Asked, party: PartyReference): boolean {
  return party.human === (is === "human") && fitsGender(party, form, tell);
}

/** Another pronoun of the class and, of people, the gender: "she" leads to "her" and not to "him". */
function isAlike(other: string, { is, form, nominals }: Asked): boolean {
  return pronounClass(other.toLowerCase(), nominals) === is && genderOf(other) === genderOf(form);
}

/** "The companies" that nothing has been made of may still be the ones named before. */
function pluralOf(parties: readonly PartyReference[], noun: string | undefined, nominals: Nominals): readonly PartyReference[] | undefined {
  return parties.length === 0 && noun !== undefined && nominals.groups.has(noun) ? undefined : parties;
}

/** "Arex said they": a company, group or body speaks as many. */
function collective(parties: readonly PartyReference[]): readonly PartyReference[] | undefined {
  const [first] = parties;
  return first !== undefined && ["company", "group", "organisation"].includes(first.kind) ? [first] : undefined;
}
