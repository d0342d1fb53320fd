// Pages of entries, the newest first: a cursor is the seq of the last that was on a page.
import { PactaError } from "../../error.ts";
import type { PageAsked } from "../ledger.ts";

/** Behind every entry. */
const END = Number.MAX_SAFE_INTEGER;

/** The seq before which a page goes on, and its length. Throws `PACTA_LEDGER_CURSOR` for an `after` that no page of these `things` gave. */
export function seqPage({ after, limit }: PageAsked, things: string): { readonly before: number; readonly limit: number } {
  if (after !== undefined && !/^[1-9]\d{0,14}$/.test(after)) {
    throw new PactaError(
      "PACTA_LEDGER_CURSOR",
      `"${after}" is not the end of a page of ${things}`,
      "Pass on the `next` of the page before, unchanged",
    );
  }
  return { before: after === undefined ? END : Number(after), limit: Math.max(1, Math.min(1000, Math.trunc(limit ?? 100))) };
}

/** The cursor of a page of these rows, of which one more than `limit` was asked for. */
export function nextOf(rows: readonly { readonly seq: number }[], limit: number): { readonly next?: string } {
  const last = rows[limit - 1];
  return rows.length > limit && last !== undefined ? { next: String(last.seq) } : {};
}
