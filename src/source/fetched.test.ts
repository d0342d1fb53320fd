// What comes from the web is read by what the server says and by its bytes, under the address where it was found.
import { gzipSync } from "node:zlib";
import { expect, test, vi } from "vitest";
import { PactaError } from "../error.ts";
import type { Fetched, FetchResult } from "./fetch/index.ts";
import type { SourceIo } from "./io.ts";
import { mailbox, message, parts } from "./mail/mail.fixture.ts";
import { readSources } from "./read-sources.ts";
import type { Failure, Resource } from "./resource.ts";

const NEWS = "Norway signed a contract with Portugal on Tuesday.";
const PAGE = `<!doctype html><html><head><title>Boats</title></head><body><p>${NEWS}</p></body></html>`;
const ADDRESS = "https://news.example/boats";

type Page = Partial<Omit<Fetched, "bytes">> & { readonly body?: string | Uint8Array };

function came({ body = PAGE, ...more }: Page = {}): FetchResult {
  return { kind: "fetched", url: ADDRESS, redirects: [], validators: {}, bytes: Buffer.from(body), ...more };
}

function warcRecord(target: string, block: string): Buffer {
  const head = ["WARC/1.0", "WARC-Type: response", `WARC-Target-URI: ${target}`, "WARC-Date: 2030-01-01T00:00:00Z"];
  const fields = ["WARC-Record-ID: <urn:uuid:0>", "Content-Type: application/http; msgtype=response", `Content-Length: ${Buffer.byteLength(block)}`];
  return Buffer.from(`${[...head, ...fields].join("\r\n")}\r\n\r\n${block}\r\n\r\n`);
}

const nothing = () => Promise.reject(Object.assign(new Error("no such file"), { code: "ENOENT" }));
const world = (fetch?: SourceIo["fetch"]): SourceIo => ({
  kindOf: nothing,
  list: nothing,
  realPath: nothing,
  open: () => [] as never,
  standardInput: () => [] as never,
  ...(fetch === undefined ? {} : { fetch }),
});

async function read(page: Page): Promise<Resource | Failure | undefined> {
  return (
    await Array.fromAsync(
      readSources(
        [page.url ?? ADDRESS],
        world(async () => came(page)),
      ),
    )
  )[0];
}

function seen(each: Resource | Failure | undefined): string | undefined {
  return each?.kind === "failure" ? each.error.code : each?.mediaType;
}

test.each<[Page, string]>([
  [{ type: "text/html" }, "text/html"],
  [{ type: "application/xhtml+xml" }, "text/html"],
  [{}, "text/html"],
  [{ type: "text/plain" }, "text/html"],
  [{ type: "application/json" }, "text/html"],
  [{ type: "text/html", body: `<p>${NEWS}</p>` }, "text/html"],
  [{ type: "text/html", body: "%PDF-1.7" }, "PACTA_PDF_BROKEN"],
  [{ body: "%PDF-1.7" }, "PACTA_PDF_BROKEN"],
  [{ type: "application/pdf", body: "no PDF" }, "PACTA_PDF_BROKEN"],
  [{ type: "image/png" }, "PACTA_INPUT_MEDIA_TYPE"],
  [{ type: "video/mp4" }, "PACTA_INPUT_MEDIA_TYPE"],
  [{ type: "text/plain", body: NEWS }, "text/plain"],
  [{ type: "application/octet-stream", body: NEWS }, "text/plain"],
  [{ type: "text/plain", url: `${ADDRESS}.php`, body: NEWS }, "text/plain"],
  [{ type: "text/plain", url: `${ADDRESS}.md?raw=1`, body: NEWS }, "text/markdown"],
  [{ type: "text/markdown", body: NEWS }, "text/markdown"],
  [{ type: "text/plain", url: `${ADDRESS}.jsonl`, body: '{"text":"a"}\n' }, "application/x-ndjson"],
  [{ type: "application/gzip", url: `${ADDRESS}.jsonl.gz`, body: gzipSync('{"text":"a"}\n') }, "application/x-ndjson"],
  [{ type: "application/ndjson", body: '{"text":"a"}\n' }, "application/x-ndjson"],
  [{ type: "application/json", body: '[{"text":"a"}]' }, "application/json"],
  [{ type: "text/html", body: "" }, "PACTA_INPUT_EMPTY"],
  [{ type: "text/html", body: Buffer.alloc(400) }, "PACTA_INPUT_BINARY"],
  [{ type: "text/html", body: "<html><title>404 Not Found</title><p>Gone</p></html>" }, "PACTA_FETCH_SOFT_404"],
])("%j is read as %s", async (page, expected) => {
  expect(seen(await read(page))).toBe(expected);
});

test("the server's charset goes before the page's, a byte order mark before both", async () => {
  const latin = Buffer.from("<meta charset=utf-8><p>Türkiye</p>", "latin1");
  expect(await read({ type: "text/html", charset: "iso-8859-1", body: latin })).toMatchObject({ text: expect.stringContaining("Türkiye") });
  expect(await read({ type: "text/html", body: Buffer.from('<meta charset="iso-8859-9"><p>\u00fe</p>', "latin1") })).toMatchObject({
    text: expect.stringContaining("ş"),
  });
  expect(await read({ type: "text/html", charset: "iso-8859-1", body: "\ufeff<p>Türkiye</p>" })).toMatchObject({ charset: "utf-8" });
});

test("a page has the address that it was found at and the server's day; records have their own", async () => {
  const found = { url: "https://news.example/boats-2", modified: "2015-01-20" };
  const page = await Array.fromAsync(
    readSources(
      [ADDRESS],
      world(async () => came({ ...found, type: "text/html" })),
    ),
  );
  expect(page).toMatchObject([{ name: ADDRESS, ...found }]);
  const [records] = await Array.fromAsync(
    readSources(
      [ADDRESS],
      world(async () => came({ ...found, type: "application/ndjson", body: '{"text":"a"}\n' })),
    ),
  );
  expect(records).toMatchObject({ name: ADDRESS, line: 1 });
  expect(records).not.toHaveProperty("url");
  expect(records).not.toHaveProperty("modified");
});

test("pages of an archive keep their addresses, and do not take the archive's day", async () => {
  const page = (target: string) => warcRecord(target, `HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n\r\n${PAGE}`);
  const archive = Buffer.concat(["https://other.example/a", "https://other.example/b"].map(page));
  for (const body of [archive, gzipSync(archive)]) {
    const found = { url: "https://news.example/all.warc", modified: "2015-01-20", type: "application/octet-stream", body };
    const pages = await Array.fromAsync(
      readSources(
        [ADDRESS],
        world(async () => came(found)),
      ),
    );
    expect(pages).toMatchObject([{ url: "https://other.example/a" }, { url: "https://other.example/b" }]);
    for (const each of pages) expect(each).not.toHaveProperty("modified");
  }
});

test("entries of a feed keep what the feed tells of them, and do not take its address or its day", async () => {
  const entry = (id: string, more = "") =>
    `<item><title>Boats</title><guid isPermaLink="false">${id}</guid>${more}<description>${NEWS.repeat(8)}</description></item>`;
  const feed = (...items: readonly string[]) => `<rss version="2.0"><channel><title>News</title>${items.join("")}</channel></rss>`;
  const cases: readonly (readonly [string, readonly (string | undefined)[]])[] = [
    [feed(entry("tag:news.example,2030:1")), [undefined]],
    [feed(entry("1", "<link>https://news.example/one</link>"), entry("2", "<link>https://news.example/two</link>")), ["one", "two"]],
  ];
  for (const [body, addresses] of cases) {
    const found = { url: "https://news.example/feed", modified: "2015-01-20", type: "text/xml", body };
    const entries = await Array.fromAsync(
      readSources(
        [ADDRESS],
        world(async () => came(found)),
      ),
    );
    expect(entries.map((each) => (each.kind === "failure" ? each.error.code : each.url?.split("/").at(-1)))).toEqual(addresses);
    for (const each of entries) expect(each).not.toHaveProperty("modified");
  }
});

test("failures name the address that was asked for, and the line in what came", async () => {
  const [, second] = await Array.fromAsync(
    readSources(
      [ADDRESS],
      world(async () => came({ url: "https://news.example/x", type: "application/ndjson", body: '{"text":"a"}\nb\0\n' })),
    ),
  );
  expect(second).toMatchObject({ kind: "failure", error: { code: "PACTA_INPUT_BINARY", place: { source: ADDRESS, line: 2 } } });
});

test("a page that is sold is read, and noted", async () => {
  const body = PAGE.replace("</head>", '<script type="application/ld+json">{"isAccessibleForFree":false}</script></head>');
  expect(await read({ type: "text/html", body })).toMatchObject({
    kind: "resource",
    notes: [{ code: "PACTA_FETCH_PAYWALL", place: { source: ADDRESS } }],
  });
});

test("addresses keep their order among paths; a few are fetched ahead, and no more", async () => {
  const addresses = Array.from({ length: 9 }, (_, i) => `https://news.example/${i}`);
  let [open, most] = [0, 0];
  const release: (() => void)[] = [];
  const fetch = vi.fn<(url: string) => Promise<FetchResult>>(async (url) => {
    open += 1;
    most = Math.max(most, open);
    if (Number(url.at(-1)) % 2 === 1) await new Promise<void>((resolve) => release.push(resolve));
    open -= 1;
    return came({ url });
  });
  const timer = setInterval(() => release.shift()?.(), 1);
  const paths = [...addresses.slice(0, 4), "missing.txt", ...addresses.slice(4)];
  const names = (await Array.fromAsync(readSources(paths, world(fetch)))).map((each) =>
    each.kind === "failure" ? each.error.place.source : each.name,
  );
  clearInterval(timer);
  expect(names).toEqual(paths);
  expect(fetch).toHaveBeenCalledTimes(9);
  expect(most).toBeLessThanOrEqual(4);
});

test("where nothing is fetched, an address is a failure, and so is what could not be had", async () => {
  const error = new PactaError("PACTA_FETCH_DNS", "no", "Check");
  expect(await Array.fromAsync(readSources([ADDRESS], world()))).toMatchObject([
    { error: { code: "PACTA_FETCH_NOT_HERE", place: { source: ADDRESS } } },
  ]);
  const unfetched = async (): Promise<FetchResult> => ({ kind: "unfetched", error });
  expect(await Array.fromAsync(readSources(["ftp://x/"], world(unfetched)))).toMatchObject([
    { error: { code: "PACTA_FETCH_DNS", place: { source: "ftp://x/" } } },
  ]);
});

test("a mailbox and a saved page from the web are read as that, and what hangs on a letter is named after the address", async () => {
  const hung = 'Content-Type: text/plain\nContent-Disposition: attachment; filename="note.txt"\n\nIndia agreed on a deal.';
  const broken = 'Content-Type: application/pdf\nContent-Disposition: attachment; filename="cut.pdf"\n\nno PDF';
  const letter = message("Boats", parts("mixed", "b", [`Content-Type: text/plain\n\n${NEWS}`, hung, broken]));
  const all = async (page: Page) =>
    await Array.fromAsync(
      readSources(
        [ADDRESS],
        world(async () => came(page)),
      ),
    );
  const names = (await all({ type: "application/mbox", body: mailbox([letter]) })).map((each) =>
    each.kind === "resource" ? each.name : `${each.error.code} ${each.error.place.source}`,
  );
  expect(names).toEqual([`${ADDRESS}!1`, `${ADDRESS}!1!note.txt`, `PACTA_PDF_BROKEN ${ADDRESS}!1!cut.pdf`]);
  const saved = message(
    "x",
    parts("related", "b", [`Content-Type: text/html\nContent-Location: https://post.example/a\n\n${PAGE}`]),
    "From: <Saved by Blink>\n",
  );
  expect(await all({ type: "multipart/related", body: saved })).toMatchObject([{ name: ADDRESS, url: "https://post.example/a" }]);
});
