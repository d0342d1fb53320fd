// Word lists of the tokeniser, checked with file and line.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { abbreviationKind, LEXICON_FOLDER, loadLexicon } from "./lexicon.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "pacta-lexicon-"));
  cpSync(LEXICON_FOLDER, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

it("reads the lists that come with Pacta", () => {
  const lexicon = loadLexicon();
  expect(lexicon.abbreviations.get("Gen.")).toBe("title");
  expect(lexicon.fused.get("cannot")).toEqual([3, 3]);
  expect(lexicon.affixesBefore.has("anti")).toBe(true);
  expect(lexicon.states.has("Norway")).toBe(true);
  expect(lexicon.lettered.has("vitamin")).toBe(true);
});

it("tells file and line of a wrong row", () => {
  writeFileSync(join(folder, "abbreviations.tsv"), "# comment\nform\tkind\nGen.\ttitle\nCol\trank\n");
  const place = { source: join(folder, "abbreviations.tsv"), line: 4 };
  expect(() => loadLexicon(folder)).toThrow(expect.objectContaining({ code: "PACTA_KNOWLEDGE_INVALID", place }));
});

it("tells which list is missing", () => {
  rmSync(join(folder, "units.tsv"));
  expect(() => loadLexicon(folder)).toThrow(
    expect.objectContaining({ code: "PACTA_KNOWLEDGE_MISSING", place: { source: join(folder, "units.tsv") } }),
  );
});

it("knows an abbreviation in capitals, a title only before other capitals", () => {
  const kindOf = (form: string, next: string) => abbreviationKind(form, next, loadLexicon());
  expect(kindOf("INC.", "The")).toBe("end");
  expect(kindOf("ST.", "PETERSBURG")).toBe("street");
  expect(kindOf("GEN.", "ROE")).toBe("title");
  expect(kindOf("SEC.", "The")).toBeUndefined();
});
