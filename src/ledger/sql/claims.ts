// Asking for claims: a page is found by the indices alone, then each claim is taken from the entries and held against the text.
// Rows of readings and rows of decisions are two lists in one order. Where people decided about a document, its claims are made anew,
// and each is given at the first place in that order at which the filter finds it, unless it stands no more or fits no more.
import { sql } from "kysely";
import { PactaError } from "../../error.ts";
import { checkClaim } from "../check.ts";
import { broken } from "../chain.ts";
import type { ClaimFilter, ClaimPage, StoredClaim } from "../ledger.ts";
import { entriesOf } from "./entries.ts";
import { expectDocument, expectReading } from "./read.ts";
import { atPlace, byId, reviewsOf } from "./review.ts";
import type { Reviewed } from "./review.ts";
import type { Db, Store } from "./store.ts";

/** Where a claim is found: the `n`th of the reading `seq`, of the document version `document`, or by the decision `seq` (then without one). */
interface Found {
  readonly seq: number;
  readonly n: number;
  readonly document?: number;
  readonly id: string;
}

/** A claim at the place where it was found. */
type Placed = Pick<Found, "seq" | "n"> & { readonly stored: StoredClaim };

/** See `Ledger.claims`. */
export async function claims(store: Store, db: Db, filter: ClaimFilter): Promise<ClaimPage> {
  const limit = Math.max(1, Math.min(1000, Math.trunc(filter.limit ?? 100)));
  const page: Placed[] = [];
  let after = position(filter.after);
  do {
    const found = await find(db, filter, after, limit + 1);
    page.push(...(await load(store, db, found, filter)));
    after = found.length > limit ? found.at(-1) : undefined;
  } while (page.length <= limit && after !== undefined);
  const [last, more] = [page[limit - 1], page[limit]];
  const claims = page.slice(0, limit).map(({ stored }) => stored);
  return last === undefined || more === undefined ? { claims } : { claims, next: `${last.seq}.${last.n}` };
}

/** See `Ledger.claim`. */
export async function claim(store: Store, db: Db, id: string, { readings }: Pick<ClaimFilter, "readings">): Promise<StoredClaim | undefined> {
  const [read] = await joined(db).where("claims.id", "=", id).orderBy("claims.seq", "desc").limit(1).execute();
  const all = readings === "all";
  const made =
    all || read !== undefined ? undefined : await db.selectFrom("decision_claims").select("document").where("claim", "=", id).executeTakeFirst();
  const document = read?.id ?? made?.document;
  if (document === undefined) return undefined;
  const review = all ? undefined : (await reviewsOf(store, db, [document])).get(document);
  if (review?.applied.pieces.some(({ now }) => now.id === id) === true) return byId(review, id);
  return read === undefined ? undefined : (await load(store, db, [read], { readings: "all" }))[0]?.stored;
}

function joined(db: Db) {
  const tables = db
    .selectFrom("claims")
    .innerJoin("readings", "readings.seq", "claims.seq")
    .innerJoin("documents", "documents.seq", "readings.document");
  return tables.select(["claims.seq", "claims.n", "readings.document", "documents.id"]);
}

type Place = Pick<Found, "seq" | "n">;

/** The next places, at most `size`, at which there may be a claim that fits. */
async function find(db: Db, filter: ClaimFilter, after: Place | undefined, size: number): Promise<readonly Found[]> {
  const read = await findRead(db, filter, after).limit(size).execute();
  const decided = filter.readings === "all" ? [] : await findDecided(db, filter, after).limit(size).execute();
  const both: Found[] = [...read, ...decided.map(({ seq, document }) => ({ seq, n: 0, id: document }))];
  return both.toSorted((a, b) => a.seq - b.seq || a.n - b.n).slice(0, size);
}

function findRead(db: Db, { document, act, party, readings }: ClaimFilter, after: Place | undefined) {
  // Order and act are those of the table which leads, so that its index gives the page without sorting or passing over rows.
  const lead = party === undefined ? "claims" : "p";
  const [seq, n] = [sql.ref(`${lead}.seq`), sql.ref(`${lead}.n`)];
  return joined(db)
    .$if(party !== undefined, (query) =>
      query
        .innerJoin("claim_parties as p", (on) => on.onRef("p.seq", "=", "claims.seq").onRef("p.n", "=", "claims.n"))
        .where("p.party", "=", party ?? "")
        .where(isFirst),
    )
    .$if(after !== undefined, (query) => query.where(sql<boolean>`(${seq}, ${n}) > (${after?.seq}, ${after?.n})`))
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

/** Decisions that add a claim, or correct one to the act or to a party that is asked for. */
function findDecided(db: Db, { document, act, party }: ClaimFilter, after: Place | undefined) {
  return db
    .selectFrom("decision_claims as c")
    .select(["c.seq", "c.document"])
    .$if(after !== undefined, (query) => query.where("c.seq", ">", after?.seq ?? 0))
    .$if(document !== undefined, (query) => query.where("c.document", "=", document ?? ""))
    .where((is) =>
      is.or([
        ...(act === undefined ? [] : [is("c.act", "=", act)]),
        ...(party === undefined
          ? []
          : [is.exists(is.selectFrom("decision_parties as q").select("q.i").whereRef("q.seq", "=", "c.seq").where("q.party", "=", party))]),
        ...(act === undefined && party === undefined ? [is("c.claim", "is not", null)] : []),
      ]),
    )
    .orderBy("c.seq");
}

function position(cursor: string | undefined): Place | undefined {
  if (cursor === undefined) return undefined;
  const [, seq, n] = /^(\d{1,15})\.(\d{1,15})$/.exec(cursor) ?? [];
  if (seq === undefined)
    throw new PactaError("PACTA_LEDGER_CURSOR", `"${cursor}" is not the end of a page of claims`, "Pass on the `next` of the page before, unchanged");
  return { seq: Number(seq), n: Number(n) };
}

async function load(store: Store, db: Db, found: readonly Found[], filter: ClaimFilter): Promise<readonly Placed[]> {
  const reviews =
    filter.readings === "all"
      ? new Map<string, Reviewed>()
      : await reviewsOf(
          store,
          db,
          found.map(({ id }) => id),
        );
  const plain = found.flatMap(({ seq, document, id }) => (document === undefined || reviews.has(id) ? [] : [seq, document]));
  const entries = await entriesOf(store, db, plain);
  return found.flatMap(({ seq, n, document, id }): Placed[] => {
    const review = reviews.get(id);
    const stored = review === undefined ? plainClaim(entries, seq, n, document, id) : atPlace(review, { seq, n }, filter);
    return stored === undefined ? [] : [{ seq, n, stored }];
  });
}

/** A claim as it was read, of a document about which nobody decided anything. */
function plainClaim(entries: Awaited<ReturnType<typeof entriesOf>>, seq: number, n: number, document: number | undefined, id: string): StoredClaim {
  if (document === undefined) throw broken(`it should be a decision about "${id}"; pacta rebuild makes the projections again`, seq);
  const { body: read, redacted } = expectReading(entries.get(seq), id, seq);
  const { text, published } = expectDocument(entries.get(document), id, document).body;
  const one = read.claims[n];
  if (one === undefined) throw broken(`it has no claim ${n}; pacta rebuild makes the projections again`, seq);
  if (redacted === undefined) checkClaim(one, text, id);
  const day = published === undefined ? {} : { day: published.day };
  return { claim: one, seq, document: id, version: read.version, ...day, reader: read.reader, ...(redacted === undefined ? {} : { redacted }) };
}
