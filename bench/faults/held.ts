// What a ledger holds after a fault, against what was acknowledged before: everything that was acknowledged, nothing twice, a chain that
// verifies, and a book of deals that is what the chain makes of it.
import { openBook } from "../../src/deal/index.ts";
import type { DealBook, DealKnowledge } from "../../src/deal/index.ts";
import { openLedger, verify } from "../../src/ledger/index.ts";
import type { Ledger } from "../../src/ledger/index.ts";
import type { Said } from "./order.ts";
import { idOf, markOf, reportOf } from "./reports.ts";

/** What the writers of one ledger said, by their names. */
export type Spoken = ReadonlyMap<string, readonly Said[]>;

/** What was found. Each wrong is one line; without any, all is as it should be. */
export interface Held {
  /** Entries that were acknowledged: versions of documents, readings, decisions. */
  readonly acknowledged: number;
  /** Acknowledged entries that are not there, or not as they were written. */
  readonly lost: number;
  /** Entries in the chain. */
  readonly entries: number;
  readonly deals: number;
  /** Words of redacted documents, whoever acknowledged that: no file of the ledger may hold them now. */
  readonly gone: readonly string[];
  readonly wrongs: readonly string[];
}

/** Opens a ledger as the next process would, and holds it against what was said. */
export async function heldIn(location: string, spoken: Spoken, knowledge: DealKnowledge): Promise<Held> {
  const ledger = await openLedger(location, { create: false });
  try {
    const { seq } = await verify(ledger);
    const { acknowledged, lost, wrongs } = await keptIn(ledger, spoken);
    const book = await bookOf(ledger, knowledge);
    return {
      acknowledged,
      lost: lost.length,
      entries: seq,
      deals: book.deals,
      gone: await redactedIn(ledger, spoken),
      wrongs: [...lost, ...wrongs, ...(await strangers(ledger, spoken)), ...book.wrongs],
    };
  } finally {
    await ledger.close();
  }
}

interface Kept {
  readonly acknowledged: number;
  readonly lost: readonly string[];
  readonly wrongs: readonly string[];
}

/** Each acknowledged entry is there, and as it was written. */
async function keptIn(ledger: Ledger, spoken: Spoken): Promise<Kept> {
  const [lost, wrongs]: [string[], string[]] = [[], []];
  const decided = await decisionsIn(ledger);
  let acknowledged = 0;
  for (const [name, said] of spoken) {
    const redacted = new Set(said.flatMap((line) => ("redacted" in line ? [line.redacted] : [])));
    for (const line of said) {
      if ("decided" in line) {
        acknowledged += 1;
        if (decided.get(line.seq) !== line.hash) lost.push(`the decision ${line.seq} (${line.decided}) of ${name}`);
      }
      if (!("read" in line)) continue;
      acknowledged += 2 * line.read.length;
      for (const n of line.read) lost.push(...(await missingOf(ledger, name, n)));
    }
    for (const n of redacted)
      if ((await ledger.document(idOf(name, n)))?.redacted !== true) wrongs.push(`${idOf(name, n)} has its words, though they were redacted`);
  }
  return { acknowledged, lost, wrongs };
}

async function decisionsIn(ledger: Ledger): Promise<ReadonlyMap<number, string>> {
  const decided = new Map<number, string>();
  for await (const { kind, seq, hash } of ledger.entries()) if (kind === "decision") decided.set(seq, hash);
  return decided;
}

/** Which of the two entries of a report are not there, or other than they were. Of a redacted one the words are gone, and its slots stay. */
async function missingOf(ledger: Ledger, name: string, n: number): Promise<readonly string[]> {
  const wanted = reportOf(name, n);
  const { id } = wanted.document;
  const [document, reading] = [await ledger.document(id), await ledger.reading(id)];
  const isWhole = document?.redacted === true || document?.text === wanted.document.text;
  const slots = (read: { readonly claims: readonly { readonly id: string; readonly money: unknown }[] } | undefined) =>
    JSON.stringify(read?.claims.map((claim) => [claim.id, claim.money]));
  return [
    ...(document === undefined || document.version !== 1 || !isWhole ? [`the document ${id}`] : []),
    ...(reading === undefined || slots(reading) !== slots(wanted.reading) ? [`the reading of ${id}`] : []),
  ];
}

/** What is in the ledger twice, or was never written. */
async function strangers(ledger: Ledger, spoken: Spoken): Promise<readonly string[]> {
  const begun = new Set([...spoken].flatMap(([name, said]) => said.flatMap((line) => ("begun" in line ? line.begun.map((n) => idOf(name, n)) : []))));
  const seen = new Set<string>();
  const wrongs: string[] = [];
  for await (const { id } of ledger.documents()) {
    if (seen.has(id)) wrongs.push(`${id} is there twice`);
    if (!begun.has(id)) wrongs.push(`nobody wrote ${id}`);
    seen.add(id);
  }
  return wrongs;
}

async function redactedIn(ledger: Ledger, spoken: Spoken): Promise<readonly string[]> {
  const gone: string[] = [];
  for (const [name, said] of spoken)
    for (const n of said.flatMap((line) => ("begun" in line ? line.begun : [])))
      if ((await ledger.document(idOf(name, n)))?.redacted === true) gone.push(markOf(name, n));
  return gone;
}

/** Brings the book up to the chain, and holds it against one that is made anew. */
async function bookOf(ledger: Ledger, knowledge: DealKnowledge): Promise<{ readonly deals: number; readonly wrongs: readonly string[] }> {
  const book = await openBook(ledger, knowledge);
  const { seq } = await ledger.head();
  const end = await book.catchUp();
  const kept = await linesOf(book);
  await book.rebuild();
  const made = await linesOf(book);
  return {
    deals: kept.length,
    wrongs: [
      ...(end === seq ? [] : [`the book ends at entry ${end} of ${seq}`]),
      ...(JSON.stringify(kept) === JSON.stringify(made) ? [] : ["the book is not what a rebuild makes of the chain"]),
    ],
  };
}

/** Every deal with all that is told of it, in the book's order. */
async function linesOf(book: DealBook): Promise<readonly unknown[]> {
  const lines: unknown[] = [];
  for (let after: string | undefined; ;) {
    const page = await book.deals({ limit: 200, ...(after === undefined ? {} : { after }) });
    for (const line of page.deals) lines.push([line, await book.deal(line.id)]);
    after = page.next;
    if (after === undefined) return lines;
  }
}
