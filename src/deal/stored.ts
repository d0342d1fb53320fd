// What a ledger holds as the folding of deals wants it: each document with the claims that stand and what was not claimed of it.
import type { Entry, StoredClaim, StoredDocument, StoredReading } from "../ledger/index.ts";
import type { Claim } from "../reading/index.ts";
import type { DealText, DealReading } from "./deal.ts";

/**
 * Every document in its newest version, with the claims that stand of it (people's decisions about them applied, those about deals and parties
 * not: `readingsIn` has them) and the abstentions of its newest reading. `claims` are all that stand, `entries` the whole ledger.
 */
export async function storedReadings(claims: AsyncIterable<StoredClaim>, entries: AsyncIterable<Entry>): Promise<readonly DealReading[]> {
  const standing = new Map<string, Claim[]>();
  for await (const { document, claim } of claims) standing.set(document, [...(standing.get(document) ?? []), claim]);
  const documents = new Map<string, { document: DealText; version: number; abstained: StoredReading["abstained"] }>();
  for await (const entry of entries) {
    if (entry.kind === "document") documents.set(entry.body.id, { document: asDealText(entry.body), version: entry.body.version, abstained: [] });
    const read = entry.kind === "reading" ? documents.get(entry.body.document) : undefined;
    if (entry.kind === "reading" && read?.version === entry.body.version) read.abstained = entry.redacted ? [] : entry.body.abstained;
  }
  return [...documents.values()].map(({ document, abstained }) => ({ document, claims: standing.get(document.id) ?? [], abstained }));
}

function asDealText({ id, text, published, heading, url }: Pick<StoredDocument, "id" | "text" | "published" | "heading" | "url">): DealText {
  return {
    id,
    text,
    ...(published === undefined ? {} : { published: published.day }),
    ...(heading === undefined ? {} : { heading }),
    ...(url === undefined ? {} : { url }),
  };
}
