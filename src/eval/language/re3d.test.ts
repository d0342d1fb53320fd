// Entities by character to names, on words that the test writes.
import { expect, test } from "vitest";
import { loadLexicon } from "../../language/index.ts";
import { re3dDocuments, re3dText } from "./re3d.ts";
import { nameOfEntity, outermost, stateNames } from "./re3d-name.ts";

const STATES = stateNames("# states\nid\tname\taliases\tdemonyms\nELB\tElbonia\tRepublic of Elbonia; Elbonian Republic\tElbonian\n");

/** Type and words of the name in an entity that is the whole text. */
function named(type: string, text: string): [string, string] | undefined {
  const name = nameOfEntity(type, text, { start: 0, end: text.length }, STATES);
  return name && [name.type, text.slice(name.start, name.end)];
}

test.each([
  ["Person", "Prime Minister Ann Lee", ["PER", "Ann Lee"]],
  ["Person", "Ann Lee's", ["PER", "Ann Lee"]],
  ["Person", "the Foreign Minister", undefined],
  ["Person", "They", undefined],
  ["Person", "Ann Lee, a baker", ["open", "Ann Lee, a baker"]],
  ["Organisation", "The Ministry of Trade", ["ORG", "Ministry of Trade"]],
  ["Organisation", "the Republic of Elbonia", ["LOC", "Republic of Elbonia"]],
  ["Organisation", "the Lee regime", ["open", "Lee regime"]],
  ["Organisation", "the army", undefined],
  ["Location", "Oslo, Norway", ["LOC", "Oslo, Norway"]],
  ["Nationality", "Elbonian", ["MISC", "Elbonian"]],
  ["Weapon", "three rockets", ["WEAPON", "three rockets"]],
  ["Money", "Elbonia", undefined],
])("of %s %s the name is %s", (type, text, name) => {
  expect(named(type, text)).toEqual(name);
});

test("of names within names the outermost stands", () => {
  const inner = { type: "LOC", start: 3, end: 6 } as const;
  const outer = { type: "ORG", start: 0, end: 9 } as const;
  expect(outermost([inner, outer, { type: "PER", start: 9, end: 12 }])).toEqual([outer, { type: "PER", start: 9, end: 12 }]);
});

test("of one stretch with two types the same one stands in whatever order they come", () => {
  const place = { type: "LOC", start: 0, end: 5 } as const;
  const body = { type: "ORG", start: 0, end: 5 } as const;
  expect([outermost([place, body]), outermost([body, place])]).toEqual([[place], [place]]);
});

test("each line is split on its own and every word and name keeps its place in the document", () => {
  const text = "The Lee regime sent a frigate to Oslo.\n  Ann Lee left.";
  const entity = (type: string, value: string): string => {
    const begin = text.indexOf(value);
    return JSON.stringify({ documentId: "a", type, begin, end: begin + value.length, value });
  };
  const entities = [
    entity("Organisation", "The Lee regime"),
    entity("MilitaryPlatform", "frigate"),
    entity("Location", "Oslo"),
    entity("Person", "Ann Lee"),
  ];
  const [document] = re3dDocuments(JSON.stringify({ _id: "a", text, title: "x" }), entities.join("\n"), STATES);
  const read = document && re3dText(document, loadLexicon());
  expect(read?.sentences.map(({ start, end }) => text.slice(start, end))).toEqual(["The Lee regime sent a frigate to Oslo.", "Ann Lee left."]);
  expect(read?.names.map(({ type, start, end }) => [type, text.slice(start, end)])).toEqual([
    ["PLATFORM", "frigate"],
    ["LOC", "Oslo"],
    ["PER", "Ann Lee"],
  ]);
  expect(read?.open.map(({ start, end }) => text.slice(start, end))).toEqual(["Lee regime"]);
});
