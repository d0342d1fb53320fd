// The file of a backup: its lines, packed by gzip. It is written under another name and takes its own when it is whole and on the disk.
import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { access, rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { PactaError } from "../error.ts";

/** Characters in a line: far more than any document has, and fewer than a string can hold. */
const LONGEST = 1 << 28;

/** Writes lines into a new file. Throws `PACTA_BACKUP_EXISTS`, `PACTA_BACKUP_UNWRITABLE`, or what `lines` throws, and then leaves nothing. */
export async function writeBackup(path: string, lines: AsyncIterable<string>): Promise<void> {
  if (existsSync(path)) throw new PactaError("PACTA_BACKUP_EXISTS", "there is a file of that name", "Name another, or remove it", { source: path });
  const part = `${path}.${process.pid}.part`;
  try {
    await pipeline(Readable.from(ended(lines)), createGzip(), createWriteStream(part, { flush: true }));
    await rename(part, path);
  } catch (thrown) {
    await rm(part, { force: true });
    throw isOfSystem(thrown) ? unwritable(path, thrown) : thrown;
  }
}

async function* ended(lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) yield `${line}\n`;
}

function isOfSystem(thrown: unknown): thrown is NodeJS.ErrnoException {
  return thrown instanceof Error && "syscall" in thrown;
}

function unwritable(path: string, thrown: NodeJS.ErrnoException): PactaError {
  const what = `the backup cannot be written (${thrown.message})`;
  return new PactaError("PACTA_BACKUP_UNWRITABLE", what, "Check the folder, its permissions and the room on its disk", { source: path }, thrown);
}

/** The lines of a backup's file, once it is known to be there. Throws `PACTA_INPUT_MISSING`, `PACTA_INPUT_UNREADABLE`; the lines `PACTA_BACKUP_INVALID`, `_CUT` or `_BROKEN`. */
export async function openBackup(path: string): Promise<AsyncGenerator<string>> {
  await access(path).catch((thrown: unknown) => Promise.reject(explained(path, thrown)));
  return readBackup(path);
}

async function* readBackup(path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let rest = "";
  try {
    for await (const bytes of unpacked(path)) {
      const [first = "", ...more] = decoder.decode(bytes, { stream: true }).split("\n");
      const lines = [rest + first, ...more];
      rest = lines.pop() ?? "";
      if (rest.length > LONGEST) throw new TypeError("a line has no end");
      yield* lines;
    }
    rest += decoder.decode();
  } catch (thrown) {
    throw explained(path, thrown);
  }
  if (rest !== "") yield rest;
}

/** Errors of the file and of gzip both end the loop over what is unpacked. */
function unpacked(path: string): AsyncIterable<Uint8Array> {
  const gunzip = createGunzip();
  void pipeline(createReadStream(path), gunzip).catch((thrown: unknown) => gunzip.destroy(thrown instanceof Error ? thrown : undefined));
  return gunzip;
}

type Trouble = readonly [code: `PACTA_${string}`, what: string, remedy: string];

const AGAIN = "Nothing was restored: fetch the backup again, or take another one";
const DAMAGED: Trouble = ["PACTA_BACKUP_BROKEN", "the backup's file is damaged", AGAIN];

const TROUBLES: Readonly<Record<string, Trouble>> = {
  ENOENT: ["PACTA_INPUT_MISSING", "there is no such file", "Check the path"],
  EISDIR: ["PACTA_INPUT_UNREADABLE", "it is a folder", "Name a file that pacta backup made"],
  EACCES: ["PACTA_INPUT_UNREADABLE", "the system refused to read it", "Check that you may read it"],
  Z_BUF_ERROR: ["PACTA_BACKUP_CUT", "the backup's file ends in the middle", AGAIN],
  Z_DATA_ERROR: DAMAGED,
  ERR_ENCODING_INVALID_ENCODED_DATA: DAMAGED,
};

function explained(path: string, thrown: unknown): unknown {
  if (!(thrown instanceof Error) || thrown instanceof PactaError) return thrown;
  const code = "code" in thrown && typeof thrown.code === "string" ? thrown.code : "";
  const isNone = thrown.message === "incorrect header check";
  const known = isNone
    ? (["PACTA_BACKUP_INVALID", "the file is no backup of a ledger", "Name a file that pacta backup made"] as const)
    : TROUBLES[code];
  const [named, what, remedy] = known ?? DAMAGED;
  return new PactaError(named, what, remedy, { source: path }, thrown);
}
