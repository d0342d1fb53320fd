// The tables of article extraction: texts by the benchmark's definition, and titles and days beside the labels.
import { extractionScore } from "../../document/index.ts";
import type { Extracted, ExtractionScore } from "../../document/index.ts";
import { chanceOf } from "../documents/index.ts";
import { share, table } from "../table.ts";
import { plainTitle } from "./labels.ts";
import type { Label } from "./labels.ts";
import type { CorpusPage, Half } from "./pages.ts";
import type { Found } from "./systems.ts";

/** A system's name, and what it found on each page by the page's name; undefined for one that was not run. */
export interface Row {
  readonly name: string;
  readonly found: ReadonlyMap<string, Found> | undefined;
}

const RESAMPLES = 1000;
const SEED = 1;
const DASH = "–";

/** Precision, recall and F1 over all pages, F1 of the halves, and its interval over resampled pages. */
export function textTable(rows: readonly Row[], pages: readonly CorpusPage[]): string {
  const head = ["system", "precision", "recall", "F1", "95 %", "seen half", "unseen half"];
  return table(
    head,
    rows.map(({ name, found }) => [name, ...(found === undefined ? head.slice(1).map(() => DASH) : figures(found, pages))]),
  );
}

function figures(found: ReadonlyMap<string, Found>, pages: readonly CorpusPage[]): string[] {
  const all = extracted(found, pages);
  const { precision, recall, f1 } = extractionScore(all);
  const ofHalf = (half: Half): ExtractionScore =>
    extractionScore(
      extracted(
        found,
        pages.filter((page) => page.half === half),
      ),
    );
  const [low, high] = interval(all);
  return [precision, recall, f1].map(share).concat(`${share(low)}–${share(high)}`, share(ofHalf("seen").f1), share(ofHalf("unseen").f1));
}

function extracted(found: ReadonlyMap<string, Found>, pages: readonly CorpusPage[]): Extracted[] {
  return pages.map(({ name, gold }) => ({ gold, text: found.get(name)?.text ?? "" }));
}

/** Where F1 lies in 95 of 100 draws of as many pages with return. */
function interval(pages: readonly Extracted[]): readonly [number, number] {
  const chance = chanceOf(SEED);
  const counted = pages.map((page) => [page, extractionScore([page])] as const);
  const drawn = Array.from({ length: RESAMPLES }, () => {
    const draw = counted.map(() => counted[chance.below(counted.length)]?.[1]).filter((score) => score !== undefined);
    const [precision, recall] = [mean(draw.map((score) => score.precision)), mean(draw.map((score) => score.recall))];
    return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  }).toSorted((a, b) => a - b);
  return [drawn[Math.floor(RESAMPLES * 0.025)] ?? 0, drawn[Math.floor(RESAMPLES * 0.975)] ?? 0];
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/** Titles and days that are the labels', of those that a label has; and days that are given where the label has none. */
export function factTable(rows: readonly Row[], labels: ReadonlyMap<string, Label>, pages: readonly CorpusPage[]): string {
  const head = ["system", "titles", "days", "days absent", "titles, unseen", "days, unseen"];
  const half = new Set(pages.filter((page) => page.half === "unseen").map((page) => page.name));
  const all = [...labels.values()];
  const unseen = all.filter(({ file }) => half.has(file));
  const cells = (found: ReadonlyMap<string, Found>): string[] => [
    titles(found, all),
    days(found, all),
    String(all.filter(({ file, published }) => published !== null && found.get(file)?.published === undefined).length),
    titles(found, unseen),
    days(found, unseen),
  ];
  return table(
    head,
    rows.map(({ name, found }) => [name, ...(found === undefined ? head.slice(1).map(() => DASH) : cells(found))]),
  );
}

function titles(found: ReadonlyMap<string, Found>, labels: readonly Label[]): string {
  const wanted = labels.filter(({ title }) => title !== null);
  return counted(wanted.filter(({ file, title }) => plainTitle(found.get(file)?.title ?? "") === plainTitle(title ?? "")).length, wanted.length);
}

function days(found: ReadonlyMap<string, Found>, labels: readonly Label[]): string {
  const wanted = labels.filter(({ published }) => published !== null);
  return counted(wanted.filter(({ file, published }) => found.get(file)?.published === published).length, wanted.length);
}

function counted(right: number, all: number): string {
  return `${share(all === 0 ? 0 : right / all)} (${right}/${all})`;
}
