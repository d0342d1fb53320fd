// Years that are part of a name or a count, each beside a year that is a time.
import { expect, test } from "vitest";
import { analysisOf } from "../grammar/tree.fixture.ts";
import { isInName } from "./title.ts";

function isTitled(notation: string, words: string, names: Parameters<typeof analysisOf>[1] = {}): boolean {
  const { document, sentences } = analysisOf([notation], names);
  const [sentence] = sentences;
  if (sentence === undefined) throw new Error("no sentence");
  const start = document.text.indexOf(words);
  return isInName({ start, end: start + words.length }, document.text, sentence);
}

test.each([
  [
    "the title of an event",
    "They PRP nsubj<won | won=win VBD root | the DT det<Games | 2010 CD nummod<Games | Asian JJ amod<Games | Games NNPS obj<won | .<won",
    "2010",
    true,
  ],
  [
    "the year of a thing",
    "They PRP nsubj<left | left=leave VBD root | the DT det<accord | 2015 CD nummod<accord | Paris NNP compound<accord | accord NN obj<left | .<left",
    "2015",
    false,
  ],
  [
    "a year before who acts",
    "In IN case<2010 | 2010 CD obl<left | President NNP nmod:desc<Jan | Jan NNP nsubj<left | Nowak NNP flat<Jan | left=leave VBD root | .<left",
    "2010",
    false,
  ],
  [
    "the year of an act of parliament",
    "the DT det<Act | Terrorism NNP compound<Act | Act NNP nsubj<applies | 2000 CD nummod<Act | applies=apply VBZ root | .<applies",
    "2000",
    true,
  ],
  [
    "a month's year",
    "They PRP nsubj<left | left=leave VBD root | in IN case<March | March NNP obl<left | 2012 CD nummod<March | .<left",
    "March 2012",
    false,
  ],
  ["a number of things", "led=lead VBN root | by IN case<monks | 2000 CD nummod<monks | monks=monk NNS obl<led | .<led", "by 2000", true],
])("in %s", (_, notation, words, titled) => {
  expect(isTitled(notation, words)).toBe(titled);
});

test("a day inside a person's name is none", () => {
  const notation = "Godwin NNP nsubj<left | Friday NNP flat<Godwin | left=leave VBD root | .<left";
  expect(isTitled(notation, "Friday", { "Godwin Friday": "PER" })).toBe(true);
  expect(isTitled("They PRP nsubj<left | left=leave VBD root | on IN case<Friday | Friday NNP obl<left | .<left", "Friday")).toBe(false);
});
