// Files, folders and standard input, with every kind of bad input.
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { nodeIo } from "./io.ts";
import type { SourceIo } from "./io.ts";
import { readSources, readStream } from "./read-sources.ts";
import type { SourceOptions } from "./read-sources.ts";
import { failure } from "./resource.ts";
import type { Failure, Resource } from "./resource.ts";

const NEWS = "Iran and Russia signed a contract on Tuesday.";

/** A world of files by path; a value that is an error is thrown when the file is opened. */
function world(files: Record<string, string | Uint8Array | Error>, standardInput = ""): SourceIo {
  const missing = () => Object.assign(new Error("no such file"), { code: "ENOENT" });
  const under = (path: string) => Object.keys(files).filter((name) => name.startsWith(`${path}/`));
  return {
    kindOf: async (path) => {
      if (path in files) return "file";
      if (under(path).length > 0) return "folder";
      throw missing();
    },
    list: async (path) => [...new Set(under(path).map((name) => name.slice(path.length + 1).split("/")[0] ?? ""))],
    realPath: async (path) => path,
    open: (path) => chunksOf(files[path] ?? missing()),
    standardInput: () => chunksOf(standardInput),
  };
}

async function* chunksOf(content: string | Uint8Array | Error): AsyncGenerator<Uint8Array> {
  if (content instanceof Error) throw content;
  const bytes = Buffer.from(content);
  for (let at = 0; at < bytes.length; at += 1000) yield bytes.subarray(at, at + 1000);
}

async function readAll(paths: string[], io: SourceIo, options: SourceOptions = {}): Promise<(Resource | Failure)[]> {
  return await Array.fromAsync(readSources(paths, io, options));
}

/** Text of a resource, or code and place of a failure: what a user sees of each. */
function seen(each: Resource | Failure): unknown {
  return each.kind === "resource" ? each.text : [each.error.code, each.error.place];
}

test.each<[string, string | Uint8Array | Error, string]>([
  ["empty.txt", "", "PACTA_INPUT_EMPTY"],
  ["blank.txt", " \r\n\t ", "PACTA_INPUT_EMPTY"],
  ["blank.jsonl", "\n\n", "PACTA_INPUT_EMPTY"],
  ["nul.txt", `${NEWS}\0${NEWS}`, "PACTA_INPUT_BINARY"],
  ["controls.txt", NEWS + "\u0001\u0002", "PACTA_INPUT_BINARY"],
  ["report.txt", "%PDF-1.7 ...", "PACTA_PDF_BROKEN"],
  ["archive.md", "PK\u0003\u0004....", "PACTA_INPUT_MEDIA_TYPE"],
  ["table.csv", "a,b", "PACTA_INPUT_MEDIA_TYPE"],
  ["page.html", `<meta charset="klingon-8"><p>${NEWS}</p>`, "PACTA_CHARSET_UNKNOWN"],
  ["cyrillic.txt", Buffer.from([0xc8, 0xf0, 0xe0, 0xed, 0x20, 0xe8, 0x20, 0xd0, 0xee, 0xf1, 0xf1, 0xe8, 0xff]), "PACTA_CHARSET_UNKNOWN"],
  ["large.txt", "x".repeat(5001), "PACTA_INPUT_TOO_LARGE"],
  ["cut.txt.gz", gzipSync(NEWS).subarray(0, 40), "PACTA_GZIP_TRUNCATED"],
  ["damaged.txt.gz", Buffer.concat([Buffer.from([0x1f, 0x8b, 8, 0]), Buffer.alloc(60, 0xff)]), "PACTA_GZIP_BROKEN"],
  ["bomb.jsonl.gz", gzipSync(Buffer.alloc(3_000_000, " ")), "PACTA_GZIP_BOMB"],
  ["secret.txt", Object.assign(new Error("denied"), { code: "EACCES" }), "PACTA_INPUT_UNREADABLE"],
])("%s is a coded failure that names its file, and the next file is read", async (name, content, code) => {
  const results = await readAll([name, "good.txt"], world({ [name]: content, "good.txt": NEWS }), { limits: { file: 5000 } });
  const [first, second] = results;
  expect(results).toHaveLength(2);
  expect(first?.kind === "failure" ? [first.error.code, first.error.place.source] : first).toEqual([code, name]);
  expect(second).toMatchObject({ kind: "resource", text: NEWS });
});

test("a missing file is PACTA_INPUT_MISSING", async () => {
  expect((await readAll(["nowhere.txt"], world({}))).map(seen)).toEqual([["PACTA_INPUT_MISSING", { source: "nowhere.txt" }]]);
});

test("a folder is read in sorted order, deep, without hidden files", async () => {
  const io = world({
    "news/b.txt": "second",
    "news/a/c.md": "first",
    "news/.git/x.txt": "hidden",
    "news/.hidden.txt": "hidden",
    "news/z.txt": "third",
  });
  const names = (await readAll(["news"], io)).map((each) => (each.kind === "resource" ? [each.name, each.mediaType] : each));
  expect(names).toEqual([
    ["news/a/c.md", "text/markdown"],
    ["news/b.txt", "text/plain"],
    ["news/z.txt", "text/plain"],
  ]);
});

test("a folder of nothing but hidden files is PACTA_INPUT_EMPTY", async () => {
  expect((await readAll(["news"], world({ "news/.x": "hidden" }))).map(seen)).toEqual([["PACTA_INPUT_EMPTY", { source: "news" }]]);
});

test("a link back to a folder above ends there, and a dangling link is a failure of its own", async () => {
  const folder = await mkdtemp(join(tmpdir(), "pacta-"));
  try {
    await mkdir(join(folder, "in"));
    await writeFile(join(folder, "in", "a.txt"), NEWS);
    await symlink(folder, join(folder, "in", "loop"));
    await symlink(join(folder, "gone.txt"), join(folder, "z.txt"));
    const results = await readAll([folder], nodeIo());
    expect(results.map(seen)).toEqual([NEWS, ["PACTA_INPUT_MISSING", { source: join(folder, "z.txt") }]]);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test("JSONL comes line by line with its line numbers; blank lines count but are no documents", async () => {
  const results = await readAll(["a.jsonl"], world({ "a.jsonl": '\ufeff{"text":"one"}\r\n\n{"text":"two"}' }));
  expect(results.map((each) => (each.kind === "resource" ? [each.text.trim(), each.line] : each))).toEqual([
    ['{"text":"one"}', 1],
    ['{"text":"two"}', 3],
  ]);
});

test("a line beyond the limit is one failure with its line, and the lines around it are read", async () => {
  const io = world({ "a.jsonl": `{"a":1}\n${"x".repeat(50_000)}\n{"b":2}\n` });
  const results = await readAll(["a.jsonl"], io, { limits: { line: 20_000 } });
  expect(results.map(seen)).toEqual(['{"a":1}', ["PACTA_INPUT_TOO_LARGE", { source: "a.jsonl", line: 2 }], '{"b":2}']);
});

test("fifty megabytes in one line are passed over without being held", async () => {
  const chunk = Buffer.alloc(64 * 1024, "x");
  async function* stream() {
    for (let sent = 0; sent < 800; sent += 1) yield chunk;
    yield Buffer.from('\n{"b":2}\n');
  }
  const before = process.memoryUsage().arrayBuffers;
  const results: unknown[] = [];
  for await (const each of readStream("long.jsonl", stream(), { limits: { line: 1_000_000 } })) results.push(seen(each));
  expect(results).toEqual([["PACTA_INPUT_TOO_LARGE", { source: "long.jsonl", line: 1 }], '{"b":2}']);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10_000_000);
});

test("JSONL is streamed: the first line is there before the last is sent", async () => {
  let sent = 0;
  async function* stream() {
    for (; sent < 500; sent += 1) yield Buffer.from(`{"text":"${"word ".repeat(200)}"}\n`);
  }
  const iterator = readStream("a.jsonl", stream());
  expect((await iterator.next()).value).toMatchObject({ line: 1 });
  expect(sent).toBeLessThan(200);
  await iterator.return(undefined);
});

test("of a JSONL gzip that was cut, the whole lines are read and the cut is a failure with its line", async () => {
  const lines = Array.from({ length: 200 }, (_, index) => JSON.stringify({ text: `report ${index} ${Math.sin(index)}` })).join("\n");
  const packed = gzipSync(lines);
  const results = await readAll(["a.jsonl.gz"], world({ "a.jsonl.gz": packed.subarray(0, packed.length - 20) }));
  const last = results.at(-1);
  expect(results.slice(0, -1).every((each) => each.kind === "resource")).toBe(true);
  expect(last?.kind === "failure" ? last.error.code : last).toBe("PACTA_GZIP_TRUNCATED");
  expect(last?.kind === "failure" ? last.error.place.line : last).toBe(results.length);
});

test.each<[string, string, string]>([
  ["JSONL", '{"text":"a"}\n{"text":"b"}\n', "application/x-ndjson"],
  ["a JSON object over several lines", '{\n  "text": "a"\n}\n', "application/json"],
  ["a JSON array", '[{"text":"a"}]', "application/json"],
  ["a page", "<!DOCTYPE html><p>a</p>", "text/html"],
  ["plain text", NEWS, "text/plain"],
  ["plain text that opens with a bracket", "[UPDATE] Iran signs", "text/plain"],
])("standard input that looks like %s is read as such", async (_, input, mediaType) => {
  expect((await readAll(["-"], world({}, input)))[0]).toMatchObject({ name: "-", mediaType });
});

test.each<[string, string, string]>([
  [
    "RSS in .xml behind a comment",
    "a.xml",
    '\ufeff<?xml version="1.0"?>\n<!-- made by hand -->\n<!DOCTYPE rss PUBLIC "-//N//DTD" "x.dtd"><rss version="2.0"/>',
  ],
  ["Atom without an extension", "a", '<feed xmlns="http://www.w3.org/2005/Atom"/>'],
  ["a feed that was saved as a page", "a.html", "<rss><channel/></rss>"],
  ["a feed behind an extension that is unknown", "feed.php", "<rdf:RDF/>"],
])("%s is opened as a feed", async (_, name, content) => {
  const [first] = await readAll([name], world({ [name]: content }));
  expect(first?.kind === "failure" && ["PACTA_FEED_BROKEN", "PACTA_INPUT_EMPTY"].includes(first.error.code)).toBe(true);
});

test.each<[string, string, string]>([
  ["a sitemap", "a.xml", "<urlset/>"],
  ["an index of sitemaps", "a.xml.gz", '<s:sitemapindex xmlns:s="x"/>'],
  ["a list of feeds", "a.xml", "<opml><body/></opml>"],
])("%s is known by its first element", async (_, name, content) => {
  expect(seen((await readAll([name], world({ [name]: content })))[0] ?? failure(undefined, {}))).toEqual(["PACTA_ADDRESS_LIST", { source: name }]);
});

test("XML of another kind, and text that only looks like the head of a message, are no containers", async () => {
  const io = world({ "a.xml": "<note>x</note>", b: "From: the editor\nNorway signs", "c.xml": "<html><p>Norway signs</p></html>" });
  expect((await readAll(["a.xml", "b", "c.xml"], io)).map((each) => (each.kind === "resource" ? each.mediaType : each.error.code))).toEqual([
    "PACTA_INPUT_MEDIA_TYPE",
    "text/plain",
    "text/html",
  ]);
});

test("a page that was saved as .txt is a page, and gzip is known by its bytes", async () => {
  const io = world({ "a.txt": "<!doctype html><html><p>a</p>", "b.txt": gzipSync(NEWS) });
  expect(await readAll(["a.txt", "b.txt"], io)).toMatchObject([{ mediaType: "text/html" }, { mediaType: "text/plain", text: NEWS }]);
});

test("the caller's media type goes before the extension", async () => {
  expect(await readAll(["a.csv"], world({ "a.csv": NEWS }), { mediaType: "text/plain" })).toMatchObject([{ text: NEWS }]);
});

test("JSONL in UTF-16 is read by its byte order mark", async () => {
  const bytes = Buffer.from('\ufeff{"text":"Zürich"}\n{"text":"b"}\n', "utf16le");
  expect((await readAll(["a.jsonl"], world({ "a.jsonl": bytes }))).map(seen)).toEqual(['{"text":"Zürich"}', '{"text":"b"}']);
});
