// Pages that browsers saved in one file: as Chrome and as old browsers write them.
import { expect, test } from "vitest";
import { openContainer } from "../container.ts";
import { mediaTypeOf } from "../media-type.ts";
import type { Failure, Resource } from "../resource.ts";
import { message, parts } from "./mail.fixture.ts";

const read = (bytes: Uint8Array): Promise<(Resource | Failure)[]> => Array.fromAsync(openContainer("a.mhtml", bytes, "multipart/related"));

const CHROME = `From: <Saved by Blink>
Snapshot-Content-Location: https://post.example/2015/boats
Date: Tue, 20 Jan 2015 08:30:00 +0100
MIME-Version: 1.0
`;
const FRAME = "Content-Type: text/html\nContent-ID: <frame-2@mhtml.blink>\nContent-Location: https://ads.example/\n\n<p>Buy boats.</p>";
const PAGE =
  'Content-Type: text/html\nContent-ID: <frame-1@mhtml.blink>\nContent-Transfer-Encoding: quoted-printable\nContent-Location: https://post.example/2015/boats\n\n<meta charset=3D"utf-8"><p>Norway signed in Z=C3=BCrich, on=\n Monday.</p>';
const PICTURE = "Content-Type: image/png\nContent-Transfer-Encoding: base64\nContent-Location: https://post.example/a.png\n\niVBORw0KGgo=";
const chrome = (list: readonly string[], more = "") => message("Boats", parts(`related; type="text/html"${more}`, "----b1----", list), CHROME);

test("a page that Chrome saved is the page, with its address and the day on which it was saved", async () => {
  expect(await read(chrome([PAGE, PICTURE, FRAME]))).toEqual([
    {
      kind: "resource",
      name: "a.mhtml",
      mediaType: "text/html",
      charset: "utf-8",
      text: '<meta charset="utf-8"><p>Norway signed in Zürich, on Monday.</p>\n',
      url: "https://post.example/2015/boats",
      told: { date: { written: "Tue, 20 Jan 2015 08:30:00 +0100", basis: "carrier" } },
    },
  ]);
});

test("the page is the part that the head names, wherever it stands", async () => {
  const results = await read(chrome([FRAME, PICTURE, PAGE], '; start="<frame-1@mhtml.blink>"'));
  expect(results).toMatchObject([{ text: expect.stringContaining("Norway signed") }]);
});

test("a page that an old browser saved is read in its charset, from parts in parts and from a file that is the page alone", async () => {
  const head = 'From: "Saved by Windows Internet Explorer 8"\nMIME-Version: 1.0\n';
  const html = `Content-Type: text/html; charset="windows-1251"\nContent-Transfer-Encoding: base64\nContent-Location: http://post.example/a\n\n${Buffer.from([0xcc, 0xe8, 0xf0]).toString("base64")}`;
  const inner = parts("alternative", "b2", [html]);
  const expected = { mediaType: "text/html", charset: "windows-1251", text: "Мир", url: "http://post.example/a" };
  expect(await read(message("x", parts("related", "b1", [inner]), head))).toMatchObject([expected]);
  expect(await read(message("x", html, head))).toMatchObject([expected]);
});

test("a file on the own disk has no address", async () => {
  const local = PAGE.replace("https://post.example/2015/boats", "file:///C:/boats.htm");
  const [first] = await read(message("x", parts("related", "b1", [local])));
  expect(first).toMatchObject({ kind: "resource" });
  expect(first).not.toHaveProperty("url");
});

test("a page whose end is missing is read and said to be cut; a picture that is cut is not spoken of", async () => {
  const codes = async (bytes: Uint8Array) => (await read(bytes)).map((each) => (each.kind === "resource" ? "page" : each.error.code));
  const whole = chrome([PAGE, PICTURE]);
  expect(await codes(whole.subarray(0, Buffer.from(whole).indexOf("Monday")))).toEqual(["page", "PACTA_MHTML_TRUNCATED"]);
  expect(await codes(whole.subarray(0, Buffer.from(whole).indexOf("iVBOR")))).toEqual(["page"]);
});

test("without an extension a saved page is known by its head, and is not taken for a message", () => {
  expect(mediaTypeOf("-", chrome([PAGE]))).toBe("multipart/related");
  expect(mediaTypeOf("-", message("x", parts("related", "b1", [PAGE])))).toBe("message/rfc822");
  expect(mediaTypeOf("page.mht", new Uint8Array())).toBe("multipart/related");
});
