// Where an act happened, when its clause says so: "in Tehran", "at the Kremlin".
import type { Span } from "../../document/index.ts";
import { overlaps } from "../../document/index.ts";
import { caseOf, dependents, phraseSpan, wordAt } from "../grammar/index.ts";
import type { SceneSentence } from "../scene/index.ts";

/** The span of the place phrase of the act at `trigger`; `taken` are spans that already fill a party slot. */
export function placeOf(sentence: SceneSentence, trigger: number, objects: readonly number[], taken: readonly Span[]): Span | undefined {
  const { tree } = sentence;
  for (const head of [trigger, ...objects]) {
    for (const child of dependents(tree, head, "obl", "nmod")) {
      const adposition = caseOf(tree, child);
      if (adposition !== "in" && adposition !== "at") continue;
      const span = phraseSpan(tree, child);
      if (isPlace(sentence, child) && !taken.some((t) => overlaps(t, span))) return span;
    }
  }
  return undefined;
}

function isPlace(sentence: SceneSentence, head: number): boolean {
  const word = wordAt(sentence.tree, head);
  const party = sentence.partyAt[head];
  if (party) return ["capital", "name", "seat"].includes(party.form) && (party.kind === "state" || party.kind === "substate");
  return sentence.tree.sentence.names.some((n) => n.type === "LOC" && n.start <= word.start && word.end <= n.end);
}
