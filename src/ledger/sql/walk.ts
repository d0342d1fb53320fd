// Walking all entries in order, in pages, so that memory stays bounded and no transaction is held while the caller works.
import { checkReading } from "../check.ts";
import { broken, entryOf } from "../chain.ts";
import type { RawRow } from "../chain.ts";
import type { Entry } from "../entry.ts";
import type { Walked } from "../ledger.ts";
import { entriesOf, selectEntries } from "./rows.ts";
import type { Db, Store } from "./store.ts";

/** Entries in a page; a document's text may be some megabytes. */
const PAGE = 64;
/** Documents kept at hand: more than a page, since a reading mostly follows its document, and `rebuild` writes a page at a time. */
const KEPT = 2 * PAGE;

type DocumentEntry = Entry & { readonly kind: "document" };

/** Entries from `fromSeq` on, each held against its hash, and each quote against its text, before it is given. */
export async function* walk(store: Store, db: Db, fromSeq: number): AsyncGenerator<Walked> {
  const kept = new Map<string, DocumentEntry>();
  for await (const row of rowsFrom(store, db, fromSeq)) {
    const entry = entryOf(row);
    const read = entry.kind === "document" ? entry : await documentRead(store, db, entry, kept);
    if (entry.kind === "reading") checkReading(entry.body, read.body.text);
    keep(kept, read);
    yield { entry, documentSeq: read.seq };
  }
}

/** Entries from `fromSeq` on as they are stored, in order; those that are appended meanwhile follow. */
export async function* rowsFrom(store: Store, db: Db, fromSeq: number): AsyncGenerator<RawRow> {
  let limit = PAGE;
  for (let from = fromSeq; ;) {
    const query = selectEntries(store, db).where("entries.seq", ">=", from).orderBy("entries.seq").limit(limit);
    const rows = await query.execute().catch((thrown: unknown) => {
      if (limit === 1) throw thrown;
      return undefined;
    });
    if (rows?.length === 0) return;
    // A damaged page fails as a whole: one by one, the entries before the damage are still given, and the first bad one can be named.
    if (rows === undefined) limit = 1;
    else yield* rows;
    from = (rows?.at(-1)?.seq ?? from - 1) + 1;
  }
}

async function documentRead(
  store: Store,
  db: Db,
  { seq, body }: Entry & { kind: "reading" },
  kept: ReadonlyMap<string, DocumentEntry>,
): Promise<DocumentEntry> {
  const near = kept.get(keyOf(body.document, body.version));
  if (near !== undefined) return near;
  const row = await db.selectFrom("documents").select("seq").where("id", "=", body.document).where("version", "=", body.version).executeTakeFirst();
  const found = row === undefined || row.seq >= seq ? undefined : (await entriesOf(store, db, [row.seq])).get(row.seq);
  if (found?.kind !== "document" || found.body.id !== body.document || found.body.version !== body.version) {
    throw broken(`version ${body.version} of document "${body.document}", which it read, is not there`, seq);
  }
  return found;
}

/** Keeps the documents used last. */
function keep(kept: Map<string, DocumentEntry>, document: DocumentEntry): void {
  const key = keyOf(document.body.id, document.body.version);
  kept.delete(key);
  kept.set(key, document);
  const [oldest] = kept.keys();
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
}

function keyOf(id: string, version: number): string {
  return `${version} ${id}`;
}
