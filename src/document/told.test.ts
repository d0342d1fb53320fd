// What a container tells of a text, in the document that is made of it.
import { expect, test } from "vitest";
import type { Resource } from "../source/index.ts";
import { documentsOf } from "./documents-of.ts";
import type { Document } from "./document.ts";
import { loadDocumentSetting } from "./setting.ts";

const setting = loadDocumentSetting();
const NEWS = "Norway signed a contract with Portugal on Tuesday.";

function only(fields: Partial<Resource>): Document {
  const resource: Resource = { kind: "resource", name: "in", mediaType: "text/plain", text: NEWS, charset: "utf-8", ...fields };
  const [first, second] = [...documentsOf(resource, setting)];
  if (first?.kind !== "document" || second !== undefined) throw new Error(`not one document: ${JSON.stringify(first)}`);
  return first.document;
}

test("heading, byline, outlets, tags, language and day are the document's", () => {
  const told = { heading: "Boats & tanks", byline: " Ann  Lee ", sources: ["Post"], tags: ["navy"], language: "en-GB" };
  const date = { written: "Tue, 20 Jan 2015 23:30:00 -0500", basis: "feed" as const };
  expect(only({ told: { ...told, date } })).toMatchObject({
    heading: "Boats & tanks",
    byline: "Ann Lee",
    sources: ["Post"],
    tags: ["navy"],
    language: "en",
    published: { day: "2015-01-20", basis: "feed" },
  });
});

test("an id of its own names the document only where no address does", () => {
  expect(only({ told: { id: "tag:post.example,2015:1" } }).id).toBe("tag:post.example,2015:1");
  expect(only({ told: { id: "tag:post.example,2015:1" }, url: "https://post.example/boats" }).id).toBe("https://post.example/boats");
});

test("a feed's day goes before the address's, that before the day of the last change, and a day that is none is none", () => {
  const url = "https://post.example/2015/01/19/boats";
  const day = (written: string, basis: "feed" | "feed-updated" | "mail" | "pdf-info") => only({ url, told: { date: { written, basis } } }).published;
  expect(day("2015-01-20T08:00:00Z", "feed")).toEqual({ day: "2015-01-20", basis: "feed" });
  expect(day("2015-01-20T08:00:00Z", "mail")).toEqual({ day: "2015-01-20", basis: "mail" });
  expect(day("2015-01-20T08:00:00Z", "feed-updated")).toEqual({ day: "2015-01-19", basis: "url" });
  expect(day("2015-02-31", "feed")).toEqual({ day: "2015-01-19", basis: "url" });
  expect(only({ told: { date: { written: "01/02/2015", basis: "feed" } } })).not.toHaveProperty("published");
});

test("markup in a feed's heading is shown as a browser would; a subject with angle brackets stays as it is", () => {
  expect(only({ told: { heading: "<b>Boats</b> &amp; tanks", markup: true } }).heading).toBe("Boats & tanks");
  expect(only({ told: { heading: "Ann <ann@post.example> writes" } }).heading).toBe("Ann <ann@post.example> writes");
  expect(only({ told: { heading: "<b>".repeat(600), markup: true } }).text).toBe(NEWS);
});

test("what no store keeps is taken out of what is told", () => {
  const told = { heading: "Bo\0ats \ud800", byline: "Ann\u0001 Lee", sources: ["Po\0st"], tags: ["\udfff"] };
  expect(only({ told })).toMatchObject({ heading: "Bo ats \ufffd", byline: "Ann Lee", sources: ["Po st"], tags: ["\ufffd"] });
});

test("the HTML of an entry is all of it the article, without the line that weblogs add and the title once more", () => {
  const html = `<h2>Boats</h2><p>${NEWS}</p><ul><li>two boats</li></ul><p>Short.</p><p>The post <a href="/x">Boats</a> appeared first on <a href="/">Post</a>.</p>`;
  expect(only({ mediaType: "text/html", fragment: true, text: html, told: { heading: "Boats" } }).text).toBe(`${NEWS}\n\ntwo boats\n\nShort.`);
});
