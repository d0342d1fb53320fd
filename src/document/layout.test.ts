// The structure of wire copy in several layouts, and properties of any text.
import fc from "fast-check";
import { expect, test } from "vitest";
import { loadFurniture } from "./furniture-tables.ts";
import { layout } from "./layout.ts";
import { unitsOf } from "./units.ts";

const furniture = loadFurniture();

/** Kind and words of each block. */
function blocksOf(text: string): [string, string][] {
  return layout(text, unitsOf(text), furniture).map((block) => [block.kind, text.slice(block.start, block.end)]);
}

const kindsOf = (text: string) => blocksOf(text).map(([kind]) => kind);

const PROSE = "The two governments signed the contract on Monday after months of talks in the capital.";
const MORE = "Officials said that deliveries of the helicopters would begin in the spring of next year.";

test("headline, dek, doubled captions, dateline, body and prompts are told apart", () => {
  const text = [
    "Norway and Chile sign helicopter contract",
    "Oslo says price ‘fair’, gives no figure",
    "A helicopter on the ground at an airfield in Chile (AP)\nA helicopter on the ground at an airfield in Chile (AP)",
    `OSLO — ${PROSE}`,
    MORE,
    "read more:\nNorway looks south\nGet notifications to stay updated\nYou’re subscribed",
  ].join("\n\n");
  expect(blocksOf(text)).toEqual([
    ["headline", "Norway and Chile sign helicopter contract"],
    ["dek", "Oslo says price ‘fair’, gives no figure"],
    ["caption", "A helicopter on the ground at an airfield in Chile (AP)"],
    ["caption", "A helicopter on the ground at an airfield in Chile (AP)"],
    ["dateline", "OSLO —"],
    ["paragraph", PROSE],
    ["paragraph", MORE],
    ["tail", "read more:"],
    ["tail", "Norway looks south"],
    ["tail", "Get notifications to stay updated"],
    ["tail", "You’re subscribed"],
  ]);
});

test("a byline and a day between the headline and the body are told apart", () => {
  const text = `Chile buys helicopters\n\nBy Ann Lee and Jon Berg, Reuters\n\nPublished: 20 January 2015 10:30 GMT\n\n${PROSE}\n\n${MORE}`;
  expect(kindsOf(text)).toEqual(["headline", "byline", "dateline", "paragraph", "paragraph"]);
});

test("a dek that is a whole sentence is known by the byline after it", () => {
  const text = `Chile buys helicopters\n\nThe price of the twelve machines has not been made public by either side.\n\nBy Ann Lee\n\n${PROSE}\n\n${MORE}`;
  expect(kindsOf(text)).toEqual(["headline", "dek", "byline", "paragraph", "paragraph"]);
});

test.each([
  ["PARIS, Jan 5 (Reuters) - ", "PARIS, Jan 5 (Reuters) -"],
  ["WASHINGTON (AP) — ", "WASHINGTON (AP) —"],
  ["Moscow (AFP) - ", "Moscow (AFP) -"],
  ["SANTIAGO, Chile, Jan. 5, 2015 — ", "SANTIAGO, Chile, Jan. 5, 2015 —"],
  ["TEHRAN, January 5. /IRNA/. ", "TEHRAN, January 5. /IRNA/."],
  ["UNITED NATIONS — ", "UNITED NATIONS —"],
  ["BEIJING, Jan. 5 (Xinhua) -- ", "BEIJING, Jan. 5 (Xinhua) --"],
  ["ST. PETERSBURG – ", "ST. PETERSBURG –"],
])("the dateline of %s is a block of its own before its paragraph", (dateline, words) => {
  expect(blocksOf(`${dateline}${PROSE}\n\n${MORE}`)).toEqual([
    ["dateline", words],
    ["paragraph", PROSE],
    ["paragraph", MORE],
  ]);
});

test.each([
  "NATO — the alliance — signed the pact.",
  "ISIL – Sinai Province pledged allegiance.",
  "ZANU–PF endorses the treaty.",
  "Iran - Russia ties grow.",
  "Russia (which signed) — Iran",
])("%s opens with no dateline", (text) => {
  expect(kindsOf(text)).toEqual(["paragraph"]);
});

test("lines broken at a width are put together, one paragraph for each blank line", () => {
  const text =
    "The two governments signed the contract on Monday, after\nmonths of talks in the capital. Deliveries begin\nin the spring.\n\nChile has bought from Norway before, and its navy\nflies the older model.\n";
  expect(kindsOf(text)).toEqual(["paragraph", "paragraph"]);
});

test("one paragraph a line needs no blank lines", () => {
  expect(blocksOf(`${PROSE}\n${MORE}`)).toEqual([
    ["paragraph", PROSE],
    ["paragraph", MORE],
  ]);
});

test("list items stand without their marks", () => {
  expect(blocksOf(`${PROSE}\n\n- twelve helicopters\n- spare parts\n\n1. training\n\n${MORE}`).slice(1, 4)).toEqual([
    ["list", "twelve helicopters"],
    ["list", "spare parts"],
    ["list", "training"],
  ]);
});

test("captions with a credit in the middle of the body are no paragraphs, sentences with a source in brackets are", () => {
  const text = `${PROSE}\n\nThe minister arrives at the palace, Jan. 5, 2015. (Jon Berg/Reuters)\n\n${MORE}\n\nChile will pay by June. (Reuters)`;
  expect(kindsOf(text)).toEqual(["paragraph", "caption", "paragraph", "paragraph"]);
});

test("a credit on a line of its own is a credit", () => {
  expect(kindsOf(`Chile buys helicopters\n\nPhoto: Getty Images\n\n${PROSE}\n\n${MORE}`)).toEqual(["headline", "credit", "paragraph", "paragraph"]);
});

test("prose after a link list is read again", () => {
  expect(kindsOf(`${PROSE}\n\nRead more: Norway looks south\n\n${MORE}`)).toEqual(["paragraph", "tail", "paragraph"]);
});

test.each([
  "Related officials said that the contract was signed.",
  "Share prices rose after the contract.",
  "Subscribers of the bond demanded payment.",
  "Chile signs contract (AP)",
  "Read more widely, the treaty binds both.",
])("a single unit is read, whatever it looks like: %s", (text) => {
  expect(blocksOf(text)).toEqual([["paragraph", text]]);
});

test("a report without a headline has none", () => {
  expect(kindsOf(`${PROSE}\n\n${MORE}`)).toEqual(["paragraph", "paragraph"]);
});

test("line ends of every system are line ends, and the spans stay in the text", () => {
  expect(blocksOf(`${PROSE}\r\n\r\n${MORE}\r\n`)).toEqual([
    ["paragraph", PROSE],
    ["paragraph", MORE],
  ]);
});

test.each(["Copyright 2015 The Daily", "Copyright 1999-2015, The Daily", "© 2015 The Daily", "Copyright © 2015"])("%s ends a text", (line) => {
  expect(blocksOf(`${PROSE}\n\n${MORE}\n\n${line}`).at(-1)).toEqual(["tail", line]);
});

const line = fc.oneof(
  fc.constantFrom(
    "read more:",
    "By Ann Lee",
    "MOSCOW — Iran",
    "A view (AP)",
    "",
    " ",
    "- item",
    PROSE,
    "Photo: Reuters",
    "20 January 2015",
    "1. ",
    "\u00a0",
    "\ufeff",
  ),
  fc.string({ unit: "binary", maxLength: 40 }),
);
const anyText = fc
  .array(fc.tuple(line, fc.constantFrom("\n", "\r\n", "\n\n", "\r", "\u2028", "")), { maxLength: 20 })
  .map((lines) => lines.flat().join(""));

test("whatever the text, blocks lie in it, in order, apart, trimmed, and leave out nothing but list marks", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const blocks = layout(text, unitsOf(text), furniture);
      let end = 0;
      for (const block of blocks) {
        const between = text.slice(end, block.start).trim();
        expect(block.start).toBeGreaterThanOrEqual(end);
        expect(block.end).toBeGreaterThan(block.start);
        expect(text.slice(block.start, block.end).trim()).toHaveLength(block.end - block.start);
        expect(between === "" || block.kind === "list" || block.kind === "tail").toBe(true);
        expect(between.length).toBeLessThanOrEqual(3);
        end = block.end;
      }
      expect(end).toBeLessThanOrEqual(text.length);
      expect(text.slice(end).trim()).toBe("");
    }),
    { numRuns: 300 },
  );
});

test("no phrase of the tables is said twice, or begins as another does that is looked for anyway", () => {
  const idle = [furniture.tails, furniture.around].flatMap((table) =>
    table.filter((one) => table.some((other) => other !== one && other.where === "start" && one.phrase.startsWith(other.phrase))),
  );
  expect(idle).toEqual([]);
});
