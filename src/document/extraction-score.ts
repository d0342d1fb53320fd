// How well an extracted article agrees with gold, after the definition of Zyte's article extraction benchmark: counts of
// 4-word shingles, normalised a page, precision and recall averaged over pages, F1 of the two averages.

/** Shares of agreement, 0 to 1. `pageF1` is the mean of the pages' own F1, which the benchmark does not report. */
export interface ExtractionScore {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly pageF1: number;
  readonly pages: number;
}

/** A page's gold article and what was extracted from it. */
export interface Extracted {
  readonly gold: string;
  readonly text: string;
}

const SHINGLE = 4;

/** The score over all pages. A page without extracted words counts for recall only, one without gold for precision only. */
export function extractionScore(pages: readonly Extracted[]): ExtractionScore {
  const counts = pages.map(agreement);
  const precision = mean(counts.filter(({ found }) => found > 0).map(({ shared, found }) => shared / found));
  const recall = mean(counts.filter(({ gold }) => gold > 0).map(({ shared, gold }) => shared / gold));
  const pageF1 = mean(counts.map(({ shared, found, gold }) => (found + gold === 0 ? 1 : (2 * shared) / (found + gold))));
  return { precision, recall, f1: harmonic(precision, recall), pageF1, pages: pages.length };
}

/** Counts of shingles on one page: in both, in the extracted text, in gold. */
export function agreement({ gold, text }: Extracted): { shared: number; found: number; gold: number } {
  const wanted = shingles(gold);
  const got = shingles(text);
  let shared = 0;
  for (const [shingle, count] of got) shared += Math.min(count, wanted.get(shingle) ?? 0);
  return { shared, found: total(got), gold: total(wanted) };
}

/** How often each run of four words occurs, a word as the benchmark cuts it (`\w+` of Python: letters, digits and `_`, no marks); a text of fewer words is one run. */
function shingles(text: string): Map<string, number> {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const counts = new Map<string, number>();
  for (let at = 0; at < Math.max(1, words.length - SHINGLE + 1); at += 1) {
    const shingle = words.slice(at, at + SHINGLE).join(" ");
    if (shingle !== "") counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

function total(counts: ReadonlyMap<string, number>): number {
  return counts.values().reduce((sum, count) => sum + count, 0);
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function harmonic(a: number, b: number): number {
  return a + b === 0 ? 0 : (2 * a * b) / (a + b);
}
