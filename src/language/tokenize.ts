// Sentences and words of a text, before any model: the lexical pass and the model both read what this splits.
import type { Block, BlockKind } from "../document/index.ts";
import { sentenceStarts } from "./boundary.ts";
import { cutWords } from "./cut.ts";
import type { Lexicon } from "./lexicon.ts";
import { pieceBudgetEnds } from "./overlong.ts";
import type { RawSentence, RawWord } from "./sentence.ts";

const SILENT: ReadonlySet<BlockKind> = new Set(["byline", "dateline", "credit", "tail"]);

/**
 * Splits the blocks of a text into sentences of words, in text order. Bylines, datelines, credits and tails give none.
 * Spans are UTF-16 offsets of `text`; in a block with sentences every character that is no blank lies in exactly one word.
 */
export function tokenize(text: string, blocks: readonly Block[], lexicon: Lexicon): RawSentence[] {
  const sentences: RawSentence[] = [];
  blocks.forEach((block, i) => {
    if (SILENT.has(block.kind)) return;
    for (const words of splitBlock(text, block, lexicon)) {
      const [first, last] = [words[0], words.at(-1)];
      if (first === undefined || last === undefined) continue;
      sentences.push({ start: first.start, end: last.end, index: sentences.length, block: i, words });
    }
  });
  return sentences;
}

/** Blocks of a text without structure: paragraphs between blank lines. */
export function paragraphBlocks(text: string): Block[] {
  const edges = [...text.matchAll(/\n[^\S\n]*\n\s*/g)];
  const starts = [0, ...edges.map((edge) => edge.index + edge[0].length)];
  return starts.flatMap((from, i): Block[] => {
    const inner = text.slice(from, edges[i]?.index ?? text.length);
    const start = from + inner.length - inner.trimStart().length;
    const end = start + inner.trim().length;
    return end > start ? [{ kind: "paragraph", start, end }] : [];
  });
}

function splitBlock(text: string, block: Block, lexicon: Lexicon): RawWord[][] {
  const inner = text.slice(block.start, block.end);
  const words = cutWords(inner, block.start, lexicon);
  const starts = sentenceStarts({ text: inner, offset: block.start, kind: block.kind, words }, lexicon);
  return starts.map((from, k) => withoutFinalStop(words.slice(from, starts[k + 1]))).flatMap((sentence) => pieceBudgetEnds(sentence));
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
