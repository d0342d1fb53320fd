// Where a report says that it was first published: in what its page says to others, in its dateline, in its byline.
import { expect, test } from "vitest";
import type { MediaType, Resource } from "../source/index.ts";
import { documentsOf } from "./documents-of.ts";
import type { Document } from "./document.ts";
import { clusterOfRows, nearRowOf } from "./near/cluster.ts";
import { loadDocumentSetting, loadNearSetting } from "./setting.ts";

const setting = loadDocumentSetting();
const NEWS = "Norway signed a contract with Portugal for two patrol boats on Tuesday, the ministry said. ";
const FOUND = "https://www.daily.example/2015/01/20/boats";

function read(text: string, mediaType: MediaType = "text/html", rest: Partial<Resource> = {}): Document {
  const [first] = [...documentsOf({ kind: "resource", name: "in", mediaType, text, charset: "utf-8", ...rest }, setting)];
  if (first?.kind !== "document") throw new Error(`no document: ${JSON.stringify(first)}`);
  return first.document;
}

const page = (head: string, body = ""): string => `<html><head>${head}</head><body><article>${body}<p>${NEWS.repeat(3)}</p></article></body></html>`;
const ld = (fields: object): string => `<script type="application/ld+json">${JSON.stringify({ "@type": "NewsArticle", ...fields })}</script>`;
const originOf = (head: string, body?: string) => read(page(head, body), "text/html", { url: FOUND }).origin;

test.each([
  ['<meta name="syndication-source" content="https://wire.example/boats">', { url: "https://wire.example/boats", basis: "meta" }],
  ['<meta name="original-source" content="//wire.example/boats">', { url: "https://wire.example/boats", basis: "meta" }],
  ['<meta name="original-source" content="Wire Service">', { outlet: "Wire Service", basis: "meta" }],
  [ld({ isBasedOn: { "@type": "NewsArticle", url: "https://wire.example/boats" } }), { url: "https://wire.example/boats", basis: "json-ld" }],
  [ld({ sourceOrganization: { name: "Wire Service" } }), { outlet: "Wire Service", basis: "json-ld" }],
  ['<link rel="canonical" href="https://wire.example/boats">', { url: "https://wire.example/boats", basis: "canonical" }],
])("a page with %s names its origin, and keeps its own address", (head, origin) => {
  expect(originOf(head)).toEqual(origin);
  expect(read(page(head), "text/html", { url: FOUND }).id).toBe(FOUND);
});

test.each([
  `<link rel="canonical" href="${FOUND}">`,
  `<meta name="syndication-source" content="${FOUND}?utm_source=x">`,
  '<meta name="original-source" content="--">',
  ld({ isBasedOn: ["https://a.example/1", "https://b.example/2"] }),
  ld({ publisher: { name: "The Daily" } }),
])("a page with %s names none", (head) => {
  expect(originOf(head)).toBeUndefined();
});

test("an agency in a dateline or in a byline is the origin of a report in any format", () => {
  expect(read(`OSLO, Jan 20 (Reuters) - ${NEWS}\n\n${NEWS}`, "text/plain").origin).toEqual({ outlet: "Reuters", basis: "dateline" });
  expect(originOf("", `<p>OSLO (AFP) — ${NEWS}</p>`)).toEqual({ outlet: "AFP", basis: "dateline" });
  expect(originOf('<meta name="author" content="Ann Lee, Associated Press">')).toEqual({ outlet: "Associated Press", basis: "byline" });
  expect(originOf('<meta name="author" content="Ann Lee">')).toBeUndefined();
  expect(read(`OSLO — ${NEWS}\n\n${NEWS}`, "text/plain").origin).toBeUndefined();
});

test("of copies of one day the one that another declares is the origin, whatever their ids", () => {
  const near = loadNearSetting();
  const rows = (head: string) =>
    [
      read(page(""), "text/html", { url: "https://www.zwire.example/2015/01/20/boats" }),
      read(page(head), "text/html", { url: "https://www.daily.example/2015/01/20/boats" }),
    ].map((document) => nearRowOf(document, near));
  expect(clusterOfRows(rows("")).origin).toBe("https://www.daily.example/2015/01/20/boats");
  const declared = '<meta name="syndication-source" content="https://www.zwire.example/2015/01/20/boats">';
  expect(clusterOfRows(rows(declared)).origin).toBe("https://www.zwire.example/2015/01/20/boats");
});

test("an AMP page and its canonical are one document, also behind a cache", () => {
  const amp = page(`<link rel="canonical" href="${FOUND}">`).replace("<html>", "<html amp>");
  const canonical = read(page(`<link rel="amphtml" href="${FOUND}/amp"><link rel="canonical" href="${FOUND}">`), "text/html", { url: FOUND });
  for (const url of [
    `${FOUND}/amp`,
    `${FOUND}?amp=1`,
    "https://amp.daily.example/2015/01/20/boats",
    "https://www-daily-example.cdn.ampproject.org/c/s/www.daily.example/2015/01/20/boats/amp",
    "https://www.google.com/amp/s/www.daily.example/2015/01/20/boats/amp",
  ]) {
    expect(read(amp, "text/html", { url })).toMatchObject({ id: canonical.id, text: canonical.text });
    expect(read(amp, "text/html", { url })).not.toHaveProperty("origin");
  }
});
