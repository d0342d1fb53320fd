// The ledger's readings as the folding of deals wants them: each document with the claims that stand and what was not claimed of it.
import type { DealText, DealReading } from "../deal/index.ts";
import type { Ledger, StoredClaim, StoredDocument, StoredReading } from "../ledger/index.ts";
import type { Claim } from "../reading/index.ts";

/** Every document in its newest version, with the claims that stand of it (people's decisions applied) and the abstentions of its newest reading. */
export async function dealReadings(ledger: Ledger): Promise<readonly DealReading[]> {
  const claims = new Map<string, Claim[]>();
  for await (const { document, claim } of allClaims(ledger)) claims.set(document, [...(claims.get(document) ?? []), claim]);
  const documents = new Map<string, { document: DealText; version: number; abstained: StoredReading["abstained"] }>();
  for await (const entry of ledger.entries()) {
    if (entry.kind === "document") documents.set(entry.body.id, { document: asDealDocument(entry.body), version: entry.body.version, abstained: [] });
    const read = entry.kind === "reading" ? documents.get(entry.body.document) : undefined;
    if (entry.kind === "reading" && read?.version === entry.body.version) read.abstained = entry.redacted ? [] : entry.body.abstained;
  }
  return [...documents.values()].map(({ document, abstained }) => ({ document, claims: claims.get(document.id) ?? [], abstained }));
}

/** The claims that fit a filter, page after page. */
export async function* allClaims(ledger: Ledger, filter: Parameters<Ledger["claims"]>[0] = {}): AsyncGenerator<StoredClaim> {
  let after: string | undefined;
  do {
    const page = await ledger.claims({ ...filter, limit: 1000, ...(after === undefined ? {} : { after }) });
    yield* page.claims;
    after = page.next;
  } while (after !== undefined);
}

function asDealDocument({ id, text, published, heading, url }: Pick<StoredDocument, "id" | "text" | "published" | "heading" | "url">): DealText {
  return {
    id,
    text,
    ...(published === undefined ? {} : { published: published.day }),
    ...(heading === undefined ? {} : { heading }),
    ...(url === undefined ? {} : { url }),
  };
}
