// The parts of a document that are read for claims, in stretches that fit one request. What is no such part (captions,
// bylines, tails) is not sent, and words of it cannot be found when the answer is held against the text.
import type { Block, BlockKind, Document, Span } from "../document/index.ts";
import { fold } from "./fold.ts";
import type { Folded } from "./fold.ts";

/** The kinds of block that are read for claims. */
const READ: ReadonlySet<BlockKind> = new Set(["paragraph", "headline", "dek", "list", "quote"]);

/** Stands where a part is not read: no answer can hold it, so that no words are found across it. */
const MASK = "\u{FFFF}";

/** A stretch of the document: `sent` is what is asked about, `masked` the stored text from `start` to `end` with what is not read blotted out. */
export interface Passage extends Span {
  readonly sent: string;
  readonly masked: string;
  readonly folded: Folded;
}

/** What is asked of a document, and what of it is too long to be. */
export interface Passages {
  readonly passages: readonly Passage[];
  readonly beyond?: Span;
}

/** Parts a document into at most `count` passages of at most `longest` UTF-16 units each, at blocks where it can be. */
export function passagesOf({ text, blocks }: Document, longest: number, count: number): Passages {
  const groups: Span[][] = [];
  let size = 0;
  for (const piece of blocks.flatMap((block) => piecesOf(block, text, longest))) {
    const length = piece.end - piece.start;
    const last = groups.at(-1);
    if (last !== undefined && size + length <= longest) last.push(piece);
    else groups.push([piece]);
    size = last === groups.at(-1) ? size + length : length;
  }
  const passages = groups.slice(0, count).map((pieces) => passageOf(pieces, text));
  const [first, last] = [groups[count]?.[0], groups.at(-1)?.at(-1)];
  return first === undefined || last === undefined ? { passages } : { passages, beyond: { start: first.start, end: last.end } };
}

/** A block that is read, cut at blanks where it is too long for one passage; a word too long for that is cut where it must be. */
function piecesOf({ kind, start, end }: Block, text: string, longest: number): Span[] {
  if (!READ.has(kind) || text.slice(start, end).trim() === "") return [];
  const pieces: Span[] = [];
  let from = start;
  while (end - from > longest) {
    const window = text.slice(from, from + longest);
    const blank = window.search(/\s\S*$/);
    const cut = from + (blank > 0 ? blank : wholeCharacters(window));
    pieces.push({ start: from, end: cut });
    from = cut;
  }
  return [...pieces, { start: from, end }];
}

function wholeCharacters(window: string): number {
  return window.length > 1 && /[\uD800-\uDBFF]$/.test(window) ? window.length - 1 : window.length;
}

function passageOf(pieces: readonly Span[], text: string): Passage {
  const [start, end] = [pieces[0]?.start ?? 0, pieces.at(-1)?.end ?? 0];
  let masked = "";
  for (const [i, piece] of pieces.entries()) {
    const before = pieces[i - 1];
    const gap = before === undefined ? "" : text.slice(before.end, piece.start);
    masked += (gap.trim() === "" ? gap : MASK.repeat(gap.length)) + text.slice(piece.start, piece.end);
  }
  const sent = pieces.map((piece) => text.slice(piece.start, piece.end).trim()).join("\n\n");
  return { start, end, sent, masked, folded: fold(masked) };
}
