// A gigabyte of archive, made while it is read, goes through in the memory of a few records; cut, it is told to be cut.
import { randomFillSync } from "node:crypto";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { readStream } from "../read-sources.ts";
import { page, record } from "./warc.fixture.ts";

const GIGABYTE = 1e9;
const MEBIBYTE = 1024 * 1024;
const CHUNK = 256 * 1024;

type Pack = (bytes: Buffer) => Buffer;

interface Sent {
  pages: number;
  bytes: number;
}

/** The large ones are made before memory is measured: a film that is larger than any page may be, and a page that is almost so. */
const picture = randomFillSync(Buffer.alloc(300_000));
const film = page("https://example.org/film.mp4", Buffer.alloc(90 * MEBIBYTE, picture), { "Content-Type": "video/mp4" });
const long = page("https://example.org/all", `<p>${"Norway signed a contract with Portugal for two patrol boats. ".repeat(600_000)}</p>`);

/** Pages of many sizes between pictures, and now and then a large one. */
function* written(pack: Pack, [packedFilm, packedLong]: readonly [Buffer, Buffer], sent: Sent): Generator<Buffer> {
  for (let i = 0; ; i += 1) {
    const address = `https://example.org/${i}`;
    yield pack(record(address, `GET /${i} HTTP/1.1\r\n\r\n`, { type: "request" }));
    yield pack(page(`${address}.png`, picture, { "Content-Type": "image/png" }));
    if (i % 500 === 100) yield packedFilm;
    const words = `Norway signed a contract with Portugal for ${i} patrol boats. `;
    yield i % 500 === 200 ? packedLong : pack(page(address, `<html><body><p>${words.repeat(20 + ((i * 37) % 900))}</p></body></html>`));
    sent.pages += 1;
  }
}

/** Chunks of records up to a gigabyte; the last record lacks its last bytes. */
async function* sending(sent: Sent, pack: Pack, large: readonly [Buffer, Buffer]): AsyncGenerator<Uint8Array> {
  for (const bytes of written(pack, large, sent)) {
    const last = sent.bytes + bytes.length >= GIGABYTE;
    const shown = last ? bytes.subarray(0, -9) : bytes;
    for (let at = 0; at < shown.length; at += CHUNK) yield shown.subarray(at, at + CHUNK);
    sent.bytes += shown.length;
    if (last) return;
  }
}

test.each<[string, string, Pack]>([
  ["plain", "a.warc", (bytes) => bytes],
  ["gzip", "a.warc.gz", (bytes) => gzipSync(bytes, { level: 1 })],
])("a WARC of a gigabyte (%s) is streamed in bounded memory, and its cut end is told", { timeout: 600_000 }, async (_, name, pack) => {
  const sent: Sent = { pages: 0, bytes: 0 };
  const passed = new Map<string, number>();
  const count = (what: string): void => void passed.set(what, (passed.get(what) ?? 0) + 1);
  const codes: string[] = [];
  const large = [pack(film), pack(long)] as const;
  const before = process.memoryUsage.rss();
  let [pages, most] = [0, 0];
  for await (const each of readStream(name, sending(sent, pack, large), { passed: count })) {
    if (each.kind === "failure") codes.push(each.error.code);
    else pages += 1;
    most = Math.max(most, process.memoryUsage.rss());
  }
  expect(sent.bytes).toBeGreaterThan(GIGABYTE - film.length);
  expect(pages).toBe(sent.pages);
  expect(passed.get("video/mp4")).toBeGreaterThan(1);
  expect(passed.get("image/png")).toBeGreaterThan(1000);
  expect(codes).toEqual(["PACTA_ARCHIVE_TRUNCATED"]);
  expect(most - before).toBeLessThan(300e6);
});
