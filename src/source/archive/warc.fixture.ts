// Archives for tests: a small writer of WARC records, of HTTP responses in them, and of ZIPs around them.
import { crc32, deflateRawSync, gzipSync } from "node:zlib";

/** Parts of a record that a test wants otherwise than right. */
export interface Written {
  readonly type?: string;
  readonly contentType?: string;
  readonly fields?: Readonly<Record<string, string>>;
  /** Added to the true length. */
  readonly off?: number;
}

/** One record with its block. */
export function record(
  url: string | undefined,
  block: string | Uint8Array,
  { type = "response", contentType, fields = {}, off = 0 }: Written = {},
): Buffer {
  const bytes = Buffer.from(block);
  const all = {
    "WARC-Type": type,
    ...(url === undefined ? {} : { "WARC-Target-URI": url }),
    "WARC-Date": "2031-02-03T04:05:06Z",
    "WARC-Record-ID": "<urn:uuid:6d1b1e9c-0000-4000-8000-000000000001>",
    "Content-Type": contentType ?? (type === "response" ? "application/http; msgtype=response" : "text/html"),
    ...fields,
    "Content-Length": String(bytes.length + off),
  };
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`WARC/1.1\r\n${head.join("")}\r\n`), bytes, Buffer.from("\r\n\r\n")]);
}

/** A response to put into a record. */
export function response(body: string | Uint8Array, fields: Readonly<Record<string, string>> = {}, status = "200 OK"): Buffer {
  const all = { "Content-Type": "text/html; charset=utf-8", ...fields };
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`HTTP/1.1 ${status}\r\n${head.join("")}\r\n`, "latin1"), Buffer.from(body)]);
}

/** A record of a page that was found. */
export function page(url: string, body: string | Uint8Array, fields: Readonly<Record<string, string>> = {}): Buffer {
  return record(url, response(body, fields));
}

/** Records in a gzip with a member for each. */
export function zipped(records: readonly Uint8Array[]): Buffer {
  return Buffer.concat(records.map((each) => gzipSync(each)));
}

/** A ZIP of files as they are, or deflated, or said to be in another way of packing or encrypted. */
export function zip(files: Readonly<Record<string, Uint8Array>>, { method = 0, flags = 0 }: { method?: number; flags?: number } = {}): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, bytes] of Object.entries(files)) {
    const path = Buffer.from(name);
    const packed = method === 8 ? deflateRawSync(bytes) : bytes;
    const what = Buffer.alloc(26);
    what.writeUInt16LE(20, 0);
    what.writeUInt16LE(flags, 2);
    what.writeUInt16LE(method, 4);
    what.writeUInt32LE(crc32(bytes), 10);
    what.writeUInt32LE(packed.length, 14);
    what.writeUInt32LE(bytes.length, 18);
    what.writeUInt16LE(path.length, 22);
    const local = Buffer.concat([Buffer.from("PK\u0003\u0004", "latin1"), what, path, Buffer.from(packed)]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([Buffer.from("PK\u0001\u0002\u0014\0", "latin1"), what, rest, path]));
    parts.push(local);
    at += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...parts, listed, Buffer.from("PK\u0005\u0006", "latin1"), end]);
}

/** Bytes in chunks of a size. */
export async function* chunked(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
