// Gold documents as claims in documents, for tests and measuring: gold claims have no id, spans, tellings, rule or confidence.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Claim } from "../reading/index.ts";
import { claimSchema } from "../reading/index.ts";
import { resource } from "../resources.ts";
import type { ClaimInText } from "./deal.ts";

/** The folder of shared data: `$PACTA_SHARED`, else `shared` beside the checkout. */
export const SHARED = process.env["PACTA_SHARED"] ?? resource("..", "shared");

/** True where gold can be read here. */
export const hasGold = existsSync(join(SHARED, "gold", "deals.json"));

const FILES = ["articles.jsonl", "articles.open.jsonl", "items.dev.jsonl", "items.train.jsonl"];

interface GoldDocument {
  readonly id: string;
  readonly date?: string;
  readonly heading?: string | null;
  readonly text: string;
  readonly claims: readonly object[];
}

const EMPTY = { actors: [], targets: [], items: [], money: [], terms: [], sources: [], tellings: [], spans: {}, rule: "gold", confidence: 1 };

function claimOf(data: object, id: string): Claim {
  return claimSchema.parse({ ...EMPTY, ...data, id });
}

/** All claims of gold files by document, test items left out. */
export function goldClaims(files: readonly string[] = FILES): readonly ClaimInText[] {
  return files.flatMap((file) =>
    readFileSync(join(SHARED, "gold", file), "utf8")
      .split("\n")
      .filter((line) => line !== "")
      .flatMap((line) => {
        const { id, date, heading, text, claims } = JSON.parse(line) as GoldDocument;
        const document = { id, text, ...(date === undefined ? {} : { published: date }), ...(typeof heading === "string" ? { heading } : {}) };
        return claims.map((claim, at) => ({ claim: claimOf(claim, `${id}@${at}`), document }));
      }),
  );
}
