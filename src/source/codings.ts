// The codings of HTTP in which what is sent is packed (Content-Encoding), each undone as a stream or as a whole.
import { promisify } from "node:util";
import * as zlib from "node:zlib";
import type { Transform } from "node:stream";

/** How a coding is undone. `stream` sees the first two bytes, as far as there are so many. */
export interface Coding {
  readonly stream: (head: Uint8Array) => Transform;
  /** Rejects with `ERR_BUFFER_TOO_LARGE` beyond so many bytes. */
  readonly whole: (body: Uint8Array, options: { readonly maxOutputLength: number }) => Promise<Buffer>;
}

const gunzip = promisify(zlib.gunzip);
const inflate = promisify(zlib.inflate);
const inflateRaw = promisify(zlib.inflateRaw);
const brotliDecompress = promisify(zlib.brotliDecompress);
/** Not there in the Node of every program that uses the library. */
const { createZstdDecompress, zstdDecompress }: Partial<typeof zlib> = zlib;

/** RFC 9659: what is sent over HTTP needs no window larger than 8 MiB. */
const ZSTD = { params: { [zlib.constants.ZSTD_d_windowLogMax]: 23 } };

/** Those that can be undone, by name. */
export const CODINGS: ReadonlyMap<string, Coding> = new Map<string, Coding>([
  ["gzip", { stream: () => zlib.createGunzip(), whole: gunzip }],
  // Named for zlib by HTTP, and sent without zlib's head by some servers.
  [
    "deflate",
    {
      stream: (head) => (isZlib(head) ? zlib.createInflate() : zlib.createInflateRaw()),
      whole: (body, options) => (isZlib(body) ? inflate : inflateRaw)(body, options),
    },
  ],
  ["br", { stream: () => zlib.createBrotliDecompress(), whole: brotliDecompress }],
  ...zstd(),
]);

function zstd(): readonly [string, Coding][] {
  if (createZstdDecompress === undefined || zstdDecompress === undefined) return [];
  const undo = promisify(zstdDecompress);
  return [["zstd", { stream: () => createZstdDecompress(ZSTD), whole: (body, options) => undo(body, { ...ZSTD, ...options }) }]];
}

/** The names in a `Content-Encoding`, known or not, in the order in which they are undone. */
export function codingsIn(field: string): readonly string[] {
  return field
    .toLowerCase()
    .split(",")
    .map((name) => name.trim().replace(/^x-/, ""))
    .filter((name) => name !== "" && name !== "identity")
    .toReversed();
}

function isZlib([first = 0, second = 0]: Uint8Array): boolean {
  return (first & 15) === 8 && ((first << 8) | second) % 31 === 0;
}
