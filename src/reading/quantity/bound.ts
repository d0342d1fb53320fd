// How exact a number is, by the words next to it. The words are data (knowledge/quantity/bounds.tsv); money and
// quantities share them. Only a few characters on each side are looked at, so that the cost does not grow with the text.
import { z } from "zod";
import { resource } from "../../resources.ts";
import { loadTable } from "./table.ts";

/** How the text hedges a number: `min` "more than", `max` "up to", `about` "some". */
export type Bound = "exact" | "about" | "min" | "max";

/** The words by side, each with its bound. */
export interface BoundWords {
  readonly before: ReadonlyMap<string, Bound>;
  readonly after: ReadonlyMap<string, Bound>;
}

const row = z.strictObject({ side: z.enum(["before", "after"]), bound: z.enum(["min", "max", "about"]), words: z.string().min(1) });

/** Reads bounds.tsv. Throws as `loadTable`. */
export function loadBounds(file: string = resource("knowledge", "quantity", "bounds.tsv")): BoundWords {
  const rows = loadTable(file, row);
  const side = (wanted: string) => new Map<string, Bound>(rows.filter((each) => each.side === wanted).map((each) => [each.words, each.bound]));
  return { before: side("before"), after: side("after") };
}

const REACH = 40;
const FILLER = /[\s(]*(?:another|an additional|additional|an extra|extra|(?:a )?total of)?[\s(]*$/i;

function longestBefore(words: ReadonlyMap<string, Bound>, left: string): Bound | undefined {
  let best: { readonly size: number; readonly bound: Bound } | undefined;
  for (const [phrase, bound] of words) {
    if (phrase.length <= (best?.size ?? 0) || !left.endsWith(phrase)) continue;
    if (/[a-z]/.test(phrase[0] ?? "") && /[\p{L}\p{N}-]$/u.test(left.slice(0, -phrase.length))) continue;
    best = { size: phrase.length, bound };
  }
  return best?.bound;
}

function longestAfter(words: ReadonlyMap<string, Bound>, right: string): Bound | undefined {
  const trimmed = right.trimStart();
  const fitting = [...words].filter(
    ([phrase]) => trimmed.startsWith(phrase) && (phrase !== "+" || trimmed === right) && !/^[a-z\d]/.test(trimmed.slice(phrase.length)),
  );
  return fitting.sort(([a], [b]) => b.length - a.length)[0]?.[1];
}

/**
 * The bound of the number that stands at `start`-`end` of the text. Words before it go first ("at least $2bn or so" is a minimum);
 * `exact` where none is found.
 */
export function boundAt(text: string, start: number, end: number, words: BoundWords): Bound {
  const left = text
    .slice(Math.max(0, start - REACH), start)
    .toLowerCase()
    .replace(/\s+/g, " ");
  const before = longestBefore(words.before, left.trimEnd()) ?? longestBefore(words.before, left.replace(FILLER, ""));
  if (before !== undefined) return before;
  return longestAfter(words.after, text.slice(end, end + REACH).toLowerCase()) ?? "exact";
}
