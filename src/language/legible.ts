// What is no text for a reader: bytes that were decoded as characters, letters buried in marks, stretches without a blank.
// A sentence is judged whole, because reading on around a hole can turn what it says into its contrary.
import type { Span } from "../document/index.ts";
import type { Unanalysed } from "./sentence.ts";

/** A stretch without a blank is read up to so many code units: addresses are that long, and no word is. */
export const LONGEST_STRETCH = 4096;

/** So many noise characters, and one in so many, make a sentence no text; broken quotation marks alone do not. */
const FEWEST = 8;
const ONE_IN = 8;
const SAMPLE = 65_536;

/**
 * Controls, halves of surrogate pairs, private and replacement characters, invisible ones, and every mark behind four others on a letter.
 * Joiners and tags are no noise: emoji, Persian and the scripts of India are written with them.
 */
const NOISE =
  /[^\P{Cc}\t\n\v\f\r]|[\p{Cs}\p{Co}\p{Noncharacter_Code_Point}\uFFFD\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF]|\p{M}(?<=\p{M}{5})/gu;

/** True where a text has any noise at all, which few have: then its sentences need not be looked at one by one. */
export function hasNoise(text: string): boolean {
  return text.search(NOISE) >= 0;
}

/** True where a sentence is in good part noise. A stretch without end is judged by its beginning. */
export function isNoise(sentence: string): boolean {
  const judged = sentence.slice(0, SAMPLE);
  let count = 0;
  for (const _ of judged.matchAll(NOISE)) count += 1;
  return count >= FEWEST && count * ONE_IN >= judged.length;
}

/** Adds a part behind the others; one that follows on another of the same reason, with nothing analysed from `since` on, makes it longer. */
export function addPart(parts: Unanalysed[], span: Span, reason: Unanalysed["reason"], since: number): void {
  const last = parts.at(-1);
  if (last !== undefined && last.reason === reason && last.start >= since) parts.splice(-1, 1, { ...last, end: span.end });
  else parts.push({ start: span.start, end: span.end, reason });
}
