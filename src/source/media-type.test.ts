// An archive is known by its name, and without one by its first bytes; what only looks like one is not taken for it.
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { page, record, zip, zipped } from "./archive/warc.fixture.ts";
import { archiveOf } from "./media-type.ts";

const PAGE = page("https://example.org/a", "<p>Norway signed a contract with Portugal.</p>");
const INFO = record(undefined, "software: ours", { type: "warcinfo" });

test.each<[string, Uint8Array, string | undefined]>([
  ["crawl.warc", new Uint8Array(), "warc"],
  ["crawl.WARC.GZ", new Uint8Array(), "warc"],
  ["crawl.wacz", new Uint8Array(), "wacz"],
  ["-", PAGE, "warc"],
  ["-", zipped([INFO, PAGE]), "warc"],
  ["-", gzipSync(PAGE), "warc"],
  ["crawl.gz", zipped([PAGE]), "warc"],
  ["-", zip({ "archive/data.warc": PAGE }), "wacz"],
  ["-", zip({ "datapackage.json": Buffer.from("{}"), "archive/data.warc": PAGE }), "wacz"],
  ["-", zip({ "word/document.xml": Buffer.from("<a/>") }), undefined],
  ["-", gzipSync("Norway signed a contract."), undefined],
  ["-", Buffer.from("WARC/1.0 is a format for archives of the web.\n"), undefined],
  ["-", Buffer.from([0x1f, 0x8b]), undefined],
  ["news.txt", PAGE, undefined],
  ["page.html.gz", zipped([PAGE]), undefined],
])("the file %s (case %#) is seen as what it is", (name, bytes, kind) => {
  expect(archiveOf(name, bytes)).toBe(kind);
});
