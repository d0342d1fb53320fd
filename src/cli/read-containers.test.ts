// Feeds, messages and PDFs on the real program: their texts are in the ledger, and what is none is said.
import { expect, test, vi } from "vitest";
import { z } from "zod";
import { item, rss } from "../source/feed/feed.fixture.ts";
import { mailbox, message, parts } from "../source/mail/mail.fixture.ts";
import { column, pdf } from "../source/pdf/pdf.fixture.ts";
import { freshFolder, linesOf, pacta, write } from "./cli.fixture.ts";

vi.setConfig({ testTimeout: 60_000 });

const SIGNED = "<p>Norway signed a contract with Portugal for two patrol boats worth $40 million.</p>";
const claims = z.array(z.looseObject({ document: z.string(), claim: z.looseObject({ act: z.string() }) }));
const codesOf = (err: string) => linesOf(err).map((line) => /^(PACTA_\w+): .+ \((.+?)\)\. \S/.exec(line)?.slice(1));

test("a folder of feeds, lists, messages and PDFs is read into a ledger, and a second run adds nothing", () => {
  const folder = freshFolder();
  const link = "<item><title>Link</title><link>https://post.example/l</link></item>";
  const zip = 'Content-Type: application/zip\nContent-Disposition: attachment; filename="deal.zip"\n\nx';
  const plain = "Content-Type: text/plain\n\nEgypt cancelled a contract with Chile for six helicopters.";
  write(folder, {
    "a.xml": rss(item("boats", SIGNED) + link),
    "b.eml": message("Helicopters", parts("mixed", "b", [plain, zip])),
    "e.pdf": pdf([column(["India agreed on a deal with Finland for twelve howitzers, the min-", "istry said on Monday."])]),
    "c.xml": "<urlset><url><loc>https://post.example/1</loc></url></urlset>",
    "d.opml": '<opml version="2.0"><body><outline text="Post" xmlUrl="https://post.example/feed"/></body></opml>',
  });
  const read = pacta(folder, ["read", ".", "--jsonl", "--workers", "1"]);
  expect(codesOf(read.err)).toEqual([
    ["PACTA_FEED_LINK_ONLY", "a.xml"],
    ["PACTA_ADDRESS_LIST", "c.xml"],
    ["PACTA_ADDRESS_LIST", "d.opml"],
  ]);
  expect(read.code).toBe(1);
  expect(read.err).not.toContain("deal.zip");
  const kept = claims.parse(pacta(folder, ["claims", "--jsonl"]).json());
  expect(kept.map(({ document, claim }) => `${claim.act} ${document.replace(/^(sha256):.*/, "$1")}`).toSorted()).toEqual([
    "agree sha256",
    "cancel mid:Helicopters@post.example",
    "sign https://post.example/boats",
  ]);
  expect(pacta(folder, ["read", ".", "--workers", "1"]).out).toContain("already known 3\n");
  expect(pacta(folder, ["verify"]).code).toBe(0);
});

test("letters of a mailbox, what hangs on them and a saved page are read into a ledger, with the day of what carried them", () => {
  const folder = freshFolder();
  const hung =
    'Content-Type: text/plain\nContent-Disposition: attachment; filename="note.txt"\n\nIndia agreed on a deal with Finland for twelve howitzers.';
  const letter = "Content-Type: text/plain\n\nEgypt cancelled a contract with Chile for six helicopters.";
  const page = `Content-Type: text/html\nContent-Location: https://post.example/boats\n\n${SIGNED}`;
  write(folder, {
    "a.mbox": mailbox([message("Helicopters", parts("mixed", "b", [letter, hung])), Buffer.from("no head\n")]),
    "b.mhtml": message("Boats", parts("related", "b", [page]), "From: <Saved by Blink>\nDate: Tue, 20 Jan 2015 08:30:00 +0100\n"),
  });
  const read = pacta(folder, ["read", ".", "--jsonl", "--workers", "1"]);
  expect(codesOf(read.err)).toEqual([["PACTA_MAIL_BROKEN", expect.stringMatching(/^a\.mbox!2:\d+$/)]]);
  const kept = claims.parse(pacta(folder, ["claims", "--jsonl"]).json());
  expect(kept.map(({ document, claim }) => `${claim.act} ${document.replace(/^(sha256):.*/, "$1")}`).toSorted()).toEqual([
    "agree sha256",
    "cancel mid:Helicopters@post.example",
    "sign https://post.example/boats",
  ]);
  expect(pacta(folder, ["verify"]).code).toBe(0);
});

test("standard input that is a feed or a message is read as that", () => {
  const folder = freshFolder();
  const ids = (input: string) =>
    z.array(z.looseObject({ id: z.string() })).parse(pacta(folder, ["read", "-", "--dry-run", "--jsonl", "--workers", "1"], { input }).json());
  expect(ids(rss(item("boats", SIGNED)))).toMatchObject([{ id: "https://post.example/boats" }]);
  expect(ids(Buffer.from(message("Boats", "\nNorway signed a contract with Portugal.")).toString())).toMatchObject([
    { id: "mid:Boats@post.example" },
  ]);
});
