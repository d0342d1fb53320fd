// What is sent of a document: the parts that are read for claims, in stretches of bounded size.
import { expect, test } from "vitest";
import type { Document } from "../document/index.ts";
import { anchor } from "./anchor.ts";
import { documentOf } from "./annotated.fixture.ts";
import { passagesOf } from "./passage.ts";

test("a document that fits is one passage, with its paragraphs parted", () => {
  const { passages, beyond } = passagesOf(documentOf(["First.", "Second."]), 100, 10);
  expect(passages.map(({ sent, start, end }) => [sent, start, end])).toEqual([["First.\n\nSecond.", 0, 15]]);
  expect(beyond).toBeUndefined();
});

test("a longer one is parted between paragraphs, and what is beyond the last passage is told", () => {
  const { passages, beyond } = passagesOf(documentOf(["aaaa aaaa", "bbbb", "cccc cccc", "dddd"]), 13, 1);
  expect(passages.map(({ sent }) => sent)).toEqual(["aaaa aaaa\n\nbbbb"]);
  expect(beyond).toEqual({ start: 17, end: 32 });
});

test("a paragraph that is too long is cut at blanks, a word that is too long between characters", () => {
  expect(passagesOf(documentOf("one two three"), 8, 10).passages.map(({ sent }) => sent)).toEqual(["one two", "three"]);
  const ships = passagesOf(documentOf("🚢".repeat(5)), 5, 10).passages;
  expect(ships.map(({ sent }) => sent)).toEqual(["🚢🚢", "🚢🚢", "🚢"]);
});

test("captions and bylines are not sent, and no words are found in them or across them", () => {
  const text = "Peru signed.\n\nPhoto: Chile\n\nIt was late.";
  const document: Document = {
    ...documentOf(text),
    blocks: [
      { kind: "paragraph", start: 0, end: 12 },
      { kind: "caption", start: 14, end: 26 },
      { kind: "paragraph", start: 28, end: 40 },
    ],
  };
  const [passage] = passagesOf(document, 1000, 10).passages;
  if (passage === undefined) throw new Error("no passage");
  expect(passage.sent).toBe("Peru signed.\n\nIt was late.");
  expect(anchor("Chile", passage)).toBeUndefined();
  expect(anchor("Peru signed. It was late.", passage)).toBeUndefined();
  expect(anchor("It was late", passage)).toEqual({ start: 28, end: 39 });
});

test("a document with nothing to read has no passage", () => {
  expect(passagesOf({ ...documentOf("By A. Writer"), blocks: [{ kind: "byline", start: 0, end: 12 }] }, 100, 10)).toEqual({ passages: [] });
});
