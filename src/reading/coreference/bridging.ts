// Bridging: "the deal", "the ships", "the attack" take up what was told before, and with it the parties of the sentence that
// told it. Which nouns take up what is data (knowledge/reading/bridging.yaml).
import { join } from "node:path";
import { z } from "zod";
import { readKnowledge } from "../../yaml.ts";
import type { Word } from "../../language/index.ts";
import { ancestors, baseRelation, conjuncts, dependents, phraseSpan, subtree, wordAt } from "../grammar/index.ts";
import type { Scene, SceneSentence } from "../scene/index.ts";
import { distinct, partyKey, referenceOf, type PartyReference } from "./party.ts";
import type { Nominals } from "./nominals.ts";
import type { Resolver } from "./resolve.ts";

const words = z.array(z.string().min(1));
const sortSchema = z.strictObject({
  name: z.string(),
  nouns: words,
  told: words,
  parties: z.enum(["all", "subject"]),
  least: z.number().int().positive(),
  reach: z.number().int().positive(),
  plural: z.boolean().optional(),
});

/** A sort of thing that is told once and then taken up by its noun. */
export type Sort = z.infer<typeof sortSchema>;

/** Reads `bridging.yaml` from a folder. Throws `PACTA_KNOWLEDGE_INVALID` where it breaks its schema. */
export function loadBridging(folder: string): readonly Sort[] {
  return readKnowledge(join(folder, "bridging.yaml"), z.array(sortSchema));
}

/**
 * The parties behind a definite noun, from the nearest sentence before that tells such a thing and names enough of them; [] where
 * none does. Each keeps the words that named it there as its antecedent.
 */
export function bridgedParties(scene: Scene, resolver: Resolver, sorts: readonly Sort[], s: number, head: number): readonly PartyReference[] {
  const sentence = scene.sentences[s];
  const noun = sentence?.tree.words[head];
  if (sentence === undefined || noun === undefined || noun.upos !== "NOUN" || !isDefinite(sentence, head)) return [];
  const lemma = noun.lemma.toLowerCase();
  const own = ownParties(sentence, resolver, s, head);
  // "the agreement between Turkey and Libya" says itself whose it is.
  if (own.length > 1) return [];
  for (const sort of sorts.filter(({ nouns, plural }) => nouns.includes(lemma) && (plural !== true || noun.xpos === "NNS"))) {
    const found = toldBefore(scene, resolver, sort, lemma, s, own);
    if (found.length > 0) return found.map((reference) => ({ ...reference, span: phraseSpan(sentence.tree, head) }));
  }
  return [];
}

/** True for a pronoun or definite noun that may stand for a party: where it resolves to none, that is worth saying. */
export function mayRefer({ tree, partyAt }: SceneSentence, head: number, nominals: Nominals, sorts: readonly Sort[]): boolean {
  const word = tree.words[head];
  if (word === undefined || partyAt[head] !== undefined) return false;
  const [form, lemma] = [word.form.toLowerCase(), word.lemma.toLowerCase()];
  if (word.upos === "PRON") return [nominals.human, nominals.neuter, nominals.plural].some((pronouns) => pronouns.has(form));
  const known = nominals.singular.has(lemma) || nominals.groups.has(lemma) || sorts.some(({ nouns }) => nouns.includes(lemma));
  return (
    word.upos === "NOUN" && known && dependents(tree, head, "det").some((at) => /^(?:the|this|that|these|those|both)$/i.test(wordAt(tree, at).form))
  );
}

const DEFINITE = /^(?:the|this|that|these|those|such|its|their|his|her)$/i;

function isDefinite({ tree }: SceneSentence, head: number): boolean {
  return dependents(tree, head, "det", "nmod:poss").some((at) => DEFINITE.test(wordAt(tree, at).form));
}

/** Parties that the noun's own phrase names: "the deal with Chad". */
function ownParties({ tree }: SceneSentence, resolver: Resolver, s: number, head: number): readonly PartyReference[] {
  const below = dependents(tree, head, "nmod", "compound", "amod", "nmod:poss").flatMap((at) => conjuncts(tree, at));
  return below.flatMap((at) => resolver.resolveModifier(s, at)).filter(({ party }) => party.id !== undefined);
}

function toldBefore(scene: Scene, resolver: Resolver, sort: Sort, lemma: string, s: number, own: readonly PartyReference[]): PartyReference[] {
  const same = (word: Word): boolean => word.lemma.toLowerCase() === lemma;
  const alike = (word: Word): boolean => sort.nouns.includes(word.lemma.toLowerCase()) || sort.told.includes(word.lemma.toLowerCase());
  // A thing is first sought by its own noun, then by any word that tells its sort; steps are told by any sentence.
  const tests = sort.told.length === 0 ? [() => true] : [same, alike];
  for (const test of tests) {
    for (let at = s - 1; at >= Math.max(0, s - sort.reach); at--) {
      const trigger = scene.sentences[at]?.tree.words.find((word) => (word.upos === "NOUN" || word.upos === "VERB") && test(word));
      const parties = trigger === undefined ? [] : partiesTold(scene, resolver, sort, at, trigger);
      const keys = new Set(parties.map(({ party }) => partyKey(party)));
      if (keys.size >= sort.least && own.every(({ party }) => keys.has(partyKey(party)))) return parties;
    }
  }
  return [];
}

/** The parties with an id that a sentence names or takes up, without who only speaks of what it tells. */
function partiesTold(scene: Scene, resolver: Resolver, sort: Sort, s: number, trigger: Word): PartyReference[] {
  const sentence = scene.sentences[s];
  if (sentence === undefined) return [];
  const found = sentence.tree.words.flatMap(({ index, upos }): PartyReference[] => {
    const mention = sentence.partyAt[index];
    const taken = ["PRON", "NOUN", "DET"].includes(upos) ? [...resolver.resolve(s, index)] : [];
    const named = mention && { ...referenceOf(mention), antecedent: { start: mention.start, end: mention.end } };
    const here = named === undefined ? taken : [named];
    if (here.length === 0 || mention?.form === "capital" || speaksOf(sentence, index, trigger.index)) return [];
    return sort.parties === "all" || isSubject(sentence, index) ? here : [];
  });
  return distinct(found.filter(({ party }) => party.id !== undefined));
}

/** The subject of a clause of saying, where the thing is told inside what is said. */
function speaksOf({ tree }: SceneSentence, index: number, trigger: number): boolean {
  const top = [index, ...ancestors(tree, index)].find((at) => baseRelation(wordAt(tree, at).relation) === "nsubj");
  if (top === undefined) return false;
  const verb = wordAt(tree, top).head;
  return dependents(tree, verb, "ccomp", "parataxis").some((at) => subtree(tree, at).includes(trigger));
}

function isSubject({ tree }: SceneSentence, index: number): boolean {
  const path = [index, ...ancestors(tree, index)];
  const clause = path.findIndex((at) => ["VERB", "AUX"].includes(wordAt(tree, at).upos));
  const inside = clause < 0 ? path : path.slice(0, clause);
  return inside.some((at) => ["nsubj", "obl:agent", "nmod:poss"].includes(wordAt(tree, at).relation));
}
