// The tests that need weights and gold: where they are, and what happens where they are not.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Document } from "../document/index.ts";
import { paragraphBlocks } from "../language/index.ts";
import { resource } from "../resources.ts";

/** The model's folder: `$PACTA_MODEL`, else the package's own. */
export const MODEL = process.env["PACTA_MODEL"] ?? resource("models", "en");

/** The gold folder of the shared material, which is no part of the project. */
export const GOLD = join(process.env["PACTA_SHARED"] ?? join(resource(), "..", "shared"), "gold");

/** True where all paths exist. Where one does not: says so, or throws under PACTA_REQUIRE_ALL=1. */
export function allThere(test: string, ...paths: readonly string[]): boolean {
  const missing = paths.filter((path) => !existsSync(path));
  if (missing.length === 0) return true;
  const message = `${test}: ${missing.join(" and ")} missing; the tests that need it do not run`;
  if (process.env["PACTA_REQUIRE_ALL"] === "1") throw new Error(message);
  console.warn(message);
  return false;
}

/** The weights of a model folder: what must be there for it to be one. */
export const WEIGHTS = join(MODEL, "model.json");

/** A document of plain paragraphs. */
export function documentOf(text: string, more: Partial<Document> = {}): Document {
  return { id: "t", text, blocks: paragraphBlocks(text), sources: [], tags: [], ...more };
}

/** The documents of a gold file; its claims are left where they are. */
export function goldDocuments(name: string): Document[] {
  const lines = readFileSync(join(GOLD, name), "utf8")
    .split("\n")
    .filter((line) => line !== "");
  return lines.map((line) => {
    const { id, text, date, heading } = JSON.parse(line) as { id: string; text: string; date: string | null; heading?: string | null };
    return documentOf(text, { id, ...(date && { published: { day: date, basis: "caller" as const } }), ...(heading && { heading }) });
  });
}
