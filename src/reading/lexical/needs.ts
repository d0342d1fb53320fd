// What a sentence must hold for an act to be told in it: a form of some frame's trigger, a form of each word that the frame
// asks for, and a sum where it asks for one. Roles, parties and items need the model; words and sums do not.
import { wordsOfPath, type ActFrame, type ActLexicon } from "../act/index.ts";
import { formsOf, type IrregularForms, type LemmaKind } from "./inflect.ts";

/** Sets of forms of which a sentence must hold one each, and whether it must hold a sum of money. */
export interface Need {
  readonly words: readonly ReadonlySet<string>[];
  readonly money: boolean;
}

/** By a trigger's written form, what else its frames need; an act can be told where one of them is met. */
export type ActNeeds = ReadonlyMap<string, readonly Need[]>;

/** Indexes the needs of every frame of every act. */
export function needsOf(acts: ActLexicon, irregular: IrregularForms): ActNeeds {
  const byFrame = new Map<ActFrame, Need>();
  const needs = new Map<string, Need[]>();
  const add = (kind: LemmaKind, index: ActLexicon["verbs"]): void => {
    for (const [lemma, frames] of index) {
      for (const frame of frames) {
        const need = byFrame.get(frame) ?? needOf(frame, acts, irregular);
        byFrame.set(frame, need);
        for (const form of new Set(formsOf(lemma, kind, irregular))) needs.set(form, [...(needs.get(form) ?? []), need]);
      }
    }
  };
  add("verb", acts.verbs);
  add("noun", acts.nouns);
  add("adjective", acts.adjectives);
  return needs;
}

function needOf(frame: ActFrame, acts: ActLexicon, irregular: IrregularForms): Need {
  const words = Object.values(frame.where).flatMap((constraint) => {
    if (typeof constraint !== "string") return [constraint];
    const named = constraint.startsWith("@") ? acts.classes.get(constraint.slice(1)) : undefined;
    return named === undefined ? [] : [[...named]];
  });
  const asked = words.map((lemmas) => new Set(lemmas.flatMap((lemma) => formsOf(lemma.toLowerCase(), "any", irregular))));
  const passed = Object.entries(frame.where).flatMap(([path, constraint]) => (constraint === "nothing" ? [] : wordsOfPath(path)));
  const particle = frame.particle === undefined ? [] : [new Set(frame.particle)];
  return {
    words: [...asked, ...passed.map((word) => new Set([word])), ...particle],
    money: Object.values(frame.where).includes("money"),
  };
}

/** True where some frame of some act finds its words among these forms (lower case); `holdsSum` is asked only where a frame wants a sum. */
export function canTellAct(forms: ReadonlySet<string>, needs: ActNeeds, holdsSum: () => boolean): boolean {
  const meets = ({ words, money }: Need): boolean => words.every((each) => !each.isDisjointFrom(forms)) && (!money || holdsSum());
  for (const form of forms) if (needs.get(form)?.some(meets)) return true;
  return false;
}
