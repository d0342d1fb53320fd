// The guideline as data: it keeps up with the contract, and every change of it has another version.
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ACTS } from "../reading/index.ts";
import { resource } from "../resources.ts";
import { loadGuideline } from "./guideline.ts";
import { toldClaimSchema } from "./wire.ts";

const own = resource("knowledge", "coder");

/** A folder whose guideline is the package's own, changed. */
function changed(change: (text: string) => string): string {
  const folder = mkdtempSync(join(tmpdir(), "pacta-coder-"));
  cpSync(own, folder, { recursive: true });
  const file = join(folder, "guideline.yaml");
  writeFileSync(file, change(readFileSync(file, "utf8")));
  return folder;
}

test("every act of the contract and every field of an answer is explained", () => {
  const { instructions } = loadGuideline();
  const lists = instructions.slice(instructions.indexOf("Acts."), instructions.indexOf("Rules."));
  for (const act of ACTS) expect(lists).toMatch(new RegExp(`(?<![\\w-])${act} \\(|(?<![\\w-])${act}[;.]`));
  for (const field of Object.keys(toldClaimSchema.shape)) expect(instructions).toContain(`"${field}":`);
});

test("the version is the file's own with a hash, which any correction changes", () => {
  const { version } = loadGuideline();
  expect(version).toMatch(/^1\.[0-9a-f]{8}$/);
  expect(loadGuideline(changed((text) => text)).version).toBe(version);
  expect(loadGuideline(changed((text) => text.replaceAll("\n", "\r\n"))).version).toBe(version);
  expect(loadGuideline(changed((text) => text.replace("You code news", "You code the news"))).version).not.toBe(version);
});

test.each([
  ["a field too many", (text: string) => text.replace(/^confidence:/m, "more: 1\nconfidence:"), 9],
  ["no YAML", () => "limits: [1", 1],
  ["a confidence above 1", (text: string) => text.replace(/^confidence: .*/m, "confidence: 4"), 9],
])("a file with %s is refused with its name and line", (_, change, line) => {
  const folder = changed(change);
  const refused = expect.objectContaining({ code: "PACTA_KNOWLEDGE_INVALID", place: { source: join(folder, "guideline.yaml"), line } });
  expect(() => loadGuideline(folder)).toThrow(refused);
});

test("a file that is not there is missing, not invalid", () => {
  expect(() => loadGuideline(mkdtempSync(join(tmpdir(), "pacta-coder-")))).toThrow(expect.objectContaining({ code: "PACTA_KNOWLEDGE_MISSING" }));
});
