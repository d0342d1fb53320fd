// A mailbox to its messages: where one begins, quoting, places, and what is cut or damaged.
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readStream } from "../read-sources.ts";
import type { Failure, Resource } from "../resource.ts";
import { mailbox, message, parts } from "./mail.fixture.ts";

const letter = (name: string, body: string) => message(name, `Content-Type: text/plain; charset=utf-8\n\n${body}\n`);

async function read(bytes: Uint8Array, name = "box.mbox", size = 1000): Promise<(Resource | Failure)[]> {
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  return await Array.fromAsync(readStream(name, chunks()));
}

/** Name and words of a text, code and place of a failure. */
const seen = (all: readonly (Resource | Failure)[]) =>
  all.map((each) => (each.kind === "resource" ? [each.name, each.text.trim()] : [each.error.code, each.error.place]));

test("each message of a mailbox is a resource of its own, named by its number, with its own id, whatever the file is called", async () => {
  const box = mailbox([letter("Boats", "Norway signed a contract."), letter("Howitzers", "India agreed on a deal.")]);
  const expected = (name: string) => [
    [`${name}!1`, "Norway signed a contract."],
    [`${name}!2`, "India agreed on a deal."],
  ];
  expect(seen(await read(box))).toEqual(expected("box.mbox"));
  expect(seen(await read(gzipSync(box), "box.mbox.gz"))).toEqual(expected("box.mbox.gz"));
  expect(seen(await read(box, "Inbox"))).toEqual(expected("Inbox"));
  expect((await read(box)).map((each) => each.kind === "resource" && each.told?.id)).toEqual([
    "mid:Boats@post.example",
    "mid:Howitzers@post.example",
  ]);
});

test.each([
  "From ann@post.example Tue Jan 20 08:30:00 2015",
  "From - Tue Jan 20 08:30:00 2015",
  "From MAILER-DAEMON Tue Jan  6 08:30:00 2015",
  "From 1487@xxx Tue Jan 20 08:30:00 +0000 2015",
  "From ann@post.example Tue Jan 20 08:30 EST 2015",
  "From ann@post.example  Tue, 20 Jan 2015 08:30:00 +0100",
])("a message begins at %s", async (line) => {
  const box = Buffer.concat([Buffer.from(`${line}\n`), letter("a", "One."), Buffer.from(`\n${line}\n`), letter("b", "Two.")]);
  expect(seen(await read(box))).toEqual([
    ["box.mbox!1", "One."],
    ["box.mbox!2", "Two."],
  ]);
});

test("quoted lines are as they were, and a line that only begins with From is one of the letter", async () => {
  const body =
    "Norway signed.\n\n>From here on it is paid.\n>>From there too.\n\nFrom London on Monday, Jan 12 2015 at 10:30, they flew.\n> From Rome.";
  const box = Buffer.concat([Buffer.from("From - Tue Jan 20 08:30:00 2015\n"), letter("a", body)]);
  expect((await read(box)).map((each) => each.kind === "resource" && [each.name, each.text.trim().replaceAll("\r", "")])).toEqual([
    [
      "box.mbox!1",
      "Norway signed.\n\nFrom here on it is paid.\n>From there too.\n\nFrom London on Monday, Jan 12 2015 at 10:30, they flew.\n> From Rome.",
    ],
  ]);
});

test("a message that cannot be read fails with its number and line, and the next is read", async () => {
  const sealed = message("x", parts('encrypted; protocol="application/pgp-encrypted"', "b", ["Content-Type: application/pgp-encrypted\n\nV"]));
  const box = mailbox([letter("a", "One."), sealed, Buffer.from("no head\n"), letter("b", "Two.")]);
  const lineOf = (number: number) =>
    box
      .toString("latin1")
      .split(/^From /m)
      .slice(0, number)
      .join("From ")
      .split("\n").length;
  expect(seen(await read(box))).toEqual([
    ["box.mbox!1", "One."],
    ["PACTA_MAIL_ENCRYPTED", { source: "box.mbox!2", line: lineOf(2) }],
    ["PACTA_MAIL_BROKEN", { source: "box.mbox!3", line: lineOf(3) }],
    ["box.mbox!4", "Two."],
  ]);
});

test("a message that is too large is not held, and costs no other", async () => {
  const large = letter("large", "Norway signed a contract with Portugal.\n".repeat(700_000));
  expect(large.length).toBeGreaterThan(25 * 1024 * 1024);
  const results = seen(await read(mailbox([letter("a", "One."), large, letter("b", "Two.")]), "box.mbox", 65_536));
  expect(results).toEqual([
    ["box.mbox!1", "One."],
    ["PACTA_MAIL_TOO_LARGE", { source: "box.mbox!2", line: 13 }],
    ["box.mbox!3", "Two."],
  ]);
});

test.each<[string, Uint8Array, string, unknown[]]>([
  ["without a message", Buffer.from("Dear all,\n"), "box.mbox", ["PACTA_MBOX_BROKEN"]],
  ["of blank lines", Buffer.from("\n\n"), "box.mbox", ["PACTA_INPUT_EMPTY"]],
  ["of nothing", Buffer.from(""), "box.mbox", ["PACTA_INPUT_EMPTY"]],
  [
    "that is cut in its gzip",
    gzipSync(mailbox(Array.from({ length: 40 }, (_, index) => letter(`m${index}`, `Norway signed ${index * 7919} contracts.`)))).subarray(0, 500),
    "box.mbox.gz",
    ["PACTA_GZIP_TRUNCATED"],
  ],
])("a mailbox %s is a coded failure after what could be read", async (_, bytes, name, expected) => {
  const codes = (await read(bytes, name)).flatMap((each) => (each.kind === "failure" ? [each.error.code] : []));
  expect(codes.slice(-1)).toEqual(expected);
});

test("after a thousand messages that cannot be read the rest is given up", async () => {
  const results = await read(mailbox(Array.from({ length: 3000 }, () => new Uint8Array())), "box.mbox", 65_536);
  expect(results).toHaveLength(1001);
  expect(seen(results.slice(-1))).toMatchObject([["PACTA_MBOX_BROKEN", { source: "box.mbox!1000" }]]);
});

test("whatever the letters say and however the bytes come, a mailbox gives them back in order", async () => {
  const line = fc.oneof(
    fc.constantFrom("From ", "From me", ">From you", ">>From them", "", " ", "--", "From Rome on Jan 12"),
    fc.string({ unit: fc.constantFrom("a", " ", ".", ">", "F", "r"), maxLength: 20 }),
  );
  const body = fc.array(line, { maxLength: 8 }).map((all) => `x\n${all.map((each) => each.trimEnd()).join("\n")}\ny`);
  await fc.assert(
    fc.asyncProperty(fc.array(body, { minLength: 1, maxLength: 5 }), fc.integer({ min: 1, max: 300 }), async (bodies, size) => {
      const results = await read(mailbox(bodies.map((each, index) => letter(`m${index}`, each))), "box.mbox", size);
      expect(seen(results)).toEqual(bodies.map((each, index) => [`box.mbox!${index + 1}`, each]));
    }),
    { numRuns: 60 },
  );
});
