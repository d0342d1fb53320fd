// Where an act happened, when its clause says so: "in Tehran", "at the Kremlin".
import type { Span } from "../../document/index.ts";
import { caseOf, phraseSpan, phrasesOf, wordAt } from "../grammar/index.ts";
import type { SceneSentence } from "../scene/index.ts";
import type { SlotCues } from "./cues.ts";

/** The span of the place phrase of the act at `trigger`. */
export function placeOf(sentence: SceneSentence, trigger: number, objects: readonly number[], act: string, cues: SlotCues): Span | undefined {
  const { tree } = sentence;
  for (const head of [trigger, ...objects]) {
    for (const child of phrasesOf(tree, head)) {
      const adposition = caseOf(tree, child) ?? "";
      const here = ["in", "at"].includes(adposition) || (adposition === "to" && cues.going.has(act));
      const place = here && isPlace(sentence, child) ? child : placeOfOccasion(sentence, child, adposition, cues);
      if (place !== undefined) return phraseSpan(tree, place);
    }
  }
  return undefined;
}

function placeOfOccasion(sentence: SceneSentence, occasion: number, adposition: string, cues: SlotCues): number | undefined {
  const { tree } = sentence;
  if (!["in", "at", "during", "on", "to"].includes(adposition) || !cues.occasions.has(wordAt(tree, occasion).lemma.toLowerCase())) return undefined;
  return phrasesOf(tree, occasion).find((c) => ["in", "at", "of"].includes(caseOf(tree, c) ?? "") && isPlace(sentence, c));
}

function isPlace(sentence: SceneSentence, head: number): boolean {
  const word = wordAt(sentence.tree, head);
  const party = sentence.partyAt[head];
  if (party) return ["capital", "name", "seat"].includes(party.form) && (party.kind === "state" || party.kind === "substate");
  return sentence.tree.sentence.names.some((n) => n.type === "LOC" && n.start <= word.start && word.end <= n.end);
}
