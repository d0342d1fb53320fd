// One resource of each kind to its documents, or to the coded failure that it deserves.
import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { MediaType, Resource } from "../source/index.ts";
import { documentsOf } from "./documents-of.ts";
import type { Document } from "./document.ts";
import type { Given, Outcome } from "./outcome.ts";
import { loadDocumentSetting } from "./setting.ts";

const setting = loadDocumentSetting();
const NEWS = "Iran and Russia signed a contract on Tuesday.";

function resourceOf(text: string, mediaType: MediaType, line?: number): Resource {
  return { kind: "resource", name: "in", mediaType, text, charset: "utf-8", ...(line === undefined ? {} : { line }) };
}

function read(text: string, mediaType: MediaType, given: Given = {}, line?: number): Outcome[] {
  return [...documentsOf(resourceOf(text, mediaType, line), setting, given)];
}

function only(text: string, mediaType: MediaType, given: Given = {}): Document {
  const [first, second] = read(text, mediaType, given);
  if (first?.kind !== "document" || second !== undefined) throw new Error(`not one document: ${JSON.stringify(first)}`);
  return first.document;
}

/** Code and place of each failure, id of each document. */
const seen = (outcomes: readonly Outcome[]) =>
  outcomes.map((each) => (each.kind === "document" ? each.document.id : [each.error.code, each.error.place]));

const record = (fields: object) => JSON.stringify({ text: NEWS, ...fields });

test("a record's fields become the document's, its text untouched and its heading outside", () => {
  const text = `  ${NEWS}\r\n\r\nMore. `;
  const document = only(
    record({ id: "x1", text, heading: "Deal", date: "2015-01-20", url: "https://example.org/a#top", sources: ["AP"], tags: ["arms"] }),
    "application/x-ndjson",
  );
  expect(document).toMatchObject({
    id: "x1",
    text,
    heading: "Deal",
    url: "https://example.org/a",
    sources: ["AP"],
    tags: ["arms"],
    published: { day: "2015-01-20", basis: "caller" },
    language: "en",
  });
  expect(document.blocks.map((block) => text.slice(block.start, block.end))).toEqual([NEWS, "More."]);
});

test("null and empty fields are absent", () => {
  const document = only(record({ id: null, heading: null, title: "", date: null, url: null, sources: null }), "application/x-ndjson");
  expect(document).not.toHaveProperty("heading");
  expect(document).not.toHaveProperty("published");
  expect(document).not.toHaveProperty("url");
});

test("the id is the caller's, else the address, else the hash of the text", () => {
  const hash = createHash("sha256").update(NEWS).digest("hex");
  expect(only(record({ id: 7, url: "https://example.org/a" }), "application/x-ndjson").id).toBe("7");
  expect(only(record({ url: "https://example.org/a" }), "application/x-ndjson").id).toBe("https://example.org/a");
  expect(only(record({}), "application/x-ndjson").id).toBe(`sha256:${hash}`);
});

test("an address gives the id without the marks of the way to it, and an id of the caller's own is kept as it is", () => {
  const url = "https://m.example.org/a/?utm_source=feed&id=7";
  expect(only(record({ url }), "application/x-ndjson")).toMatchObject({ id: "https://www.example.org/a?id=7", url });
  expect(only(record({ url, id: "https://m.example.org/a/" }), "application/x-ndjson").id).toBe("https://m.example.org/a/");
});

test.each<[string, string, string]>([
  ["broken JSON", '{"text": "a"', "PACTA_INPUT_JSON"],
  ["no text", "{}", "PACTA_INPUT_FIELDS"],
  ["a text that is a number", '{"text": 7}', "PACTA_INPUT_FIELDS"],
  ["sources that are no list", record({ sources: "AP" }), "PACTA_INPUT_FIELDS"],
  ["an address that is none", record({ url: "example" }), "PACTA_INPUT_FIELDS"],
  ["a list", "[1]", "PACTA_INPUT_FIELDS"],
  ["a day that the calendar has not", record({ date: "2015-02-30" }), "PACTA_INPUT_DATE"],
  ["an empty text", record({ text: " \n" }), "PACTA_INPUT_EMPTY"],
  ["a NUL in the text", record({ text: "a\0b" }), "PACTA_INPUT_BINARY"],
  ["half a character", '{"text": "\\ud800 signs"}', "PACTA_INPUT_TEXT"],
])("line 7 with %s is a failure on line 7", (_, line, code) => {
  const [outcome] = read(line, "application/x-ndjson", {}, 7);
  expect(outcome?.kind === "failure" ? [outcome.error.code, outcome.error.place.source, outcome.error.place.line] : outcome).toEqual([code, "in", 7]);
});

test("a failure of a record that could be parsed names its id", () => {
  expect(read(record({ id: "x9", date: "2015-02-30" }), "application/x-ndjson")[0]).toMatchObject({ kind: "failure", id: "x9" });
});

test("a record's own date goes before the caller's for the run, a page's after it", () => {
  const given = { date: "2001-01-01" };
  expect(only(record({ date: "2015-01-20" }), "application/x-ndjson", given).published?.day).toBe("2015-01-20");
  expect(only(record({}), "application/x-ndjson", given).published?.day).toBe("2001-01-01");
  expect(only(`<meta property="article:published_time" content="2015-01-20"><p>${NEWS}</p>`, "text/html", given).published).toEqual({
    day: "2001-01-01",
    basis: "caller",
  });
});

test("what came with a resource is believed where neither the caller nor the document tells it", () => {
  const found = { ...resourceOf(NEWS, "text/plain"), url: "https://example.org/found", modified: "2015-02-01" };
  const one = (resource: Resource, given: Given = {}): Document => {
    const [first] = [...documentsOf(resource, setting, given)];
    if (first?.kind !== "document") throw new Error("no document");
    return first.document;
  };
  expect(one(found)).toMatchObject({ url: "https://example.org/found", published: { day: "2015-02-01", basis: "http-header" } });
  expect(one(found, { date: "2015-01-20" }).published).toEqual({ day: "2015-01-20", basis: "caller" });
  expect(one({ ...found, url: "https://example.org/2015/01/19/deal" }).published).toEqual({ day: "2015-01-19", basis: "url" });
  expect(one(found, { url: "https://example.org/said" }).url).toBe("https://example.org/said");
});

test("what a feed carries of another site's page is a text of the feed's, not one of that page", () => {
  const of = (found: Partial<Resource>) => {
    const [first] = [...documentsOf({ ...resourceOf(NEWS, "text/plain"), ...found }, setting)];
    return first?.kind === "document" ? [first.document.id, first.document.url] : [];
  };
  const carrier = "https://feeds.news.example/all";
  const own = "https://www.news.example/boats";
  expect(of({ url: own, carrier })).toEqual([own, own]);
  expect(of({ url: "https://other.example/boats", carrier })).toEqual([`${carrier}#https://other.example/boats`, undefined]);
  expect(of({ url: "https://other.example/boats", carrier, told: { id: "tag:other.example,2030:1" } })[0]).toBe(
    `${carrier}#https://other.example/boats`,
  );
  expect(of({ carrier, told: { id: "tag:other.example,2030:1" } })[0]).toBe(`${carrier}#tag:other.example,2030:1`);
  expect(of({ url: "https://other.example/boats" })[0]).toBe("https://other.example/boats");
});

test("a document without a date has none", () => {
  for (const type of ["text/plain", "text/markdown", "text/html"] as const) expect(only(NEWS, type)).not.toHaveProperty("published");
});

test("the caller's bad date is PACTA_INPUT_DATE", () => {
  expect(seen(read(NEWS, "text/plain", { date: "2015-02-30" }))).toEqual([["PACTA_INPUT_DATE", { source: "in" }]]);
});

test("a dateline with a year dates a plain text, the address goes before it", () => {
  const text = `PARIS, Jan 5, 2015 (Reuters) - ${NEWS}`;
  expect(only(text, "text/plain").published).toEqual({ day: "2015-01-05", basis: "dateline" });
  expect(only(text, "text/plain", { url: "https://example.org/2015/01/06/a" }).published).toEqual({ day: "2015-01-06", basis: "url" });
});

test("JSON may be one object, or an array whose records have their lines", () => {
  expect(seen(read(record({ id: "a" }), "application/json"))).toEqual(["a"]);
  const array = `[\n ${record({ id: "a", text: 'quotes " and ], [ brackets' })},\n\n {"text": 7},\n ${record({ id: "c" })}\n]\n`;
  expect(seen(read(array, "application/json"))).toEqual(["a", ["PACTA_INPUT_FIELDS", { source: "in", line: 4 }], "c"]);
});

test("a broken record in an array fails alone, on its line", () => {
  const array = `[\n${record({ id: "a" })},\n{"id": "b",\n "text": "b" "date": 1},\n${record({ id: "c" })}]`;
  expect(seen(read(array, "application/json"))).toMatchObject(["a", ["PACTA_INPUT_JSON", { source: "in", line: 4 }], "c"]);
});

test.each([
  ["[]", [["PACTA_INPUT_EMPTY", { source: "in" }]]],
  ["[1,]", [["PACTA_INPUT_FIELDS", { source: "in", line: 1 }]]],
  [
    "[,1]",
    [
      ["PACTA_INPUT_JSON", { source: "in", line: 1 }],
      ["PACTA_INPUT_FIELDS", { source: "in", line: 1 }],
    ],
  ],
  [`[${record({ id: "a" })}`, ["a", ["PACTA_INPUT_JSON", { source: "in", line: 1 }]]],
  [`[${record({ id: "a" })}]\nrest`, ["a", ["PACTA_INPUT_JSON", { source: "in", line: 2 }]]],
])("a faulty array is a failure after what could be read: %s", (json, expected) => {
  expect(seen(read(json, "application/json"))).toEqual(expected);
});

test("an array of many records on one line is read in time by its length, and what lies too deep is a failure of its own", () => {
  const many = `[${Array.from({ length: 60_000 }, (_, i) => record({ id: `r${i}` })).join(",")}]`;
  expect(read(many, "application/json")).toHaveLength(60_000);
  expect(seen(read(`[${"[".repeat(200_000)}${"]".repeat(200_000)},${record({ id: "a" })}]`, "application/json"))).toEqual([
    ["PACTA_INPUT_JSON", { source: "in", offset: 1000, line: 1 }],
    "a",
  ]);
});

test("a text of more lines than any report has is refused, and one of blank lines alone costs nothing", () => {
  expect(seen(read("Norway\n".repeat(200_001), "text/plain"))).toEqual([["PACTA_INPUT_TOO_LARGE", { source: "in" }]]);
  expect(seen(read("Norway\n".repeat(200_001), "text/markdown"))).toEqual([["PACTA_INPUT_TOO_LARGE", { source: "in" }]]);
  expect(only(`Norway signed.${"\n".repeat(1_000_000)}Egypt cancelled.`, "text/plain").blocks).toHaveLength(2);
});

test("two records with one id and different words are both read", () => {
  expect(seen(read(`[${record({ id: "a" })},${record({ id: "a", text: "Other words." })}]`, "application/json"))).toEqual(["a", "a"]);
});

test("a foreign document is recorded with its language", () => {
  expect(only("Die Bundesregierung hat den Verkauf von Panzern an Katar genehmigt.", "text/plain").language).toBe("de");
});

test("whatever the text, it is stored unchanged and its blocks lie in it, in order and apart", () => {
  const texts = fc.string({ unit: "grapheme", minLength: 1, maxLength: 200 }).map((text) => `${text}\n\n# A deal\n\n* [Iran](x) signs\n`);
  fc.assert(
    fc.property(texts, fc.constantFrom<MediaType>("text/plain", "text/markdown"), (text, type) => {
      for (const outcome of read(text, type)) {
        if (outcome.kind === "failure") continue;
        expect(outcome.document.text).toBe(text);
        let end = 0;
        for (const block of outcome.document.blocks) {
          expect(block.start).toBeGreaterThanOrEqual(end);
          expect(block.end).toBeGreaterThan(block.start);
          end = block.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }
    }),
  );
});
