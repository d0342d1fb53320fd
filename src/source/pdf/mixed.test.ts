// Pages as press offices and gazettes make them: headings over columns, tables, captions, notes, stamps, and other directions.
import { expect, test, vi } from "vitest";
import { pdfResources } from "./index.ts";
import { paragraphsOf } from "./paragraphs.ts";
import { pdf } from "./pdf.fixture.ts";
import type { Written } from "./pdf.fixture.ts";
import { placed, setLines } from "./set.fixture.ts";
import type { Style } from "./set.fixture.ts";

vi.setConfig({ testTimeout: 60_000 });

async function read(...pages: readonly (readonly Written[])[]): Promise<string[]> {
  const [first] = await Array.fromAsync(pdfResources("a.pdf", pdf(pages)));
  if (first?.kind !== "resource") throw new Error(first?.error.message ?? "nothing");
  return first.text.split("\n\n");
}

const STYLE: Style = { size: 10, leading: 13, width: 230, between: 5 };
const [LEFT, RIGHT] = [60, 312];
const FIRST =
  "Norway signed a contract with Portugal for two patrol boats on Monday, the ministry of defence said in a statement that it sent to reporters in the evening.";
const SECOND =
  "The price is forty million dollars. A third of it is paid at once and the rest when the boats are handed over in the harbour of Lisbon.";
const THIRD = "Officials of both sides said that talks about a third boat would begin in the spring of next year and could end before the summer.";
const FOURTH =
  "Parliament must approve the contract before the first payment is made, and the opposition has said that it will not stand in the way.";
const set = (texts: readonly string[], x: number, top: number, style = STYLE): Written[] => placed(setLines(texts, style), style, x, top);
const foot = (lines: readonly Written[]): number => Math.min(...lines.map(({ y }) => y));

test("a heading over two columns comes before both, one between them parts them, and each pair is read in its order", async () => {
  const head = { text: "Two boats for Norway, a third one is talked about", x: LEFT, y: 720, size: 18 };
  const upper = [...set([FIRST], LEFT, 690), ...set([SECOND], RIGHT, 690)];
  const between = { text: "What happens next in Lisbon and in Oslo after Monday", x: LEFT, y: foot(upper) - 30, size: 14 };
  const lower = [...set([THIRD], LEFT, between.y - 24), ...set([FOURTH], RIGHT, between.y - 24)];
  expect(await read([...lower, between, ...upper, head])).toEqual([head.text, FIRST, SECOND, between.text, THIRD, FOURTH]);
});

test("a paragraph goes on from the foot of a column at the head of the next, around a caption and a note", async () => {
  const lines = setLines([`${FIRST} ${SECOND}`, THIRD], STYLE);
  const left = placed(lines.slice(0, 5), STYLE, LEFT, 690);
  const right = placed(lines.slice(5), STYLE, RIGHT, 690);
  const small = { ...STYLE, size: 8, leading: 10 };
  const note = set(["1 The boats are of the class that was shown in Lisbon last year."], LEFT, foot(left) - 24, small);
  const caption = set(["A patrol boat of the class in the harbour of Lisbon, where it was shown."], RIGHT, 730, small);
  const text = await read([...left, ...note, ...caption, ...right]);
  expect(text[0]).toBe(`${FIRST} ${SECOND}`);
  expect(text.toSorted()).toEqual(
    [
      `${FIRST} ${SECOND}`,
      "1 The boats are of the class that was shown in Lisbon last year.",
      "A patrol boat of the class in the harbour of Lisbon, where it was shown.",
      THIRD,
    ].toSorted(),
  );
});

const TABLE = [
  ["Buyer", "Item", "Number", "Year"],
  ["Norway", "Patrol boats", "2", "2030"],
  ["Chile", "Transport helicopters", "12", "2031"],
  ["Egypt", "Howitzers", "40", "2029"],
  ["Finland", "Radars", "6", "2032"],
];
const table = (x: number, top: number, wide: number): Written[] =>
  TABLE.flatMap((row, at) => row.map((text, index) => ({ text, x: x + index * wide, y: top - 14 * at, size: 10 })));

test("the rows of a table stay together, between paragraphs and in a column", async () => {
  const wide = { ...STYLE, width: 482 };
  const rows = TABLE.map((row) => row.join("\t"));
  const above = set([FIRST, SECOND], LEFT, 700, wide);
  const cells = table(LEFT, foot(above) - 24, 120);
  const below = set([THIRD], LEFT, foot(cells) - 24, wide);
  expect(await read([...above, ...cells, ...below])).toEqual([FIRST, SECOND, ...rows, THIRD]);
  // By columns, as some programs write tables.
  const byColumn = cells.toSorted((a, b) => (a.x ?? 0) - (b.x ?? 0));
  expect(await read([...above, ...byColumn, ...below])).toEqual([FIRST, SECOND, ...rows, THIRD]);
});

test("a table in one of two columns leaves the other whole", async () => {
  const narrow = TABLE.map(([buyer, , number]) => [buyer ?? "", number ?? ""]);
  const left = set([FIRST, SECOND], LEFT, 700);
  const cells = narrow.flatMap((row, at) => row.map((text, index) => ({ text, x: LEFT + index * 120, y: foot(left) - 20 - 14 * at, size: 10 })));
  const right = set([THIRD, FOURTH, FIRST], RIGHT, 700);
  expect(await read([...left, ...cells, ...right])).toEqual([FIRST, SECOND, ...narrow.map((row) => row.join("\t")), THIRD, FOURTH, FIRST]);
});

test("a cell of several lines is one cell of its row", async () => {
  const cells = [
    { text: "1 May", x: 60, y: 700 },
    { text: "Norway signs a contract with Portugal for two", x: 140, y: 700 },
    { text: "patrol boats of the new class.", x: 140, y: 686 },
    { text: "Lisbon", x: 420, y: 700 },
    { text: "3 June", x: 60, y: 664 },
    { text: "Chile orders six helicopters.", x: 140, y: 664 },
    { text: "Santiago", x: 420, y: 664 },
    { text: "9 July", x: 60, y: 642 },
    { text: "Egypt cancels the order for howitzers that it", x: 140, y: 642 },
    { text: "had placed in the year before.", x: 140, y: 628 },
    { text: "Cairo", x: 420, y: 642 },
  ];
  expect(await read(cells)).toEqual([
    "1 May\tNorway signs a contract with Portugal for two patrol boats of the new class.\tLisbon",
    "3 June\tChile orders six helicopters.\tSantiago",
    "9 July\tEgypt cancels the order for howitzers that it had placed in the year before.\tCairo",
  ]);
});

test("items of a list are no columns beside their numbers", async () => {
  const items = [FIRST, THIRD, FOURTH].flatMap((text, at) => {
    const lines = set([text], 96, 700 - 70 * at);
    return [{ text: `${at + 1}.`, x: 72, y: 700 - 70 * at, size: 10 }, ...lines];
  });
  expect(await read(items)).toEqual([`1. ${FIRST}`, `2. ${THIRD}`, `3. ${FOURTH}`]);
});

test("a stamp on its side is left out, and a page that lies on its side is read", async () => {
  const stamp = { text: "Draft for the press", x: 40, y: 300, turn: 1 };
  expect(await read([...set([FIRST], LEFT, 700), stamp])).toEqual([FIRST]);
  const lying = [...set([FIRST], LEFT, 550), ...set([SECOND], RIGHT, 550)].map((line) => ({ ...line, x: 600 - line.y, y: line.x ?? 0, turn: 1 }));
  expect(await read(lying)).toEqual([FIRST, SECOND]);
});

test("Hebrew is read from the right, and its right column first", async () => {
  const words = "נורווגיה חתמה על חוזה עם פורטוגל";
  const lines = (x: number, from: number): Written[] =>
    Array.from({ length: 5 }, (_, at) => ({
      text: `${words} ${"אבגדהוזחטי"[from + at] ?? ""}`,
      x,
      y: 700 - 14 * at,
      size: 11,
      hebrew: true as const,
    }));
  const text = (await read([...lines(60, 5), ...lines(340, 0)])).join(" ");
  expect(text).toBe(Array.from({ length: 10 }, (_, at) => `${words} ${"אבגדהוזחטי"[at] ?? ""}`).join(" "));
});

const lineOf = (text: string, at: number) => ({ text, x: 72, y: 700 - 14 * at, width: 400, size: 11 });
const together = (...lines: string[]): string => paragraphsOf([{ lines: lines.map(lineOf) }]);

test.each([
  ["the min-", "istry said", "the ministry said"],
  ["six S-", "300 systems", "six S-300 systems"],
  ["the US-", "led group", "the US-led group"],
  ["a Russian-", "made radar", "a Russian-made radar"],
  ["a long-", "range missile", "a long-range missile"],
  ["in self-", "defence they", "in self-defence they"],
  ["its counter-", "part in Oslo", "its counterpart in Oslo"],
  ["short- and long-", "range missiles", "short- and long-range missiles"],
  ["both short-", "and long-range ones", "both short- and long-range ones"],
  ["an F-", "16 jet", "an F-16 jet"],
  ["surface-to-", "air missiles", "surface-to-air missiles"],
  ["of\u00adfi\u00ad", "cials", "officials"],
  ["the o\ufb03cial \ufb02eet", "of \ufb01ve", "the official fleet of five"],
])("%s | %s is read as it is spoken", (before, after, expected) => {
  expect(together(before, after)).toBe(expected);
});
