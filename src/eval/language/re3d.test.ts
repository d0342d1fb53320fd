// Entities by character to names, on a document that the test writes.
import { expect, test } from "vitest";
import { loadLexicon } from "../../language/index.ts";
import { outermost, re3dDocuments, re3dText } from "./re3d.ts";

const TEXT = "Minister Ann Lee of the Elbonian Navy saw rockets.\n  A frigate left.";

function entity(type: string, value: string): string {
  const begin = TEXT.indexOf(value);
  return JSON.stringify({ documentId: "a", type, value, begin, end: begin + value.length });
}

const entities = [
  entity("Person", "Minister Ann Lee"),
  entity("Person", "Ann Lee"),
  entity("Organisation", "the Elbonian Navy"),
  entity("Organisation", "Elbonian Navy"),
  entity("Weapon", "rockets"),
  entity("MilitaryPlatform", "frigate"),
  entity("Money", "Navy"),
].join("\n");
const [document] = re3dDocuments(JSON.stringify({ _id: "a", text: TEXT, title: "x" }), entities);

test("roles and words without a capital are no names, weapons and platforms always are", () => {
  expect(document?.names.map(({ type, start, end }) => [type, TEXT.slice(start, end)])).toEqual([
    ["PER", "Ann Lee"],
    ["ORG", "Elbonian Navy"],
    ["WEAPON", "rockets"],
    ["PLATFORM", "frigate"],
  ]);
});

test("of names within names the outermost stands", () => {
  const inner = { type: "LOC", start: 3, end: 6 } as const;
  const outer = { type: "ORG", start: 0, end: 9 } as const;
  expect(outermost([inner, outer, { type: "PER", start: 9, end: 12 }])).toEqual([outer, { type: "PER", start: 9, end: 12 }]);
});

test("each line is split on its own and every word keeps its place in the document", () => {
  const { sentences = [] } = document === undefined ? {} : re3dText(document, loadLexicon());
  expect(sentences.map(({ start, end }) => TEXT.slice(start, end))).toEqual([
    "Minister Ann Lee of the Elbonian Navy saw rockets.",
    "A frigate left.",
  ]);
});
