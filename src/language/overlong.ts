// A sentence that the encoder cannot take whole is split by force, at the best place near its limit, so that nothing is dropped.
import type { RawWord } from "./sentence.ts";

const MOST_WORDS = 180;
const MOST_PIECES = 450;

/** Splits a sentence of more than 180 words or, as estimated from lengths, 450 word pieces. */
export function pieceBudgetEnds(words: RawWord[]): RawWord[][] {
  const parts: RawWord[][] = [];
  let from = 0;
  while (from < words.length) {
    const limit = furthest(words, from);
    const end = limit >= words.length ? words.length : bestEnd(words, from, limit);
    parts.push(from === 0 && end === words.length ? words : words.slice(from, end));
    from = end;
  }
  return parts;
}

function furthest(words: readonly RawWord[], from: number): number {
  let pieces = 0;
  let at = from;
  for (; at < words.length && at - from < MOST_WORDS; at++) {
    pieces += estimate(words[at]?.form.length ?? 0);
    if (pieces > MOST_PIECES) break;
  }
  return Math.max(at, from + 1);
}

/** An English piece holds four letters or so; a word has at most twelve pieces. */
function estimate(length: number): number {
  return Math.min(12, Math.ceil(length / 4));
}

/** Behind a semicolon, colon or dash in the last half, else a comma or bracket, else any word that nothing fuses to. */
function bestEnd(words: readonly RawWord[], from: number, limit: number): number {
  const half = from + Math.ceil((limit - from) / 2);
  for (const sign of [/^(?:[.;:!?]|--|[–—])$/, /^[,)\]|]$/]) {
    for (let at = limit; at > half; at--) if (sign.test(words[at - 1]?.form ?? "")) return at;
  }
  for (let at = limit; at > half; at--) if (words[at]?.fused === undefined) return at;
  return limit;
}
