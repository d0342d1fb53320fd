// Folding: the form in which words are the same although blanks, quotation marks, dashes and dots are written another way.
// Models copy words well and typography badly. Each folded character knows where it stands in the text.

/** A folded text; character `i` of it is `starts[i]` to `ends[i]` of the text that was folded. */
export interface Folded {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

const SAME: ReadonlyMap<string, string> = new Map([
  ...pairs("'", "‘’‚‛′`´"),
  ...pairs('"', "“”„‟″«»"),
  ...pairs("-", "‐‑‒–—―−"),
  ["…", "..."],
  ...pairs("", "\u00AD\u200B\u200C\u200D\u2060\uFEFF"),
]);

function pairs(plain: string, written: string): [string, string][] {
  return Array.from(written, (character) => [character, plain]);
}

/** Folds a text. Runs of blanks are one blank; what has no width is nothing. */
export function fold(text: string): Folded {
  let folded = "";
  const [starts, ends]: [number[], number[]] = [[], []];
  for (let i = 0; i < text.length; i += 1) {
    const character = text.charAt(i);
    const plain = SAME.get(character) ?? (/\s/.test(character) ? " " : character);
    if (plain === " " && folded.endsWith(" ")) {
      ends[ends.length - 1] = i + 1;
      continue;
    }
    folded += plain;
    for (const _ of plain) {
      starts.push(i);
      ends.push(i + 1);
    }
  }
  return { text: folded, starts, ends };
}
