// Anchoring: words that a coder gives are looked for in the text, and count only where they stand in it. First as they
// are, then folded, then without marks at their edges; never by likeness.
import { contains } from "../document/index.ts";
import type { Span } from "../document/index.ts";
import { fold } from "./fold.ts";
import type { Passage } from "./passage.ts";

/** Places that are looked at for words that stand in many. */
const MOST = 200;

const EDGES = /^[\s"'.,;:()[\]-]+|[\s"'.,;:()[\]-]+$/g;

/**
 * Where words stand in a passage, as a span of the document: inside of `near` if they do, else nearest to it, else first.
 * Undefined where they do not stand there as whole words.
 */
export function anchor(words: string, passage: Passage, near?: Span): Span | undefined {
  const trimmed = words.trim();
  const exact = placesOf(trimmed, passage.masked).map((at) => ({ start: at, end: at + trimmed.length }));
  const found = exact.length > 0 ? exact : foldedPlaces(trimmed, passage);
  const spans = found.map(({ start, end }) => ({ start: start + passage.start, end: end + passage.start }));
  return near === undefined ? spans[0] : nearest(spans, near);
}

function foldedPlaces(words: string, { folded }: Passage): Span[] {
  const plain = fold(words).text.trim();
  for (const form of new Set([plain, plain.replace(EDGES, "")])) {
    const places = placesOf(form, folded.text);
    if (places.length > 0) return places.map((at) => ({ start: folded.starts[at] ?? 0, end: folded.ends[at + form.length - 1] ?? 0 }));
  }
  return [];
}

/** The beginnings of the places where words stand whole. */
function placesOf(words: string, text: string): number[] {
  const places: number[] = [];
  if (words === "" || !words.isWellFormed()) return places;
  for (let at = text.indexOf(words), looked = 0; at >= 0 && looked < MOST; at = text.indexOf(words, at + words.length), looked += 1) {
    if (isWhole(text, at, at + words.length)) places.push(at);
  }
  return places;
}

const LETTER = /[\p{L}\p{N}]/u;

/** "US" does not stand in "RUSSIA". */
function isWhole(text: string, start: number, end: number): boolean {
  const joined = (left: number): boolean => LETTER.test(text.charAt(left)) && LETTER.test(text.charAt(left + 1));
  return !(start > 0 && joined(start - 1)) && !(end < text.length && joined(end - 1));
}

function nearest(spans: readonly Span[], near: Span): Span | undefined {
  const distance = (span: Span): number => (contains(near, span) ? -1 : Math.max(near.start - span.end, span.start - near.end, 0));
  let best: Span | undefined;
  for (const span of spans) if (best === undefined || distance(span) < distance(best)) best = span;
  return best;
}
