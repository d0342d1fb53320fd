// Fetching from a real server on loopback, which does everything that servers do.
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { allowanceOf } from "./allowance.ts";
import { exchange } from "./exchange.ts";
import { FETCH_LIMITS } from "./limits.ts";
import type { FetchResult } from "./result.ts";
import { guest, quickClock, serve, serveRaw } from "./web.fixture.ts";
import type { Site, TestSite } from "./web.fixture.ts";

const NEWS = "<html><body><p>Norway signed a contract with Portugal.</p></body></html>";
const LONG = NEWS.repeat(200);
const OLD = "Tue, 20 Jan 2015 10:00:00 GMT";

function gives(status: number, headers: Record<string, string>, body: string | Uint8Array = ""): Site[string] {
  return (response) => void response.writeHead(status, headers).end(body);
}

function leads(to: string, status = 302): Site[string] {
  return gives(status, { location: to });
}

let busy = 0;
const site: Site = {
  "/page": NEWS,
  "/old": gives(200, { "content-type": "Text/HTML;charset=ISO-8859-1", "last-modified": OLD, etag: '"v1"' }, NEWS),
  "/dated-now": (response) => void response.writeHead(200, { "last-modified": new Date().toUTCString() }).end(NEWS),
  "/dated-before-the-web": gives(200, { "last-modified": "Thu, 01 Jan 1970 00:00:00 GMT" }, NEWS),
  "/odd-type": gives(200, { "content-type": "html", "last-modified": "yesterday" }, NEWS),
  "/odd-charset": gives(200, { "content-type": "text/html; charset=klingon" }, NEWS),
  "/conditional": (response, { headers }) =>
    void (headers["if-none-match"] === '"v1"'
      ? response.writeHead(304, { etag: '"v1"' }).end()
      : response.writeHead(200, { etag: '"v2"' }).end(NEWS)),
  "/304": gives(304, {}),
  "/gzip": gives(200, { "content-encoding": "gzip" }, gzipSync(LONG)),
  "/x-gzip": gives(200, { "content-encoding": "X-GZip" }, gzipSync(LONG)),
  "/deflate": gives(200, { "content-encoding": "deflate" }, deflateSync(LONG)),
  "/raw-deflate": gives(200, { "content-encoding": "deflate" }, deflateRawSync(LONG)),
  "/br": gives(200, { "content-encoding": "br" }, brotliCompressSync(LONG)),
  "/zstd": gives(200, { "content-encoding": "zstd" }, zstdCompressSync(LONG)),
  "/twice": gives(200, { "content-encoding": "gzip, br" }, brotliCompressSync(gzipSync(LONG))),
  "/identity": gives(200, { "content-encoding": "identity" }, LONG),
  "/empty-gzip": gives(200, { "content-encoding": "gzip" }),
  "/cut-gzip": gives(200, { "content-encoding": "gzip" }, gzipSync(LONG).subarray(0, 60)),
  "/cut-br": gives(200, { "content-encoding": "br" }, brotliCompressSync(LONG).subarray(0, 40)),
  "/cut-zstd": gives(200, { "content-encoding": "zstd" }, zstdCompressSync(LONG).subarray(0, 40)),
  "/no-gzip": gives(200, { "content-encoding": "gzip" }, LONG),
  "/compress": gives(200, { "content-encoding": "compress" }, LONG),
  "/many-times": gives(200, { "content-encoding": "gzip, gzip, gzip, gzip" }, LONG),
  "/bomb-gzip": gives(200, { "content-encoding": "gzip" }, gzipSync(Buffer.alloc(4_000_000))),
  "/bomb-br": gives(200, { "content-encoding": "br" }, brotliCompressSync(Buffer.alloc(4_000_000))),
  "/bomb-zstd": gives(200, { "content-encoding": "zstd" }, zstdCompressSync(Buffer.alloc(4_000_000))),
  "/bomb-twice": gives(200, { "content-encoding": "gzip, gzip" }, gzipSync(gzipSync(Buffer.alloc(8_000_000)))),
  "/large": gives(200, {}, Buffer.alloc(2_000_000, "a")),
  "/endless": (response) => {
    response.writeHead(200);
    const more = (): void => void (response.destroyed || response.write(Buffer.alloc(65_536, "a"), more));
    more();
  },
  "/to-page": leads("/page", 301),
  "/to-page-for-now": leads("page?b=1#c", 302),
  "/page?b=1": NEWS,
  "/moved-twice": leads("/to-page", 308),
  "/moved-then-not": leads("/to-page-for-now", 301),
  "/loop-a": leads("/loop-b"),
  "/loop-b": leads("/loop-a"),
  "/self": leads("/self"),
  "/nowhere": gives(302, {}),
  "/to-file": leads("file:///etc/passwd"),
  "/to-metadata": leads("http://169.254.169.254/latest/meta-data/"),
  "/to-decimal": leads("http://2852039166/"),
  "/to-inner": leads("http://inner.example/"),
  "/to-user": leads("http://a:b@127.0.0.1/"),
  "/to-umlaut": (response) => void response.writeHead(302, { location: Buffer.from("/für").toString("latin1") }).end(),
  "/to-latin": leads("/f\u00fcr"),
  "/f%C3%BCr": NEWS,
  "/404": gives(404, {}, "not here"),
  "/403": gives(403, {}),
  "/500": gives(500, {}),
  "/204": gives(204, {}),
  "/206": gives(206, {}, "part"),
  "/mute": () => undefined,
  "/slow": (response) => {
    response.writeHead(200);
    const timer = setInterval(() => response.write("a"), 20);
    response.on("close", () => clearInterval(timer));
  },
  "/never-ends": (response) => {
    response.writeHead(200);
    const timer = setInterval(() => response.write("a".repeat(2000)), 20);
    response.on("close", () => clearInterval(timer));
  },
  "/busy": gives(429, { "retry-after": "30" }),
  "/busy-for-long": gives(503, { "retry-after": "86400" }),
  "/busy-till-day": gives(503, { "retry-after": new Date(Date.UTC(2030, 0, 2, 0, 0, 40)).toUTCString() }),
  "/busy-once": (response) => {
    busy += 1;
    if (busy % 2 === 1) response.writeHead(429, { "retry-after": "7" }).end();
    else response.end(NEWS);
  },
};
for (let i = 0; i < 15; i += 1) Object.assign(site, { [`/far-${i}`]: leads(`/far-${i + 1}`) });

let web: TestSite;
beforeAll(async () => {
  web = await serve(site);
});
afterAll(() => web.close());

const get = (path: string, options: Parameters<typeof guest>[0] = {}): Promise<FetchResult> => guest(options).fetch(`${web.url}${path}`);

/** Text of a page, or the code of its error. */
function seen(result: FetchResult): string {
  if (result.kind === "fetched") return Buffer.from(result.bytes).toString();
  return result.kind === "unfetched" ? result.error.code : result.kind;
}

test("a page comes with its type, charset, day and what to ask by next time", async () => {
  expect(await get("/old")).toMatchObject({
    kind: "fetched",
    url: `${web.url}/old`,
    redirects: [],
    type: "text/html",
    charset: "ISO-8859-1",
    modified: "2015-01-20",
    validators: { etag: '"v1"', lastModified: OLD },
  });
});

test.each(["/dated-now", "/dated-before-the-web", "/odd-type"])("%s tells no day", async (path) => {
  expect(await get(path)).not.toHaveProperty("modified");
});

test("a type or charset that is none is not believed", async () => {
  expect(await get("/odd-type")).not.toHaveProperty("type");
  expect(await get("/odd-charset")).toMatchObject({ type: "text/html" });
  expect(await get("/odd-charset")).not.toHaveProperty("charset");
});

test.each(["/gzip", "/x-gzip", "/deflate", "/raw-deflate", "/br", "/zstd", "/twice", "/identity"])("%s is unpacked", async (path) => {
  expect(seen(await get(path))).toBe(LONG);
});

test.each([
  ["/empty-gzip", ""],
  ["/cut-gzip", "PACTA_FETCH_ENCODING"],
  ["/cut-br", "PACTA_FETCH_ENCODING"],
  ["/cut-zstd", "PACTA_FETCH_ENCODING"],
  ["/no-gzip", "PACTA_FETCH_ENCODING"],
  ["/compress", "PACTA_FETCH_ENCODING"],
  ["/many-times", "PACTA_FETCH_ENCODING"],
  ["/nowhere", "PACTA_FETCH_REDIRECTS"],
  ["/loop-a", "PACTA_FETCH_REDIRECTS"],
  ["/self", "PACTA_FETCH_REDIRECTS"],
  ["/far-0", "PACTA_FETCH_REDIRECTS"],
  ["/to-file", "PACTA_FETCH_ADDRESS"],
  ["/to-user", "PACTA_FETCH_ADDRESS"],
  ["/to-metadata", "PACTA_FETCH_PRIVATE"],
  ["/to-decimal", "PACTA_FETCH_PRIVATE"],
  ["/404", "PACTA_FETCH_STATUS"],
  ["/403", "PACTA_FETCH_STATUS"],
  ["/500", "PACTA_FETCH_STATUS"],
  ["/206", "PACTA_FETCH_STATUS"],
  ["/304", "PACTA_FETCH_STATUS"],
  ["/204", ""],
])("%s ends in %s", async (path, code) => {
  expect(seen(await get(path))).toBe(code);
});

test.each(["/bomb-gzip", "/bomb-br", "/bomb-zstd", "/bomb-twice"])("%s is left when it passes the limit", async (path) => {
  expect(seen(await get(path, { limits: { bytes: 1_000_000 } }))).toBe("PACTA_FETCH_BOMB");
});

test("a bomb is left long before the limit of a page", async () => {
  expect(seen(await get("/bomb-twice"))).toBe("PACTA_FETCH_BOMB");
  expect(seen(await get("/bomb-gzip"))).toHaveLength(4_000_000);
});

test.each(["/large", "/endless"])("%s is left when it passes the limit", async (path) => {
  expect(seen(await get(path, { limits: { bytes: 1_000_000 } }))).toBe("PACTA_INPUT_TOO_LARGE");
});

test.each([
  ["/mute", "PACTA_FETCH_TIMEOUT"],
  ["/slow", "PACTA_FETCH_SLOW"],
  ["/never-ends", "PACTA_FETCH_TIMEOUT"],
])("%s is left in time: %s", async (path, code) => {
  const began = performance.now();
  expect(seen(await get(path, { limits: { headers: 300, total: 900, window: 300 } }))).toBe(code);
  expect(performance.now() - began).toBeLessThan(3000);
});

test("redirects are followed and told, a permanent move apart from others", async () => {
  const hop = (path: string, status: number) => ({ url: `${web.url}${path}`, status });
  expect(await get("/to-page")).toMatchObject({ url: `${web.url}/page`, redirects: [hop("/to-page", 301)], moved: `${web.url}/page` });
  expect(await get("/moved-twice")).toMatchObject({ redirects: [hop("/moved-twice", 308), hop("/to-page", 301)], moved: `${web.url}/page` });
  expect(await get("/moved-then-not")).toMatchObject({ url: `${web.url}/page?b=1`, moved: `${web.url}/to-page-for-now` });
  expect(await get("/to-page-for-now")).not.toHaveProperty("moved");
  for (const path of ["/to-umlaut", "/to-latin"]) expect(await get(path)).toMatchObject({ kind: "fetched", url: `${web.url}/f%C3%BCr` });
});

test("a redirect to a name of the inner network is refused, whatever else is allowed", async () => {
  const resolve = async (host: string) => (host === "inner.example" ? ["10.0.0.5"] : ["127.0.0.1"]);
  expect(seen(await get("/to-inner", { resolve }))).toBe("PACTA_FETCH_PRIVATE");
});

test("a name that changes its address after the check is still called where it was checked", async () => {
  let calls = 0;
  const resolve = async () => {
    calls += 1;
    // First the server of this test, then the address of a metadata service.
    return calls <= 2 ? ["127.0.0.1"] : ["169.254.169.254"];
  };
  const fetcher = guest({ resolve, allowed: allowanceOf("rebinding.example 127.0.0.1") });
  expect(seen(await fetcher.fetch(`http://rebinding.example:${web.port}/page`))).toBe(NEWS);
  expect(calls).toBe(2);
  expect(seen(await fetcher.fetch(`http://rebinding.example:${web.port}/page`))).toBe("PACTA_FETCH_PRIVATE");
});

test("a line that goes where nothing was checked brings nothing", async () => {
  const ask = { url: new URL(`${web.url}/page`), headers: {}, limits: FETCH_LIMITS };
  await expect(exchange({ ...ask, addresses: ["93.184.216.34"] })).rejects.toMatchObject({ code: "PACTA_FETCH_PRIVATE" });
  await expect(exchange({ ...ask, addresses: ["127.0.0.1"] })).resolves.toMatchObject({ status: 200 });
});

test("without the allowance nothing is asked of loopback", async () => {
  const before = web.asked.length;
  const result = await guest({ allowed: allowanceOf("intranet.example") }).fetch(`${web.url}/page`);
  expect(result).toMatchObject({ kind: "unfetched", error: { code: "PACTA_FETCH_PRIVATE", place: { source: `${web.url}/page` } } });
  expect(web.asked.length).toBe(before);
});

test("what has not changed since is told so, and what has comes", async () => {
  const since = (etag: string) => guest().fetch(`${web.url}/conditional`, { validators: { etag, lastModified: OLD } });
  expect(await since('"v1"')).toMatchObject({ kind: "not-modified", url: `${web.url}/conditional`, validators: { etag: '"v1"', lastModified: OLD } });
  expect(await since('"v0"')).toMatchObject({ kind: "fetched", validators: { etag: '"v2"' } });
  expect(web.asked.at(-1)?.headers).toMatchObject({ "if-none-match": '"v0"', "if-modified-since": OLD, "user-agent": "Pacta/test" });
});

test("a server that asks for patience is given it, and asked no more than three times", async () => {
  const clock = quickClock();
  expect(seen(await get("/busy-once", { clock }))).toBe(NEWS);
  expect(clock.slept).toEqual([7500]);
  const other = quickClock();
  expect(await get("/busy", { clock: other })).toMatchObject({
    kind: "unfetched",
    status: 429,
    retryAfter: 30_000,
    error: { code: "PACTA_FETCH_BUSY" },
  });
  expect(other.slept).toEqual([30_500, 30_500]);
  const third = quickClock();
  await get("/busy-till-day", { clock: third });
  expect(third.slept[0]).toBe(40_500);
});

test("a pause of a day is not waited for", async () => {
  const clock = quickClock();
  expect(await get("/busy-for-long", { clock })).toMatchObject({ retryAfter: 86_400_000, error: { code: "PACTA_FETCH_BUSY" } });
  expect(clock.slept).toEqual([]);
});

test("trouble without a named pause is met with waits that double, less than full by chance", async () => {
  const clock = quickClock();
  await get("/500", { clock });
  expect(clock.slept).toEqual([750, 1500]);
});

test("an interrupt ends what is under way", async () => {
  const stop = new AbortController();
  const waiting = get("/mute", { stop: stop.signal });
  setTimeout(() => stop.abort(), 50);
  expect(seen(await waiting)).toBe("PACTA_FETCH_STOPPED");
});

const HEAD = "HTTP/1.1 200 OK\r\n";
test.each<[string, string, boolean, string]>([
  ["a body shorter than promised", `${HEAD}Content-Length: 50\r\n\r\nshort`, false, "PACTA_FETCH_TRUNCATED"],
  ["a body shorter than promised on a line that stays", `${HEAD}Content-Length: 50\r\n\r\nshort`, true, "PACTA_FETCH_SLOW"],
  ["a body longer than promised", `${HEAD}Content-Length: 5\r\n\r\nmore than five`, false, "PACTA_FETCH_TRUNCATED"],
  ["chunks that end in the middle", `${HEAD}Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n`, false, "PACTA_FETCH_TRUNCATED"],
  ["a chunk of no length", `${HEAD}Transfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n`, false, "PACTA_FETCH_TRUNCATED"],
  ["two lengths", `${HEAD}Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello`, false, "PACTA_FETCH_PROTOCOL"],
  ["length and chunks", `${HEAD}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`, false, "PACTA_FETCH_PROTOCOL"],
  ["another protocol", "SSH-2.0-Server\r\n", true, "PACTA_FETCH_PROTOCOL"],
  ["a head without end", `${HEAD}X: ${"a".repeat(200_000)}`, true, "PACTA_FETCH_PROTOCOL"],
  ["nothing", "", false, "PACTA_FETCH_UNREACHABLE"],
  ["a body without a length", `${HEAD}\r\nhello`, false, "hello"],
])("%s ends as it should", async (_, bytes, stay, expected) => {
  const raw = await serveRaw(() => ({ bytes, stay }));
  try {
    const fetcher = guest({ limits: { headers: 1000, total: 3000, window: 300 } });
    expect(seen(await fetcher.fetch(`${raw.url}/page`))).toBe(expected);
  } finally {
    await raw.close();
  }
});

test("a server that is not there is told as such", async () => {
  const gone = await serve({});
  await gone.close();
  expect(seen(await guest().fetch(`${gone.url}/page`))).toBe("PACTA_FETCH_UNREACHABLE");
});

test("how long an answer stays good is told, unless the server wants each one checked; a feed is asked for as a feed", async () => {
  const site = await serve({
    "/feed": (response) => void response.writeHead(200, { "content-type": "text/html", "cache-control": "public, max-age=600" }).end("words"),
    "/same": (response) => void response.writeHead(304, { "cache-control": "max-age=30" }).end(),
    "/never": (response) => void response.writeHead(200, { "content-type": "text/html", "cache-control": "no-cache, max-age=600" }).end("words"),
  });
  const { fetch } = guest();
  expect(await fetch(`${site.url}/feed`, { wanted: "feed" })).toMatchObject({ kind: "fetched", maxAge: 600_000 });
  expect(site.asked.at(-1)?.headers.accept).toMatch(/^application\/atom\+xml,/);
  expect(await fetch(`${site.url}/same`, { validators: { etag: '"a"' } })).toMatchObject({ kind: "not-modified", maxAge: 30_000 });
  expect(site.asked.at(-1)?.headers.accept).toMatch(/^text\/html,/);
  expect(await fetch(`${site.url}/never`)).not.toHaveProperty("maxAge");
  await site.close();
});
