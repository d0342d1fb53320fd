// Pages that we set ourselves, in columns of many kinds: what is read back is what was set, in its order.
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { openPdf } from "./open.ts";
import { paragraphsOf } from "./paragraphs.ts";
import { pdf } from "./pdf.fixture.ts";
import type { Written } from "./pdf.fixture.ts";
import { heightOf, placed, setLines } from "./set.fixture.ts";
import type { Style } from "./set.fixture.ts";

vi.setConfig({ testTimeout: 120_000 });

const WORDS =
  "the minister signed a contract with Portugal for two patrol boats after talks in Lisbon and officials said that deliveries begin next spring while parliament must approve the price of forty million dollars which both sides call fair under an agreement from last year".split(
    " ",
  );

/** Sentences of our words, each with a number of its own, so that no two are alike. */
const paragraphs = (most: number): fc.Arbitrary<string[]> =>
  fc.array(
    fc
      .array(fc.array(fc.nat(WORDS.length - 1), { minLength: 6, maxLength: 24 }), { minLength: 1, maxLength: 4 })
      .map((sentences) => sentences.map((words) => `No ${words.map((at) => WORDS[at]).join(" ")}.`).join(" ")),
    { minLength: 2, maxLength: most },
  );

const numbered = (list: readonly string[]): string[] => {
  let count = 0;
  return list.map((text) => text.replace(/No (?=[a-z])/g, () => `Point ${(count += 1) + 100} `));
};

/** A way to set a page. */
interface Design {
  readonly columns: number;
  readonly style: Style;
  readonly gutter: number;
  readonly heading: "none" | "wide" | "left";
  readonly order: "columns" | "rows" | "shuffled";
  readonly shift: number;
}

const designs = (columns: fc.Arbitrary<number>): fc.Arbitrary<Design> =>
  fc
    .record({
      columns,
      size: fc.integer({ min: 8, max: 11 }),
      gap: fc.double({ min: 1.05, max: 2.5, noNaN: true }),
      lead: fc.double({ min: 1.1, max: 1.5, noNaN: true }),
      justified: fc.boolean(),
      marked: fc.constantFrom<"indent" | "between">("indent", "between"),
      heading: fc.constantFrom<Design["heading"]>("none", "wide", "left"),
      order: fc.constantFrom<Design["order"]>("columns", "rows", "shuffled"),
      shift: fc.nat(5),
    })
    .map(({ size, gap, lead, justified, marked, ...rest }) => {
      const gutter = gap * size;
      const width = (492 - gutter * (rest.columns - 1)) / rest.columns;
      const style = {
        size,
        leading: lead * size,
        width,
        justified,
        indent: marked === "indent" ? 1.5 * size : 0,
        between: marked === "between" ? 0.6 * size : 0,
      };
      return { ...rest, gutter, style };
    });

/** A page of that design, and the paragraphs that should be read of it. */
function pageOf(texts: readonly string[], { columns, style, gutter, heading, order, shift }: Design): { page: Written[]; expected: string[] } {
  const lines = setLines(texts, style);
  const share = Math.ceil(lines.length / columns);
  const title = heading === "none" ? [] : heading === "wide" ? ["Norway and Portugal sign a contract for two patrol boats"] : ["Two boats"];
  const top = 680;
  const body = Array.from({ length: columns }, (_, at) =>
    placed(lines.slice(at * share, (at + 1) * share), style, 60 + at * (style.width + gutter), top - (at % 2) * shift),
  );
  const head: Written[] = title.map((text) => ({ text, x: 60, y: 720, size: 14 }));
  const all = [...head, ...body.flat()];
  if (order === "rows") all.sort((a, b) => b.y - a.y || (a.x ?? 0) - (b.x ?? 0));
  if (order === "shuffled") all.sort((a, b) => ((a.text.length * 7919) % 101) - ((b.text.length * 7919) % 101));
  expect(heightOf(lines.slice(0, share))).toBeLessThan(640);
  return { page: all, expected: [...title, ...texts] };
}

const words = (text: string): string[] => text.split(/\s+/);

/** The share of pairs of neighbouring words that are neighbours in what was read. */
function kept(expected: string, text: string): number {
  const pairs = (list: readonly string[]): string[] => list.slice(1).map((word, at) => `${list[at]} ${word}`);
  const found = new Map<string, number>();
  for (const pair of pairs(words(text))) found.set(pair, (found.get(pair) ?? 0) + 1);
  const wanted = pairs(words(expected));
  let count = 0;
  for (const pair of wanted) {
    const left = found.get(pair) ?? 0;
    if (left > 0) count += 1;
    found.set(pair, left - 1);
  }
  return wanted.length === 0 ? 1 : count / wanted.length;
}

// The figures in decision 0040 are these (PDF_FIGURES=1 npx vitest run src/source/pdf/order.test.ts prints them).
test.each([1, 2, 3, 4])("what is set in %i columns is read in its order, however it is set and written", async (columns) => {
  const set = fc.sample(fc.tuple(paragraphs(12), designs(fc.constant(columns))), { numRuns: 100, seed: 8 });
  const wanted = set.map(([list, design]) => pageOf(numbered(list), design));
  const { pages } = await openPdf(pdf(wanted.map(({ page }) => page)));
  const texts = pages.map((page) => paragraphsOf([page]));
  const shares = wanted.map(({ expected }, at) => kept(expected.join(" "), texts[at] ?? ""));
  const share = shares.reduce((sum, each) => sum + each, 0) / shares.length;
  const whole = wanted.filter(({ expected }, at) => expected.join("\n\n") === texts[at]).length;
  if (process.env["PDF_FIGURES"] === "1") console.log(`${columns} columns: ${share.toFixed(4)} of neighbours, ${whole} of ${set.length} pages whole`);
  expect(share).toBeGreaterThan(columns < 4 ? 0.995 : 0.97);
  expect(whole).toBeGreaterThan(70);
});
