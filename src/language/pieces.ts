// Words as the encoder reads them: word pieces of an uncased vocabulary, and beside each the shape that lower-casing loses.
// Must equal what training/train.py makes of the same words, else the weights see other input than they learned from.
import { Tokenizer } from "@huggingface/tokenizers";

const BEGIN = 101;
const END = 102;
const UNKNOWN = 100;
const MOST_PIECES = 510;
const MOST_CACHED = 20_000;
/** V8 keeps a longer slice as a reference into the whole text, which a remembered word would hold in memory. */
const LONGEST_CACHED = 12;

/** Vocabulary ids of a word's pieces. */
export type PiecesOf = (word: string) => readonly number[];

/** A sentence for the encoder: ids and shapes of its pieces with the two end marks, and the index of each word's first piece. */
export interface Coded {
  readonly pieces: readonly number[];
  readonly shapes: readonly number[];
  readonly first: readonly number[];
}

/** Makes the word piece function of a tokenizer.json, with at most `most` pieces a word; it remembers the short words that it has seen. */
export function createPieces(vocabulary: object, most: number): PiecesOf {
  const tokenizer = new Tokenizer(vocabulary, {});
  const seen = new Map<string, readonly number[]>();
  return (word) => {
    const known = seen.get(word);
    if (known !== undefined) return known;
    // The trainer's tokenizer lowers letter by letter and knows no final sigma.
    const { ids } = tokenizer.encode(word.replaceAll("Σ", "σ"), { add_special_tokens: false });
    const pieces = ids.length === 0 ? [UNKNOWN] : ids.slice(0, most);
    if (word.length > LONGEST_CACHED) return pieces;
    if (seen.size >= MOST_CACHED) seen.clear();
    seen.set(word, pieces);
    return pieces;
  };
}

/** Codes a sentence. One of more than 510 pieces keeps every word, with fewer pieces of each. */
export function codeSentence(words: readonly string[], piecesOf: PiecesOf): Coded {
  const all = words.map(piecesOf);
  const most = fitting(all);
  const [pieces, shapes, first]: [number[], number[], number[]] = [[BEGIN], [0], []];
  all.forEach((ids, i) => {
    const shape = shapeOf(words[i] ?? "");
    first.push(pieces.length);
    for (const id of ids.slice(0, most)) {
      pieces.push(id);
      shapes.push(shape);
    }
  });
  pieces.push(END);
  shapes.push(0);
  return { pieces, shapes, first };
}

function fitting(all: readonly (readonly number[])[]): number {
  let most = all.reduce((longest, ids) => Math.max(longest, ids.length), 1);
  const total = (limit: number): number => all.reduce((sum, ids) => sum + Math.min(ids.length, limit), 0);
  while (most > 1 && total(most) > MOST_PIECES) most -= 1;
  return most;
}

const DIGIT = /[\p{Nd}\u00B2\u00B3\u00B9\u2070\u2074-\u2079\u2080-\u2089\u2460-\u2468]/u;
const LETTER = /\p{L}/u;

/** What an uncased encoder loses: 1 lower, 2 Title, 3 UPPER, 4 MiXed, 5 digits, 6 letters and digits, 7 neither. */
export function shapeOf(word: string): number {
  const letters = LETTER.test(word);
  if (DIGIT.test(word)) return letters ? 6 : 5;
  if (!letters) return 7;
  const lower = word.toLowerCase();
  if (word === lower) return 1;
  const [initial = "", second] = word;
  if (second !== undefined && word === word.toUpperCase()) return 3;
  const rest = word.slice(initial.length);
  return initial !== initial.toLowerCase() && rest === rest.toLowerCase() ? 2 : 4;
}
