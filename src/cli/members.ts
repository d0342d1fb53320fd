// The ledger's claims as the folding of deals wants them: each with its document.
import type { ClaimInDocument, DealDocument } from "../deal/index.ts";
import type { Ledger, StoredClaim } from "../ledger/index.ts";

/** Every current claim (of each document, the newest reading of the newest version that was read) with its document. */
export async function claimsInDocuments(ledger: Ledger): Promise<readonly ClaimInDocument[]> {
  const documents = new Map<string, DealDocument>();
  const members: ClaimInDocument[] = [];
  for await (const stored of allClaims(ledger)) members.push({ claim: stored.claim, document: await documentOf(stored, ledger, documents) });
  return members;
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

async function documentOf({ document: id, version, day }: StoredClaim, ledger: Ledger, seen: Map<string, DealDocument>): Promise<DealDocument> {
  const key = `${version} ${id}`;
  const known = seen.get(key);
  if (known !== undefined) return known;
  const stored = await ledger.document(id, version);
  const { text = "", heading, url } = stored ?? {};
  const document = {
    id,
    text,
    ...(day === undefined ? {} : { published: day }),
    ...(heading === undefined ? {} : { heading }),
    ...(url === undefined ? {} : { url }),
  };
  seen.set(key, document);
  return document;
}
