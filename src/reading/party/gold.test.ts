// How much of the gold's parties the lexicon alone can find: what it misses here, the lexical pass would lose too.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadParties } from "./index.ts";

interface GoldLine {
  readonly text: string;
  readonly claims: readonly { readonly actors?: readonly { readonly id?: string }[]; readonly targets?: readonly { readonly id?: string }[] }[];
}

const file = join(process.env["PACTA_SHARED"] ?? "../shared", "gold", "items.dev.jsonl");

test("raw tokens name 98 of 100 states and organisations that gold claims of items.dev", (context) => {
  if (!existsSync(file)) {
    if (process.env["PACTA_REQUIRE_ALL"] === "1") throw new Error(`${file} is missing`);
    context.skip(`${file} is not here: set PACTA_SHARED`);
  }
  const lexicon = loadParties();
  const lines = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as GoldLine);
  const told = lines.flatMap(({ text, claims }) => {
    const tokens = [...text.matchAll(/[\p{L}\p{N}.’'-]+|\S/gu)].map((match) => ({
      form: match[0],
      start: match.index,
      end: match.index + match[0].length,
    }));
    const found = new Set(lexicon.find(tokens).flatMap(({ values }) => values.map((entry) => entry.id ?? entry.state)));
    const wanted = claims.flatMap((claim) => [...(claim.actors ?? []), ...(claim.targets ?? [])]).flatMap(({ id }) => id ?? []);
    return wanted.map((id) => found.has(id));
  });
  expect(told.length).toBeGreaterThan(250);
  expect(told.filter(Boolean).length / told.length).toBeGreaterThan(0.98);
});
