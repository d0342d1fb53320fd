// Documents into readings, batch by batch: what the ledger knows is not read again, what is new is appended in one
// transaction a batch, and one document's fault is a value in its place while the others go on. Where the reader has
// workers, batches are read ahead of the one that is appended.
import type { Coded, Coder } from "../coder/index.ts";
import type { Document, Outcome } from "../document/index.ts";
import type { PactaError } from "../error.ts";
import type { Ledger, Receipt } from "../ledger/index.ts";
import type { Reader, Reading } from "../reading/index.ts";
import type { Failure } from "../source/index.ts";
import { ahead, aheadOf, batchesOf } from "./batches.ts";
import type { BatchLimits } from "./batches.ts";
import { knownReading, withCoder } from "./known.ts";
import { singly } from "./singly.ts";

/** One document that was read. */
export interface Taken {
  readonly kind: "taken";
  readonly document: Document;
  readonly reading: Reading;
  /** What of it was new to the ledger; `nothing` too where there is no ledger. */
  readonly appended: "document" | "reading" | "nothing";
  /** The reading was in the ledger before. */
  readonly known: boolean;
  /** What went wrong with the second coder; the reading is then the reader's own. */
  readonly coderErrors?: readonly PactaError[];
}

/** What reading documents needs. Without a ledger nothing is kept (`--dry-run`). */
export interface IntakeSetting {
  readonly reader: Pick<Reader, "read" | "version"> & Partial<Pick<Reader, "parallel">>;
  /** Adds to what the reader reads. What it failed to add is asked for when the document is read again. */
  readonly coder?: Pick<Coder, "name" | "code">;
  readonly ledger?: Ledger;
  readonly limits?: Partial<BatchLimits>;
  /** Once aborted, the batches in hand are finished and no other begun. */
  readonly stop?: AbortSignal;
}

/** The reason of the one abstention in the reading of a document in another language than English. */
export const FOREIGN = "not-english";

/** True for a document that is recorded and not read. One whose language could not be told is read. */
function isForeign({ language }: Document): boolean {
  return language !== undefined && language !== "en";
}

/**
 * Reads documents and gives, in their order, what became of each, after it was appended.
 * Throws what ends the run: errors of the ledger as a whole (`PACTA_LEDGER_LOCKED`, `_DISK_FULL`, `_IO`, `_BROKEN`).
 */
export async function* intake(outcomes: AsyncIterable<Outcome>, setting: IntakeSetting): AsyncGenerator<Taken | Failure> {
  const { limits, stop, reader } = setting;
  const batches = batchesOf(outcomes, limits, stop);
  for await (const batch of ahead(batches, (each) => readBatch(each, setting), aheadOf(reader))) yield* await keepBatch(batch, setting);
}

/** A batch with what became of its documents, before anything was appended. */
interface ReadBatch {
  readonly outcomes: readonly Outcome[];
  readonly known: ReadonlyMap<Document, Reading>;
  readonly read: ReadonlyMap<Document, Pair | Failure>;
}

async function readBatch(outcomes: readonly Outcome[], setting: IntakeSetting): Promise<ReadBatch> {
  const known = new Map<Document, Reading>();
  const fresh: Document[] = [];
  for (const outcome of outcomes) {
    if (outcome.kind === "failure") continue;
    const reading = await lookUp(outcome.document, fullVersion(setting), setting);
    if (reading === undefined) fresh.push(outcome.document);
    else known.set(outcome.document, reading);
  }
  return { outcomes, known, read: await readFresh(fresh, setting) };
}

async function keepBatch({ outcomes, known, read }: ReadBatch, setting: IntakeSetting): Promise<readonly (Taken | Failure)[]> {
  const kept = await keepPairs(
    [...read.values()].filter((one): one is Pair => !("kind" in one)),
    setting,
  );
  return outcomes.flatMap((outcome) => {
    if (outcome.kind === "failure") return [outcome];
    const { document } = outcome;
    const reading = known.get(document);
    if (reading !== undefined) return [{ kind: "taken", document, reading, appended: "nothing", known: true }];
    const one = read.get(document);
    return one !== undefined && "kind" in one ? [one] : (kept.get(document) ?? []);
  });
}

async function lookUp(document: Document, version: string, { ledger }: IntakeSetting): Promise<Reading | undefined> {
  return ledger === undefined ? undefined : knownReading(ledger, document, version);
}

/** The version under which a reading is kept to which all was added that was to be. */
function fullVersion({ reader, coder }: IntakeSetting): string {
  return coder === undefined ? reader.version : withCoder(reader.version, coder.name);
}

/** A document with its reading, and the version under which that is kept. */
interface Pair {
  readonly document: Document;
  readonly reading: Reading;
  readonly by: string;
  readonly coderErrors?: readonly PactaError[];
}

/** Codes that are the fault of what was to be appended, not of the ledger. */
const ENTRY_FAULTS: ReadonlySet<string> = new Set([
  "PACTA_LEDGER_ENTRY_INVALID",
  "PACTA_LEDGER_CLAIM_TAKEN",
  "PACTA_QUOTE_MISMATCH",
  "PACTA_SPAN_OUTSIDE",
]);

async function readFresh(documents: readonly Document[], setting: IntakeSetting): Promise<ReadonlyMap<Document, Pair | Failure>> {
  const english = documents.filter((document) => !isForeign(document)).map((document) => ({ document }));
  const read = await singly(
    english,
    (some) => readAll(some, setting),
    () => true,
  );
  const coded = await Promise.all(read.map((one) => codeOne(one, setting)));
  const results = new Map(english.map(({ document }, i) => [document, coded[i]]));
  return new Map(
    documents.flatMap((document): [Document, Pair | Failure][] => {
      const one = isForeign(document) ? ownPair(document, foreignReading(document), setting) : results.get(document);
      return one === undefined ? [] : [[document, one]];
    }),
  );
}

function ownPair(document: Document, reading: Reading, setting: IntakeSetting): Pair {
  return { document, reading, by: setting.reader.version };
}

/** A reading that the coder failed to add to is kept as the reader's own, so that the next run asks again. */
async function codeOne(pair: Pair | Failure, setting: IntakeSetting): Promise<Pair | Failure> {
  if ("kind" in pair) return pair;
  const { document, reading } = pair;
  const done: Coded | undefined = await setting.coder?.code(document, reading, setting.stop);
  if (done === undefined) return pair;
  if (done.coded) return { document, reading: done.reading, by: fullVersion(setting) };
  return done.errors.length === 0 ? pair : { ...pair, coderErrors: done.errors };
}

/** Readings by one version are appended together; there are two only where a second coder failed with some. */
async function keepPairs(pairs: readonly Pair[], setting: IntakeSetting): Promise<ReadonlyMap<Document, Taken | Failure>> {
  const kept = new Map<Document, Taken | Failure>();
  for (const [by, some] of Map.groupBy(pairs, (pair) => pair.by)) {
    const fresh: Pair[] = [];
    for (const pair of some) {
      // A reading that another coder added to is not followed by one without its claims.
      const reading = by === fullVersion(setting) ? undefined : await lookUp(pair.document, by, setting);
      if (reading === undefined) fresh.push(pair);
      else kept.set(pair.document, { ...takenOf(pair, undefined, setting), reading });
    }
    for (const [document, one] of await keepFresh(fresh, by, setting)) kept.set(document, one);
  }
  return kept;
}

async function keepFresh(pairs: readonly Pair[], by: string, setting: IntakeSetting): Promise<readonly (readonly [Document, Taken | Failure])[]> {
  const receipts = await singly(
    pairs,
    (some) => append(some, by, setting),
    ({ code }: PactaError) => ENTRY_FAULTS.has(code),
  );
  return pairs.map((pair, i) => {
    const receipt = receipts[i];
    return [pair.document, receipt !== undefined && "kind" in receipt ? receipt : takenOf(pair, receipt, setting)] as const;
  });
}

async function readAll(some: readonly { readonly document: Document }[], setting: IntakeSetting): Promise<readonly Pair[]> {
  const readings = await setting.reader.read(some.map(({ document }) => document));
  return readings.flatMap((reading, i) => {
    const document = some[i]?.document;
    return document === undefined ? [] : [ownPair(document, reading, setting)];
  });
}

/** The receipts of one transaction; without a ledger, as many nothings. */
async function append(
  pairs: readonly Pair[],
  by: string,
  { ledger }: IntakeSetting,
): Promise<readonly (Receipt | { readonly appended: undefined })[]> {
  return ledger === undefined ? pairs.map(() => ({ appended: undefined })) : ledger.appendReadings(pairs, by);
}

/** Where a batch was read ahead, the ledger got the same document and reading from one before it. */
function takenOf(pair: Pair, receipt: Receipt | { readonly appended: undefined } | undefined, { ledger }: IntakeSetting): Taken {
  const { document, reading } = receipt?.appended ?? { document: false, reading: false };
  const appended = document ? "document" : reading ? "reading" : "nothing";
  const { by: _, ...taken } = pair;
  return { kind: "taken", ...taken, appended, known: ledger !== undefined && appended === "nothing" };
}

/** Characters of a foreign text that its abstention quotes: enough to see which language it is. */
const SHOWN = 200;

/** Says of the beginning of the document's first block why nothing was read from it. */
function foreignReading({ id, text, blocks }: Document): Reading {
  const { start, end: last } = blocks[0] ?? { start: 0, end: text.length };
  const end = last - start <= SHOWN ? last : start + text.slice(start, start + SHOWN).replace(/\s+\S*$|[\uD800-\uDBFF]$/, "").length;
  return { id, claims: [], abstained: [{ reason: FOREIGN, start, end, quote: text.slice(start, end) }] };
}
