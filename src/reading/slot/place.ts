// Where an act happened, when its clause says so: "in Tehran", "at the Kremlin".
import type { Span } from "../../document/index.ts";
import { caseOf, phraseSpan, phrasesOf, wordAt } from "../grammar/index.ts";
import type { SceneSentence } from "../scene/index.ts";

/** Acts whose doers go somewhere: where they go is where it happens. */
const GOING = new Set(["meet"]);
/** What an act may happen at, whose place is then its own: "signed at a ceremony in Oslo". */
const OCCASION =
  /^(?:summit|meeting|conference|ceremony|talk|forum|session|visit|congress|exhibition|fair|camp|base|embassy|court|resort|city|town|port|village|capital|island|province|region|headquarters|palace|hotel)$/i;

/** The span of the place phrase of the act at `trigger`. */
export function placeOf(sentence: SceneSentence, trigger: number, objects: readonly number[], act: string): Span | undefined {
  const { tree } = sentence;
  for (const head of [trigger, ...objects]) {
    for (const child of phrasesOf(tree, head)) {
      const adposition = caseOf(tree, child) ?? "";
      const here = ["in", "at"].includes(adposition) || (adposition === "to" && GOING.has(act));
      const place = here && isPlace(sentence, child) ? child : placeOfOccasion(sentence, child, adposition);
      if (place !== undefined) return phraseSpan(tree, place);
    }
  }
  return undefined;
}

function placeOfOccasion(sentence: SceneSentence, occasion: number, adposition: string): number | undefined {
  const { tree } = sentence;
  if (!["in", "at", "during", "on", "to"].includes(adposition) || !OCCASION.test(wordAt(tree, occasion).lemma)) return undefined;
  return phrasesOf(tree, occasion).find((c) => ["in", "at", "of"].includes(caseOf(tree, c) ?? "") && isPlace(sentence, c));
}

function isPlace(sentence: SceneSentence, head: number): boolean {
  const word = wordAt(sentence.tree, head);
  const party = sentence.partyAt[head];
  if (party) return ["capital", "name", "seat"].includes(party.form) && (party.kind === "state" || party.kind === "substate");
  return sentence.tree.sentence.names.some((n) => n.type === "LOC" && n.start <= word.start && word.end <= n.end);
}
