// A ledger on any SQL store: the port's methods, each a query over the store, with errors explained and a closed ledger refused.
import type { NearSetting } from "../../document/index.ts";
import { PactaError } from "../../error.ts";
import type { Head } from "../chain.ts";
import type { Ledger, ShelfShape } from "../ledger.ts";
import { append, appendReadings } from "./append.ts";
import { claim, claims } from "./claims.ts";
import { decisionPage, decisions } from "./decisions.ts";
import { clusters, copies, origins } from "./near.ts";
import { document, documentPage, documents, reading, readings, versionOf } from "./read.ts";
import { rebuild } from "./rebuild.ts";
import { standing } from "./review.ts";
import { lastEntry, position, projectionRows } from "./rows.ts";
import { sealed, takeOver } from "./sealed.ts";
import { shelf } from "./shelf.ts";
import type { Store } from "./store.ts";
import { walk } from "./walk.ts";

/** A ledger on an open store. `clock` gives the instant of every append, `near` what is known of outlets and copies, when it is first asked for; all come from the caller. */
export function sqlLedger(store: Store, clock: () => Date, near: () => NearSetting): Ledger {
  const { location, db } = store;
  let known: NearSetting | undefined;
  const setting = () => (known ??= near());
  const guard = guarded(store);
  const at = () => clock().toISOString();
  return {
    location,
    append: (drafts) => guard.run(() => append(store, drafts, at)),
    appendReadings: (batch, reader) => guard.run(() => appendReadings(store, batch, reader, at)),
    appendReading: async (read, said, reader) => {
      const [receipt] = await guard.run(() => appendReadings(store, [{ document: read, reading: said }], reader, at));
      if (receipt === undefined) throw new Error("a batch of one gives one receipt");
      return receipt;
    },
    versionOf: (asked) => guard.run(() => versionOf(db, asked)),
    entries: (fromSeq = 1) => guard.walk(() => entries(store, fromSeq)),
    head: () => guard.run(() => lastEntry(db)),
    document: (id, version) => guard.run(() => document(store, db, id, version)),
    documents: () => guard.walk(() => documents(store, db)),
    documentPage: (page = {}) => guard.run(() => documentPage(store, db, page)),
    reading: (id, which = {}) => guard.run(() => reading(store, db, id, which)),
    readings: (id) => guard.run(() => readings(db, id)),
    claim: (id, which = {}) => guard.run(() => claim(store, db, id, which)),
    claims: (filter = {}) => guard.run(() => claims(store, db, filter)),
    standing: (id) => guard.run(() => standing(store, db, id)),
    copies: (id) => guard.run(async () => copies(db, id, setting())),
    origins: (ids) => guard.run(async () => origins(db, ids, setting())),
    clusters: (page = {}) => guard.run(async () => clusters(db, page, setting())),
    decisions: (types) => guard.walk(() => decisions(store, db, types)),
    decisionPage: (page = {}) => guard.run(() => decisionPage(store, db, page)),
    shelf: <Own>(shape: ShelfShape) => shelf<Own>(store, shape, (call) => guard.run(call)),
    rebuild: () => guard.run((): Promise<Head> => rebuild(store)),
    sealed: (end) => guard.walk(() => sealed(store, db, end)),
    takeOver: (given) => guard.run(() => takeOver(store, given)),
    audit: {
      walk: () => guard.walk(() => walk(store, db, 1)),
      position: () => guard.run(() => position(db)),
      rows: (from, to) => guard.run(() => projectionRows(db, from, to)),
      inspect: () => guard.run(() => store.inspect()),
    },
    close: () => guard.close(),
  };
}

async function* entries(store: Store, fromSeq: number) {
  for await (const { entry } of walk(store, store.db, fromSeq)) yield entry;
}

/** Runs calls against the store: refuses them once it is closed, and turns what they throw into coded errors that name the ledger. */
function guarded(store: Store) {
  let closing: Promise<void> | undefined;
  const explain = (thrown: unknown): PactaError => {
    const { code, message, remedy, place, cause } = store.explain(thrown);
    return new PactaError(code, message, remedy, { source: store.location, ...place }, cause ?? thrown);
  };
  const refuseClosed = () => {
    if (closing !== undefined) throw new PactaError("PACTA_LEDGER_CLOSED", "the ledger is closed", "Open it again", { source: store.location });
  };
  return {
    async run<T>(call: () => Promise<T>): Promise<T> {
      refuseClosed();
      return call().catch((thrown: unknown) => Promise.reject(explain(thrown)));
    },
    async *walk<T>(call: () => AsyncIterable<T>): AsyncGenerator<T> {
      refuseClosed();
      try {
        for await (const value of call()) {
          yield value;
          refuseClosed();
        }
      } catch (thrown) {
        throw explain(thrown);
      }
    },
    close: (): Promise<void> => (closing ??= store.close()),
  };
}
