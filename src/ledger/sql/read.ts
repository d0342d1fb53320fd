// Asking for documents and readings: projections find the entry, and the answer is made from the entry alone.
import type { Document } from "../../document/index.ts";
import { sha256 } from "../canonical.ts";
import { checkReading } from "../check.ts";
import { bodyOf, broken } from "../chain.ts";
import type { RawRow } from "../chain.ts";
import { documentOf, documentSchema } from "../entry.ts";
import type { DocumentBody, Entry } from "../entry.ts";
import type { DocumentPage, ListedDocument, ListedReading, PageAsked, StoredDocument, StoredReading } from "../ledger.ts";
import { sameVersion } from "../plan.ts";
import { entriesOf, entryFrom, selectBodies, selectEntries } from "./entries.ts";
import { knownOf } from "./known.ts";
import { nextOf, seqPage } from "./page.ts";
import type { Db, Store } from "./store.ts";

const PAGE = 200;

const listedSchema = documentSchema.omit({ text: true });

/** See `Ledger.document`. */
export async function document(store: Store, db: Db, id: string, version?: number): Promise<StoredDocument | undefined> {
  const joined = selectEntries(store, db).innerJoin("documents", "documents.seq", "entries.seq").where("documents.id", "=", id);
  const chosen = version === undefined ? joined : joined.where("documents.version", "=", version);
  const row = await chosen.orderBy("documents.version", "desc").limit(1).executeTakeFirst();
  return row === undefined ? undefined : stored(expectDocument(await entryFrom(store, db, row), id));
}

/** See `Ledger.versionOf`. */
export async function versionOf(db: Db, asked: Document): Promise<number | undefined> {
  const known = await knownOf(db, [asked.id]);
  return sameVersion(asked, sha256(asked.text), known.get(asked.id) ?? [])?.version;
}

/** See `Ledger.documents`. */
export async function* documents(store: Store, db: Db): AsyncGenerator<ListedDocument> {
  const joined = selectBodies(store, db).innerJoin("documents", "documents.seq", "entries.seq");
  for (let after = 0; ;) {
    const rows = await joined.where("documents.seq", ">", after).orderBy("documents.seq").limit(PAGE).execute();
    const last = rows.at(-1);
    if (last === undefined) return;
    for (const row of rows) yield { ...listedOf(row), seq: row.seq, at: row.at };
    after = last.seq;
  }
}

/** See `Ledger.documentPage`. */
export async function documentPage(store: Store, db: Db, page: PageAsked): Promise<DocumentPage> {
  const { before, limit } = seqPage(page, "documents");
  const joined = selectBodies(store, db).innerJoin("documents", "documents.seq", "entries.seq").where("documents.seq", "<", before);
  const rows = await joined
    .orderBy("documents.seq", "desc")
    .limit(limit + 1)
    .execute();
  const documents = rows.slice(0, limit).map((row): ListedDocument => ({ ...listedOf(row), seq: row.seq, at: row.at }));
  return { documents, ...nextOf(rows, limit) };
}

function listedOf(row: Omit<RawRow, "words">): Omit<DocumentBody, "text"> {
  const listed = listedSchema.safeParse(bodyOf(row));
  if (!listed.success) throw broken("it should be a document; pacta rebuild makes the projections again", row.seq);
  return listed.data;
}

/** See `Ledger.reading`. */
export async function reading(
  store: Store,
  db: Db,
  id: string,
  which: { readonly version?: number; readonly reader?: string },
): Promise<StoredReading | undefined> {
  let query = db
    .selectFrom("readings")
    .innerJoin("documents", "documents.seq", "readings.document")
    .select(["readings.seq", "readings.document"])
    .where("documents.id", "=", id);
  if (which.version !== undefined) query = query.where("documents.version", "=", which.version);
  if (which.reader !== undefined) query = query.where("readings.reader", "=", which.reader);
  const row = await query.orderBy("documents.version", "desc").orderBy("readings.seq", "desc").limit(1).executeTakeFirst();
  if (row === undefined) return undefined;
  const entries = await entriesOf(store, db, [row.seq, row.document]);
  const entry = expectReading(entries.get(row.seq), id, row.seq);
  const read = expectDocument(entries.get(row.document), id, row.document);
  if (read.redacted === undefined && entry.redacted === undefined) checkReading(entry.body, read.body.text);
  return { ...entry.body, ...placeOf(entry) };
}

/** See `Ledger.readings`. */
export async function readings(db: Db, id: string): Promise<readonly ListedReading[]> {
  const joined = db
    .selectFrom("readings")
    .innerJoin("documents", "documents.seq", "readings.document")
    .innerJoin("entries", "entries.seq", "readings.seq")
    .select(["readings.seq", "entries.at", "documents.id as document", "documents.version", "readings.reader"]);
  return joined.where("documents.id", "=", id).orderBy("documents.version", "desc").orderBy("readings.seq", "desc").execute();
}

function stored(entry: Entry & { kind: "document" }): StoredDocument {
  return { ...entry.body, ...placeOf(entry) };
}

function placeOf({ seq, at, redacted }: Entry): Pick<Entry, "seq" | "at" | "redacted"> {
  return { seq, at, ...(redacted === undefined ? {} : { redacted }) };
}

/** The entry as the document that a projection said it is. */
export function expectDocument(entry: Entry | undefined, id: string, seq = entry?.seq): Entry & { kind: "document" } {
  if (entry?.kind !== "document" || entry.body.id !== id)
    throw broken(`it should be document "${id}"; pacta rebuild makes the projections again`, seq);
  return entry;
}

/** The entry as the reading that a projection said it is. */
export function expectReading(entry: Entry | undefined, id: string, seq: number): Entry & { kind: "reading" } {
  if (entry?.kind !== "reading" || documentOf(entry) !== id)
    throw broken(`it should be a reading of "${id}"; pacta rebuild makes the projections again`, seq);
  return entry;
}
