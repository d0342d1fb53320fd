// A deal by what people call it by: its id, or the beginning of it that no other has.
import { PactaError } from "../error.ts";
import { nearest } from "../nearest.ts";
import type { DealBook } from "./book/index.ts";

/** Ids that are shown where a beginning has several, and that are looked at where one is misspelt. */
const SHOWN = 3;
const LOOKED_AT = 20_000;

/** Characters beyond which nothing is a misspelt id. */
const LONGEST = 80;

/**
 * The id of the deal that an id or its only beginning names. `listing` says where all of them are found, `lookedAt`
 * how many ids may be looked through for one that was meant. Throws `PACTA_DEAL_UNKNOWN`.
 */
export async function dealNamed(named: string, book: Pick<DealBook, "named">, listing: string, lookedAt = LOOKED_AT): Promise<string> {
  const digits = named.replace(/^deal-/, "");
  const fitting = await book.named(`deal-${digits}`, SHOWN + 1);
  const [only, another] = fitting;
  if (only === `deal-${digits}` || (only !== undefined && another === undefined && digits !== "")) return only;
  if (only === undefined) {
    const meant = named.length > LONGEST ? undefined : nearest(named, await book.named("deal-", lookedAt));
    throw unknownDeal(named, meant === undefined ? listing : `Did you mean ${meant}?`);
  }
  const all = await book.named(`deal-${digits}`, lookedAt);
  throw new PactaError(
    "PACTA_DEAL_UNKNOWN",
    `"${named}" is the beginning of ${all.length} deals`,
    `Give more digits: ${fitting.slice(0, SHOWN).join(", ")}`,
  );
}

/** The error for a deal that is not there. */
export function unknownDeal(named: string, remedy: string): PactaError {
  return new PactaError("PACTA_DEAL_UNKNOWN", `the ledger has no deal "${named}"`, remedy);
}
