// Files of more than a mebibyte come in another kind of buffer than small ones, and are read just so.
import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { chunked, page, zip } from "./archive/warc.fixture.ts";
import { message, parts } from "./mail/mail.fixture.ts";
import { pdfOfContents } from "./pdf/pdf.fixture.ts";
import { readStream } from "./read-sources.ts";

const TEXT = "Norway signed a contract with Portugal for two patrol boats.";

/** Letters that no packing makes less of: more than a mebibyte of them in any of these files. */
const NOISE = Array.from({ length: 40_000 }, (_, i) => createHash("sha256").update(String(i)).digest("base64url")).join("\n% ");

test.each([
  ["a.pdf", () => pdfOfContents([`BT /F1 11 Tf 72 700 Td (${TEXT}) Tj ET`, `% ${NOISE}`])],
  ["a.eml", () => message("x", parts("mixed", "b", [`Content-Type: text/plain\n\n${TEXT}`, `Content-Type: image/png\n\n${NOISE}`]))],
  ["a.mhtml", () => message("x", parts("related", "b", [`Content-Type: text/html\n\n<p>${TEXT}</p>`, `Content-Type: image/png\n\n${NOISE}`]))],
  ["a.wacz", () => zip({ "archive/a.warc": page("https://a.example/1", `<p>${TEXT}</p><!-- ${NOISE} -->`) }, { method: 8 })],
  ["a.html", () => Buffer.from(`<p>${TEXT}</p><!-- ${NOISE} -->`)],
  ["a.txt", () => Buffer.from(`${TEXT}\n${NOISE}`)],
])("%s", async (name, bytes) => {
  const whole = bytes();
  expect(whole.length).toBeGreaterThan(1024 * 1024);
  const found = await Array.fromAsync(readStream(name, chunked(whole, 256 * 1024)));
  expect(found).toMatchObject([{ kind: "resource", text: expect.stringContaining(TEXT) as string }]);
});
