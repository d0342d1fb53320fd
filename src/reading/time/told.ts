// The times of a document, sentence by sentence: the tree gives each its tense and takes out years that are part of a name,
// and what came before is what "the following day" and "that year" count from, unless it only dates a thing ("the accord of 27 November").
import type { Span } from "../../document/index.ts";
import type { Analysis } from "../../language/index.ts";
import type { TimeMention } from "../annotation.ts";
import type { Norm } from "./norm.ts";
import { recogniseTimes } from "./recognise.ts";
import { isOfNoun, liesAhead } from "./tense.ts";
import { isInName } from "./title.ts";

/** The times of a document, in text order. */
export function timesOf({ document, sentences }: Analysis): TimeMention[] {
  const found: TimeMention[] = [];
  const before: Norm[] = [];
  for (const sentence of sentences) {
    const future = (time: Span) => liesAhead(time, sentence);
    const told = recogniseTimes(document.text, sentence, document.published?.day, { future, before });
    const own = told.filter((time) => !isInName(time, document.text, sentence));
    found.push(...own);
    before.push(...own.flatMap((time) => (time.norm === undefined || isOfNoun(time, sentence) ? [] : [time.norm])));
  }
  return found;
}
