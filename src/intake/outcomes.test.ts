// With --headings the heading is text, and every span still covers the words that it covered.
import { expect, test } from "vitest";
import type { Document } from "../document/index.ts";
import { withHeading } from "./outcomes.ts";

test("a heading becomes the first block, and the other blocks move behind it", () => {
  const document: Document = {
    id: "a",
    heading: "Oslo buys",
    text: "Norway buys boats.",
    blocks: [{ kind: "paragraph", start: 0, end: 18 }],
    sources: [],
    tags: [],
  };
  const read = withHeading(document);
  expect(read).toEqual({
    id: "a",
    text: "Oslo buys\n\nNorway buys boats.",
    blocks: [
      { kind: "headline", start: 0, end: 9 },
      { kind: "paragraph", start: 11, end: 29 },
    ],
    sources: [],
    tags: [],
  });
  expect(read.blocks.map(({ start, end }) => read.text.slice(start, end))).toEqual(["Oslo buys", "Norway buys boats."]);
});

test("a document without a heading is left as it is", () => {
  const document: Document = { id: "a", text: "x", blocks: [], sources: [], tags: [] };
  expect(withHeading(document)).toBe(document);
});
