// The members of a gzip, one after the other. An archive's gzip has a member for each record, so that one which is damaged
// costs its record alone: the next is looked for by its first bytes. Node's own stream hides where members begin and end.
import { crc32, createInflateRaw, inflateRawSync, constants } from "node:zlib";
import type { InflateRaw } from "node:zlib";
import { PactaError } from "../../error.ts";
import type { Limits } from "../resource.ts";
import type { Piece } from "./window.ts";
import { Window } from "./window.ts";

const MAGIC = Buffer.from([0x1f, 0x8b, 0x08]);
/** Packed bytes that are unpacked at once: at most a thousand times as many come out. */
const STEP = 16 * 1024;

interface Counts {
  packed: number;
  unpacked: number;
}

/**
 * The content of every member. A member that is cut (`PACTA_ARCHIVE_TRUNCATED`), damaged (`PACTA_GZIP_BROKEN`) or larger than
 * `limits` allow (`PACTA_GZIP_BOMB`) ends with its fault, and the next member that begins with a record follows.
 */
export async function* members(chunks: AsyncIterable<Uint8Array>, limits: Limits): AsyncGenerator<Piece> {
  const raw = new Window(plain(chunks));
  const total: Counts = { packed: 0, unpacked: 0 };
  let rewound = 0;
  try {
    while (await raw.fill(1)) {
      const start = raw.offset;
      const { fault, taken } = yield* member(raw, total, limits);
      // Of a member that lost its end, more was taken than it has. Going back is bounded, lest a file be read many times over.
      const back = rewound + taken <= start + HELD;
      if (fault === undefined || !back) raw.drop(taken - (raw.offset - start));
      if (fault === undefined) continue;
      if (back) {
        rewound += taken;
        raw.drop(1);
      }
      const more = await seekMember(raw);
      yield { fault: more && fault.code === TRUNCATED ? broken("it ends in the middle") : fault };
    }
  } finally {
    await raw.close();
  }
}

/** A stream without members, as pieces. */
export async function* plain(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Piece> {
  for await (const bytes of chunks) yield { bytes };
}

/** The first bytes of a gzip's content, as many as `head` gives; of no gzip, none. */
export function unpackedHead(head: Uint8Array): Buffer {
  const { length } = headOf(Buffer.from(head.buffer, head.byteOffset, head.byteLength));
  if (length === undefined) return Buffer.alloc(0);
  try {
    return inflateRawSync(head.subarray(length), { finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    // Damaged bytes are no beginning of anything.
    return Buffer.alloc(0);
  }
}

const TRUNCATED = "PACTA_ARCHIVE_TRUNCATED";

/** Packed bytes of a member that are kept until it has ended well. */
const HELD = 1024 * 1024;

/** A member's end: what was wrong with it, and how many packed bytes it took from where it began. The first of them may still lie in the window. */
interface Ended {
  readonly fault?: PactaError;
  readonly taken: number;
}

async function* member(raw: Window, total: Counts, limits: Limits): AsyncGenerator<Piece, Ended> {
  yield { bytes: new Uint8Array(), member: raw.offset };
  const head = await readHead(raw);
  if (head instanceof PactaError) return { fault: head, taken: Math.min(raw.size, 1) };
  const own: Counts = { packed: head, unpacked: 0 };
  const start = raw.offset;
  const ended = (fault?: PactaError): Ended => ({ taken: own.packed, ...(fault === undefined ? {} : { fault }) });
  let sum = 0;
  const unpacker = new Unpacker();
  try {
    for (let done = false; !done;) {
      if (own.packed > HELD) raw.drop(own.packed - (raw.offset - start));
      const at = own.packed - (raw.offset - start);
      if (!(await raw.fill(at + 1))) return ended(cut());
      const step = await unpacker.step(raw.bytes.subarray(at, at + STEP));
      own.packed += step.taken;
      for (const bytes of step.bytes) {
        sum = crc32(bytes, sum);
        own.unpacked += bytes.length;
        if (isBomb(own, limits) || isBomb({ packed: total.packed + own.packed, unpacked: total.unpacked + own.unpacked }, limits)) {
          return ended(bomb(limits));
        }
        yield { bytes };
      }
      done = step.done;
    }
  } catch (thrown) {
    return ended(broken(thrown instanceof Error ? thrown.message : String(thrown)));
  } finally {
    unpacker.close();
  }
  const at = own.packed - (raw.offset - start);
  if (!(await raw.fill(at + 8))) return ended(cut());
  const [declared, size] = [raw.bytes.readUInt32LE(at), raw.bytes.readUInt32LE(at + 4)];
  own.packed += 8;
  if (declared !== sum || size !== own.unpacked % 2 ** 32) return ended(broken("its sum or size is wrong"));
  total.packed += own.packed;
  total.unpacked += own.unpacked;
  return ended();
}

/** Unpacks one member, step by step. */
class Unpacker {
  readonly #stream: InflateRaw = createInflateRaw({ chunkSize: 64 * 1024 });
  #bytes: Uint8Array[] = [];
  readonly #end: Promise<true>;

  constructor() {
    this.#stream.on("data", (bytes: Uint8Array) => this.#bytes.push(bytes));
    this.#end = new Promise((resolve, reject) => {
      this.#stream.once("end", () => resolve(true));
      this.#stream.once("error", reject);
    });
    this.#end.catch(() => undefined);
  }

  /** What comes out of some packed bytes, how many of them were taken, and whether the member ended within them. */
  async step(packed: Uint8Array): Promise<{ readonly bytes: readonly Uint8Array[]; readonly taken: number; readonly done: boolean }> {
    const before = this.#stream.bytesWritten;
    const written = new Promise<false>((resolve) => this.#stream.write(packed, () => resolve(false)));
    const done = await Promise.race([this.#end, written]);
    const bytes = this.#bytes;
    this.#bytes = [];
    return { bytes, taken: this.#stream.bytesWritten - before, done };
  }

  close(): void {
    this.#stream.destroy();
  }
}

/** Over what is no member: to the next one that begins with a record, or, with false, at the end. */
async function seekMember(raw: Window): Promise<boolean> {
  for (let tries = 0; await raw.fill(HEAD_SIZE);) {
    const at = raw.bytes.indexOf(MAGIC);
    if (at < 0) raw.drop(raw.size - MAGIC.length + 1);
    else {
      raw.drop(at);
      await raw.fill(LOOK_AHEAD);
      if (/^WARC\/[01]\./.test(unpackedHead(raw.bytes.subarray(0, LOOK_AHEAD)).toString("latin1", 0, 7))) return true;
      tries += 1;
      raw.drop(tries < MOST_TRIES ? HEAD_SIZE : STEP);
    }
  }
  raw.drop(raw.size);
  return false;
}

/** Bytes that look like a member by chance are rare: where there are so many they were put there, and are looked at only here and there. */
const MOST_TRIES = 100;
const HEAD_SIZE = 10;
/** Enough for the tables of a member's first block and the first letters after them. */
const LOOK_AHEAD = 320;
/** A member's head with a name or a comment is a few dozen bytes long. */
const LONGEST_HEAD = 128 * 1024;

async function readHead(raw: Window): Promise<number | PactaError> {
  for (let size = HEAD_SIZE; ; size *= 2) {
    const enough = await raw.fill(size);
    const { length, wrong } = headOf(raw.bytes);
    if (length !== undefined) return length;
    if (wrong || size > LONGEST_HEAD) return broken("what follows is no gzip");
    if (!enough) return cut();
  }
}

/** How long a member's head is; neither length nor wrong where more of it is needed. */
function headOf(bytes: Buffer): { readonly length?: number; readonly wrong: boolean } {
  if (!MAGIC.subarray(0, bytes.length).equals(bytes.subarray(0, MAGIC.length))) return { wrong: true };
  const flags = bytes[3] ?? 0;
  if (flags > 0x1f) return { wrong: true };
  let length = HEAD_SIZE;
  if ((flags & 4) !== 0) length += bytes.length < length + 2 ? Infinity : 2 + bytes.readUInt16LE(length);
  for (const flag of [8, 16]) {
    if ((flags & flag) === 0 || length > bytes.length) continue;
    const end = bytes.indexOf(0, length);
    length = end < 0 ? Infinity : end + 1;
  }
  if ((flags & 2) !== 0) length += 2;
  return length <= bytes.length ? { length, wrong: false } : { wrong: false };
}

function isBomb({ packed, unpacked }: Counts, limits: Limits): boolean {
  return unpacked > limits.file && unpacked > packed * limits.expansion;
}

function bomb({ expansion }: Limits): PactaError {
  return new PactaError("PACTA_GZIP_BOMB", `the gzip unpacks to more than ${expansion} times its size`, "Unpack it yourself if you trust it");
}

function broken(why: string): PactaError {
  return new PactaError("PACTA_GZIP_BROKEN", `a member of the archive's gzip is damaged (${why})`, "Fetch the file again");
}

function cut(): PactaError {
  return new PactaError(TRUNCATED, "the archive ends in the middle of a gzip member", "Fetch the archive again: what came before was read");
}
