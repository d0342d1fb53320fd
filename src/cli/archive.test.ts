// An archive of the web on the real program: its pages become documents that go by their addresses.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { z } from "zod";
import { page, record, response, zip, zipped } from "../source/archive/warc.fixture.ts";
import { freshFolder, pacta } from "./cli.fixture.ts";

vi.setConfig({ testTimeout: 60_000 });

const WORDS = "signed a contract with Portugal for two patrol boats, and the ministry is content with them. ";

function article(state: string): string {
  return `<html lang="en"><head><title>Boats</title></head><body><article><h1>Boats</h1><p>${state} ${WORDS.repeat(4)}</p></article></body></html>`;
}

const CHANGED = { "Last-Modified": "Mon, 04 Mar 2030 10:00:00 GMT" };
const norway = page("https://news.example.org/norway", article("Norway"), CHANGED);
const brazil = page("https://news.example.org/brazil", article("Brazil"));
const request = record("https://news.example.org/norway", "GET /norway HTTP/1.1\r\n\r\n", { type: "request" });
const damaged = record("https://news.example.org/egypt", response(article("Egypt")), { fields: { "WARC-Block-Digest": `sha1:${"A".repeat(32)}` } });

const claimLines = z.array(z.looseObject({ document: z.string(), day: z.string().optional() }));

test.each<[string, Buffer]>([
  ["crawl.warc.gz", zipped([request, norway, damaged, brazil])],
  ["crawl.warc", Buffer.concat([request, norway, damaged, brazil])],
  ["crawl.wacz", zip({ "archive/data.warc.gz": zipped([request, norway, damaged]), "archive/more.warc": brazil })],
])("the pages of %s are in the ledger by their addresses, and the summary tells of the rest", (name, bytes) => {
  const folder = freshFolder();
  writeFileSync(join(folder, name), bytes);
  const read = pacta(folder, ["read", name, "--workers", "1"]);
  expect(read).toMatchObject({ code: 1, err: expect.stringMatching(/^PACTA_ARCHIVE_DIGEST: .*: https:\/\/news\.example\.org\/egypt\)\. \S.*\n$/) });
  expect(read.out).toMatch(/^documents {5}2 in/m);
  expect(read.out).toMatch(/^passed over {3}1: request 1$/m);
  const claims = claimLines.parse(pacta(folder, ["claims", "--jsonl"]).json());
  expect(new Set(claims.map(({ document }) => document))).toEqual(new Set(["https://news.example.org/norway", "https://news.example.org/brazil"]));
  expect(claims.filter(({ document }) => document.endsWith("norway")).every(({ day }) => day === "2030-03-04")).toBe(true);
  expect(pacta(folder, ["read", name, "--workers", "1"]).out).toMatch(/^already known 2$/m);
});

test("an archive that is cut is told after its pages, also from standard input", () => {
  const folder = freshFolder();
  const read = pacta(folder, ["read", "-", "--dry-run", "--workers", "1"], {
    input: Buffer.concat([norway, brazil]).subarray(0, -40).toString("latin1"),
  });
  expect(read).toMatchObject({
    code: 1,
    out: expect.stringMatching(/^documents {5}1 in/m),
    err: expect.stringMatching(/^PACTA_ARCHIVE_TRUNCATED: /),
  });
});
