// Archives that are cut, damaged or made to do harm: each ends in its coded failure, and what can be read beside is read.
import { brotliCompressSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readStream } from "../read-sources.ts";
import { LIMITS } from "../resource.ts";
import type { Failure, Limits, Resource } from "../resource.ts";
import { chunked, page, record, response, zip, zipped } from "./warc.fixture.ts";
import { readWacz } from "./wacz.ts";

const HTML = "<html><body><p>Norway signed a contract with Portugal for two patrol boats.</p></body></html>";
const at = (name: string): string => `https://example.org/${name}`;
const good = (name: string): Buffer => page(at(name), `${HTML}<!-- ${name} -->`);

async function readAll(name: string, bytes: Uint8Array, limits: Partial<Limits> = {}, size = 1000): Promise<(Resource | Failure)[]> {
  return await Array.fromAsync(readStream(name, chunked(bytes, size), { limits }));
}

/** The last letters of a page's address, or a failure's code. */
function seen(each: Resource | Failure): string {
  return each.kind === "resource" ? (each.url ?? "").slice(at("").length) : each.error.code;
}

const A = good("a");
const B = good("b");
const C = good("c");

/** Where a stream may end and be whole. */
function ends(records: readonly Uint8Array[]): ReadonlyMap<number, number> {
  let end = 0;
  return new Map([[0, 0], ...records.map((each, i): [number, number] => [(end += each.length), i + 1])]);
}

test.each<[string, readonly Uint8Array[]]>([
  ["a.warc", [A, B, C]],
  ["a.warc.gz", [A, B, C].map((each) => gzipSync(each))],
])("%s that is cut at any byte gives the pages before the cut, and says that it is truncated", async (name, records) => {
  const bytes = Buffer.concat(records);
  const whole = ends(records);
  for (let cut = 1; cut < bytes.length; cut += 1) {
    const before = [...whole].findLast(([end]) => end <= cut)?.[1] ?? 0;
    const expected = ["a", "b", "c"].slice(0, before);
    const results = await readAll(name, bytes.subarray(0, cut));
    expect([cut, ...results.map(seen)]).toEqual([cut, ...expected, ...(whole.has(cut) ? [] : ["PACTA_ARCHIVE_TRUNCATED"])]);
  }
});

test("a WACZ that is cut at any byte is truncated", async () => {
  const bytes = zip({ "archive/data.warc.gz": zipped([A, B]) });
  for (let cut = 1; cut < bytes.length; cut += 1)
    expect([cut, ...(await readAll("a.wacz", bytes.subarray(0, cut))).map(seen)]).toEqual([cut, "PACTA_ARCHIVE_TRUNCATED"]);
});

test("one gzip around all records that is cut gives the records before the cut", async () => {
  const records = Array.from({ length: 50 }, (_, i) => page(at(String(i)), `${HTML}${Math.sin(i)}`.repeat(1 + (i % 7))));
  const bytes = gzipSync(Buffer.concat(records));
  const results = (await readAll("a.warc.gz", bytes.subarray(0, bytes.length - 60))).map(seen);
  expect(results.length).toBeGreaterThan(30);
  expect(results.slice(0, -1)).toEqual(results.slice(0, -1).map((_, i) => String(i)));
  expect(results.at(-1)).toBe("PACTA_ARCHIVE_TRUNCATED");
});

/** A gzip with some bytes written over. */
function spoilt(bytes: Buffer, from: number, count: number): Buffer {
  const copy = Buffer.from(bytes);
  copy.fill(0xff, from, from + count);
  return copy;
}

const [ZA, ZB, ZC] = [gzipSync(A), gzipSync(B), gzipSync(C)];
const long = (name: string, off: number): Buffer => record(at(name), response(HTML), { off });
const twice = Buffer.concat([A, B]);
const limits = { file: 20_000 };

test.each<[string, string, Uint8Array, string[]]>([
  ["a length that is too small", "a.warc", Buffer.concat([A, long("b", -20), C]), ["a", "PACTA_ARCHIVE_RECORD", "c"]],
  ["a length that goes into the next record", "a.warc", Buffer.concat([A, long("b", 50), C]), ["a", "PACTA_ARCHIVE_RECORD", "c"]],
  [
    "a length that goes over several records",
    "a.warc",
    Buffer.concat([A, long("b", 2 * C.length + 10), C, C, C, C]),
    ["a", "PACTA_ARCHIVE_RECORD", "c", "c", "c", "c"],
  ],
  ["a length that goes beyond the end", "a.warc", Buffer.concat([A, long("b", 9999), C]), ["a", "PACTA_ARCHIVE_RECORD", "c"]],
  ["a length that goes beyond its member", "a.warc.gz", zipped([A, long("b", 50), C]), ["a", "PACTA_ARCHIVE_RECORD", "c"]],
  [
    "a length that goes beyond its member, and rubbish behind",
    "a.warc.gz",
    Buffer.concat([ZA, gzipSync(long("b", 50)), Buffer.alloc(500, 7), ZC]),
    ["a", "PACTA_ARCHIVE_RECORD", "PACTA_GZIP_BROKEN", "c"],
  ],
  ["records without line ends between them", "a.warc", Buffer.concat([A.subarray(0, -4), B.subarray(0, -4), C]), ["a", "b", "c"]],
  ["members without the line ends behind a record", "a.warc.gz", zipped([A.subarray(0, -4), B.subarray(0, -2), C]), ["a", "b", "c"]],
  ["a length of a terabyte in a member", "a.warc.gz", zipped([A, long("b", 1e12), C]), ["a", "PACTA_INPUT_TOO_LARGE", "PACTA_ARCHIVE_RECORD", "c"]],
  ["a length of a terabyte", "a.warc", Buffer.concat([A, long("b", 1e12), C]), ["a", "PACTA_INPUT_TOO_LARGE", "PACTA_ARCHIVE_TRUNCATED"]],
  ["a negative length", "a.warc", Buffer.concat([A, long("b", -9999), C]), ["a", "PACTA_ARCHIVE_RECORD", "c"]],
  ["no length", "a.warc", Buffer.concat([A, Buffer.from("WARC/1.0\r\nWARC-Type: response\r\n\r\n"), C]), ["a", "PACTA_ARCHIVE_RECORD", "c"]],
  ["rubbish between records", "a.warc", Buffer.concat([A, Buffer.alloc(5000, "rubbish "), Buffer.from("\n"), C]), ["a", "PACTA_ARCHIVE_RECORD", "c"]],
  [
    "a head without end",
    "a.warc",
    Buffer.concat([A, Buffer.from("WARC/1.0\r\n"), Buffer.alloc(200_004, "X: y\r\n"), C]),
    ["a", "PACTA_ARCHIVE_RECORD", "c"],
  ],
  ["nothing but rubbish", "a.warc", Buffer.alloc(300_000, "rubbish "), ["PACTA_ARCHIVE_RECORD"]],
  ["a picture", "a.warc", Buffer.from("\u0089PNG\r\n\u001a\n", "latin1"), ["PACTA_ARCHIVE_RECORD"]],
  ["nothing", "a.warc", Buffer.alloc(0), ["PACTA_INPUT_EMPTY"]],
  ["nothing in a gzip", "a.warc.gz", gzipSync(""), ["PACTA_INPUT_EMPTY"]],
  ["a member that is damaged", "a.warc.gz", Buffer.concat([ZA, spoilt(ZB, 40, 60), ZC]), ["a", "PACTA_GZIP_BROKEN", "c"]],
  ["a member whose sum is wrong", "a.warc.gz", Buffer.concat([ZA, spoilt(ZB, ZB.length - 8, 4), ZC]), ["a", "PACTA_GZIP_BROKEN", "c"]],
  ["a member whose head is damaged", "a.warc.gz", Buffer.concat([ZA, spoilt(ZB, 0, 4), ZC]), ["a", "PACTA_GZIP_BROKEN", "c"]],
  ["rubbish between members", "a.warc.gz", Buffer.concat([ZA, Buffer.alloc(70_000, 7), ZC]), ["a", "PACTA_GZIP_BROKEN", "c"]],
  ["a member that lacks its end", "a.warc.gz", Buffer.concat([ZA, ZB.subarray(0, -30), ZC]), ["a", "PACTA_ARCHIVE_RECORD", "PACTA_GZIP_BROKEN", "c"]],
  [
    "a member that is a bomb",
    "a.warc.gz",
    Buffer.concat([ZA, gzipSync(page(at("b"), Buffer.alloc(5_000_000, " "))), ZC]),
    ["a", "PACTA_INPUT_TOO_LARGE", "PACTA_GZIP_BOMB", "c"],
  ],
  [
    "a page that is a gzip bomb",
    "a.warc",
    Buffer.concat([A, page(at("b"), gzipSync(Buffer.alloc(25_000)), { "Content-Encoding": "gzip" }), C]),
    ["a", "PACTA_GZIP_BOMB", "c"],
  ],
  [
    "a page that is a brotli bomb",
    "a.warc",
    Buffer.concat([A, page(at("b"), brotliCompressSync(Buffer.alloc(9_000_000)), { "Content-Encoding": "br" }), C]),
    ["a", "PACTA_GZIP_BOMB", "c"],
  ],
  [
    "a page that is too large when unpacked",
    "a.warc",
    Buffer.concat([A, page(at("b"), gzipSync(HTML.repeat(300)), { "Content-Encoding": "gzip" }), C]),
    ["a", "PACTA_INPUT_TOO_LARGE", "c"],
  ],
  ["a page that is too large", "a.warc", Buffer.concat([A, page(at("b"), HTML.repeat(300)), C]), ["a", "PACTA_INPUT_TOO_LARGE", "c"]],
  [
    "a page packed many times over",
    "a.warc",
    Buffer.concat([A, page(at("b"), HTML, { "Content-Encoding": "gzip, gzip, gzip" }), C]),
    ["a", "PACTA_ARCHIVE_HTTP", "c"],
  ],
  [
    "a page in an unknown coding",
    "a.warc",
    Buffer.concat([A, page(at("b"), HTML, { "Content-Encoding": "constructor" }), C]),
    ["a", "PACTA_ARCHIVE_HTTP", "c"],
  ],
  [
    "a page whose gzip is cut",
    "a.warc",
    Buffer.concat([A, page(at("b"), gzipSync(HTML).subarray(0, 50), { "Content-Encoding": "gzip" }), C]),
    ["a", "PACTA_ARCHIVE_HTTP", "c"],
  ],
  [
    "chunks that are cut",
    "a.warc",
    Buffer.concat([A, page(at("b"), `10\r\n${HTML.slice(0, 16)}\r\nff\r\nshort`, { "Transfer-Encoding": "chunked" }), C]),
    ["a", "PACTA_ARCHIVE_HTTP", "c"],
  ],
  ["no response in a response", "a.warc", Buffer.concat([A, record(at("b"), HTML), C]), ["a", "PACTA_ARCHIVE_HTTP", "c"]],
  [
    "a wrong sum of the block",
    "a.warc",
    Buffer.concat([A, record(at("b"), response(HTML), { fields: { "WARC-Block-Digest": `sha1:${"A".repeat(32)}` } }), C]),
    ["a", "PACTA_ARCHIVE_DIGEST", "c"],
  ],
  [
    "a wrong sum of the payload",
    "a.warc",
    Buffer.concat([A, record(at("b"), response(HTML), { fields: { "WARC-Payload-Digest": `sha256:${"0".repeat(64)}` } }), C]),
    ["a", "PACTA_ARCHIVE_DIGEST", "c"],
  ],
  [
    "a page that the crawler cut",
    "a.warc",
    Buffer.concat([A, record(at("b"), response(HTML), { fields: { "WARC-Truncated": "length" } }), C]),
    ["a", "PACTA_ARCHIVE_PART", "c"],
  ],
  [
    "a page over several records",
    "a.warc",
    Buffer.concat([A, record(at("b"), response(HTML), { fields: { "WARC-Segment-Number": "1" } }), C]),
    ["a", "PACTA_ARCHIVE_PART", "c"],
  ],
  ["a page that is no text", "a.warc", Buffer.concat([A, page(at("b"), "a\0b"), C]), ["a", "PACTA_INPUT_BINARY", "c"]],
  ["an empty page", "a.warc", Buffer.concat([A, page(at("b"), ""), C]), ["a", "PACTA_INPUT_EMPTY", "c"]],
  [
    "a page in an unknown charset",
    "a.warc",
    Buffer.concat([A, page(at("b"), '<meta charset="klingon">', { "Content-Type": "text/html" }), C]),
    ["a", "PACTA_CHARSET_UNKNOWN", "c"],
  ],
  ["no ZIP", "a.wacz", Buffer.alloc(500, "rubbish "), ["PACTA_ARCHIVE_TRUNCATED"]],
  ["a ZIP without a WARC", "a.wacz", zip({ "pages/pages.jsonl": Buffer.from("{}") }), ["PACTA_ARCHIVE_ZIP"]],
  ["a ZIP that names a file outside", "a.wacz", zip({ "../archive/a.warc": A }), ["PACTA_ARCHIVE_ZIP"]],
  [
    "a ZIP whose content was changed",
    "a.wacz",
    Buffer.from(zip({ "archive/a.warc": A }).toString("latin1").replace("patrol", "petrol"), "latin1"),
    ["a", "PACTA_ARCHIVE_ZIP"],
  ],
  [
    "a ZIP with an entry that is a bomb",
    "a.wacz",
    zip({ "archive/a.warc": Buffer.concat([A, Buffer.alloc(5_000_000, "\n")]) }, { method: 8 }),
    ["a", "PACTA_GZIP_BOMB"],
  ],
  ["a ZIP that is encrypted", "a.wacz", zip({ "archive/a.warc": A }, { flags: 1 }), ["PACTA_ARCHIVE_ZIP"]],
  ["a ZIP in an unknown way of packing", "a.wacz", zip({ "archive/a.warc": A }, { method: 99 }), ["PACTA_ARCHIVE_ZIP"]],
  ["a ZIP with entries over one another", "a.wacz", overlapping(6), ["a", "b", "PACTA_ARCHIVE_ZIP"]],
  [
    "a ZIP with one WARC that is cut",
    "a.wacz",
    zip({ "archive/a.warc": twice.subarray(0, -50), "archive/b.warc.gz": ZC }),
    ["a", "PACTA_ARCHIVE_TRUNCATED", "c"],
  ],
])("%s", async (_, name, bytes, expected) => {
  for (const size of [7, 1000, 100_000]) expect((await readAll(name, bytes, limits, size)).map(seen)).toEqual(expected);
});

/** A ZIP whose directory names its one WARC so many times. */
function overlapping(count: number): Buffer {
  const one = zip({ "archive/a.warc": twice });
  const from = one.indexOf("PK\u0001\u0002");
  const entry = one.subarray(from, one.length - 22);
  const end = Buffer.from(one.subarray(one.length - 22));
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(entry.length * count, 12);
  return Buffer.concat([one.subarray(0, from), ...Array.from({ length: count }, () => entry), end]);
}

test("the entries of a ZIP may be deflated", async () => {
  expect((await readAll("a.wacz", zip({ "archive/a.warc": twice, "archive/c.warc.gz": ZC }, { method: 8 }))).map(seen)).toEqual(["a", "b", "c"]);
});

test("a disk that fails while a WACZ is read is told as such", async () => {
  const bytes = zip({ "archive/a.warc": Buffer.concat([A, record(at("b"), Buffer.alloc(900_000))]) });
  const read = async (position: number, length: number): Promise<Uint8Array> => {
    if (position > 262_144 && position < 800_000) throw Object.assign(new Error("input/output error"), { code: "EIO" });
    return bytes.subarray(position, position + length);
  };
  const file = { size: bytes.length, read, close: async () => undefined };
  expect((await Array.fromAsync(readWacz("a.wacz", file, { limits: LIMITS }))).map(seen)).toEqual(["a", "PACTA_INPUT_UNREADABLE"]);
});

test("a failure tells the archive, the address of its page and where in the file its record begins", async () => {
  const bad = record(at("b"), response(HTML), { fields: { "WARC-Block-Digest": `sha1:${"A".repeat(32)}` } });
  for (const [name, first, second] of [["a.warc", A, bad] as const, ["a.warc.gz", ZA, gzipSync(bad)] as const]) {
    const [, failed] = await readAll(name, Buffer.concat([first, second]));
    expect(failed?.kind === "failure" ? failed.error.place : failed).toEqual({ source: `${name}: https://example.org/b`, offset: first.length });
  }
});

test("no bytes written over anything make it throw, and from a gzip nothing is read that was not written", async () => {
  const change = fc.record({
    where: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
    byte: fc.integer({ min: 0, max: 255 }),
    count: fc.integer({ min: 1, max: 40 }),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom("a.warc", "a.warc.gz", "a.wacz"),
      fc.array(change, { minLength: 1, maxLength: 3 }),
      fc.integer({ min: 1, max: 500 }),
      async (name, changes, size) => {
        const bytes =
          name === "a.warc" ? Buffer.concat([A, B, C]) : name === "a.warc.gz" ? zipped([A, B, C]) : zip({ "archive/a.warc.gz": zipped([A, B, C]) });
        for (const { where, byte, count } of changes)
          bytes.fill(byte, Math.floor(where * bytes.length), Math.min(bytes.length, Math.floor(where * bytes.length) + count));
        const results = await readAll(name, bytes, limits, size);
        expect(results.length).toBeGreaterThan(0);
        expect(results.length).toBeLessThan(12);
        expect(results.filter((each) => each.kind === "failure" && each.error.code === "PACTA_INTERNAL")).toEqual([]);
        const texts = results.flatMap((each) => (each.kind === "resource" ? [each.text] : []));
        const written = new Set(["a", "b", "c"].map((letter) => `${HTML}<!-- ${letter} -->`));
        expect(texts.filter((text) => name !== "a.warc" && !written.has(text))).toEqual([]);
      },
    ),
    { numRuns: 300 },
  );
});

/** Milliseconds of the processor since it was made, and not of the clock: a machine that is busy with other things takes longer for the same. */
function processorTime(): () => number {
  const began = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(began);
    return (user + system) / 1000;
  };
}

/** A member's head, and a stored block that begins like a record. */
const start = Buffer.concat([
  Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0, 0, 9, 0, 0xf6, 0xff]),
  Buffer.from("WARC/1.0\n"),
  Buffer.from([0, 10, 0, 0xf5, 0xff]),
]);
const MEBIBYTE = 1024 * 1024;
const RECORD = "PACTA_ARCHIVE_RECORD";

test.each<[string, string, Buffer, Record<string, number>]>([
  ["lengths that all go beyond the end", "a.warc", Buffer.alloc(8 * MEBIBYTE, "WARC/1.0\r\nContent-Length: 60000000\r\n\r\n"), { [RECORD]: 1001 }],
  ["heads without a length", "a.warc", Buffer.alloc(8 * MEBIBYTE, "WARC/1.0\r\nX: 1\r\n\r\n"), { [RECORD]: 1001 }],
  ["heads without an end", "a.warc", Buffer.alloc(8 * MEBIBYTE, "WARC/1.0\r\n"), { [RECORD]: 1001 }],
  ["what nearly begins like records", "a.warc", Buffer.alloc(8 * MEBIBYTE, "\nWARC/1."), { [RECORD]: 1 }],
  [
    "what nearly begins like members",
    "a.warc.gz",
    Buffer.concat([ZA, Buffer.alloc(4 * MEBIBYTE, start.subarray(0, 10))]),
    { page: 1, PACTA_GZIP_BROKEN: 1 },
  ],
  [
    "chunks of one byte",
    "a.warc",
    page(at("b"), Buffer.concat([Buffer.alloc(12_000_000, "1\r\na\r\n"), Buffer.from("0\r\n\r\n")]), { "Transfer-Encoding": "chunked" }),
    { page: 1 },
  ],
  ["a field of blanks", "a.warc", page(at("b"), HTML, { "Content-Type": `text/html; charset=${" ".repeat(60_000)}` }), { page: 1 }],
])("millions of %s end in bounded time and memory", { timeout: 30_000 }, async (_, name, bytes, expected) => {
  const [spent, before] = [processorTime(), process.memoryUsage.rss()];
  const results = await readAll(name, bytes, {}, 100_000);
  const told = Map.groupBy(results, (each) => (each.kind === "resource" ? "page" : each.error.code));
  expect(Object.fromEntries([...told].map(([code, some]) => [code, some.length]))).toEqual(expected);
  expect(spent()).toBeLessThan(5000);
  expect(process.memoryUsage.rss() - before).toBeLessThan(300e6);
});

test("members that begin within one another, thousands of them, are not each unpacked to the end", { timeout: 30_000 }, async () => {
  const spent = processorTime();
  const results = await readAll("a.warc.gz", Buffer.concat([Buffer.alloc(30_000 * start.length, start), Buffer.alloc(100, 0xff)]), {}, 100_000);
  expect(new Set(results.map(seen))).toEqual(new Set([RECORD, "PACTA_GZIP_BROKEN"]));
  expect(results.length).toBeLessThan(200);
  expect(spent()).toBeLessThan(5000);
});

test("a place that is shown holds nothing that a terminal obeys", async () => {
  const bytes = record(`https://example.org/\u001b[2J${"x".repeat(9000)}`, "no response", { fields: { "WARC-Truncated": "\u001b[31m" } });
  const [failed] = await readAll("a.warc", bytes);
  const shown = failed?.kind === "failure" ? failed.error.toString() : "";
  expect(shown).toMatch(/^PACTA_ARCHIVE_HTTP: .*https:\/\/example\.org\/\?\[2Jx+…/);
  expect(shown).not.toContain("\u001b");
  expect(shown.length).toBeLessThan(600);
});
