// A sentence that the encoder cannot take whole is split by force, at the best place near its limit, so that nothing is dropped.
// A document that would hold a run for minutes is read as far as its budget goes, and says from where on it is not.
import type { RawSentence, RawWord } from "./sentence.ts";

const MOST_WORDS = 180;
const MOST_PIECES = 450;

/** What one document may cost an encoder, in word pieces: some 130,000 words of prose, which both networks and all rules read in 70 seconds on one core. */
const BUDGET = 300_000;
const SIGN = /[^\p{L}\p{N}]/gu;
/** The end marks, and the padding that a short sentence gets. */
const OVERHEAD = 6;

/** The first of the sentences, in text order, that the encoder's budget for one document does not reach; undefined where it reaches all. */
export function firstBeyond(sentences: Iterable<RawSentence>, budget: number = BUDGET): RawSentence | undefined {
  let cost = 0;
  for (const sentence of sentences) {
    cost += costOf(sentence);
    if (cost > budget) return sentence;
  }
  return undefined;
}

/** A piece of a sentence at the limit costs twice what one of a short sentence does, as each is weighed against all others. */
function costOf({ words }: RawSentence): number {
  const pieces = words.reduce((sum, { form }) => sum + estimate(form), OVERHEAD);
  return pieces * (1 + pieces / MOST_PIECES);
}

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
    pieces += estimate(words[at]?.form ?? "");
    if (pieces > MOST_PIECES) break;
  }
  return Math.max(at, from + 1);
}

/** An English piece holds four letters or so, and a sign is one of its own; a word has at most twelve pieces. */
function estimate(form: string): number {
  if (form.length < 2) return form.length;
  return Math.min(12, Math.ceil(form.length / 4) + (form.length > 48 ? 0 : (form.match(SIGN)?.length ?? 0)));
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
