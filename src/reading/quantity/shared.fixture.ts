// The gold and corpora beside the checkout, for the tests that measure. They are read by path and never copied; where
// they are absent a measuring test skips itself and says so, unless PACTA_REQUIRE_ALL=1.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

/** A gold item as far as times and money need it. */
export interface GoldItem {
  readonly id: string;
  readonly date: string;
  readonly text: string;
  readonly claims: readonly {
    readonly time?: { readonly norm: string; readonly basis: string } | null;
    readonly money?: readonly { readonly amount: number; readonly currency: string }[];
    readonly evidence: { readonly start: number; readonly end: number };
  }[];
}

function place(...parts: readonly string[]): string {
  return join(process.env["PACTA_SHARED"] ?? "../shared", ...parts);
}

/** Why a measuring test over this file of the shared folder cannot run, or nothing where it can. */
export function missing(...parts: readonly string[]): string | undefined {
  if (existsSync(place(...parts)) || process.env["PACTA_REQUIRE_ALL"] === "1") return undefined;
  return `needs ${parts.join("/")} of the shared folder: set PACTA_SHARED`;
}

/** The items of a gold set. */
export function goldItems(set: "items.dev" | "items.train"): readonly GoldItem[] {
  const lines = readFileSync(place("gold", `${set}.jsonl`), "utf8").split("\n");
  return lines.filter((line) => line !== "").map((line) => JSON.parse(line) as GoldItem);
}

/** The English specification cases of Recognizers-Text in a file of its folder ("Number/NumberModel"). */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller names the shape that its file has
export function specCases<Case>(name: string): readonly Case[] {
  return JSON.parse(
    gunzipSync(readFileSync(place("corpora", "recognizers-text", `${name}.json.gz`)))
      .toString("utf8")
      .replace(/^\ufeff/, ""),
  ) as readonly Case[];
}
