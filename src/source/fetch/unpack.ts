// A body as it was before the server packed it (Content-Encoding), within limits: what unpacks without end is left.
import { pipeline, Readable } from "node:stream";
import { PactaError } from "../../error.ts";
import { peek, tooLarge } from "../bytes.ts";
import { CODINGS, codingsIn } from "../codings.ts";
import type { Coding } from "../codings.ts";
import type { FetchLimits } from "./limits.ts";

type Chunks = AsyncIterable<Uint8Array>;

/** What `Accept-Encoding` asks for. */
export const ENCODINGS = [...CODINGS.keys()].join(", ");
/** Packings in one another that are undone; no honest server uses more than one. */
const MOST = 3;

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
  for (const [name, coding] of packings(encoding)) stream = unpack(name, coding, stream);
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
function packings(encoding: string): readonly (readonly [string, Coding])[] {
  const names = codingsIn(encoding);
  const known = names.map((name): [string, Coding] => {
    const coding = CODINGS.get(name);
    if (coding === undefined) throw encodingError(`the server packs what it sends as "${name.slice(0, 20)}", which is not understood`);
    return [name, coding];
  });
  if (names.length > MOST) throw encodingError(`the server packs what it sends ${names.length} times`);
  return known;
}

async function* unpack(name: string, coding: Coding, packed: Chunks): AsyncGenerator<Uint8Array> {
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
  const decoder = coding.stream(head);
  pipeline(Readable.from(heard(), { objectMode: true }), decoder, () => undefined);
  try {
    yield* decoder as Chunks;
  } catch (thrown) {
    throw fault ?? encodingError(`what the server sends is not whole or no ${name}`, thrown);
  }
}

function encodingError(what: string, cause?: unknown): PactaError {
  return new PactaError("PACTA_FETCH_ENCODING", what, "Try again later, or save the page with a browser and read the file", {}, cause);
}

function bomb({ expansion }: UnpackSetting["limits"]): PactaError {
  const what = `what the server sends unpacks to more than ${expansion} times its size`;
  return new PactaError("PACTA_FETCH_BOMB", what, "Leave the server alone, or save the page with a browser if you trust it");
}
