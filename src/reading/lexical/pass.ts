// The lexical pass: which sentences are worth the model's time. A sentence that can hold a claim has a word of some act
// and a party in reach; the sentences right before one that leans on them ("it", "the two countries") go through as well.
import type { Document } from "../../document/index.ts";
import type { RawSentence } from "../../language/index.ts";
import type { ActLexicon } from "../act/index.ts";
import { formsOf } from "./inflect.ts";

/** What the pass looks words up in. */
export interface PassKnowledge {
  readonly triggers: ReadonlySet<string>;
  readonly hasParty: (sentence: RawSentence) => boolean;
  /** Words that lean on what was said before. */
  readonly anaphors: ReadonlySet<string>;
}

/** How many sentences back a party is in reach. */
const REACH = 3;

/** Every written form of every trigger of every act. */
export function triggerForms(acts: ActLexicon): Set<string> {
  const lemmas = [...acts.verbs.keys(), ...acts.nouns.keys(), ...acts.adjectives.keys()];
  return new Set(lemmas.flatMap(formsOf));
}

/** The sentences of a document that are to be analysed. */
export function passing(sentences: readonly RawSentence[], document: Document, knowledge: PassKnowledge): ReadonlySet<RawSentence> {
  const facts = sentences.map((sentence) => factsOf(sentence, knowledge));
  const kept = new Set<RawSentence>();
  for (const [i, fact] of facts.entries()) {
    if (!fact.trigger || !inReach(facts, i, document)) continue;
    for (let at = i; at >= Math.max(0, i - REACH); at--) {
      const sentence = sentences[at];
      if (sentence && (at === i || fact.leans || !fact.party)) kept.add(sentence);
      if (at < i && facts[at]?.party && !facts[at]?.leans) break;
    }
  }
  return kept;
}

interface Facts {
  readonly trigger: boolean;
  readonly party: boolean;
  readonly leans: boolean;
}

function factsOf(sentence: RawSentence, knowledge: PassKnowledge): Facts {
  const forms = sentence.words.map((w) => w.form.toLowerCase());
  return {
    trigger: forms.some((f) => knowledge.triggers.has(f)),
    party: knowledge.hasParty(sentence),
    leans: forms.some((f) => knowledge.anaphors.has(f)),
  };
}

function inReach(facts: readonly Facts[], i: number, document: Document): boolean {
  for (let at = i; at >= Math.max(0, i - REACH); at--) if (facts[at]?.party) return true;
  return document.heading !== undefined && i < REACH;
}
