// What stands around a quote: the sentences before and behind it, as the reader splits them.
import type { Span } from "../../document/index.ts";
import { tokenize } from "../../language/index.ts";
import type { Lexicon } from "../../language/index.ts";
import type { StoredDocument } from "../../ledger/index.ts";
import { wholeEnd } from "../../phrasing/index.ts";

const SENTENCES = 2;
/** Characters on either side, where sentences are longer or none are told. */
const REACH = 700;

/** The stretch of a text with two whole sentences on either side of a quote, where they are not too long; it always holds the quote. */
export function surroundings({ text, blocks }: StoredDocument, quote: Span, lexicon: Lexicon): Span {
  const [low, high] = [Math.max(0, quote.start - REACH), Math.min(text.length, quote.end + REACH)];
  const near = blocks.filter(({ start, end }) => start < high && end > low);
  // Blocks may be long: only what is in reach is split, and a sentence that reaches over an edge is left out.
  const cut = near.map((block) => ({ ...block, start: Math.max(block.start, low), end: Math.min(block.end, high) }));
  const whole = tokenize(text, cut, lexicon).filter(({ start, end }) => isWhole(start, end, near, low, high));
  const before = whole.filter(({ end }) => end <= quote.start).slice(-SENTENCES);
  const own = whole.filter(({ start, end }) => start < quote.end && end > quote.start);
  const behind = whole.filter(({ start }) => start >= quote.end).slice(0, SENTENCES);
  const all = [...before, ...own, ...behind];
  if (all.length === 0) return { start: wholeEnd(text, low), end: wholeEnd(text, high) };
  return { start: Math.min(quote.start, ...all.map(({ start }) => start)), end: Math.max(quote.end, ...all.map(({ end }) => end)) };
}

/** True for a sentence that does not end where the reach does, unless its block ends there too. */
function isWhole(start: number, end: number, blocks: readonly Span[], low: number, high: number): boolean {
  return (start > low || low === 0 || blocks.some((block) => block.start === start)) && (end < high || blocks.some((block) => block.end === end));
}
