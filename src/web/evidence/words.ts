// The words of a text, one by one, for whoever chooses them by keys; and the place of words that somebody typed.
import type { Span } from "./part.ts";

const WORD = /[\p{L}\p{N}\p{M}]+(?:[.,'’\-–/&$€£%][\p{L}\p{N}\p{M}]+)*%?|[^\s\p{L}\p{N}\p{M}]/gu;

/** Where the words and single signs of a text stand. */
export function wordsOf(text: string): readonly Span[] {
  return [...text.matchAll(WORD)].map((found) => ({ start: found.index, end: found.index + found[0].length }));
}

/** Words that are being chosen: from one to another, whichever stands first. */
export interface Choice {
  readonly anchor: number;
  readonly head: number;
}

/** The choice that covers a stretch of the text, or its first word behind a place. */
export function choiceOf(words: readonly Span[], { start, end }: Span): Choice {
  const anchor = Math.max(
    0,
    words.findIndex((word) => word.end > start),
  );
  const head = words.findLastIndex((word) => word.start < end);
  return { anchor, head: Math.max(anchor, head) };
}

/** The stretch that is chosen; undefined in a text without words. */
export function spanOf(words: readonly Span[], { anchor, head }: Choice): Span | undefined {
  const [first, last] = [words[Math.min(anchor, head)], words[Math.max(anchor, head)]];
  return first === undefined || last === undefined ? undefined : { start: first.start, end: last.end };
}

/** The choice moved by so many words; extended where only its end moves. */
export function moved(words: readonly Span[], { anchor, head }: Choice, by: number, isExtended: boolean): Choice {
  const to = Math.max(0, Math.min(words.length - 1, head + by));
  return { anchor: isExtended ? anchor : to, head: to };
}

/** Where a text has exactly these words, nearest to a place. */
export function placeOfWords(text: string, words: string, near: number): Span | undefined {
  let found = -1;
  for (let at = words === "" ? -1 : text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    if (found < 0 || Math.abs(at - near) < Math.abs(found - near)) found = at;
  return found < 0 ? undefined : { start: found, end: found + words.length };
}

/** A stretch without the blanks at its ends; undefined where nothing is left. */
export function trimmedSpan(text: string, { start, end }: Span): Span | undefined {
  const words = text.slice(start, end);
  const trimmed = words.trim();
  const from = start + words.length - words.trimStart().length;
  return trimmed === "" ? undefined : { start: from, end: from + trimmed.length };
}
