// Patterns that no shell expanded: what they match is read in order, and one that matches nothing says so.
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { expect, test } from "vitest";
import { nodeIo } from "./io.ts";
import type { SourceIo } from "./io.ts";
import { readSources } from "./read-sources.ts";

const NEWS = "Norway signed a contract with Portugal.";

function folderOf(...files: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), "pacta-pattern-"));
  for (const file of files) {
    mkdirSync(join(folder, file, ".."), { recursive: true });
    writeFileSync(join(folder, file), NEWS);
  }
  return folder;
}

async function read(folder: string, ...patterns: readonly string[]): Promise<string[]> {
  const paths = patterns.map((pattern) => join(folder, pattern));
  const found = await Array.fromAsync(readSources(paths, nodeIo()));
  return found.map((each) =>
    each.kind === "failure" ? `${each.error.code} ${relative(folder, each.error.place.source ?? "")}` : relative(folder, each.name),
  );
}

test("a pattern is read in order, hidden files apart, and what is there by the name of a pattern is that", async () => {
  const folder = folderOf("b/2.txt", "a/1.txt", "a/deep/3.txt", "a/.hidden.txt", "a/x.md", "what[1].txt", "what1.txt");
  expect(await read(folder, "**/*.txt")).toEqual(["a/1.txt", "a/deep/3.txt", "b/2.txt", "what1.txt", "what[1].txt"]);
  expect(await read(folder, "{b,a}/?.txt")).toEqual(["a/1.txt", "b/2.txt"]);
  expect(await read(folder, "what[1].txt")).toEqual(["what[1].txt"]);
});

test("folders that a pattern matches are walked, and each of their files is read once", async () => {
  const folder = folderOf("2029/1.txt", "2030/1.txt", "2030/05/2.txt", "2030.txt");
  expect(await read(folder, "2030*")).toEqual(["2030/05/2.txt", "2030/1.txt", "2030.txt"]);
  expect(await read(folder, "{2030*,2030/**}")).toEqual(["2030/05/2.txt", "2030/1.txt", "2030.txt"]);
  expect(await read(folder, "2030/**")).toEqual(["2030/05/2.txt", "2030/1.txt"]);
});

test("a pattern that matches nothing, or too much, is a failure of its own", async () => {
  const folder = folderOf("a.txt");
  expect(await read(folder, "*.html", "a.*")).toEqual(["PACTA_INPUT_NO_MATCH *.html", "a.txt"]);
  const braces = "{a,b}".repeat(30);
  expect(await read(folder, braces)).toEqual([`PACTA_INPUT_TOO_LARGE ${braces}`]);
});

test("a world without patterns says that nothing is named so", async () => {
  const io: SourceIo = { ...nodeIo() };
  delete io.glob;
  const [found] = await Array.fromAsync(readSources([join(folderOf("a.txt"), "*")], io));
  expect(found).toMatchObject({ kind: "failure", error: { code: "PACTA_INPUT_NO_MATCH" } });
});
