// Whatever bytes a server sends, what comes of it is a page or a coded error, soon, and never a defect of ours.
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { gzipSync } from "node:zlib";
import { guest, serveRaw } from "./web.fixture.ts";
import type { TestSite } from "./web.fixture.ts";

const RUNS = process.env["PACTA_FULL"] === "1" ? 2000 : 150;

let answer = "";
let web: TestSite;
beforeAll(async () => {
  web = await serveRaw(() => ({ bytes: answer }));
});
afterAll(() => web.close());

const packed = gzipSync("Norway signed a contract.").toString("latin1");
const status = fc.constantFrom(
  "HTTP/1.1 200 OK",
  "HTTP/1.0 200",
  "HTTP/1.1 302 Found",
  "HTTP/1.1 304 No",
  "HTTP/1.1 204 No",
  "HTTP/1.1 429 No",
  "HTTP/9.9 200 OK",
  "HTTP/1.1 999 X",
  "HTTP/1.1 100 Go on\r\n\r\nHTTP/1.1 200 OK",
  "ICY 200",
);
const value = fc.oneof(
  fc.constantFrom(
    "gzip",
    "br",
    "zstd",
    "deflate",
    "gzip, gzip",
    "chunked",
    "0",
    "-1",
    "5",
    "99999999999999999999",
    "text/html; charset=\u0001",
    "text/html;;;=",
    "/",
    "//",
    "http://[",
    "https://127.0.0.1:99999/",
    "javascript:1",
    "\u0080\u00ff",
  ),
  fc.string({ maxLength: 20 }),
);
const name = fc.constantFrom(
  "Content-Encoding",
  "Content-Type",
  "Content-Length",
  "Transfer-Encoding",
  "Location",
  "Retry-After",
  "Last-Modified",
  "ETag",
  "Date",
  "Connection",
  "Trailer",
  "X",
);
const field = fc.tuple(name, value).map((pair) => pair.join(": "));
const body = fc.oneof(
  fc.constantFrom("", packed, packed.slice(0, 20), "5\r\nhello\r\n0\r\n\r\n", "ffffffffffffffff\r\n", "\0\u0001"),
  fc.string({ maxLength: 60 }),
);
const response = fc.tuple(status, fc.array(field, { maxLength: 5 }), body).map(([first, fields, rest]) => [first, ...fields, "", rest].join("\r\n"));

test("any answer ends in a page or in a coded error", async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof({ weight: 9, arbitrary: response }, { weight: 1, arbitrary: fc.string({ maxLength: 200 }) }), async (bytes) => {
      answer = bytes;
      const result = await guest({ limits: { headers: 2000, total: 3000, tries: 2 } }).fetch(`${web.url}/page`);
      expect(result.kind === "unfetched" ? result.error.code : result.kind).toMatch(/^(?:PACTA_FETCH_\w+|fetched)$/);
    }),
    { numRuns: RUNS },
  );
}, 120_000);
