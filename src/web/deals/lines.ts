// Deals as lines of a table for other programs.
import { boundsText } from "../../phrasing/index.ts";
import type { Forms } from "../asking/index.ts";

type Brief = Forms["DealBrief"];

const HEAD = [
  "id",
  "name",
  "parties",
  "kind",
  "state",
  "dispute",
  "since",
  "first told of",
  "last told of",
  "claims",
  "documents",
  "conflicts",
  "address",
];

/** Deals as CSV (RFC 4180), each with its address under `origin`. Cells that a spreadsheet would take for a formula begin with an apostrophe. */
export function csvOf(deals: readonly Brief[], origin: string): string {
  const rows = deals.map(({ id, name, parties, kind, state, dispute, since, first, last, claims, documents, conflicts }) => [
    id,
    name,
    parties.map((party) => party.name).join("; "),
    kind,
    state,
    dispute,
    boundsText(since),
    first ?? "",
    last ?? "",
    String(claims),
    String(documents),
    conflicts.join("; "),
    `${origin}/deals/${encodeURIComponent(id)}`,
  ]);
  return [HEAD, ...rows].map((cells) => `${cells.map(cell).join(",")}\r\n`).join("");
}

function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
