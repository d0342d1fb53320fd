// Counts of what was found, and their figures.
import { overlaps, type Span } from "../../document/index.ts";
import { GOLD_SETS } from "../gold.ts";
import { share } from "../table.ts";
import type { GoldPair } from "./texts.ts";

/** How many were right, of how many that were found and how many there are. */
export interface Tally {
  readonly right: number;
  readonly found: number;
  readonly wanted: number;
}

/** Precision, recall and F1 as they are printed, and n. */
export function tallyCells({ right, found, wanted }: Tally): readonly string[] {
  const [p, r] = [found === 0 ? undefined : right / found, wanted === 0 ? undefined : right / wanted];
  const f1 = found + wanted === 0 ? undefined : (2 * right) / (found + wanted);
  return [...[p, r, f1].map((value) => (value === undefined ? "–" : share(value))), String(wanted)];
}

/** A share of n as it is printed. */
function partCells(right: number, of: number): readonly string[] {
  return [of === 0 ? "–" : share(right / of), String(of)];
}

/** A row for each gold set and one for all: the share of what holds. */
export function rowsBySet(pairs: readonly GoldPair[], holds: (pair: GoldPair) => readonly boolean[]): string[][] {
  return [...GOLD_SETS, "all"].map((set) => {
    const all = pairs.filter((pair) => set === "all" || pair.set === set).flatMap(holds);
    return [set, ...partCells(all.filter(Boolean).length, all.length)];
  });
}

/** Pairs found spans with marked ones, each once, that overlap and are alike; in text order. */
export function tallyOf<Found extends Span, Mark extends Span>(
  found: readonly Found[],
  marks: readonly Mark[],
  alike: (found: Found, mark: Mark) => boolean,
): Tally {
  const open = new Set(marks);
  let right = 0;
  for (const one of found) {
    const mark = [...open].find((each) => overlaps(one, each) && alike(one, each));
    if (mark === undefined) continue;
    open.delete(mark);
    right += 1;
  }
  return { right, found: found.length, wanted: marks.length };
}

/** The sum of tallies. */
export function sumOf(tallies: readonly Tally[]): Tally {
  const sum = (key: keyof Tally): number => tallies.reduce((total, tally) => total + tally[key], 0);
  return { right: sum("right"), found: sum("found"), wanted: sum("wanted") };
}
