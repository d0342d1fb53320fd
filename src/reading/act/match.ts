// Finds, for each word of a sentence, the frame that fits it best, and the parties in the frame's roles.
import { overlaps } from "../../document/index.ts";
import { distinct, partyKey, type PartyReference, type Resolver } from "../coreference/index.ts";
import { dependents, isVerbal, phraseSpan, spanOf, subtree, wordAt, type Roles, type Tree } from "../grammar/index.ts";
import type { Act } from "../claim.ts";
import type { SceneSentence } from "../scene/index.ts";
import type { Constraint } from "./frame.ts";
import type { ActFrame, ActLexicon } from "./load.ts";
import { endsInModifier, endsInSubject, headsAt } from "./path.ts";

/** A frame that fits at a word, with the parties that its roles gave. */
export interface Match {
  readonly frame: ActFrame;
  readonly sentence: number;
  readonly trigger: number;
  readonly actors: readonly PartyReference[];
  readonly targets: readonly PartyReference[];
  /** The text names who acts, and it is no party ("protesters called on ..."). */
  readonly otherActor: boolean;
  /** Head of the clause or phrase that tells the act. */
  readonly clause: number;
  /** Heads of the object phrase. */
  readonly objects: readonly number[];
  /** Heads of the terms. */
  readonly terms: readonly number[];
}

/** What matching needs beside the sentence. */
export interface MatchContext {
  readonly lexicon: ActLexicon;
  readonly resolver: Resolver;
}

/** The best frame for each trigger of a sentence, in text order. */
export function matchesOf(sentence: SceneSentence, s: number, context: MatchContext): Match[] {
  const cache = new Map<number, Roles>();
  return sentence.tree.words.flatMap((word) => {
    if (isPartOfName(sentence, word.index)) return [];
    const frames = framesFor(sentence.tree, word.index, context.lexicon).filter((f) => fits(sentence, s, word.index, f, context, cache));
    const ranked = frames.sort((a, b) => specificity(b) - specificity(a) || a.order - b.order);
    return bestOf(ranked.values().map((frame) => matchAt(sentence, s, word.index, frame, context, cache)));
  });
}

/** The first that fits, unless it falls short of the parties that its frame asks for and a later one does not. */
function bestOf(ranked: IteratorObject<Match>): Match[] {
  const next = ranked.next();
  if (next.done === true) return [];
  const first = next.value;
  const isFull = (match: Match): boolean => hasItsParties(match.frame, match);
  return [first.frame.parties === 1 || isFull(first) ? first : (ranked.find(isFull) ?? first)];
}

/** As many parties as the frame asks for: what falls short of them is no such act, and takes nothing up. */
export function hasItsParties({ parties }: ActFrame, { actors, targets }: Pick<Match, "actors" | "targets">): boolean {
  return actors.length + targets.length >= parties;
}

/** "Ban" of "Ban Ki-moon" and "Trade" of a body's name trigger nothing. */
export function isPartOfName(sentence: SceneSentence, index: number): boolean {
  const word = wordAt(sentence.tree, index);
  if (word.upos === "VERB" && word.xpos !== "NNP") return false;
  const mention = sentence.partyAt[index];
  if (mention && mention.form !== "demonym") return true;
  return sentence.tree.sentence.names.some((n) => n.type === "PER" && n.start <= word.start && word.end <= n.end);
}

/** The frames that a word triggers, by its lemma, its part of speech and the particle beside it. */
export function framesFor(tree: Tree, index: number, lexicon: ActLexicon): ActFrame[] {
  return framesOfWord(tree, index, lexicon).filter((f) => hasParticle(tree, index, f));
}

/** The frames that name a word as their trigger, whether the particle that they ask for is there or not. */
export function framesOfWord(tree: Tree, index: number, lexicon: ActLexicon): ActFrame[] {
  const word = wordAt(tree, index);
  const lemma = word.lemma.toLowerCase();
  const verbs = isVerbal(tree, index) || (word.xpos === "VBG" && word.upos === "NOUN") ? (lexicon.verbs.get(lemma) ?? []) : [];
  const nouns = word.upos === "NOUN" || word.upos === "PROPN" ? (lexicon.nouns.get(lemma) ?? []) : [];
  const adjectives = word.upos === "ADJ" || word.upos === "ADV" ? (lexicon.adjectives.get(lemma) ?? []) : [];
  return [...verbs, ...nouns, ...adjectives];
}

/** True where the frame asks for no particle, or for one that stands beside the word. */
export function hasParticle(tree: Tree, index: number, frame: ActFrame): boolean {
  if (!frame.particle) return true;
  const particles = new Set(dependents(tree, index, "compound:prt", "advmod", "case").map((c) => wordAt(tree, c).form.toLowerCase()));
  return frame.particle.some((p) => particles.has(p));
}

function specificity(frame: ActFrame): number {
  return Object.keys(frame.where).length + (frame.particle ? 1 : 0);
}

function fits(sentence: SceneSentence, s: number, trigger: number, frame: ActFrame, context: MatchContext, cache: Map<number, Roles>): boolean {
  const holds = holdsAt(sentence, s, trigger, context, cache);
  return Object.entries(frame.where).every(holds) && !Object.entries(frame.unless).some(holds);
}

/** Tells of a role path and what is asked of it whether that holds at a trigger. */
export function holdsAt(
  sentence: SceneSentence,
  s: number,
  trigger: number,
  context: MatchContext,
  cache: Map<number, Roles>,
): (asked: readonly [string, Constraint]) => boolean {
  return ([path, constraint]) => {
    const heads = headsAt(sentence.tree, trigger, path, cache);
    return constraint === "foreign"
      ? namesAnother(sentence, s, trigger, heads, context, cache)
      : satisfies(sentence, s, heads, constraint, context, path);
  };
}

/** "approved a bill on the bases of Chad": what the words are about is not only the subject's own affair. */
function namesAnother(
  sentence: SceneSentence,
  s: number,
  trigger: number,
  heads: readonly number[],
  context: MatchContext,
  cache: Map<number, Roles>,
): boolean {
  const own = partiesAt(sentence.tree, s, headsAt(sentence.tree, trigger, "subject", cache), context, "subject");
  const isOwn = new Set(own.flatMap(({ party }) => [party.id, party.state, party.name]));
  const abroad = context.lexicon.classes.get("abroad") ?? NONE;
  return heads.some((head) => {
    const words = subtree(sentence.tree, head);
    if (words.some((w) => isOneOf(sentence.tree, w, abroad))) return true;
    const span = spanOf(sentence.tree, words);
    return sentence.parties.some((m) => overlaps(m, span) && !isOwn.has(m.id ?? m.state ?? m.name));
  });
}

function satisfies(
  sentence: SceneSentence,
  s: number,
  heads: readonly number[],
  constraint: Constraint,
  context: MatchContext,
  path: string,
): boolean {
  if (constraint === "nothing") return heads.length === 0;
  if (constraint === "something") return heads.length > 0;
  if (constraint === "party" || constraint === "state" || constraint === "organisation" || constraint === "company")
    return partiesAt(sentence.tree, s, heads, context, path).some((p) => constraint === "party" || p.kind === constraint);
  if (constraint === "item" || constraint === "money") {
    const found = constraint === "item" ? sentence.items : sentence.money;
    return heads.some((h) => found.some((m) => overlaps(m, phraseSpan(sentence.tree, h))));
  }
  const words = wordsOf(constraint, context.lexicon);
  return heads.some((h) => {
    if (standsForNoun(sentence.tree, h, path)) return context.resolver.nounsFor(s, h).some((noun) => words.has(noun));
    return isOneOf(sentence.tree, h, words);
  });
}

const NONE: ReadonlySet<string> = new Set();

/** The words that a class or a list of lemmas asks for. */
export function wordsOf(constraint: Constraint, lexicon: ActLexicon): ReadonlySet<string> {
  return typeof constraint === "string" ? (lexicon.classes.get(constraint.slice(1)) ?? NONE) : new Set(constraint);
}

/** True where a word is one of these, by its lemma or as it is written. */
export function isOneOf(tree: Tree, index: number, words: ReadonlySet<string>): boolean {
  const { lemma, form } = wordAt(tree, index);
  return [lemma, form, lemma.replace(/s$/, "")].some((each) => words.has(each.toLowerCase()));
}

/** A pronoun in the subject is looked at as the noun that it stands for. */
export function standsForNoun(tree: Tree, index: number, path: string): boolean {
  return path === "subject" && wordAt(tree, index).upos === "PRON";
}

/** The parties that the heads at the end of a path stand for. */
export function partiesAt(tree: Tree, s: number, heads: readonly number[], context: MatchContext, path: string): PartyReference[] {
  const { resolve, resolveModifier } = context.resolver;
  const modifies = (h: number): boolean => endsInModifier(path) || (endsInSubject(path) && ["amod", "compound"].includes(wordAt(tree, h).relation));
  return distinct(heads.flatMap((h) => (modifies(h) ? resolveModifier(s, h) : resolve(s, h))));
}

function matchAt(sentence: SceneSentence, s: number, trigger: number, frame: ActFrame, context: MatchContext, cache: Map<number, Roles>): Match {
  const heads = (path: string | undefined): number[] => (path === undefined ? [] : headsAt(sentence.tree, trigger, path, cache));
  const along = (paths: readonly string[]): PartyReference[][] => paths.map((p) => partiesAt(sentence.tree, s, heads(p), context, p));
  const named = (): PartyReference[] => along(frame.actors).find((l) => l.length > 0) ?? [];
  const direct = frame.joint ? jointActors(along(frame.actors).flat(), () => along(frame.partners).flat()) : named();
  const actors =
    direct.length === 0 && BY_TEXT.has(frame.act) && frame.actors.includes("subject")
      ? authorsOf(along, heads, sentence.tree, context.lexicon)
      : direct;
  const acting = new Set(actors.map((a) => partyKey(a.party)));
  const others = along(frame.joint ? [] : frame.targets).map((list) => list.filter((t) => !acting.has(partyKey(t.party))));
  return {
    frame,
    sentence: s,
    trigger,
    actors,
    targets: others.find((list) => list.length > 0) ?? [],
    otherActor: !frame.unnamed && actors.length === 0 && frame.actors.includes("subject") && heads("subject").length > 0,
    clause: frame.tells === "governor" ? (heads("governor.and")[0] ?? trigger) : trigger,
    objects: heads(frame.object),
    terms: heads(frame.terms),
  };
}

/** Whose a text is that says or orders something: the phrases that name it, else who adopts, issues or signs it. */
const AUTHOR_PATHS = ["poss", "by", "of", "from", "modifier"].map((step) => `subject.${step}`);

/** Acts that are done by a text. */
const BY_TEXT: ReadonlySet<Act> = new Set(["object", "demand", "threaten", "ban", "sanction", "extend", "support"]);

/** "a resolution calling for", "a law that bans": what a text does its author does. */
function authorsOf(
  along: (paths: readonly string[]) => PartyReference[][],
  heads: (path: string) => readonly number[],
  tree: Tree,
  lexicon: ActLexicon,
): PartyReference[] {
  const texts = wordsOf("@document", lexicon);
  if (!heads("subject").some((h) => isOneOf(tree, h, texts))) return [];
  const issues = heads("subject.governor").some((h) => isOneOf(tree, h, wordsOf("@issue", lexicon)));
  return along([...AUTHOR_PATHS, ...(issues ? ["subject.governor.subject"] : [])]).find((list) => list.length > 0) ?? [];
}

function jointActors(found: readonly PartyReference[], partners: () => readonly PartyReference[]): PartyReference[] {
  const actors = distinct(found);
  const all = actors.length === 1 ? distinct([...actors, ...partners()]) : actors;
  return all.sort((a, b) => a.span.start - b.span.start);
}
