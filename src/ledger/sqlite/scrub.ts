// Making sure that redacted words are gone from the files: SQLite leaves copies of rows in free pages, in unused parts of pages and in
// the write-ahead log. The file is made anew without them, and the log is cut to nothing.
import { extname } from "node:path";
import type Database from "better-sqlite3";
import { PactaError } from "../../error.ts";
import { ask } from "../../thread/index.ts";

/** A ledger whose file is scrubbed, and how long to wait for who reads it, in milliseconds. */
export interface Scrubbing {
  readonly path: string;
  readonly patience: number;
}

const DAY = 86_400_000;

/**
 * Scrubs a file in a thread of its own: a large ledger takes minutes, and who asks of it meanwhile is answered. Throws as `scrub` does.
 */
export async function scrubBeside(scrubbing: Scrubbing): Promise<void> {
  const entry = new URL(`./entry-thread${extname(import.meta.url)}`, import.meta.url);
  await ask<undefined>(entry, scrubbing, { pause: DAY, whole: DAY, memory: 1024 ** 3 }, (why) => wordsLeft(new Error(why)));
}

/** Throws `PACTA_LEDGER_WORDS_LEFT` where another process keeps the log in use, and what SQLite throws (a full disk). */
export function scrub(file: Database.Database): void {
  const note = noteIn(file);
  if (note === undefined) return;
  try {
    file.exec("vacuum");
    const [state] = file.pragma("wal_checkpoint(truncate)") as readonly { readonly busy: number }[];
    if (state?.busy !== 0) throw new Error("another process is reading the ledger");
  } catch (cause) {
    throw wordsLeft(cause);
  }
  // Another process may have taken words away meanwhile: then the note is its own.
  file.prepare("delete from meta where key = 'scrub' and value = ?").run(note);
}

/** Scrubs a file for a process that was killed before it could, unless that has to wait for another: it stays due. */
export function scrubOnOpening(file: Database.Database, patience: number): void {
  if (noteIn(file) === undefined) return;
  file.pragma("busy_timeout = 0");
  try {
    scrub(file);
  } catch (thrown) {
    if (!(thrown instanceof PactaError && thrown.code === "PACTA_LEDGER_WORDS_LEFT")) throw thrown;
  } finally {
    file.pragma(`busy_timeout = ${patience}`);
  }
}

/** What the redaction noted that last took words away since the file was scrubbed. */
function noteIn(file: Database.Database): unknown {
  return file.prepare("select value from meta where key = 'scrub'").pluck().get();
}

function wordsLeft(cause: unknown): PactaError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new PactaError(
    "PACTA_LEDGER_WORDS_LEFT",
    `the words were redacted, but the ledger's files may hold copies of them still: ${why}`,
    "End other programs that use the ledger, make room for a second copy of it, and open it again: it is scrubbed then",
    {},
    cause,
  );
}
