// A body as it was before the server packed it (Content-Encoding), within limits: what unpacks without end is left.
import { pipeline, Readable } from "node:stream";
import type { Transform } from "node:stream";
import * as zlib from "node:zlib";
import { PactaError } from "../../error.ts";
import { peek, tooLarge } from "../bytes.ts";
import type { FetchLimits } from "./limits.ts";

type Chunks = AsyncIterable<Uint8Array>;

/** Not there in the Node of every program that uses the library. */
const { createZstdDecompress }: Partial<typeof zlib> = zlib;

const KNOWN: ReadonlySet<string> = new Set(["gzip", "deflate", "br", ...(createZstdDecompress === undefined ? [] : ["zstd"])]);
/** What `Accept-Encoding` asks for. */
export const ENCODINGS = [...KNOWN].join(", ");
/** Packings in one another that are undone; no honest server uses more than one. */
const MOST = 3;
/** RFC 9659: what is sent over HTTP needs no window larger than 8 MiB. */
const ZSTD_WINDOW = 23;

/** Up to so many bytes it does not matter what a body unpacks from. */
const HARMLESS = 4 * 1024 * 1024;

/** How a body is read. With `cut` what lies beyond the limit is left out; else it is an error. */
export interface UnpackSetting {
  readonly limits: Pick<FetchLimits, "bytes" | "expansion">;
  readonly cut?: boolean;
}

/**
 * The whole body. `encoding` is the header's value. Throws `PACTA_FETCH_ENCODING` where it is unknown or the bytes are not in
 * it, `PACTA_FETCH_BOMB`, `PACTA_INPUT_TOO_LARGE`, and whatever the stream throws.
 */
export async function unpacked(chunks: Chunks, encoding: string, { limits, cut = false }: UnpackSetting): Promise<Uint8Array> {
  let packed = 0;
  const counted = async function* () {
    for await (const chunk of chunks) {
      packed += chunk.length;
      yield chunk;
    }
  };
  let stream: Chunks = counted();
  for (const name of packings(encoding)) stream = unpack(name, stream);
  const held: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.length;
    held.push(chunk);
    if (cut && length > limits.bytes) break;
    if (length > Math.min(limits.bytes, HARMLESS) && length > packed * limits.expansion) throw bomb(limits);
    if (length > limits.bytes) throw tooLarge("what the server sends", limits.bytes);
  }
  return Buffer.concat(held).subarray(0, limits.bytes);
}

/** The packings to undo, the last one first. */
function packings(encoding: string): readonly string[] {
  const names = encoding
    .toLowerCase()
    .split(",")
    .map((name) => name.trim().replace(/^x-/, ""))
    .filter((name) => name !== "" && name !== "identity");
  const unknown = names.find((name) => !KNOWN.has(name));
  if (unknown !== undefined) throw encodingError(`the server packs what it sends as "${unknown.slice(0, 20)}", which is not understood`);
  if (names.length > MOST) throw encodingError(`the server packs what it sends ${names.length} times`);
  return names.toReversed();
}

async function* unpack(name: string, packed: Chunks): AsyncGenerator<Uint8Array> {
  const { head, chunks } = await peek(packed, 2);
  // Some servers name a packing and send nothing.
  if (head.length === 0) return;
  let fault: unknown;
  const heard = async function* () {
    try {
      yield* chunks;
    } catch (thrown) {
      fault = thrown;
      throw thrown;
    }
  };
  const decoder = decoderFor(name, head);
  pipeline(Readable.from(heard(), { objectMode: true }), decoder, () => undefined);
  try {
    yield* decoder as Chunks;
  } catch (thrown) {
    throw fault ?? encodingError(`what the server sends is not whole or no ${name}`, thrown);
  }
}

function decoderFor(name: string, head: Uint8Array): Transform {
  if (name === "gzip") return zlib.createGunzip();
  if (name === "br") return zlib.createBrotliDecompress();
  if (name === "zstd" && createZstdDecompress !== undefined)
    return createZstdDecompress({ params: { [zlib.constants.ZSTD_d_windowLogMax]: ZSTD_WINDOW } });
  return isZlib(head) ? zlib.createInflate() : zlib.createInflateRaw();
}

/** "deflate" means zlib; some servers leave its header out. */
function isZlib([first = 0, second = 0]: Uint8Array): boolean {
  return (first & 15) === 8 && ((first << 8) | second) % 31 === 0;
}

function encodingError(what: string, cause?: unknown): PactaError {
  return new PactaError("PACTA_FETCH_ENCODING", what, "Try again later, or save the page with a browser and read the file", {}, cause);
}

function bomb({ expansion }: UnpackSetting["limits"]): PactaError {
  const what = `what the server sends unpacks to more than ${expansion} times its size`;
  return new PactaError("PACTA_FETCH_BOMB", what, "Leave the server alone, or save the page with a browser if you trust it");
}
