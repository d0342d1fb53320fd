// What the tables of goods promise: every name leads to one family, every kind is known, and no ordinary word stands for a system unguarded.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { resource } from "../../resources.ts";
import { catalogueOf, kindGroups } from "./index.ts";

const catalogue = catalogueOf();
const shared = process.env["PACTA_SHARED"] ?? "../shared";

/** Values that a list has more than once. */
function repeated(values: readonly string[]): string[] {
  return [...Map.groupBy(values, (value) => value)].flatMap(([value, all]) => (all.length > 1 ? [value] : []));
}

function rowsOf(file: string): string[][] {
  const lines = readFileSync(resource("knowledge", "items", file), "utf8")
    .trimEnd()
    .split("\n");
  return lines.filter((line) => !line.startsWith("#")).map((line) => line.split("\t"));
}

test("the catalogue holds what it is to hold", () => {
  const ofGroup = (group: string): number => catalogue.filter(({ kind }) => kindGroups().get(kind) === group).length;
  expect(ofGroup("arms")).toBeGreaterThan(600);
  expect(catalogue.filter(({ table }) => table === "goods").length).toBeGreaterThan(150);
});

test("no two entries share an id, and no name leads to two entries", () => {
  expect(repeated(catalogue.map(({ id }) => id))).toEqual([]);
  for (const part of ["goods", "systems"] as const) {
    const entries = catalogue.filter(({ table }) => (table === "goods") === (part === "goods"));
    expect(repeated(entries.flatMap(({ names }) => [...new Set(names.map((name) => name.toLowerCase()))]))).toEqual([]);
  }
});

test("every kind is listed, and every listed kind is used", () => {
  const used = new Set([
    ...catalogue.map(({ kind }) => kind),
    ...rowsOf("nouns.tsv")
      .slice(1)
      .map(([, kind = ""]) => kind),
  ]);
  expect([...used].sort()).toEqual([...kindGroups().keys()].sort());
});

test("a maker is a state of the table of states", () => {
  const states = readFileSync(resource("knowledge", "parties", "states.tsv"), "utf8");
  const ids = new Set([...states.matchAll(/^([A-Z]{3})\t/gm)].map(([, id]) => id));
  const places = readFileSync(resource("knowledge", "parties", "places.tsv"), "utf8");
  const known = (maker: string): boolean => ids.has(maker) || places.includes(`${maker}\t`);
  expect(catalogue.flatMap(({ name, maker }) => (maker === undefined || known(maker) ? [] : [`${name}: ${maker}`]))).toEqual([]);
});

test("no system is called by a word of everyday English unless it is marked so", (context) => {
  const file = join(shared, "corpora", "ud-ewt", "train.conllu.gz");
  if (!existsSync(file)) {
    if (process.env["PACTA_REQUIRE_ALL"] === "1") throw new Error(`${file} is missing`);
    context.skip(`${file} is not here: there is no English text to count words in`);
  }
  const text = gunzipSync(readFileSync(file)).toString("utf8");
  const ordinary = new Set([...text.matchAll(/^\d+\t(\p{Ll}{3,})\t[^\t]*\t(?:NOUN|VERB|ADJ|ADV)\t/gmu)].map(([, word]) => word));
  const loose = catalogue
    .filter(({ table }) => table !== "goods")
    .flatMap(({ names, everyday }) => names.filter((name) => /^\p{Lu}/u.test(name) && ordinary.has(name.toLowerCase()) && !everyday.includes(name)));
  expect(loose).toEqual([]);
});
