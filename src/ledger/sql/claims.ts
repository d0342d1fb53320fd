// Asking for claims: a page is found by the indices alone, then each claim is taken from its reading's entry and held against the text.
import { sql } from "kysely";
import { PactaError } from "../../error.ts";
import { checkClaim } from "../check.ts";
import { broken } from "../chain.ts";
import type { ClaimFilter, ClaimPage, StoredClaim } from "../ledger.ts";
import { expectDocument, expectReading } from "./read.ts";
import { entriesOf } from "./rows.ts";
import type { Db, Store } from "./store.ts";

/** Where a claim is: the `n`th of the reading `seq`, of the document version `document` with the id `id`. */
interface Found {
  readonly seq: number;
  readonly n: number;
  readonly document: number;
  readonly id: string;
}

/** See `Ledger.claims`. */
export async function claims(store: Store, db: Db, filter: ClaimFilter): Promise<ClaimPage> {
  const limit = Math.max(1, Math.min(1000, Math.trunc(filter.limit ?? 100)));
  const found = await find(db, filter)
    .limit(limit + 1)
    .execute();
  const page = await load(store, db, found.slice(0, limit));
  const last = found[limit - 1];
  return found.length > limit && last !== undefined ? { claims: page, next: `${last.seq}.${last.n}` } : { claims: page };
}

/** See `Ledger.claim`. */
export async function claim(store: Store, db: Db, id: string): Promise<StoredClaim | undefined> {
  const found = await joined(db).where("claims.id", "=", id).orderBy("claims.seq", "desc").limit(1).execute();
  return (await load(store, db, found))[0];
}

function joined(db: Db) {
  const tables = db
    .selectFrom("claims")
    .innerJoin("readings", "readings.seq", "claims.seq")
    .innerJoin("documents", "documents.seq", "readings.document");
  return tables.select(["claims.seq", "claims.n", "readings.document", "documents.id"]);
}

function find(db: Db, { document, act, party, readings, after }: ClaimFilter) {
  // Order and act are those of the table which leads, so that its index gives the page without sorting or passing over rows.
  const lead = party === undefined ? "claims" : "p";
  const [seq, n] = [sql.ref(`${lead}.seq`), sql.ref(`${lead}.n`)];
  const cursor = position(after);
  return joined(db)
    .$if(party !== undefined, (query) =>
      query
        .innerJoin("claim_parties as p", (on) => on.onRef("p.seq", "=", "claims.seq").onRef("p.n", "=", "claims.n"))
        .where("p.party", "=", party ?? "")
        .where(isFirst),
    )
    .$if(cursor !== undefined, (query) => query.where(sql<boolean>`(${seq}, ${n}) > (${cursor?.seq}, ${cursor?.n})`))
    .$if(document !== undefined, (query) => query.where("documents.id", "=", document ?? ""))
    .$if(act !== undefined, (query) => query.where(sql.ref(`${lead}.act`), "=", act))
    .$if(readings !== "all", (query) => query.where(isCurrent))
    .orderBy(seq)
    .orderBy(n);
}

// Nearly every row fits these two. PostgreSQL takes such a condition for one that nearly no row fits, and would read all rows to sort the
// few that it expects; of a coalesce it expects that half of them fit, and takes the page from the index, as SQLite does.

/** A party that is named twice in a claim finds it once. */
const isFirst = sql<boolean>`coalesce(not exists (
  select 1 from claim_parties q where q.seq = p.seq and q.n = p.n and q.party = p.party and (q.role, q.i) < (p.role, p.i)), false)`;

/** Of a document, the newest reading of the newest version that was read. */
const isCurrent = sql<boolean>`coalesce(claims.seq = (
  select r.seq from documents d join readings r on r.document = d.seq where d.id = documents.id order by d.version desc, r.seq desc limit 1), false)`;

function position(cursor: string | undefined): { seq: number; n: number } | undefined {
  if (cursor === undefined) return undefined;
  const [, seq, n] = /^(\d{1,15})\.(\d{1,15})$/.exec(cursor) ?? [];
  if (seq === undefined)
    throw new PactaError("PACTA_LEDGER_CURSOR", `"${cursor}" is not the end of a page of claims`, "Pass on the `next` of the page before, unchanged");
  return { seq: Number(seq), n: Number(n) };
}

async function load(store: Store, db: Db, found: readonly Found[]): Promise<readonly StoredClaim[]> {
  const entries = await entriesOf(
    store,
    db,
    found.flatMap(({ seq, document }) => [seq, document]),
  );
  return found.map(({ seq, n, document, id }) => {
    const read = expectReading(entries.get(seq), id, seq).body;
    const { text, published } = expectDocument(entries.get(document), id, document).body;
    const one = read.claims[n];
    if (one === undefined) throw broken(`it has no claim ${n}; pacta rebuild makes the projections again`, seq);
    checkClaim(one, text, id);
    const day = published === undefined ? {} : { day: published.day };
    return { claim: one, seq, document: id, version: read.version, ...day, reader: read.reader };
  });
}
