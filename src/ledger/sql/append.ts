// Appending: one transaction reads the head, admits every draft, links it to the chain, and writes entries and projections together.
// A decision is held against all that stands before it, so that what comes before it in the batch is written first.
import { checkDraft } from "../check.ts";
import { broken, linkOf, rowAfter } from "../chain.ts";
import type { EntryRow, Head } from "../chain.ts";
import { documentOf } from "../entry.ts";
import type { DecisionDraft, DocumentDraft, Draft, ReadingDraft } from "../entry.ts";
import type { Read, Receipt } from "../ledger.ts";
import { admit, plan } from "../plan.ts";
import type { Known, KnownVersion } from "../plan.ts";
import { join, project } from "../projection.ts";
import type { Projection } from "../projection.ts";
import { checkNewDecision, claimTaken, redactedError } from "./deciding.ts";
import { entriesOf, redactedOf } from "./entries.ts";
import { claimOwners, knownOf } from "./known.ts";
import { redact } from "./redact.ts";
import { clearShelves } from "./shelf.ts";
import { insertEntries, insertProjection, lastEntry, position, setPosition } from "./rows.ts";
import type { Db, Store } from "./store.ts";

/** Appends all drafts or none, at the instant `at`; see `Ledger.append`. */
export async function append(store: Store, drafts: readonly Draft[], at: () => string): Promise<Head> {
  const head = await store.write(async (db) => {
    let last = await soundHead(db);
    const instant = at();
    for (const run of runsOf(drafts)) {
      last = "kind" in run ? await commitDecision(store, db, last, run, instant) : await commitRun(store, db, last, run, instant);
    }
    return last;
  });
  if (drafts.some((draft) => draft.kind === "decision" && draft.body.decision.type === "redact")) await store.scrub();
  return head;
}

/** What is no decision. */
type Told = DocumentDraft | ReadingDraft;

/** Documents and readings that follow one another together, each decision alone. */
function* runsOf(drafts: readonly Draft[]): Generator<readonly Told[] | DecisionDraft> {
  let run: Told[] = [];
  for (const draft of drafts) {
    if (draft.kind !== "decision") run.push(draft);
    else {
      yield run;
      yield draft;
      run = [];
    }
  }
  yield run;
}

async function commitRun(store: Store, db: Db, head: Head, drafts: readonly Told[], at: string): Promise<Head> {
  const ids = drafts.map(documentOf);
  for (const id of await redactedOf(store, db, ids)) throw redactedError(id);
  return commit(store, db, head, drafts, await knownOf(db, ids), new Map(), at);
}

async function commitDecision(store: Store, db: Db, head: Head, draft: DecisionDraft, at: string): Promise<Head> {
  await checkNewDecision(store, db, draft.body);
  const row = rowAfter(head, at, draft);
  await write(store, db, [row], project({ ...linkOf(row), ...draft }, row.seq));
  if (draft.body.decision.type === "redact") {
    await redact(db, draft.body.decision.document);
    await clearShelves(store, db);
  }
  return { seq: row.seq, hash: row.hash };
}

async function write(store: Store, db: Db, entries: readonly EntryRow[], rows: Projection): Promise<void> {
  const last = entries.at(-1);
  if (last === undefined) return;
  await insertEntries(store, db, entries);
  await insertProjection(db, rows);
  await setPosition(db, { seq: last.seq, hash: last.hash });
}

/** Appends what is new of a batch; see `Ledger.appendReadings`. */
export function appendReadings(store: Store, batch: readonly Read[], reader: string, at: () => string): Promise<readonly Receipt[]> {
  return store.write(async (db) => {
    const head = await soundHead(db);
    const ids = batch.map(({ document }) => document.id);
    const known = await knownOf(db, ids);
    const { drafts, receipts } = plan(batch, reader, known, head.seq, await redactedOf(store, db, ids));
    const texts = new Map(batch.map(({ document }, index) => [`${document.id} ${receipts[index]?.version}`, document.text]));
    await commit(store, db, head, drafts, known, texts, at());
    return receipts;
  });
}

/** The head to append to. Refuses where the projections are not made up to it: entries were cut off, or rows put in by hand. */
async function soundHead(db: Db): Promise<Head> {
  const [last, projected] = [await lastEntry(db), await position(db)];
  if (last.hash !== projected.hash || last.seq !== projected.seq) {
    throw broken(`the chain ends at entry ${last.seq}, but its projections at entry ${projected.seq}`, Math.min(last.seq, projected.seq) + 1);
  }
  return last;
}

/** `texts` are those at hand, by id and version. */
async function commit(
  store: Store,
  db: Db,
  head: Head,
  drafts: readonly Told[],
  before: Known,
  texts: Map<string, string>,
  at: string,
): Promise<Head> {
  const known = new Map(before);
  const entries: EntryRow[] = [];
  const projections: Projection[] = [];
  let last = head;
  for (const draft of drafts) {
    const { versions, document } = admit(draft, known, last.seq + 1);
    checkDraft(draft, await textOf(store, db, draft, document, texts));
    const row = rowAfter(last, at, draft);
    entries.push(row);
    projections.push(project({ ...linkOf(row), ...draft }, document.seq));
    known.set(documentOf(draft), versions);
    last = { seq: row.seq, hash: row.hash };
  }
  await refuseTakenClaims(db, drafts);
  await write(store, db, entries, join(projections));
  return last;
}

async function textOf(store: Store, db: Db, draft: Told, document: KnownVersion, texts: Map<string, string>): Promise<string> {
  const key = `${documentOf(draft)} ${document.version}`;
  const text = draft.kind === "document" ? draft.body.text : (texts.get(key) ?? (await storedText(store, db, document.seq)));
  texts.set(key, text);
  return text;
}

async function storedText(store: Store, db: Db, seq: number): Promise<string> {
  const entry = (await entriesOf(store, db, [seq])).get(seq);
  if (entry?.kind !== "document") throw broken("it should be a document", seq);
  return entry.body.text;
}

async function refuseTakenClaims(db: Db, drafts: readonly Told[]): Promise<void> {
  const claims = drafts.flatMap((draft) =>
    draft.kind === "reading" ? draft.body.claims.map((claim) => ({ id: claim.id, document: draft.body.document })) : [],
  );
  const owners = await claimOwners(
    db,
    claims.map((claim) => claim.id),
  );
  for (const { id, document } of claims) {
    const owner = owners.get(id) ?? document;
    if (owner !== document) throw claimTaken(id, owner, document);
    owners.set(id, owner);
  }
}
