// Claims page after page, for those who want them all.
import type { ClaimFilter, Ledger, StoredClaim } from "./ledger.ts";

const PAGE = 1000;

/** The claims that fit a filter, in the ledger's order. */
export async function* allClaims(ledger: Pick<Ledger, "claims">, filter: Omit<ClaimFilter, "after" | "limit"> = {}): AsyncGenerator<StoredClaim> {
  let after: string | undefined;
  do {
    const page = await ledger.claims({ ...filter, limit: PAGE, ...(after === undefined ? {} : { after }) });
    yield* page.claims;
    after = page.next;
  } while (after !== undefined);
}
