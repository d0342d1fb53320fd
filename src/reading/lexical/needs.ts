// What a sentence must hold for an act to be told in it: a form of some frame's trigger, and a form of each word that the frame
// asks for. Roles, parties and items need the model; words do not.
import type { ActFrame, ActLexicon } from "../act/index.ts";
import { formsOf, type IrregularForms } from "./inflect.ts";

/** Sets of forms of which a sentence must hold one each. */
export type Need = readonly ReadonlySet<string>[];

/** By a trigger's written form, what else its frames need; an act can be told where one of them is met. */
export type ActNeeds = ReadonlyMap<string, readonly Need[]>;

/** Indexes the needs of every frame of every act. */
export function needsOf(acts: ActLexicon, irregular: IrregularForms): ActNeeds {
  const byFrame = new Map<ActFrame, Need>();
  const needs = new Map<string, Need[]>();
  for (const [lemma, frames] of [...acts.verbs, ...acts.nouns, ...acts.adjectives]) {
    for (const frame of frames) {
      const need = byFrame.get(frame) ?? needOf(frame, acts, irregular);
      byFrame.set(frame, need);
      for (const form of new Set(formsOf(lemma, irregular))) needs.set(form, [...(needs.get(form) ?? []), need]);
    }
  }
  return needs;
}

function needOf(frame: ActFrame, acts: ActLexicon, irregular: IrregularForms): Need {
  const words = Object.values(frame.where).flatMap((constraint) => {
    if (typeof constraint !== "string") return [constraint];
    const named = constraint.startsWith("@") ? acts.classes.get(constraint.slice(1)) : undefined;
    return named === undefined ? [] : [[...named]];
  });
  const asked = words.map((lemmas) => new Set(lemmas.flatMap((lemma) => formsOf(lemma.toLowerCase(), irregular))));
  return frame.particle === undefined ? asked : [...asked, new Set(frame.particle)];
}

/** True where some frame of some act finds its words among these forms (lower case). */
export function canTellAct(forms: ReadonlySet<string>, needs: ActNeeds): boolean {
  for (const form of forms) {
    if (needs.get(form)?.some((need) => need.every((words) => !words.isDisjointFrom(forms)))) return true;
  }
  return false;
}
