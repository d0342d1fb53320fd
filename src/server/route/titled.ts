// What a document is called, so that nobody is shown hashes.
import type { StoredDocument } from "../../ledger/index.ts";

/** Units of a title that are told. */
const LONGEST = 200;

/** Its heading, else its headline, else its first words; undefined where it has none, as when it was redacted. */
export function titleOf({ heading, blocks, text }: Pick<StoredDocument, "heading" | "blocks" | "text">): string | undefined {
  const headline = heading === undefined ? blocks.find(({ kind }) => kind === "headline") : undefined;
  const told = heading ?? text;
  const words = told.slice(headline?.start ?? 0, Math.min(headline?.end ?? told.length, (headline?.start ?? 0) + LONGEST));
  const title = words.replaceAll(/\s+/g, " ").trim().toWellFormed();
  return title === "" ? undefined : title;
}
