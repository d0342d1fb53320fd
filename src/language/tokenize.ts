// Sentences and words of a text, before any model: the lexical pass and the model both read what this splits.
import type { Block, BlockKind, Span } from "../document/index.ts";
import { sentenceStarts } from "./boundary.ts";
import { cutWords } from "./cut.ts";
import { addPart, hasNoise, isNoise, LONGEST_STRETCH } from "./legible.ts";
import type { Lexicon } from "./lexicon.ts";
import { firstBeyond, pieceBudgetEnds } from "./overlong.ts";
import type { RawSentence, RawWord, Unanalysed } from "./sentence.ts";

const SILENT: ReadonlySet<BlockKind> = new Set(["byline", "dateline", "credit", "tail"]);

/** A text that is split: its sentences, and the parts that hold none that could be analysed. Both in text order. */
export interface Split {
  readonly sentences: readonly RawSentence[];
  readonly unanalysed: readonly Unanalysed[];
}

/** So many words of a document are split, some three million characters, so that its words fit in memory. */
const MOST_WORDS = 500_000;

/** The sentences of `splitText`, for a text of which all can be analysed. */
export function tokenize(text: string, blocks: readonly Block[], lexicon: Lexicon): RawSentence[] {
  return [...splitText(text, blocks, lexicon).sentences];
}

/**
 * Splits the blocks of a text into sentences of words. Bylines, datelines, credits and tails give none.
 * Spans are UTF-16 offsets of `text`; in the other blocks every character that is no blank lies in one word or in one unanalysed part.
 */
export function splitText(text: string, blocks: readonly Block[], lexicon: Lexicon, most: number = MOST_WORDS): Split {
  const sentences: RawSentence[] = [];
  const unanalysed: Unanalysed[] = [];
  const noisy = hasNoise(text);
  let left = most;
  blocks.forEach((block, i) => {
    if (SILENT.has(block.kind)) return;
    const { parts, words, rest } = splitBlock(text, block, lexicon, left);
    left -= words;
    for (const part of parts) {
      const span = spanOf(part);
      const reason = noisy && isNoise(text.slice(span.start, span.end)) ? "not-text" : part.some(isEndless) ? "no-blanks" : undefined;
      if (reason === undefined) sentences.push({ ...span, index: sentences.length, block: i, words: part });
      else addPart(unanalysed, span, reason, sentences.at(-1)?.end ?? 0);
    }
    if (rest !== undefined) addPart(unanalysed, rest, "too-long", sentences.at(-1)?.end ?? 0);
  });
  return { sentences, unanalysed };
}

/** The kept sentences that the encoder's budget reaches; from the first that it does not, nothing of the text is analysed. */
export function withinBudget({ sentences, unanalysed }: Split, keep: ReadonlySet<RawSentence>): Split & { readonly kept: readonly RawSentence[] } {
  const kept = sentences.filter((sentence) => keep.has(sentence));
  const beyond = firstBeyond(kept);
  if (beyond === undefined) return { sentences, unanalysed, kept };
  const before = <Part extends Span>(parts: readonly Part[]): Part[] => parts.filter(({ start }) => start < beyond.start);
  const end = Math.max(sentences.at(-1)?.end ?? 0, unanalysed.at(-1)?.end ?? 0);
  return { sentences: before(sentences), unanalysed: [...before(unanalysed), { start: beyond.start, end, reason: "too-long" }], kept: before(kept) };
}

/** Blocks of a text without structure: paragraphs between blank lines. */
export function paragraphBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  const edge = /\n[^\S\n]*\n\s*/g;
  for (let from = 0; from < text.length;) {
    const inner = text.slice(from, edge.exec(text)?.index);
    const start = from + inner.length - inner.trimStart().length;
    const end = start + inner.trim().length;
    if (end > start) blocks.push({ kind: "paragraph", start, end });
    from = edge.lastIndex === 0 ? text.length : edge.lastIndex;
  }
  return blocks;
}

interface SplitBlock {
  readonly parts: readonly RawWord[][];
  readonly words: number;
  /** What lies beyond the words that may be split. */
  readonly rest?: Span;
}

function splitBlock(text: string, block: Block, lexicon: Lexicon, most: number): SplitBlock {
  const inner = text.slice(block.start, block.end);
  const words = cutWords(inner, block.start, lexicon, most);
  const starts = sentenceStarts({ text: inner, offset: block.start, kind: block.kind, words }, lexicon);
  const parts = starts.map((from, k) => withoutFinalStop(words.slice(from, starts[k + 1]))).flatMap((sentence) => pieceBudgetEnds(sentence));
  const end = words.at(-1)?.end ?? block.start;
  if (words.length < most || text.slice(end, block.end).trim() === "") return { parts, words: words.length };
  // The last sentence may go on beyond the words that were cut.
  const start = parts.pop()?.[0]?.start ?? block.start;
  return { parts, words: words.length, rest: { start, end: block.end } };
}

function spanOf(words: readonly RawWord[]): Span {
  return { start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? 0 };
}

function isEndless({ start, end }: RawWord): boolean {
  return end - start > LONGEST_STRETCH;
}

/** UD English cuts the full stop off an abbreviation that ends a sentence ("in the U.S" + "."). */
function withoutFinalStop(words: RawWord[]): RawWord[] {
  let at = words.length - 1;
  while (at > 0 && /^["'”’)\]]+$/.test(words[at]?.form ?? "")) at -= 1;
  const last = words[at];
  if (last === undefined || at === 0 || at < words.length - 1 || !/\p{L}\.$/u.test(last.form)) return words;
  const end = last.end - 1;
  const parts = [
    { ...last, end, form: last.form.slice(0, -1) },
    { start: end, end: last.end, form: "." },
  ];
  return [...words.slice(0, at), ...parts, ...words.slice(at + 1)];
}
