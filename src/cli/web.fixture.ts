// A site of mixed documents for the command line to read, with faults among them: the same seed gives the same site.
import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from "node:zlib";
import type { Site } from "../source/fetch/web.fixture.ts";
import { briefs } from "./cli.fixture.ts";

/** What a path of the site comes to: a document, or the code of a failure. */
export interface Expected {
  readonly path: string;
  readonly code?: string;
}

/** So many paths, one in twenty at fault, and the site that serves them. */
export function mixedSite(count: number, seed: number): { readonly site: Site; readonly expected: readonly Expected[] } {
  const chance = chanceFrom(seed);
  const site: Record<string, Site[string]> = { "/robots.txt": "User-agent: *\nDisallow: /closed/\n" };
  const expected = briefs(count).map((brief, i): Expected => {
    const pick = chance();
    const form = pick < 0.05 ? undefined : FORMS[Math.floor(chance() * FORMS.length)];
    if (form === undefined) return addFault(site, i, chance);
    const { path, serve } = form(brief.heading, brief.text, i);
    site[path] = serve;
    return { path };
  });
  return { site, expected };
}

/** Mulberry32: numbers from 0 up to 1. */
function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Form = (heading: string, text: string, i: number) => { readonly path: string; readonly serve: Site[string] };

const page = (heading: string, text: string, head = "") =>
  `<!doctype html><html lang="en"><head><title>${heading}</title>${head}</head><body><article><h1>${heading}</h1><p>${text}</p></article></body></html>`;

function gives(status: number, headers: Record<string, string>, body: string | Uint8Array = ""): Site[string] {
  return (response) => void response.writeHead(status, headers).end(body);
}

const HTML = { "content-type": "text/html; charset=utf-8" };

const FORMS: readonly Form[] = [
  (heading, text, i) => ({
    path: `/pages/${i}`,
    serve: gives(200, { ...HTML, "last-modified": "Tue, 20 Jan 2015 10:00:00 GMT" }, page(heading, text)),
  }),
  (heading, text, i) => ({ path: `/gzip/${i}`, serve: gives(200, { ...HTML, "content-encoding": "gzip" }, gzipSync(page(heading, text))) }),
  (heading, text, i) => ({
    path: `/br/${i}.html`,
    serve: gives(200, { ...HTML, "content-encoding": "br" }, brotliCompressSync(page(heading, text))),
  }),
  (heading, text, i) => ({ path: `/zstd/${i}`, serve: gives(200, { ...HTML, "content-encoding": "zstd" }, zstdCompressSync(page(heading, text))) }),
  (heading, text, i) => ({ path: `/deflate/${i}`, serve: gives(200, { ...HTML, "content-encoding": "deflate" }, deflateSync(page(heading, text))) }),
  (heading, text, i) => ({
    path: `/latin/${i}.php?id=${i}`,
    serve: gives(
      200,
      { "content-type": "text/html" },
      Buffer.from(page(`${heading} – caf\u00e9`, text, '<meta charset="windows-1252">').replaceAll("–", "\u0096"), "latin1"),
    ),
  }),
  (heading, text, i) => ({ path: `/text/${i}.txt`, serve: gives(200, { "content-type": "text/plain" }, `${heading}\n\n${text}\n`) }),
  (heading, text, i) => ({ path: `/markdown/${i}.md`, serve: gives(200, { "content-type": "text/plain" }, `# ${heading}\n\n${text}\n`) }),
  (heading, text, i) => ({
    path: `/record/${i}.json`,
    serve: gives(200, { "content-type": "application/json" }, JSON.stringify({ id: `record-${i}`, heading, text })),
  }),
  (_, text, i) => ({
    path: `/line/${i}.jsonl`,
    serve: gives(200, { "content-type": "text/plain" }, `${JSON.stringify({ id: `line-${i}`, text })}\n`),
  }),
];

/** Faults that cost no wait, each with the code that it must end in. */
const FAULTS: readonly (readonly [code: string, serve: (path: string) => Site[string]])[] = [
  ["PACTA_FETCH_STATUS", () => gives(404, HTML, page("Not found", "Nothing."))],
  ["PACTA_FETCH_STATUS", () => gives(403, {})],
  ["PACTA_FETCH_SOFT_404", () => page("404 Not Found", "There is nothing at this address.")],
  ["PACTA_FETCH_REDIRECTS", (path) => gives(302, { location: path })],
  ["PACTA_FETCH_PRIVATE", () => gives(302, { location: "http://169.254.169.254/latest/" })],
  ["PACTA_FETCH_BUSY", () => gives(503, { "retry-after": "86400" })],
  ["PACTA_FETCH_ENCODING", () => gives(200, { ...HTML, "content-encoding": "gzip" }, gzipSync(page("Cut", "Words.".repeat(100))).subarray(0, 50))],
  ["PACTA_FETCH_BOMB", () => gives(200, { ...HTML, "content-encoding": "gzip" }, BOMB)],
  ["PACTA_FETCH_PROTOCOL", () => (response) => void response.socket?.end("HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab")],
  ["PACTA_FETCH_TRUNCATED", () => (response) => void response.socket?.end("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\nshort")],
  ["PACTA_INPUT_EMPTY", () => gives(200, HTML)],
  ["PACTA_INPUT_BINARY", () => gives(200, HTML, Buffer.alloc(2000))],
  ["PACTA_INPUT_MEDIA_TYPE", () => gives(200, { "content-type": "image/jpeg" }, "…")],
  ["PACTA_INPUT_JSON", () => gives(200, { "content-type": "application/x-ndjson" }, '{"text": "cut')],
];

/** 128 MiB in 130 KiB. */
const BOMB = gzipSync(Buffer.alloc(128 * 1024 * 1024));

function addFault(site: Record<string, Site[string]>, i: number, chance: () => number): Expected {
  const at = Math.floor(chance() * (FAULTS.length + 1));
  const [code, serve] = FAULTS[at] ?? ["PACTA_FETCH_ROBOTS", () => page("Closed", "Words.")];
  const path = at < FAULTS.length ? `/fault/${i}` : `/closed/${i}`;
  site[path] = serve(path);
  return { path, code };
}
