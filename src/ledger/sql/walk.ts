// Walking all entries in order, in pages, so that memory stays bounded and no transaction is held while the caller works.
import { checkDecision, checkReading, versionsQuoted } from "../check.ts";
import { broken } from "../chain.ts";
import type { RawRow } from "../chain.ts";
import type { Entry } from "../entry.ts";
import type { Walked } from "../ledger.ts";
import { entriesOf, entryFrom, selectEntries } from "./entries.ts";
import type { Db, Store } from "./store.ts";

/** Entries in a page; a document's text may be some megabytes. */
const PAGE = 64;
/** Documents kept at hand: more than a page, since a reading mostly follows its document, and `rebuild` writes a page at a time. */
const KEPT = 2 * PAGE;

type DocumentEntry = Entry & { readonly kind: "document" };

/** A version of a document. */
interface Quoted {
  readonly document: string;
  readonly version: number;
}

/** Entries from `fromSeq` on, each held against its hash, and each quote against its text, before it is given. */
export async function* walk(store: Store, db: Db, fromSeq: number): AsyncGenerator<Walked> {
  const kept = new Map<string, DocumentEntry>();
  for await (const row of rowsFrom(store, db, fromSeq)) {
    const entry = await entryFrom(store, db, row);
    if (entry.kind === "document") keep(kept, entry);
    const about = async (version: Quoted) => {
      const document = await documentOf(store, db, entry.seq, version, kept);
      keep(kept, document);
      return document;
    };
    yield { entry, documentSeq: await checked(entry, about) };
  }
}

/** Holds what an entry quotes against the texts, as far as neither was redacted. Gives the seq of the document that it is about. */
async function checked(entry: Entry, about: (version: Quoted) => Promise<DocumentEntry>): Promise<number> {
  if (entry.kind === "document") return entry.seq;
  if (entry.kind === "reading") {
    const read = await about(entry.body);
    if (isWhole(entry) && isWhole(read)) checkReading(entry.body, read.body.text);
    return read.seq;
  }
  for (const version of versionsQuoted(entry.body.decision)) {
    const { body, redacted } = await about(version);
    if (isWhole(entry) && redacted === undefined) checkDecision(entry.body.decision, body.id, body.version, body.text);
  }
  return entry.seq;
}

function isWhole({ redacted }: Entry): boolean {
  return redacted === undefined;
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

/** The version of a document that entry `seq` is about. */
async function documentOf(
  store: Store,
  db: Db,
  seq: number,
  { document, version }: Quoted,
  kept: ReadonlyMap<string, DocumentEntry>,
): Promise<DocumentEntry> {
  const near = kept.get(keyOf(document, version));
  if (near !== undefined) return near;
  const row = await db.selectFrom("documents").select("seq").where("id", "=", document).where("version", "=", version).executeTakeFirst();
  const found = row === undefined || row.seq >= seq ? undefined : (await entriesOf(store, db, [row.seq])).get(row.seq);
  if (found?.kind !== "document" || found.body.id !== document || found.body.version !== version) {
    throw broken(`version ${version} of document "${document}", which it is about, is not there`, seq);
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
