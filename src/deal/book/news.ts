// Which documents are news: those that came soon after they were published, and were never read before. A newer reader, a person's decision and old
// reports change what is known of deals, and are no news of the world.
import type { Entry } from "../../ledger/index.ts";
import { shiftDay } from "../day.ts";
import type { DealKnowledge } from "../knowledge.ts";

/** Of these entries the reading by which a document became news: the first of a version that came with it, published in the days before. */
export function newsIn(entries: readonly Entry[], { withinDays, aheadDays }: DealKnowledge["news"]): Entry | undefined {
  for (const [at, entry] of entries.entries()) {
    if (entry.kind !== "document" || entry.body.kind === "spreadsheet" || entry.body.published === undefined) continue;
    const { version, published } = entry.body;
    const came = entry.at.slice(0, 10);
    if (published.day < shiftDay(came, -withinDays) || published.day > shiftDay(came, aheadDays)) continue;
    const reading = entries.slice(at).find((later) => later.kind === "reading" && later.body.version === version);
    if (reading !== undefined) return reading;
  }
  return undefined;
}
