// Which parties a word stands for: its own mention, the parties of the noun it heads ("officials from Iran"),
// or, for pronouns and "the two countries", parties mentioned before. What cannot be told resolves to nothing.
import { overlaps, type Span } from "../../document/index.ts";
import type { PartyMention } from "../annotation.ts";
import { ancestors, baseRelation, caseOf, conjuncts, dependents, phraseSpan, subtree, wordAt, type Tree } from "../grammar/index.ts";
import type { Scene, SceneSentence } from "../scene/index.ts";
import { earlierSubject, ownSubject, pronounClass, suits, type Asked } from "./antecedent.ts";
import { genderTeller } from "./gender.ts";
import { distinct, referenceOf, type PartyReference } from "./party.ts";
import type { Nominals } from "./nominals.ts";
import { quotedPlaces } from "./quoted.ts";

/** Resolves heads of phrases to parties; `resolve(s, head)` gives them in text order, [] where nothing can be told. */
export interface Resolver {
  readonly resolve: (sentence: number, head: number) => readonly PartyReference[];
  /** The same for a modifier, where a demonym counts: "US sanctions". */
  readonly resolveModifier: (sentence: number, head: number) => readonly PartyReference[];
  /** Lemmas of the nouns that a pronoun for a thing ("it", "this") may stand for, nearest first. */
  readonly nounsFor: (sentence: number, head: number) => readonly string[];
}

/** A resolver over one document. */
export function resolverOf(scene: Scene, nominals: Nominals): Resolver {
  const cache = new Map<number, readonly PartyReference[]>();
  const told = { tell: genderTeller(scene, nominals.genders), isQuoted: quotedPlaces(scene.text) };
  const resolve = (s: number, head: number): readonly PartyReference[] => {
    const key = s * 4096 + head;
    const known = cache.get(key);
    if (known) return known;
    cache.set(key, []); // a phrase that leads back to itself resolves to nothing
    const found = resolveHead(scene, nominals, resolve, told, s, head);
    cache.set(key, found);
    return found;
  };
  return { resolve, resolveModifier: (s, head) => partiesOfModifier(scene, resolve, s, head), nounsFor: (s, head) => nounsBefore(scene, s, head) };
}

type Resolve = Resolver["resolve"];
/** What is told once for a document: genders of its people, and what is quoted. */
type Told = Pick<Asked, "tell" | "isQuoted">;

function resolveHead(scene: Scene, nominals: Nominals, resolve: Resolve, told: Told, s: number, head: number): readonly PartyReference[] {
  const sentence = scene.sentences[s];
  const word = sentence?.tree.words[head];
  if (!sentence || !word) return [];
  const mention = properMention(sentence, head);
  if (mention && (mention.form !== "demonym" || isWholeMention(sentence, head)))
    return distinct([...besideMention(scene, resolve, s, head, mention), referenceOf(mention)]);
  const lemma = word.lemma.toLowerCase();
  if (word.upos === "PRON" || word.xpos === "PRP$") return withSpan(pronoun({ scene, nominals, resolve, ...told }, s, head), word);
  if (word.upos === "DET" || word.upos === "NUM") return nominals.pairs.has(lemma) ? withSpan(pairBefore(scene, s, word.start), word) : [];
  const named = namesBeside(sentence.tree, head, nominals).flatMap((name) => resolve(s, name));
  if (named.length > 0) return distinct(named);
  const owned = partiesOfNoun(scene, nominals, resolve, s, head, lemma);
  if (owned.length > 0) return owned;
  const anaphor = definiteNominal(scene, nominals, s, head, lemma);
  if (anaphor.length > 0) return withSpan(anaphor, phraseSpan(sentence.tree, head));
  const apposed = apposedNames(sentence.tree, head).flatMap((c) => resolve(s, c));
  if (apposed.length > 0) return distinct(apposed);
  return namedHead(scene.text, sentence, head);
}

/** "Chadian and Togolese officials": the mention takes the nearer adjective alone; the others are as much whose officials they are. */
function besideMention(scene: Scene, resolve: Resolve, s: number, head: number, mention: PartyMention): PartyReference[] {
  const tree = scene.sentences[s]?.tree;
  if (!tree) return [];
  const outside = dependents(tree, head, "compound", "amod").filter((c) => wordAt(tree, c).end <= mention.start);
  const joined = outside.filter((c) => conjuncts(tree, c).some((other) => other !== c && wordAt(tree, other).start >= mention.start));
  return joined.flatMap((c) => partiesOfModifier(scene, resolve, s, c)).filter((r) => r.kind === "state" || r.kind === "organisation");
}

/** The mention over a word; a common noun that only the model took for a name ("Ministers", "Police") is none. */
function properMention(sentence: SceneSentence, head: number): PartyMention | undefined {
  const mention = sentence.partyAt[head];
  const word = wordAt(sentence.tree, head);
  const alone = mention !== undefined && mention.id === undefined && mention.start === word.start && mention.end === word.end;
  return alone && /^NNS?$/.test(word.xpos) ? undefined : mention;
}

function isWholeMention(sentence: SceneSentence, head: number): boolean {
  const word = wordAt(sentence.tree, head);
  return word.xpos === "NNPS" || (word.upos === "PROPN" && !["amod", "compound", "nmod:desc"].includes(word.relation));
}

/** "officials from Iran", "Russian troops", "the leaders of India and China": the parties behind a noun that acts for one. */
function partiesOfNoun(scene: Scene, nominals: Nominals, resolve: Resolve, s: number, head: number, lemma: string): PartyReference[] {
  const tree = scene.sentences[s]?.tree;
  if (!tree || !nominals.agents.has(lemma)) return [];
  const owners = dependents(tree, head, "nmod", "compound", "amod").filter((c) => {
    return wordAt(tree, c).relation !== "nmod" || ["of", "from", "for"].includes(caseOf(tree, c) ?? "");
  });
  const span = phraseSpan(tree, head);
  const found = owners.flatMap((c) => conjuncts(tree, c)).flatMap((c) => partiesOfModifier(scene, resolve, s, c));
  return distinct(found).map((r) => acting(r, scene.text, span));
}

/** "the oil producers Ghana and Gabon", "signed by three nations - Togo, Benin and Mali": whom a plural noun without a party of its own names. */
function apposedNames(tree: Tree, head: number): number[] {
  if (wordAt(tree, head).xpos !== "NNS") return [];
  const names = dependents(tree, head, "appos").filter((c) => wordAt(tree, c).upos === "PROPN");
  return names.flatMap((c) => conjuncts(tree, c));
}

/** "the chip maker Intel", "the rivals Fatah and Hamas": names right behind a common noun, without a comma, are what it stands for. */
function namesBeside(tree: Tree, head: number, { craft }: Nominals): readonly number[] {
  const word = wordAt(tree, head);
  const name = word.upos === "NOUN" && !craft.has(word.lemma.toLowerCase()) ? dependents(tree, head, "appos", "flat")[0] : undefined;
  if (name === undefined || name < head || wordAt(tree, name).upos !== "PROPN") return [];
  return tree.words.slice(head + 1, name).every((w) => w.upos === "PROPN") ? conjuncts(tree, name) : [];
}

/** The body or people that act stay beside the party: "Russian officials" gives RUS via "Russian officials". */
function acting(reference: PartyReference, text: string, span: Span): PartyReference {
  return { party: { ...reference.party, via: text.slice(span.start, span.end) }, span, kind: reference.kind, human: false, demonym: false };
}

/** The parties of a modifier, demonyms among them. */
function partiesOfModifier(scene: Scene, resolve: Resolve, s: number, index: number): readonly PartyReference[] {
  const mention = scene.sentences[s]?.partyAt[index];
  return mention ? [referenceOf(mention)] : resolve(s, index);
}

/** "the two countries", "both sides", "the ministry", "the company". */
function definiteNominal(scene: Scene, nominals: Nominals, s: number, head: number, lemma: string): readonly PartyReference[] {
  const tree = scene.sentences[s]?.tree;
  if (!tree) return [];
  const word = wordAt(tree, head);
  const determiners = dependents(tree, head, "det", "nummod", "amod", "det:predet", "nmod:poss").map((d) => wordAt(tree, d).form.toLowerCase());
  if (nominals.groups.has(lemma) && word.xpos === "NNS" && determiners.some((d) => nominals.pairs.has(d)))
    return pairBefore(scene, s, word.start, nominals.singular.get(lemma) ?? ["state"]);
  if (!determiners.some((d) => d === "the" || d === "that" || d === "this")) return [];
  if (nominals.sides.has(lemma) && word.xpos === "NNS") return pairBefore(scene, s, word.start);
  // "The authorities" are one party; "the ministries" are not.
  const kinds = nominals.singular.get(word.xpos === "NNS" ? word.form.toLowerCase() : lemma);
  if (kinds === undefined) return [];
  const fits = (seen: Seen): boolean => kinds.includes(seen.kind);
  const others = ownersBesides(scene, s, head);
  const other = others === undefined ? undefined : before(scene, s, word.start, 0).find((seen) => fits(seen) && others(seen));
  return other === undefined ? lastBefore(scene, s, word.start, fits) : [other.reference];
}

/** "Norway expels Turkey over the country's purchase": what is the subject's is "its". Undefined where the noun owns nothing in a clause of a subject. */
function ownersBesides(scene: Scene, s: number, head: number): ((seen: Seen) => boolean) | undefined {
  const tree = scene.sentences[s]?.tree;
  if (!tree || wordAt(tree, head).relation !== "nmod:poss") return undefined;
  const verb = ancestors(tree, head).find((a) => a !== head && dependents(tree, a, "nsubj").length > 0);
  const subjects =
    verb === undefined
      ? []
      : dependents(tree, verb, "nsubj")
          .flatMap((c) => subtree(tree, c))
          .map((w) => wordAt(tree, w));
  return subjects.length === 0 ? undefined : ({ reference: { span } }) => !subjects.some((w) => overlaps(w, span));
}

function pronoun(around: Omit<Asked, "is" | "form" | "at">, s: number, head: number): readonly PartyReference[] {
  const { scene, nominals, resolve } = around;
  const tree = scene.sentences[s]?.tree;
  if (!tree) return [];
  const word = wordAt(tree, head);
  const form = word.form.toLowerCase();
  const is = pronounClass(form, nominals);
  if (is === undefined) return form === "both" ? pairBefore(scene, s, word.start) : [];
  const asked: Asked = { ...around, is, form, at: word.start };
  const matrix = matrixSubject(tree, head);
  const speakers = matrix === undefined ? [] : conjuncts(tree, matrix).flatMap((c) => resolve(s, c));
  const fits = speakers.filter((party) => is === "plural" || suits(asked, party));
  if (fits.length > 0) return fits;
  return isExpletive(tree, head) ? [] : antecedent(asked, s, head);
}

/** Subjects of its own sentence, then those of sentences before, then whatever was named last. */
function antecedent(asked: Asked, s: number, head: number): readonly PartyReference[] {
  const { scene, is, at: start } = asked;
  const fits = ({ reference }: Seen): boolean => suits(asked, reference);
  const own = ownSubject(asked, s, head);
  if (own !== undefined) return own;
  // "According to Chad, four jets entered its airspace": an owner is sooner named here than the subject of another sentence.
  const owns = is === "neuter" && scene.sentences[s]?.tree.words[head]?.relation === "nmod:poss";
  const here = owns ? before(scene, s, start, 0).find((seen) => !seen.reference.demonym && fits(seen)) : undefined;
  const found = here === undefined ? earlierSubject(asked, s) : [here.reference];
  if (found !== undefined) return found;
  return is === "plural" ? pairBefore(scene, s, start, ["state"], PRONOUN_REACH) : lastBefore(scene, s, start, fits);
}

/** "It is clear that", "it is said that"; but not in "it is to sell", which parsers take for the same. */
function isExpletive(tree: Tree, head: number): boolean {
  const word = wordAt(tree, head);
  const governor = tree.words[word.head];
  return baseRelation(word.relation) === "expl" && (governor?.upos !== "VERB" || governor.xpos === "VBN");
}

/** "The United States announced that they will": the subject of the clause that governs the pronoun's own. */
function matrixSubject(tree: Tree, pronoun: number): number | undefined {
  return subjectOfMain(tree, pronoun) ?? subjectOfMatrix(tree, pronoun);
}

/** "Hit by the sanctions that followed it, Belarus turned": a pronoun in a clause set before the main one. */
function subjectOfMain(tree: Tree, pronoun: number): number | undefined {
  const clause = ancestors(tree, pronoun).find((a) => wordAt(tree, a).relation === "advcl");
  if (clause === undefined) return undefined;
  const main = wordAt(tree, clause).head;
  const subject = dependents(tree, main, "nsubj")[0];
  const own = wordAt(tree, pronoun).head;
  const namedBefore = tree.words.slice(0, pronoun).some((w) => w.upos === "PROPN" && w.relation === "nsubj" && w.head !== own);
  return subject !== undefined && subject > pronoun && !namedBefore && wordAt(tree, subject).upos === "PROPN" ? subject : undefined;
}

function subjectOfMatrix(tree: Tree, pronoun: number): number | undefined {
  const word = wordAt(tree, pronoun);
  if (baseRelation(word.relation) !== "nsubj" || word.head < 0) return undefined;
  const clause = wordAt(tree, word.head);
  if (!["ccomp", "advcl"].includes(clause.relation) || clause.head < 0) return undefined;
  return dependents(tree, clause.head, "nsubj").find((c) => c < pronoun && wordAt(tree, c).upos !== "PRON");
}

/** Nouns of this sentence before the pronoun and of the two sentences before. */
function nounsBefore(scene: Scene, s: number, head: number): string[] {
  const pronoun = scene.sentences[s]?.tree.words[head];
  if (!pronoun || !/^(?:it|this|that)$/i.test(pronoun.form)) return [];
  const found: string[] = [];
  for (let at = s; at >= Math.max(0, s - 2); at--) {
    const words = scene.sentences[at]?.tree.words.filter((w) => w.upos === "NOUN" && (at < s || w.index < head)) ?? [];
    found.push(...words.map((w) => w.lemma.toLowerCase()).reverse());
  }
  return found;
}

interface Seen {
  readonly reference: PartyReference;
  readonly kind: string;
  readonly subject: boolean;
  readonly sentence: number;
}

/** Mentions before a place, nearest sentence first; within a sentence subjects first, then the earliest. */
function before(scene: Scene, s: number, start: number, reach: number): Seen[] {
  const found: Seen[] = [];
  for (let at = s; at >= Math.max(0, s - reach); at--) {
    const sentence = scene.sentences[at];
    const seen = (sentence?.parties ?? [])
      .filter((m) => m.end <= start || at < s)
      .map((m) => ({ reference: referenceOf(m), kind: m.kind, subject: isSubject(sentence, m.start), sentence: at }));
    found.push(...seen.filter((x) => x.subject), ...seen.filter((x) => !x.subject));
  }
  return found;
}

function isSubject(sentence: SceneSentence | undefined, start: number): boolean {
  const word = sentence?.tree.words.find((w) => w.start >= start);
  if (!sentence || !word) return false;
  const head = conjunctHead(sentence.tree, word.index);
  return baseRelation(wordAt(sentence.tree, head).relation) === "nsubj";
}

function conjunctHead(tree: Tree, index: number): number {
  let at = index;
  while (["conj", "compound", "amod", "flat", "nmod:desc", "det"].includes(wordAt(tree, at).relation) && wordAt(tree, at).head >= 0)
    at = wordAt(tree, at).head;
  return at;
}

function lastBefore(scene: Scene, s: number, start: number, fits: (seen: Seen) => boolean): readonly PartyReference[] {
  const hit = before(scene, s, start, 3).find((x) => !x.reference.demonym && fits(x)) ?? before(scene, s, start, 3).find(fits);
  return hit ? [hit.reference] : [];
}

/** How far back, in sentences, "the two countries" may look. */
const PAIR_REACH = 6;
/** And "they", which may stand for anything else. */
const PRONOUN_REACH = 2;

/** "The two countries": the two states named nearest before; of more, the two that the text has spoken of most; else those of the heading. */
function pairBefore(scene: Scene, s: number, start: number, kinds: readonly string[] = ["state"], far = PAIR_REACH): readonly PartyReference[] {
  for (const wanted of [kinds, ["state", "organisation", "company", "group"]]) {
    for (let reach = 0; reach <= far; reach++) {
      const parties = distinct(
        before(scene, s, start, reach)
          .filter((x) => wanted.includes(x.kind))
          .map((x) => x.reference),
      );
      if (parties.length >= 2) return mostSpokenOf(scene, s, parties).sort((a, b) => a.span.start - b.span.start);
    }
  }
  const heading = distinct(scene.heading.map(referenceOf));
  return heading.length === 2 ? heading : [];
}

function mostSpokenOf(scene: Scene, s: number, parties: readonly PartyReference[]): PartyReference[] {
  if (parties.length === 2) return [...parties];
  const counts = new Map<string, number>();
  for (const sentence of scene.sentences.slice(0, s + 1)) {
    for (const m of sentence.parties) counts.set(m.id ?? m.name, (counts.get(m.id ?? m.name) ?? 0) + 1);
  }
  const countOf = (r: PartyReference): number => counts.get(r.party.id ?? r.party.name) ?? 0;
  return [...parties].sort((a, b) => countOf(b) - countOf(a)).slice(0, 2);
}

function withSpan(references: readonly PartyReference[], span: { readonly start: number; readonly end: number }): PartyReference[] {
  return references.map((r) => ({ ...r, span: { start: span.start, end: span.end }, antecedent: r.antecedent ?? r.span }));
}

/** A name that no list knows, as the model sees it. */
function namedHead(text: string, sentence: SceneSentence, head: number): PartyReference[] {
  const word = wordAt(sentence.tree, head);
  const common = /^NNS?$/.test(word.xpos);
  const name = sentence.tree.sentence.names.find((n) => (n.type === "ORG" || n.type === "PER") && n.start <= word.start && word.end <= n.end);
  if (!name || (common && name.start === word.start && name.end === word.end)) return [];
  const span = { start: name.start, end: name.end };
  return [
    {
      party: { name: text.slice(span.start, span.end) },
      span,
      kind: name.type === "PER" ? "person" : "company",
      human: name.type === "PER",
      demonym: false,
    },
  ];
}
