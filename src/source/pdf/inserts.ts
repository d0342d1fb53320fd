// What stands between the two halves of a sentence on a page and is no part of it: a note at the foot of a column, the words
// under a picture, a quotation set in the middle. It is told by the size of its letters, and read after the sentence.
import { joined } from "./hyphens.ts";
import type { KnownWords } from "./hyphens.ts";

/** A paragraph as it stands on its page. */
export interface Paragraph {
  readonly text: string;
  /** Of the letters of its first line. */
  readonly size: number;
  /** True for the row of a table. */
  readonly row: boolean;
  /** True where its last line is as long as its column is wide. */
  readonly full: boolean;
}

/** Paragraphs that may stand in the middle of one. */
const MOST = 12;

/** Letters so much larger or smaller are another text's. */
const SIZE = 1.04;

const SENTENCE_END = /[.!?:]["”’')\]]{0,3}\d{0,2}$/;

/** The paragraphs, whole where others stood in the middle of one; these come after it. */
export function aroundInserts(paragraphs: readonly Paragraph[], known: KnownWords): Paragraph[] {
  const result: Paragraph[] = [];
  let inserts: Paragraph[] = [];
  let index = 0;
  while (index < paragraphs.length) {
    const before = inserts.length === 0 ? undefined : result.at(-1);
    const open = before ?? paragraphs[index];
    if (open === undefined) break;
    if (before === undefined) {
      result.push(open);
      index += 1;
    }
    const rest = restOf(open, paragraphs, index);
    if (rest === undefined) {
      result.push(...inserts);
      inserts = [];
    } else {
      inserts.push(...paragraphs.slice(index, rest.at));
      result.splice(-1, 1, { ...open, text: joined(open.text, rest.paragraph.text, known), full: rest.paragraph.full });
      index = rest.at + 1;
    }
  }
  return [...result, ...inserts];
}

/** The paragraph at `from` or after it that goes on with an open one, behind others that differ from it. */
function restOf(open: Paragraph, paragraphs: readonly Paragraph[], from: number): { readonly at: number; readonly paragraph: Paragraph } | undefined {
  if (open.row || !open.full || SENTENCE_END.test(open.text)) return undefined;
  for (const [index, paragraph] of paragraphs.slice(from, from + MOST).entries()) {
    const same = !paragraph.row && Math.max(open.size, paragraph.size) <= SIZE * Math.min(open.size, paragraph.size);
    if (same) return index > 0 && /^\p{Ll}/u.test(paragraph.text) ? { at: from + index, paragraph } : undefined;
  }
  return undefined;
}
