// Messages to texts: which part is the text, what their heads tell, what they carry, and what cannot be read.
import fc from "fast-check";
import { expect, test } from "vitest";
import { openContainer } from "../container.ts";
import type { Failure, Resource } from "../resource.ts";
import { message, parts } from "./mail.fixture.ts";
import { column, pdf, pdfOfContents } from "../pdf/pdf.fixture.ts";

const PLAIN = "Content-Type: text/plain; charset=utf-8\n\nNorway signed a contract with Portugal.";
const HTML = "Content-Type: text/html\n\n<p>Norway signed.</p>";
const read = (bytes: Uint8Array): Promise<(Resource | Failure)[]> => Array.fromAsync(openContainer("a.eml", bytes, "message/rfc822"));
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

const attached = (type: string, name: string, body: string | Uint8Array) =>
  `Content-Type: ${type}; name="${name}"\nContent-Disposition: attachment; filename="${name}"\nContent-Transfer-Encoding: base64\n\n${Buffer.from(body).toString("base64")}`;

test("texts, pages, PDFs and messages that hang on a message are read under their own names, from the message's day or before", async () => {
  const results = await read(
    message(
      "x",
      parts("mixed", "b1", [
        PLAIN,
        attached("text/plain", "note.txt", "Chile ordered six helicopters."),
        attached("text/html", "page.html", '<meta name="date" content="2014-12-01"><p>Egypt cancelled a contract.</p>'),
        attached("application/octet-stream", "../release.pdf", pdf([column(["India agreed on a deal with Finland for howitzers."])])),
        attached("message/rfc822", "Fwd: boats.eml", message("inner", PLAIN)),
      ]),
    ),
  );
  expect(
    results.map((each) => (each.kind === "resource" ? [each.name, each.mediaType, each.text.trim().slice(0, 40), each.told?.date] : each)),
  ).toEqual([
    ["a.eml", "text/plain", "Norway signed a contract with Portugal.", { written: "Tue, 20 Jan 2015 23:30:00 -0500", basis: "mail" }],
    ["a.eml!note.txt", "text/plain", "Chile ordered six helicopters.", { written: "Tue, 20 Jan 2015 23:30:00 -0500", basis: "carrier" }],
    ["a.eml!page.html", "text/html", '<meta name="date" content="2014-12-01"><', { written: "Tue, 20 Jan 2015 23:30:00 -0500", basis: "carrier" }],
    [
      "a.eml!.._release.pdf",
      "text/plain",
      "India agreed on a deal with Finland for ",
      { written: "Tue, 20 Jan 2015 23:30:00 -0500", basis: "carrier" },
    ],
    ["a.eml!Fwd: boats.eml", "text/plain", "Norway signed a contract with Portugal.", { written: "Tue, 20 Jan 2015 23:30:00 -0500", basis: "mail" }],
  ]);
});

test("what else hangs on a message is passed over and said; pictures in the text are not spoken of", async () => {
  const picture = "Content-Type: image/png\nContent-Disposition: inline\nContent-ID: <i1>\n\nx";
  const passed: string[] = [];
  const hung = [attached("application/zip", "deal.zip", "x"), attached("text/plain", "prices.csv", "a,b"), attached("image/png", "map.png", "x")];
  const bytes = message("x", parts("mixed", "b1", [PLAIN, picture, ...hung]));
  const results = await Array.fromAsync(openContainer("a.eml", bytes, "message/rfc822", undefined, (what) => void passed.push(what)));
  expect(results.map(({ kind }) => kind)).toEqual(["resource"]);
  expect(passed).toEqual(["attachment application/zip", "attachment text/plain", "attachment image/png"]);
});

test("an attachment that cannot be read is a failure under its name, and the next is read; after one too large none is", async () => {
  const note = attached("text/plain", "note.txt", "Chile ordered six helicopters.");
  const read2 = async (list: readonly string[]) =>
    (await read(message("x", parts("mixed", "b1", [PLAIN, ...list])))).map((each) =>
      each.kind === "resource" ? each.name : [each.error.code, each.error.place.source],
    );
  expect(await read2([attached("application/pdf", "cut.pdf", "%PDF-1.7"), attached("text/plain", "nul.txt", "a\0b"), note])).toEqual([
    "a.eml",
    ["PACTA_PDF_BROKEN", "a.eml!cut.pdf"],
    ["PACTA_INPUT_BINARY", "a.eml!nul.txt"],
    "a.eml!note.txt",
  ]);
  const bomb = attached("application/pdf", "bomb.pdf", pdfOfContents([Buffer.alloc(600 * 1024 * 1024, " ")]));
  expect(await read2([bomb, note])).toEqual(["a.eml", ["PACTA_PDF_TOO_LARGE", "a.eml!bomb.pdf"], ["PACTA_MAIL_ATTACHMENT", "a.eml"]]);
  expect((await read2(Array.from({ length: 130 }, () => note))).slice(-2)).toEqual(["a.eml!note.txt", ["PACTA_MAIL_ATTACHMENT", "a.eml"]]);
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
  expect(await seen(large)).toEqual([signed, signed]);
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
      expect(Array.isArray(got) ? got.length > 0 : /^PACTA_(?:MAIL_|INPUT_EMPTY$)/.test(String(got))).toBe(true);
    }),
    { numRuns: 60 },
  );
});
