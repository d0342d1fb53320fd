// Documents and claims that a search found, as they stand in the ledger.
import { setImmediate as turn } from "node:timers/promises";
import { LOOKED_THROUGH } from "../../deal/index.ts";
import type { StoredClaim } from "../../ledger/index.ts";
import type { Desk } from "../desk.ts";
import { holdsAll, passageIn, wordsOf } from "./passage.ts";
import type { Passage } from "./passage.ts";
import { titleOf } from "./titled.ts";

/** What is searched for, behind which place, and how many are wanted. */
export interface FindAsked {
  readonly q: string;
  readonly after?: string;
  readonly limit?: number;
}

interface FoundDocument {
  readonly id: string;
  readonly version: number;
  readonly title?: string;
  readonly day?: string;
  readonly passage?: Passage;
}

interface FoundClaim {
  readonly found: StoredClaim;
  readonly title?: string;
}

/** Things on a page, unless told. */
const PAGE = 10;

type Searched = Pick<Desk, "book" | "ledger">;

/** A page of documents that hold all of the words. */
export async function documentsFound(
  { book, ledger }: Searched,
  { q, limit = PAGE, ...from }: FindAsked,
): Promise<{ readonly documents: readonly FoundDocument[]; readonly next?: string }> {
  const rows = await book.texts({ search: q, part: "text", limit: limit + 1, ...from });
  const words = wordsOf(q);
  const documents: FoundDocument[] = [];
  for (const { id } of rows.slice(0, limit)) {
    // A text may be long, and others want to be answered in between.
    await turn();
    const stored = await ledger.document(id);
    if (stored === undefined) continue;
    const [title, passage] = [titleOf(stored), passageIn(stored.text.slice(0, LOOKED_THROUGH), words)];
    documents.push({
      id,
      version: stored.version,
      ...(title === undefined ? {} : { title }),
      ...(stored.published === undefined ? {} : { day: stored.published.day }),
      ...(passage === undefined ? {} : { passage }),
    });
  }
  return { documents, ...nextBehind(rows, limit) };
}

/** Documents that are looked through for one page of claims. */
const LOOKED_AT = 50;

/** A page of claims whose evidence holds all of the words: those of whole documents, until there are enough. */
export async function claimsFound(
  { book, ledger }: Searched,
  { q, limit = PAGE, ...from }: FindAsked,
): Promise<{ readonly claims: readonly FoundClaim[]; readonly next?: string }> {
  const rows = await book.texts({ search: q, part: "quotes", limit: LOOKED_AT + 1, ...from });
  const words = wordsOf(q);
  const claims: FoundClaim[] = [];
  for (const [n, { id }] of rows.slice(0, LOOKED_AT).entries()) {
    if (claims.length >= limit) return { claims, ...nextBehind(rows, n) };
    await turn();
    const all = await ledger.claims({ document: id, limit: 1000 });
    const found = all.claims.filter(({ claim }) => holdsAll(claim.evidence.quote, words));
    const stored = found.length === 0 ? undefined : await ledger.document(id);
    const title = stored === undefined ? undefined : titleOf(stored);
    claims.push(...found.map((one) => ({ found: one, ...(title === undefined ? {} : { title }) })));
  }
  return { claims, ...nextBehind(rows, LOOKED_AT) };
}

/** Where to go on behind the first `many` of these, if there are more. */
function nextBehind(rows: readonly { readonly at: string }[], many: number): { readonly next?: string } {
  const last = rows[many - 1];
  return rows.length > many && last !== undefined ? { next: last.at } : {};
}
