// Streams of bytes with a bound on what is held: a peek at the start, a whole file up to a limit, lines up to a limit.
import { constants } from "node:buffer";
import { PactaError } from "../error.ts";

type Chunks = AsyncIterable<Uint8Array>;

/** Bytes that are all there, as a stream. */
export async function* inOne(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** The first bytes of a stream (at least `size`, unless it is shorter) and the stream from its start, its fault included. */
export async function peek(chunks: Chunks, size: number): Promise<{ head: Uint8Array; chunks: Chunks }> {
  const iterator = chunks[Symbol.asyncIterator]();
  const held: Uint8Array[] = [];
  let length = 0;
  try {
    while (length < size) {
      const next = await iterator.next();
      if (next.done === true) break;
      held.push(next.value);
      length += next.value.length;
    }
  } catch (thrown) {
    if (length === 0) throw thrown;
    return { head: Buffer.concat(held), chunks: ended(held, thrown) };
  }
  return { head: Buffer.concat(held), chunks: resumed(held, iterator) };
}

async function* resumed(held: readonly Uint8Array[], iterator: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* held;
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
  } finally {
    await iterator.return?.();
  }
}

/** What came before the fault is not lost by having looked at it. */
async function* ended(held: readonly Uint8Array[], fault: unknown): AsyncGenerator<Uint8Array> {
  yield* held;
  throw fault;
}

/** All bytes of a stream, in a buffer of their own. Throws `PACTA_INPUT_TOO_LARGE` as soon as they pass `limit`, without reading on. */
export async function collect(chunks: Chunks, limit: number): Promise<Uint8Array> {
  let held: Uint8Array[] = [];
  let [length, large]: [number, ArrayBuffer | undefined] = [0, undefined];
  for await (const chunk of chunks) {
    if (length + chunk.length > limit) {
      large?.resize(0);
      throw tooLarge("the file", limit);
    }
    length += chunk.length;
    if (large !== undefined) append(large, chunk);
    else held.push(chunk);
    if (large !== undefined || length < LARGE) continue;
    large = new ArrayBuffer(0, { maxByteLength: Math.min(limit, constants.MAX_LENGTH) });
    for (const part of held) append(large, part);
    held = [];
  }
  return large === undefined ? Buffer.concat(held) : Buffer.from(large);
}

/** The buffer grows where it is: joining parts in the end would hold all twice, and what the allocator gives is not given back. */
function append(buffer: ArrayBuffer, part: Uint8Array): void {
  const end = buffer.byteLength;
  buffer.resize(end + part.length);
  new Uint8Array(buffer).set(part, end);
}

/**
 * Gives back what a large file took, when a text was made of it: it would lie there until it is collected, often behind the next. A part of a larger
 * buffer, of which others may have other parts, is left alone.
 */
export function giveBack({ buffer, byteLength }: Uint8Array): void {
  if (buffer instanceof ArrayBuffer && buffer.resizable && buffer.byteLength === byteLength) buffer.resize(0);
}

/** Bytes from which on a file is not held in parts. */
const LARGE = 1024 * 1024;

/** One line without its end; `bytes` is absent where it passed the limit. */
export interface Line {
  readonly number: number;
  readonly bytes?: Uint8Array;
}

/** The lines of a stream. Of a line beyond `limit` bytes nothing is held: it comes without its bytes, and the next one follows. */
export async function* lines(chunks: Chunks, limit: number): AsyncGenerator<Line> {
  let number = 1;
  let held: Uint8Array[] = [];
  let length = 0;
  const hold = (part: Uint8Array) => {
    length += part.length;
    if (length > limit) held = [];
    else if (part.length > 0) held.push(part);
  };
  const close = (): Line => {
    const line = length > limit ? { number } : { number, bytes: Buffer.concat(held) };
    number += 1;
    held = [];
    length = 0;
    return line;
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      hold(chunk.subarray(start, end));
      yield close();
      start = end + 1;
    }
    hold(chunk.subarray(start));
  }
  if (length > 0) yield close();
}

const NEWLINE = 0x0a;

/** The error of a document beyond its limit. */
export function tooLarge(what: string, limit: number): PactaError {
  const size = limit >= MEBIBYTE ? `${limit / MEBIBYTE} MiB` : `${limit} bytes`;
  return new PactaError("PACTA_INPUT_TOO_LARGE", `${what} is larger than ${size}`, "Split it into smaller documents, or raise the limit");
}

const MEBIBYTE = 1024 * 1024;
