// What training/splitter.py learns from: the places of a text where the weights have a say, each with whether a sentence ends there.
import type { Block } from "../document/index.ts";
import { placesOf } from "./boundary.ts";
import { cutWords } from "./cut.ts";
import { isOpen, traitsOf } from "./learned.ts";
import type { Lexicon } from "./lexicon.ts";

/** One place; `ends` is true where a sentence ends. */
export interface BoundaryRow {
  readonly ends: boolean;
  readonly traits: readonly string[];
}

/** The open places of a text, in its order. `ends` are the offsets at which its sentences end; without them none ends at an open place. */
export function* boundaryRows(text: string, blocks: readonly Block[], lexicon: Lexicon, ends?: ReadonlySet<number>): Generator<BoundaryRow> {
  for (const { start, end, kind } of blocks) {
    const inner = text.slice(start, end);
    const words = cutWords(inner, start, lexicon, Infinity);
    for (const place of placesOf({ text: inner, offset: start, kind, words }, lexicon)) {
      if (isOpen(place)) yield { ends: ends?.has(words[place.at]?.end ?? -1) === true, traits: traitsOf(place) };
    }
  }
}
