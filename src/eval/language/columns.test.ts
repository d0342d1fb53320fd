// Column files to texts with names, on lines that the test writes.
import { expect, test } from "vitest";
import { namedText, taggedSentences, withBeginnings } from "./columns.ts";
import { wikigoldDocuments } from "./names.ts";

const typeOf = (label: string): "PER" | "LOC" | undefined => (label === "PER" || label === "LOC" ? label : undefined);

test("words and tags are read by column, comments and blank lines part sentences", () => {
  const iob2 = "# sent_id = 1\n1\tAnna\tB-PER\t-\t-\n2\tsang\tO\t-\t-\n\n# sent_id = 2\n1\tStop\tO\t-\t-\n";
  expect(taggedSentences(iob2, /\t/, 1, 2)).toEqual([
    [
      { form: "Anna", tag: "B-PER" },
      { form: "sang", tag: "O" },
    ],
    [{ form: "Stop", tag: "O" }],
  ]);
});

test("tags without beginnings get one where a type starts, and neighbours of one type stay one name", () => {
  const words = ["O", "I-PER", "I-PER", "I-LOC", "O", "I-LOC"].map((tag) => ({ form: "x", tag }));
  expect(withBeginnings(words).map(({ tag }) => tag)).toEqual(["O", "B-PER", "I-PER", "B-LOC", "O", "B-LOC"]);
});

test("names are spans of the words with a blank between them, and an unmapped type is none", () => {
  const tags = ["B-PER", "I-PER", "O", "B-LOC", "B-LOC", "B-FOOD"];
  const { sentences, names } = namedText(
    ["Ann", "Lee", "left", "Rome", "Oslo", "tea"].map((form, i) => ({ form, tag: tags[i] ?? "O" })),
    typeOf,
  );
  expect(names).toEqual([
    { type: "PER", start: 0, end: 7 },
    { type: "LOC", start: 13, end: 17 },
    { type: "LOC", start: 18, end: 22 },
  ]);
  expect(sentences[0]?.words.at(-1)).toEqual({ form: "tea", start: 23, end: 26 });
});

test("wikigold's documents end at their marks", () => {
  const content = "Ann I-PER\n. O\n\nGo O\n\n-DOCSTART- O\n\nOslo I-LOC\n\n-DOCSTART- O\n";
  expect(wikigoldDocuments(content).map((sentences) => sentences.length)).toEqual([2, 1]);
});
