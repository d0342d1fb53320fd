// What an archive holds beside pages: PDFs, feeds, messages and records, each told by its name or its bytes.
import { expect, test } from "vitest";
import { item, jsonFeedOf, rss } from "../feed/feed.fixture.ts";
import { message } from "../mail/mail.fixture.ts";
import { column, pdf } from "../pdf/pdf.fixture.ts";
import { LIMITS } from "../resource.ts";
import type { Failure, Resource } from "../resource.ts";
import { page, record } from "./warc.fixture.ts";
import { readWarc } from "./warc.ts";

const URL = "https://ministry.example/a";
const NEWS = "Norway signed a contract with Portugal for two patrol boats.";
const PDF = pdf([column([NEWS, "The ministry said so on Tuesday."])]);
const LINK = "<item><title>Link</title><link>https://post.example/l</link></item>";

async function read(body: string | Uint8Array, type: string, rest: Readonly<Record<string, string>> = {}) {
  const passed: string[] = [];
  async function* bytes(): AsyncGenerator<Uint8Array> {
    yield page(URL, body, { "Content-Type": type, ...rest });
  }
  const found = await Array.fromAsync(readWarc("a.warc", bytes(), { limits: LIMITS, passed: (what) => passed.push(what) }));
  return { found, passed, seen: found.map(seen) };
}

const seen = (each: Resource | Failure) => (each.kind === "failure" ? each.error.code : [each.mediaType, each.url, each.text.slice(0, 6)]);

test.each(["application/pdf", "application/octet-stream", "text/html"])(
  "a PDF that its server calls %s has the address of its record",
  async (type) => {
    const { found, seen } = await read(PDF, type, { "Last-Modified": "Mon, 04 Mar 2030 10:00:00 GMT" });
    expect(seen).toEqual([["text/plain", URL, "Norway"]]);
    expect(found).toMatchObject([{ name: `a.warc: ${URL}`, modified: "2030-03-04" }]);
  },
);

test.each(["application/rss+xml", "text/xml; charset=utf-8", "application/xml", "text/html"])(
  "the entries of a feed that its server calls %s have their own addresses, and one without its text is passed over",
  async (type) => {
    const { seen, passed } = await read(rss(item("boats", `<p>${NEWS}</p>`) + LINK), type);
    expect(seen).toEqual([["text/html", "https://post.example/boats", "<p>Nor"]]);
    expect(passed).toEqual(["entry of a feed without its text"]);
  },
);

test("a JSON Feed, a message and records are read as that", async () => {
  expect((await read(jsonFeedOf([{ id: "1", url: "https://post.example/1", content_text: NEWS }]), "application/json")).seen).toEqual([
    ["text/plain", "https://post.example/1", "Norway"],
  ]);
  expect((await read(message("Boats", `Content-Type: text/plain\n\n${NEWS}`), "message/rfc822")).found).toMatchObject([
    { text: expect.stringContaining("Norway"), told: { id: "mid:Boats@post.example" } },
  ]);
  expect((await read(JSON.stringify([{ id: "1", text: NEWS }]), "application/json")).seen).toEqual([["application/json", undefined, '[{"id"']]);
});

test.each([
  ["application/json", '{"status":"ok","text":"no"}'],
  ["text/xml", "<urlset><url><loc>https://a.example/</loc></url></urlset>"],
  ["application/octet-stream", "MZ\u0001\u0002"],
  ["application/zip", "PK"],
])("%s that holds no report is passed over", async (type, body) => {
  expect(await read(body, type)).toMatchObject({ found: [], passed: [type] });
});

test("a part of a PDF is a failure, and one of what says little is passed over", async () => {
  const cut = { fields: { "WARC-Truncated": "length" } };
  async function* bytes(): AsyncGenerator<Uint8Array> {
    const response = (type: string, body: string) => `HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\n\r\n${body}`;
    yield record(URL, response("application/pdf", "%PDF-1.7 ..."), cut);
    yield record(URL, response("application/json", '{"text":"'), cut);
    yield page(URL, "%PDF-1.7 ...", { "Content-Type": "application/pdf" });
  }
  expect((await Array.fromAsync(readWarc("a.warc", bytes(), { limits: LIMITS }))).map(seen)).toEqual(["PACTA_ARCHIVE_PART", "PACTA_PDF_BROKEN"]);
});
