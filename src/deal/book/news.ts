// Which documents are news: those that came soon after they were published, and were never read before. A newer reader, a person's decision and old
// reports change what is known of deals, and are no news of the world.
import type { Entry } from "../../ledger/index.ts";
import { shiftDay } from "../day.ts";
import type { DealKnowledge } from "../knowledge.ts";

/** True where a version of a document came with its first reading among these entries, and was published in the days before. */
export function isNews(entries: readonly Entry[], { withinDays, aheadDays }: DealKnowledge["news"]): boolean {
  return entries.some((entry, at) => {
    if (entry.kind !== "document" || entry.body.kind === "spreadsheet" || entry.body.published === undefined) return false;
    const { version, published } = entry.body;
    const came = entry.at.slice(0, 10);
    if (published.day < shiftDay(came, -withinDays) || published.day > shiftDay(came, aheadDays)) return false;
    return entries.slice(at).some((later) => later.kind === "reading" && later.body.version === version);
  });
}
