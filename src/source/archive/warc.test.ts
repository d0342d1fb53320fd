// The pages of an archive come back as they were written, however its bytes arrive; what is no page is counted.
import { createHash } from "node:crypto";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { LIMITS } from "../resource.ts";
import type { Failure, Resource } from "../resource.ts";
import { base32 } from "./digest.ts";
import { chunked, page, record, response, zipped } from "./warc.fixture.ts";
import { readWarc } from "./warc.ts";

const HTML = "<html><body><p>Norway signed a contract with Portugal for two patrol boats.</p></body></html>";

async function readAll(bytes: Uint8Array, size = 1000, passed?: (what: string) => void): Promise<(Resource | Failure)[]> {
  return await Array.fromAsync(readWarc("a.warc", chunked(bytes, size), { limits: LIMITS, ...(passed === undefined ? {} : { passed }) }));
}

function seen(each: Resource | Failure): unknown {
  return each.kind === "resource" ? [each.url, each.text] : each.error.code;
}

const pages = fc.array(fc.record({ path: fc.stringMatching(/^[a-z]{0,8}$/), words: fc.string({ minLength: 1, maxLength: 60, unit: "grapheme" }) }), {
  minLength: 1,
  maxLength: 6,
});

test("pages come back as they were written, plain and gzip, whatever the size of the chunks", async () => {
  await fc.assert(
    fc.asyncProperty(pages, fc.constantFrom("plain", "members", "one member"), fc.integer({ min: 1, max: 300 }), async (written, form, size) => {
      const texts = written.map(({ words }) => `<p>A ${words.replaceAll(/\p{Cc}/gu, " ")}</p>`);
      const records = written.map(({ path }, i) => page(`https://example.org/${path}`, texts[i] ?? ""));
      const whole = Buffer.concat(records);
      const bytes = form === "plain" ? whole : form === "members" ? zipped(records) : gzipSync(whole);
      const expected = written.map(({ path }, i) => [`https://example.org/${path}`, texts[i]]);
      expect((await readAll(bytes, size)).map(seen)).toEqual(expected);
    }),
  );
});

test("a record may go over several members of the gzip", async () => {
  const whole = Buffer.concat([page("https://example.org/a", HTML), page("https://example.org/b", HTML)]);
  const cuts = [100, 250, 500, whole.length].map((end, i, all) => whole.subarray(all[i - 1] ?? 0, end));
  expect((await readAll(zipped(cuts))).map(seen)).toEqual(["a", "b"].map((name) => [`https://example.org/${name}`, HTML]));
});

test("a page comes with its address, the day of its server and a name that says where it lies", async () => {
  const [found] = await readAll(page("https://example.org/a", HTML, { "Last-Modified": "Mon, 04 Mar 2030 10:00:00 GMT" }));
  expect(found).toEqual({
    kind: "resource",
    name: "a.warc: https://example.org/a",
    mediaType: "text/html",
    text: HTML,
    charset: "utf-8",
    url: "https://example.org/a",
    modified: "2030-03-04",
  });
});

test.each([
  ["yesterday"],
  ["Thu, 01 Jan 1970 00:00:00 GMT"],
  ["2030-03-04"],
  ["Tue, 44 Mar 2030 10:00:00 GMT"],
  // Pages that are made for whoever asks bear the moment at which the crawler asked.
  ["Mon, 03 Feb 2031 04:05:06 GMT"],
])("%s is no day on which a page was changed", async (written) => {
  expect((await readAll(page("https://example.org/a", HTML, { "Last-Modified": written })))[0]).not.toHaveProperty("modified");
});

test("an address in angle brackets, line feeds alone and folded fields are read", async () => {
  const old = `WARC/1.0\nWARC-Type:\n response\nwarc-target-uri: <http://example.org/a>\nContent-Length: ${response(HTML).length}\n\n`;
  const bytes = Buffer.concat([Buffer.from(old), response(HTML), Buffer.from("\n\n"), page("http://example.org/b", HTML)]);
  expect((await readAll(bytes)).map(seen)).toEqual(["a", "b"].map((name) => [`http://example.org/${name}`, HTML]));
});

function chunkedBody(body: Buffer, size: number): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < body.length; at += size) {
    const part = body.subarray(at, at + size);
    parts.push(Buffer.from(`${part.length.toString(16)};x=y\r\n`), part, Buffer.from("\r\n"));
  }
  return Buffer.concat([...parts, Buffer.from("0\r\n\r\n")]);
}

test.each<[string, Buffer, Record<string, string>]>([
  ["gzip", gzipSync(HTML), { "Content-Encoding": "gzip" }],
  ["x-gzip", gzipSync(HTML), { "Content-Encoding": "X-GZIP" }],
  ["zlib", deflateSync(HTML), { "Content-Encoding": "deflate" }],
  ["raw deflate", deflateRawSync(HTML), { "Content-Encoding": "deflate" }],
  ["brotli", brotliCompressSync(HTML), { "Content-Encoding": "br" }],
  ["zstd", zstdCompressSync(HTML), { "Content-Encoding": "zstd" }],
  ["brotli over gzip", brotliCompressSync(gzipSync(HTML)), { "Content-Encoding": "gzip, br" }],
  ["chunks", chunkedBody(Buffer.from(HTML), 7), { "Transfer-Encoding": "chunked" }],
  ["chunks of gzip", chunkedBody(gzipSync(HTML), 9), { "Transfer-Encoding": "chunked", "Content-Encoding": "gzip" }],
  ["a field that says gzip and a body that is none", Buffer.from(HTML), { "Content-Encoding": "gzip" }],
  ["a field that says brotli and a body that is none", Buffer.from(HTML), { "Content-Encoding": "br" }],
  ["a field that says chunked and a body that is not", Buffer.from(HTML), { "Transfer-Encoding": "chunked" }],
])("a body in %s is undone", async (_, body, fields) => {
  expect((await readAll(page("https://example.org/a", body, fields))).map(seen)).toEqual([["https://example.org/a", HTML]]);
});

const ZURICH = "<p>Zürich, über</p>";

test.each<[string, string, string, string]>([
  ["the server's, in which the bytes are", "text/html; charset=iso-8859-1", ZURICH, "windows-1252"],
  ["the page's, where the server tells none", "text/html", `<meta charset="iso-8859-15">${ZURICH}`, "iso-8859-15"],
  ["the page's, where the server's is unknown", "text/html; charset=klingon", `<meta charset="iso-8859-15">${ZURICH}`, "iso-8859-15"],
  ["the page's, where the bytes cannot be in the server's", "text/html; charset=UTF-8", `<meta charset="iso-8859-15">${ZURICH}`, "iso-8859-15"],
])("the charset is %s", async (_, type, html, charset) => {
  const [found] = await readAll(page("https://example.org/a", Buffer.from(html, "latin1"), { "Content-Type": type }));
  expect(found).toMatchObject({ text: html, charset });
});

test("a page that says UTF-8 and is UTF-8 is not read in another charset that its server tells", async () => {
  const html = `<meta charset="utf-8">${ZURICH}`;
  expect(await readAll(page("https://example.org/a", html, { "Content-Type": "text/html; charset=iso-8859-1" }))).toMatchObject([{ text: html }]);
});

test("what is no page is passed over and counted by what it is", async () => {
  const address = "https://example.org/a";
  const passed: string[] = [];
  const bytes = Buffer.concat([
    record(undefined, "software: ours", { type: "warcinfo", contentType: "application/warc-fields" }),
    record(address, "GET / HTTP/1.1\r\n\r\n", { type: "request" }),
    record(address, response("", { Location: "/b" }, "301 Moved")),
    record(address, response("<p>gone</p>", {}, "404 Not Found")),
    page(address, "\u0089PNG", { "Content-Type": "image/png" }),
    page(address, "{}", { "Content-Type": "application/json" }),
    record("dns:example.org", "20310203 example.org", { contentType: "text/dns" }),
    record("urn:text:a", "words", { type: "resource", contentType: "text/plain" }),
    record(address, "", { type: "revisit" }),
    record(address, "<p>A text that was saved.</p>", { type: "resource" }),
  ]);
  expect((await readAll(bytes, 1000, (what) => passed.push(what))).map(seen)).toEqual([[address, "<p>A text that was saved.</p>"]]);
  expect(passed).toEqual([
    "warcinfo",
    "request",
    "status 301",
    "status 404",
    "image/png",
    "application/json",
    "response of no web address",
    "resource of no web address",
    "revisit",
  ]);
});

function sum(algorithm: string, content: string | Uint8Array): Buffer {
  return createHash(algorithm).update(content).digest();
}

test("base 32 is that of RFC 4648", () => {
  expect(["f", "fo", "foo", "foob", "fooba", "foobar"].map((text) => base32(Buffer.from(text)))).toEqual([
    "MY",
    "MZXQ",
    "MZXW6",
    "MZXW6YQ",
    "MZXW6YTB",
    "MZXW6YTBOI",
  ]);
});

const kept = response(HTML);
test.each<[string, Record<string, string>]>([
  ["sha1 in base 32", { "WARC-Block-Digest": `sha1:${base32(sum("sha1", kept))}`, "WARC-Payload-Digest": `sha1:${base32(sum("sha1", HTML))}` }],
  ["sha256 in hexadecimal", { "WARC-Block-Digest": `sha256:${sum("sha256", kept).toString("hex")}` }],
  ["sha-256 in base 32, filled up", { "WARC-Payload-Digest": `SHA-256:${base32(sum("sha256", HTML)).toLowerCase()}====` }],
  ["an algorithm that is not known", { "WARC-Block-Digest": "crc8:00" }],
])("a record whose sums are right is read: %s", async (_, fields) => {
  expect((await readAll(record("https://example.org/a", kept, { fields }))).map(seen)).toEqual([["https://example.org/a", HTML]]);
});

test("the sum of a chunked payload may be that of its chunks or of what is in them", async () => {
  const body = chunkedBody(Buffer.from(HTML), 10);
  for (const content of [body, HTML]) {
    const fields = { "WARC-Payload-Digest": `sha1:${base32(sum("sha1", content))}` };
    const bytes = record("https://example.org/a", response(body, { "Transfer-Encoding": "chunked" }), { fields });
    expect((await readAll(bytes)).map(seen)).toEqual([["https://example.org/a", HTML]]);
  }
});

test("pages are given while the archive is still arriving", async () => {
  let sent = 0;
  async function* stream(): AsyncGenerator<Uint8Array> {
    for (; sent < 100; sent += 1) yield page(`https://example.org/${sent}`, HTML);
  }
  const iterator = readWarc("a.warc", stream(), { limits: LIMITS });
  expect((await iterator.next()).value).toMatchObject({ url: "https://example.org/0" });
  expect(sent).toBeLessThan(5);
  await iterator.return(undefined);
});
