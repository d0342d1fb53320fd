// Appending: one transaction reads the head, admits every draft, links it to the chain, and writes entries and projections together.
import { PactaError } from "../../error.ts";
import { checkDraft } from "../check.ts";
import { broken, linkOf, rowAfter } from "../chain.ts";
import type { EntryRow, Head } from "../chain.ts";
import { documentOf } from "../entry.ts";
import type { Draft } from "../entry.ts";
import type { Read, Receipt } from "../ledger.ts";
import { admit, plan } from "../plan.ts";
import type { Known, KnownVersion } from "../plan.ts";
import { join, project } from "../projection.ts";
import type { Projection } from "../projection.ts";
import { claimOwners, knownOf } from "./known.ts";
import { entriesOf, insertEntries, insertProjection, lastEntry, position, setPosition } from "./rows.ts";
import type { Db, Store } from "./store.ts";

/** Appends all drafts or none, at the instant `at`; see `Ledger.append`. */
export function append(store: Store, drafts: readonly Draft[], at: () => string): Promise<Head> {
  return store.write(async (db) => {
    const head = await soundHead(db);
    const known = await knownOf(db, drafts.map(documentOf));
    return commit(store, db, head, drafts, known, new Map(), at());
  });
}

/** Appends what is new of a batch; see `Ledger.appendReadings`. */
export function appendReadings(store: Store, batch: readonly Read[], reader: string, at: () => string): Promise<readonly Receipt[]> {
  return store.write(async (db) => {
    const head = await soundHead(db);
    const known = await knownOf(
      db,
      batch.map(({ document }) => document.id),
    );
    const { drafts, receipts } = plan(batch, reader, known, head.seq);
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
  drafts: readonly Draft[],
  before: Known,
  texts: Map<string, string>,
  at: string,
): Promise<Head> {
  if (drafts.length === 0) return head;
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
  await insertEntries(store, db, entries);
  await insertProjection(db, join(projections));
  await setPosition(db, last);
  return last;
}

async function textOf(store: Store, db: Db, draft: Draft, document: KnownVersion, texts: Map<string, string>): Promise<string> {
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

async function refuseTakenClaims(db: Db, drafts: readonly Draft[]): Promise<void> {
  const claims = drafts.flatMap((draft) =>
    draft.kind === "reading" ? draft.body.claims.map((claim) => ({ id: claim.id, document: draft.body.document })) : [],
  );
  const owners = await claimOwners(
    db,
    claims.map((claim) => claim.id),
  );
  for (const { id, document } of claims) {
    const owner = owners.get(id) ?? document;
    if (owner !== document) {
      throw new PactaError(
        "PACTA_LEDGER_CLAIM_TAKEN",
        `claim "${id}" belongs to document "${owner}" already`,
        "Give the claims of each document ids of their own",
        { source: document },
      );
    }
    owners.set(id, owner);
  }
}
