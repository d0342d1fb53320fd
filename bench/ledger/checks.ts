// What a ledger promises, checked on one that has grown: its book is what a rebuild makes, it verifies, and a backup of it takes so long.
import { createHash } from "node:crypto";
import { createWriteStream, statSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type { DealBook } from "../../src/deal/index.ts";
import { backupLines, verify } from "../../src/ledger/index.ts";
import type { Ledger } from "../../src/ledger/index.ts";

/** What the checks found. Times in seconds, sizes in bytes. */
export interface Checked {
  readonly deals: number;
  readonly rebuilding: number;
  readonly verifying: number;
  readonly entries: number;
  readonly backingUp: number;
  readonly backup: number;
}

/** Throws where the book is another after a rebuild, and what `verify` throws. The backup is put into `folder`. */
export async function check(ledger: Ledger, book: DealBook, folder: string): Promise<Checked> {
  const before = await digestOf(book);
  const [rebuilding] = await timed(() => book.rebuild());
  const after = await digestOf(book);
  if (before.hash !== after.hash) throw new Error(`a rebuild makes another book: ${before.deals} deals before, ${after.deals} after`);
  const [verifying, head] = await timed(() => verify(ledger));
  const file = join(folder, "backup.jsonl.gz");
  const [backingUp] = await timed(() => pipeline(Readable.from(ended(backupLines(ledger, head))), createGzip(), createWriteStream(file)));
  return { deals: after.deals, rebuilding, verifying, entries: head.seq, backingUp, backup: statSync(file).size };
}

/** All deals of a book with their lines, as one hash. */
async function digestOf(book: DealBook): Promise<{ readonly deals: number; readonly hash: string }> {
  const hash = createHash("sha256");
  let deals = 0;
  let after: string | undefined;
  do {
    const page = await book.deals({ limit: 1000, ...(after === undefined ? {} : { after }) });
    for (const line of page.deals) hash.update(`${JSON.stringify(line)}\n`);
    deals += page.deals.length;
    after = page.next;
  } while (after !== undefined);
  return { deals, hash: hash.digest("hex") };
}

async function* ended(lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) yield `${line}\n`;
}

async function timed<T>(work: () => Promise<T>): Promise<readonly [number, T]> {
  const began = performance.now();
  const result = await work();
  return [(performance.now() - began) / 1000, result];
}
