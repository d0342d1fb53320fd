// What a coder quotes counts only where it stands in the text.
import { expect, test } from "vitest";
import { anchor } from "./anchor.ts";
import { documentOf } from "./annotated.fixture.ts";
import { passagesOf } from "./passage.ts";
import type { Passage } from "./passage.ts";

function passageOf(text: string): Passage {
  const [passage] = passagesOf(documentOf(text), 10_000, 1).passages;
  if (passage === undefined) throw new Error("no passage");
  return passage;
}

/** The words of the text that are found for the words given. */
function found(text: string, words: string, near?: string): string | undefined {
  const place = near === undefined ? undefined : { start: text.indexOf(near), end: text.indexOf(near) + near.length };
  const span = anchor(words, passageOf(text), place);
  return span === undefined ? undefined : text.slice(span.start, span.end);
}

test.each([
  ["as it stands", "Oslo signed the pact.", "signed the pact", "signed the pact"],
  ["with other blanks", "Oslo  signed\n the\u00A0pact.", "Oslo signed the pact", "Oslo  signed\n the\u00A0pact"],
  ["with other quotation marks", "Oslo’s “fair” offer", 'Oslo\'s "fair" offer', "Oslo’s “fair” offer"],
  ["with another dash", "the 2020–21 talks", "the 2020-21 talks", "the 2020–21 talks"],
  ["with dots for an ellipsis", "They waited… and signed", "They waited... and signed", "They waited… and signed"],
  ["over a soft hyphen", "the agree\u00ADment", "the agreement", "the agree\u00ADment"],
  ["in marks of its own", "Oslo signed the pact.", '"Oslo signed the pact".', "Oslo signed the pact"],
  ["after an emoji", "🚢 Oslo signed", "Oslo signed", "Oslo signed"],
])("words are found %s", (_, text, words, place) => {
  expect(found(text, words)).toBe(place);
});

test.each([
  ["stand nowhere", "Oslo signed the pact.", "Oslo broke the pact"],
  ["differ in case", "Oslo signed the pact.", "oslo signed"],
  ["are part of another word", "RUSSIA and Austria", "US"],
  ["are a part of two words", "Oslo signed the pact.", "igned the pac"],
  ["are no words", "Oslo signed the pact.", " \n"],
  ["are only marks", "Oslo signed the pact.", '"."'],
  ["cut a character in half", "🚢 Oslo", "\uD83D"],
])("words are not found that %s", (_, text, words) => {
  expect(found(text, words)).toBeUndefined();
});

test("of several places the one inside of the evidence is taken, else the nearest", () => {
  const text = "Peru left. Chile stayed while Peru talked. Peru came back.";
  const at = (near: string) => anchor("Peru", passageOf(text), { start: text.indexOf(near), end: text.indexOf(near) + near.length })?.start;
  expect([at("Chile stayed while Peru talked"), at("came back"), anchor("Peru", passageOf(text))?.start]).toEqual([30, 43, 0]);
});

test("words that repeat without an end are looked for in bounded time", () => {
  const text = "a ".repeat(50_000);
  const began = performance.now();
  expect(found(text, `${"a ".repeat(400)}b`)).toBeUndefined();
  expect(performance.now() - began).toBeLessThan(5000);
});
