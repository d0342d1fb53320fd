// A backup: all entries of a ledger as lines of JSON, from which any store makes the same ledger again. The first line says what it is,
// the last which head it ends at, so that one that was cut is known; each entry's line is the canonical JSON that its hash covers, with
// the hash and the words beside, so that anyone can check it without Pacta.
import { z } from "zod";
import { PactaError } from "../error.ts";
import { canonical } from "./canonical.ts";
import { EMPTY } from "./chain.ts";
import type { Head, SealedEntry } from "./chain.ts";
import type { Ledger } from "./ledger.ts";

const FORMAT = 1;

/** Codes that mean, on an entry of a backup, that it is not what was written. */
const MISFITS: ReadonlySet<string> = new Set(["PACTA_LEDGER_BROKEN", "PACTA_LEDGER_ENTRY_INVALID", "PACTA_QUOTE_MISMATCH", "PACTA_SPAN_OUTSIDE"]);

/** The lines of a backup up to a head of the ledger, without line ends. What others append meanwhile is not in it. */
export async function* backupLines(ledger: Ledger, { seq, hash }: Head): AsyncGenerator<string> {
  yield JSON.stringify({ pacta: "backup", format: FORMAT });
  for await (const entry of ledger.sealed({ seq, hash })) yield lineOf(entry);
  yield JSON.stringify({ end: { seq, hash } });
}

/** The body is canonical JSON already, and stands in the line as it is. */
function lineOf({ at, body, hash, kind, prev, seq, words }: SealedEntry): string {
  const [before, after] = [JSON.stringify({ at }).slice(0, -1), JSON.stringify({ hash, kind, prev, seq, words }).slice(1)];
  return `${before},"body":${body},${after}`;
}

const firstLine = z.object({ pacta: z.literal("backup"), format: z.int() });
const entryLine = z.strictObject({
  at: z.string(),
  body: z.unknown(),
  hash: z.string(),
  kind: z.string(),
  prev: z.string(),
  seq: z.int(),
  words: z.string().nullable(),
});
const lastLine = z.strictObject({ end: z.strictObject({ seq: z.int(), hash: z.string() }) });

/**
 * Fills an empty ledger from the lines of a backup, all or nothing, and gives the head, which is that of the ledger that was backed up.
 * Throws `PACTA_BACKUP_INVALID` (no backup), `_NEWER`, `_CUT` (its end is missing), `_BROKEN` (`place.line` is the entry that does not
 * fit), or `PACTA_LEDGER_NOT_EMPTY`.
 */
export async function restoreLines(ledger: Ledger, lines: AsyncIterable<string>): Promise<Head> {
  try {
    return await ledger.takeOver(entriesIn(lines));
  } catch (thrown) {
    if (!(thrown instanceof PactaError) || !MISFITS.has(thrown.code)) throw thrown;
    throw broken(thrown.message, thrown.place.line, thrown);
  }
}

async function* entriesIn(lines: AsyncIterable<string>): AsyncGenerator<SealedEntry> {
  let last: Head | undefined;
  let end: Head | undefined;
  for await (const line of lines) {
    if (end !== undefined) throw broken("something follows its end", end.seq);
    if (last === undefined) {
      checkFirst(line);
      last = EMPTY;
      continue;
    }
    const json = jsonOf(line, last.seq + 1);
    end = lastLine.safeParse(json).data?.end;
    if (end !== undefined) checkEnd(last, end);
    else yield (last = entryIn(json, last.seq + 1));
  }
  if (last === undefined) throw noBackup();
  if (end === undefined) throw new PactaError("PACTA_BACKUP_CUT", `the backup ends behind entry ${last.seq}, and not where it should`, CUT_REMEDY);
}

const CUT_REMEDY = "Nothing was restored: fetch the backup again, or take another one";

function checkFirst(line: string): void {
  const said = firstLine.safeParse(parsed(line)).data;
  if (said === undefined) throw noBackup();
  if (said.format > FORMAT)
    throw new PactaError("PACTA_BACKUP_NEWER", `the backup has format ${said.format}, this Pacta knows ${FORMAT}`, "Install a newer Pacta");
}

function noBackup(): PactaError {
  return new PactaError("PACTA_BACKUP_INVALID", "the file is no backup of a ledger", "Name a file that pacta backup made");
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function jsonOf(line: string, seq: number): unknown {
  const json = parsed(line);
  if (json === undefined) throw broken(`entry ${seq}: it is no JSON`, seq);
  return json;
}

function entryIn(json: unknown, seq: number): SealedEntry {
  const read = entryLine.safeParse(json);
  if (!read.success) throw broken(`entry ${seq}: it is no entry of a ledger`, seq);
  return { ...read.data, body: canonical(read.data.body) };
}

function checkEnd(last: Head, end: Head): void {
  if (last.seq !== end.seq || last.hash !== end.hash) throw broken(`it says that entry ${end.seq} is its last, but entry ${last.seq} is`, last.seq);
}

function broken(what: string, seq?: number, cause?: unknown): PactaError {
  const remedy = "Nothing was restored: restore an older backup";
  return new PactaError("PACTA_BACKUP_BROKEN", `the backup is not what was written: ${what}`, remedy, seq === undefined ? {} : { line: seq }, cause);
}
