// A WACZ: a ZIP with WARCs under `archive/`, and lists of what is in them, which are not needed to read them all. Its
// directory stands at its end, so the file is read from where that says, not from its beginning.
import { Readable } from "node:stream";
import { crc32 } from "node:zlib";
import yauzl from "yauzl";
import type { Entry, ZipFile } from "yauzl";
import { PactaError, toPactaError } from "../../error.ts";
import { failure } from "../resource.ts";
import type { Failure, Resource } from "../resource.ts";
import { readWarc } from "./warc.ts";
import type { ArchiveOptions } from "./warc.ts";

/** The bytes of a file, read from anywhere in it. */
export interface FileBytes {
  readonly size: number;
  /** Up to `length` bytes from `position`; fewer only at the end. */
  read(position: number, length: number): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** The pages in every WARC of a WACZ, and its failures; a ZIP that cannot be read is `PACTA_ARCHIVE_ZIP` or `PACTA_ARCHIVE_TRUNCATED`. Closes the file. */
export async function* readWacz(name: string, file: FileBytes, options: ArchiveOptions): AsyncGenerator<Resource | Failure> {
  let any = false;
  try {
    const zip = await open(file);
    let read = 0;
    for await (const entry of zip.eachEntry()) {
      if (!/^archive\/[^/]+\.warc(?:\.gz)?$/i.test(entry.fileName)) continue;
      any = true;
      read += entry.compressedSize;
      // Entries that lie over one another would be read again and again.
      if (read > file.size) throw zipError("its entries are larger than it is");
      yield* readEntry(`${name}/${entry.fileName}`, zip, entry, options);
    }
    if (!any) throw zipError("it has no archive/*.warc or archive/*.warc.gz");
  } catch (thrown) {
    yield failure(faultOf(thrown), { source: name });
  } finally {
    await file.close();
  }
}

/** Bytes in memory as a file. */
export function fileOf(bytes: Uint8Array): FileBytes {
  return {
    size: bytes.length,
    read: async (position, length) => bytes.subarray(position, position + length),
    close: async () => undefined,
  };
}

function open(file: FileBytes): Promise<ZipFile> {
  return yauzl.fromRandomAccessReaderPromise(new Reader(file), file.size, { lazyEntries: true, autoClose: false });
}

/** One WARC; what is wrong with it does not keep the next from being read. */
async function* readEntry(name: string, zip: ZipFile, entry: Entry, options: ArchiveOptions): AsyncGenerator<Resource | Failure> {
  let sum = 0;
  let size = 0;
  try {
    const stream = await zip.openReadStreamPromise(entry);
    const chunks = async function* (): AsyncGenerator<Uint8Array> {
      for await (const chunk of stream as AsyncIterable<Uint8Array>) {
        sum = crc32(chunk, sum);
        size += chunk.length;
        if (size > options.limits.file && size > entry.compressedSize * options.limits.expansion) throw bomb(options);
        yield chunk;
      }
    };
    yield* readWarc(name, chunks(), options);
    if (sum !== entry.crc32) throw zipError("the sum of an entry is wrong");
  } catch (thrown) {
    yield failure(faultOf(thrown), { source: name });
  }
}

/** A file as yauzl reads one. */
class Reader extends yauzl.RandomAccessReader {
  readonly #file: FileBytes;

  constructor(file: FileBytes) {
    super();
    this.#file = file;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(chunksBetween(this.#file, start, end), { objectMode: false });
  }

  override close(callback: (error: Error | null) => void): void {
    callback(null);
  }
}

const CHUNK = 256 * 1024;

async function* chunksBetween(file: FileBytes, start: number, end: number): AsyncGenerator<Uint8Array> {
  for (let at = start; at < end;) {
    const bytes = await file.read(at, Math.min(CHUNK, end - at));
    if (bytes.length === 0) return;
    yield bytes;
    at += bytes.length;
  }
}

/** yauzl tells what is wrong with a ZIP in words alone; what the system says of the file is no fault of the ZIP. */
function faultOf(thrown: unknown): unknown {
  if (thrown instanceof PactaError || isSystemError(thrown)) return thrown;
  const { message } = toPactaError(thrown);
  if (!/end of central directory record signature not found/i.test(message)) return zipError(message.slice(0, 200), thrown);
  return new PactaError("PACTA_ARCHIVE_TRUNCATED", "the WACZ ends before its directory, or is no ZIP", "Fetch the archive again", {}, thrown);
}

function isSystemError(thrown: unknown): boolean {
  return thrown instanceof Error && "code" in thrown && /^E[A-Z]+$/.test(String(thrown.code));
}

function zipError(why: string, cause?: unknown): PactaError {
  return new PactaError("PACTA_ARCHIVE_ZIP", `the WACZ cannot be read: ${why}`, "Fetch the archive again", {}, cause);
}

function bomb({ limits }: ArchiveOptions): PactaError {
  return new PactaError("PACTA_GZIP_BOMB", `an entry unpacks to more than ${limits.expansion} times its size`, "Unpack it yourself if you trust it");
}
