// The catalogue's table: what a row may hold, and how a wrong one is told. The last tests are about the project's own.
import { describe, expect, test } from "vitest";
import { resource } from "../../resources.ts";
import { tableOf } from "./catalogue.fixture.ts";
import { catalogueOf, readCatalogue } from "./catalogue.ts";

const refusal = (line: number, message: RegExp) =>
  expect.objectContaining({
    code: "PACTA_KNOWLEDGE_INVALID",
    place: { source: "known.tsv", line },
    message: expect.stringMatching(message) as string,
  });

describe("a row", () => {
  test("has its lists in order, without blanks and empty parts", () => {
    const [row] = catalogueOf(
      tableOf([{ id: "ferry-link", parties: "NOR; SUD;", names: "Ferry Link;;Ferry Link Deal", from: "2011-05" }]),
      "known.tsv",
    );
    expect(row).toEqual({
      id: "ferry-link",
      name: "ferry-link",
      kind: "agreement",
      parties: ["NOR", "SUD"],
      names: ["Ferry Link", "Ferry Link Deal"],
      descriptions: [],
      from: "2011-05",
      to: "",
      replaces: "",
      goods: [],
    });
  });

  test("may stand under comments and empty lines, with either line end", () => {
    const text = `# a comment\r\n\r\n${tableOf([{ id: "a" }, { id: "b" }]).replaceAll("\n", "\r\n")}\r\n`;
    expect(catalogueOf(text, "known.tsv").map(({ id }) => id)).toEqual(["a", "b"]);
  });

  test.for([
    ["an id in capitals", tableOf([{ id: "a" }, { id: "B" }]), 3, /id/],
    ["a kind that there is none of", tableOf([{ id: "a" }]).replace("agreement", "treaty"), 2, /kind/],
    ["a day that is none", tableOf([{ id: "a", from: "May 2011" }]), 2, /from: a year, month or day/],
    ["a cell too many", `${tableOf([{ id: "a" }])}\tmore`, 2, /11 cells/],
    ["an id that stands there before", tableOf([{ id: "a" }, { id: "b" }, { id: "a" }]), 4, /"a" stands there before/],
    ["an elder that is no row", tableOf([{ id: "a" }, { id: "b", replaces: "c" }]), 3, /"b" replaces "c"/],
    ["no name", tableOf([{ id: "a", name: "" }]), 2, /name/],
  ] as const)("with %s is refused with its line", ([, table, line, message]) => {
    expect(() => catalogueOf(table, "known.tsv")).toThrow(refusal(line, message));
  });

  test("below other columns is refused", () => {
    expect(() => catalogueOf("# head\nid\tname\n", "known.tsv")).toThrow(refusal(2, /columns/));
    expect(() => catalogueOf("", "known.tsv")).toThrow(refusal(1, /columns/));
  });
});

test("a catalogue that is not there is told by its file", () => {
  expect(() => readCatalogue("nowhere/known.tsv")).toThrow(
    expect.objectContaining({ code: "PACTA_KNOWLEDGE_MISSING", place: { source: "nowhere/known.tsv" } }),
  );
});

describe("the project's own catalogue", () => {
  const rows = readCatalogue(resource("knowledge", "deals", "known.tsv"));

  test("gives no name to two rows", () => {
    const named = Map.groupBy(
      rows.flatMap(({ id, names }) => [...new Set(names.map((name) => name.toLowerCase()))].map((name) => ({ id, name }))),
      ({ name }) => name,
    );
    expect([...named.values()].filter((of) => of.length > 1)).toEqual([]);
  });

  test("begins each row before it ends, and is in the order of ids", () => {
    expect(rows.filter(({ from, to }) => to !== "" && from > `${to}-99`).map(({ id }) => id)).toEqual([]);
    const ids = rows.map(({ id }) => id);
    expect(ids).toEqual([...ids].sort());
  });

  test("has no undertaking that replaces itself, by whatever way", () => {
    const elders = new Map(rows.map(({ id, replaces }) => [id, replaces]));
    for (const { id } of rows) {
      const way = [id];
      for (let elder = elders.get(id); elder !== undefined && elder !== ""; elder = elders.get(elder)) {
        expect(way).not.toContain(elder);
        way.push(elder);
      }
    }
  });
});
