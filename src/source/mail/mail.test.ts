// Messages to texts: which part is the text, what their heads tell, what they carry, and what cannot be read.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Failure, Resource } from "../resource.ts";
import { mailResources } from "./index.ts";
import { message, parts } from "./mail.fixture.ts";

const PLAIN = "Content-Type: text/plain; charset=utf-8\n\nNorway signed a contract with Portugal.";
const HTML = "Content-Type: text/html\n\n<p>Norway signed.</p>";
const read = (bytes: Uint8Array): Promise<(Resource | Failure)[]> => Array.fromAsync(mailResources("a.eml", bytes));
const seen = async (bytes: Uint8Array) =>
  (await read(bytes)).map((each) => (each.kind === "resource" ? each.text.trim() : [each.error.code, each.id]));

test("a message is a resource with its text, its subject, its sender, its own id and the day in the sender's zone", async () => {
  expect(await read(message("Boats_for_Norway", `${PLAIN}\n`))).toEqual([
    {
      kind: "resource",
      name: "a.eml",
      charset: "utf-8",
      mediaType: "text/plain",
      text: "Norway signed a contract with Portugal.\n",
      told: {
        id: "mid:Boats_for_Norway@post.example",
        heading: "Boats_for_Norway",
        byline: "Ann Lee",
        sources: ["Ann Lee"],
        date: { written: "Tue, 20 Jan 2015 23:30:00 -0500", basis: "mail" },
      },
    },
  ]);
});

test("the plain part goes before the HTML part, unless it only says that there is one", async () => {
  expect(await read(message("x", parts("alternative", "b1", [PLAIN, HTML])))).toMatchObject([{ mediaType: "text/plain" }]);
  const long = `Content-Type: text/html\n\n<p>${"Norway signed a contract with Portugal. ".repeat(9)}</p>`;
  const note = "Content-Type: text/plain\n\nYour program cannot show this message.";
  expect(await read(message("x", parts("alternative", "b1", [note, long])))).toMatchObject([{ mediaType: "text/html" }]);
  expect(await read(message("x", HTML))).toMatchObject([{ mediaType: "text/html", text: "<p>Norway signed.</p>\n" }]);
});

test("encoded words, quoted-printable, base64 and old charsets are decoded", async () => {
  const coded = "Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\nSigned in Z=FCrich, on=\n Monday.";
  const [first] = await read(message("=?utf-8?B?TsO8cm5iZXJn?= =?iso-8859-1?Q?_=FC?=", coded));
  expect(first).toMatchObject({ text: expect.stringContaining("Signed in Zürich, on Monday."), told: { heading: "Nürnberg ü" } });
  const packed = `Content-Type: text/plain; charset=windows-1251\nContent-Transfer-Encoding: base64\n\n${Buffer.from([0xcc, 0xe8, 0xf0]).toString("base64")}`;
  expect(await seen(message("x", packed))).toEqual(["Мир"]);
});

test("what hangs on a message is named and not read; pictures in the text are not spoken of", async () => {
  const pdf = 'Content-Type: application/pdf; name="deal.pdf"\nContent-Disposition: attachment; filename="deal.pdf"\n\nx';
  const picture = "Content-Type: image/png\nContent-Disposition: inline\nContent-ID: <i1>\n\nx";
  const results = await read(message("x", parts("mixed", "b1", [PLAIN, picture, pdf])));
  expect(results.map((each) => (each.kind === "failure" ? [each.error.code, each.error.message, each.id] : "text"))).toEqual([
    "text",
    ["PACTA_MAIL_ATTACHMENT", "attachments are not read: deal.pdf", "mid:x@post.example"],
  ]);
});

function nested(depth: number): string {
  if (depth === 0) return PLAIN;
  const inner = message(`inner${depth}`, nested(depth - 1));
  return parts("mixed", `b${depth}`, [
    `Content-Type: text/plain\n\nforwarded ${depth}`,
    `Content-Type: message/rfc822\n\n${Buffer.from(inner).toString()}`,
  ]);
}

test("a message that is carried whole is a text of its own, four deep", async () => {
  expect(await seen(message("outer", nested(1)))).toEqual(["forwarded 1", "Norway signed a contract with Portugal."]);
  expect(await seen(message("outer", nested(6)))).toEqual([
    "forwarded 6",
    "forwarded 5",
    "forwarded 4",
    "forwarded 3",
    ["PACTA_MAIL_NESTED", "mid:inner4@post.example"],
  ]);
});

test.each<[string, Uint8Array, unknown[]]>([
  ["no head", Buffer.from("Norway signed a contract.\r\nAnd more."), ["PACTA_MAIL_BROKEN"]],
  ["no text", message("x", "Content-Type: image/png\n\nx"), [["PACTA_MAIL_NO_TEXT", "mid:x@post.example"]]],
  [
    "a seal",
    message("x", parts('encrypted; protocol="application/pgp-encrypted"', "b", ["Content-Type: application/pgp-encrypted\n\nVersion: 1"])),
    ["PACTA_MAIL_ENCRYPTED"],
  ],
  [
    "its end missing",
    message("x", parts("mixed", "b1", [PLAIN]).slice(0, -7)),
    ["Norway signed a contract with Portugal.", ["PACTA_MAIL_TRUNCATED", "mid:x@post.example"]],
  ],
])("a message with %s is a coded failure", async (_, bytes, expected) => {
  const got = await seen(bytes).catch((thrown: unknown) => [thrown instanceof Error && "code" in thrown ? thrown.code : thrown]);
  expect(got).toEqual(expected);
});

test("a large message, which is read in a thread, gives what a small one gives", async () => {
  const zip = `Content-Type: application/zip\nContent-Disposition: attachment; filename="a.zip"\n\n${"x".repeat(70)}\n`;
  const large = message(
    "x",
    parts("mixed", "b1", [
      PLAIN,
      zip + `${"y".repeat(70)}\n`.repeat(4000),
      `Content-Type: message/rfc822\n\n${Buffer.from(message("inner", PLAIN)).toString()}`,
    ]),
  );
  expect(large.length).toBeGreaterThan(256 * 1024);
  const signed = "Norway signed a contract with Portugal.";
  expect(await seen(large)).toEqual([signed, ["PACTA_MAIL_ATTACHMENT", "mid:x@post.example"], signed]);
});

test("whatever its bytes, a message is texts or coded failures", async () => {
  const junk = fc.uint8Array({ maxLength: 400 });
  const broken = fc.tuple(fc.nat(600), fc.nat(255)).map(([at, byte]) => {
    const bytes = Uint8Array.from(message("x", parts("mixed", "b1", [PLAIN, HTML, nested(1)])));
    bytes[at % bytes.length] = byte;
    return bytes;
  });
  await fc.assert(
    fc.asyncProperty(fc.oneof(junk, broken), async (bytes) => {
      const got = await seen(bytes).catch((thrown: unknown) => (thrown instanceof Error && "code" in thrown ? thrown.code : thrown));
      expect(Array.isArray(got) ? got.length > 0 : String(got).startsWith("PACTA_MAIL_")).toBe(true);
    }),
    { numRuns: 60 },
  );
});
