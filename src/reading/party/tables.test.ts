// What the tables of parties promise: a slip is told with file and line, and ids agree with the guideline's organisations.
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { resource } from "../../resources.ts";
import { loadParties } from "./index.ts";
import { readTables } from "./tables.ts";

const folder = resource("knowledge", "parties");
const shared = process.env["PACTA_SHARED"] ?? "../shared";

test("a row with a wrong id is reported with its file and line", () => {
  const copy = mkdtempSync(join(tmpdir(), "parties-"));
  onTestFinished(() => rmSync(copy, { recursive: true }));
  cpSync(folder, copy, { recursive: true });
  writeFileSync(join(copy, "groups.tsv"), "name\tstate\taliases\tfor_state\nRiver Front\tBolivia\t\t\n");
  expect(() => loadParties(copy)).toThrow(expect.objectContaining({ code: "PACTA_TABLE_ROW", place: { source: join(copy, "groups.tsv"), line: 2 } }));
});

test("no state and organisation share an id, and every state that a row names is in the table", () => {
  const tables = readTables(folder);
  const states = new Set(tables.states.map((row) => row.id));
  const territories = new Set(tables.places.map((row) => row.id));
  expect(tables.organisations.filter((row) => states.has(row.id) || territories.has(row.id))).toEqual([]);
  const named = [...tables.companies, ...tables.groups, ...tables.officials, ...tables.bodies, ...tables.places].map((row) => row.state);
  expect(named.filter((state) => state !== "" && !states.has(state) && !territories.has(state))).toEqual([]);
});

test("every office that a holder held ends after it begins", () => {
  const { holders, officials } = readTables(folder);
  expect([...holders, ...officials].filter((row) => row.to !== "" && row.to < row.from)).toEqual([]);
});

test("organisations have the ids of the guideline", (context) => {
  const file = join(shared, "organisations.tsv");
  if (!existsSync(file)) {
    if (process.env["PACTA_REQUIRE_ALL"] === "1") throw new Error(`${file} is missing`);
    context.skip(`${file} is not here: the guideline's ids cannot be compared`);
  }
  const wanted = readFileSync(file, "utf8")
    .split("\n")
    .slice(1)
    .flatMap((line) => line.split("\t")[0] || []);
  const ids = new Set(readTables(folder).organisations.map((row) => row.id));
  expect(wanted.filter((id) => !ids.has(id))).toEqual([]);
});
