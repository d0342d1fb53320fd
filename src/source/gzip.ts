// Gzip as a stream, with its two dangers named: a stream that ends early, and one that never seems to end.
import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { PactaError } from "../error.ts";
import type { Limits } from "./resource.ts";

/** True where the bytes begin like gzip. */
export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

/**
 * The decompressed stream. What was whole before a fault is handed on first; then `PACTA_GZIP_TRUNCATED`,
 * `PACTA_GZIP_BROKEN`, or `PACTA_GZIP_BOMB` (more than `limits.expansion` times its size) is thrown.
 */
export async function* gunzip(chunks: AsyncIterable<Uint8Array>, limits: Limits): AsyncGenerator<Uint8Array> {
  let packed = 0;
  let unpacked = 0;
  const counted = async function* () {
    for await (const chunk of chunks) {
      packed += chunk.length;
      yield chunk;
    }
  };
  try {
    for await (const chunk of inflated(counted())) {
      unpacked += chunk.length;
      if (unpacked > limits.file && unpacked > packed * limits.expansion) throw bomb(limits);
      yield chunk;
    }
  } catch (thrown) {
    throw gzipError(thrown);
  }
}

/** Errors of either stream end the loop over the second. */
function inflated(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const unpack = createGunzip();
  pipeline(Readable.from(chunks, { objectMode: true }), unpack, () => undefined);
  return unpack;
}

function bomb(limits: Limits): PactaError {
  return new PactaError("PACTA_GZIP_BOMB", `the gzip unpacks to more than ${limits.expansion} times its size`, "Unpack it yourself if you trust it");
}

function gzipError(thrown: unknown): unknown {
  if (!(thrown instanceof Error) || !("code" in thrown) || typeof thrown.code !== "string") return thrown;
  if (thrown.code === "Z_BUF_ERROR") {
    return new PactaError("PACTA_GZIP_TRUNCATED", "the gzip ends in the middle", "Fetch the file again", {}, thrown);
  }
  if (!thrown.code.startsWith("Z_")) return thrown;
  return new PactaError("PACTA_GZIP_BROKEN", `the gzip is damaged (${thrown.message})`, "Fetch the file again", {}, thrown);
}
