// Small catalogues for tests, made as the project's own is: from a table.
import { catalogueOf } from "./catalogue.ts";
import type { KnownDeal } from "./catalogue.ts";
import { knownDealsOf } from "./mention.ts";
import type { KnownDeals } from "./mention.ts";

const COLUMNS = ["id", "name", "kind", "parties", "names", "descriptions", "from", "to", "replaces", "goods"] as const;

/** A row in short: lists joined with ";"; what is left out is empty, the kind an agreement and the name the id. */
export type ShortRow = { readonly id: string; readonly kind?: KnownDeal["kind"] } & Partial<
  Readonly<Record<Exclude<(typeof COLUMNS)[number], "id" | "kind">, string>>
>;

/** The table of a catalogue. */
export function tableOf(rows: readonly ShortRow[]): string {
  const lines = rows.map((row) => COLUMNS.map((column) => ({ kind: "agreement", name: row.id, ...row })[column] ?? "").join("\t"));
  return [COLUMNS.join("\t"), ...lines].join("\n");
}

/** A catalogue of these rows; `isCommon` as for `knownDealsOf`. */
export function knownOf(rows: readonly ShortRow[], isCommon?: (word: string) => boolean): KnownDeals {
  return knownDealsOf(catalogueOf(tableOf(rows), "a test's catalogue"), isCommon);
}
