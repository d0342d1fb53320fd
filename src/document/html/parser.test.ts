// Pages in a thread come to the same documents as pages taken apart here, and one that costs too much costs no other.
import { expect, test } from "vitest";
import type { Resource } from "../../source/index.ts";
import { documentsBy, documentsOf } from "../documents-of.ts";
import type { Outcome } from "../outcome.ts";
import { loadDocumentSetting } from "../setting.ts";
import { pagesInThread } from "./index.ts";

const setting = loadDocumentSetting();
const NEWS = "Norway signed a contract with Portugal for two patrol boats on Tuesday. ";
const HEAD = `<html lang="en-GB"><head><title>Boats for Portugal from Norway</title><link rel="canonical" href="/boats">
<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2015-01-20","author":{"name":"Ann Lee"}}</script></head>`;
const PAGE = `${HEAD}<body><article><h1>Boats for Portugal from Norway</h1><p>${NEWS.repeat(4)}</p><p>OSLO, Jan 20 (Reuters) - ${NEWS}</p>
<figure><img src="a.jpg"><figcaption>Two boats</figcaption></figure></article></body></html>`;

function resourceOf(text: string, rest: Partial<Resource> = {}): Resource {
  return { kind: "resource", name: "in", mediaType: "text/html", text, charset: "utf-8", ...rest };
}

/** A page that is small to look at, and for which Readability looks through all elements again and again. */
const COSTLY = `<html><body>${"<time datetime=2015-01-20>x</time>".repeat(49_000)}</body></html>`;

const codeOf = (outcome: Outcome | undefined) => (outcome?.kind === "failure" ? outcome.error.code : outcome?.document.text.slice(0, 13));

test("a page and a fragment come to the same document in a thread as here", async () => {
  const pages = pagesInThread(setting.furniture);
  const resources = [
    resourceOf(PAGE, { url: "https://news.example.org/found?utm_source=x" }),
    resourceOf(`<p>${NEWS}</p><h2>Boats</h2>`, { fragment: true, told: { heading: "Boats", byline: "Ann Lee" } }),
    resourceOf("<div>".repeat(600)),
    resourceOf(NEWS, { mediaType: "text/plain" }),
  ];
  for (const resource of resources) expect(await Array.fromAsync(documentsBy(pages, resource, setting))).toEqual([...documentsOf(resource, setting)]);
  await pages.close();
});

test("a page that costs too much is a coded failure in its place, and the pages asked for with it are read", async () => {
  const pages = pagesInThread(setting.furniture, { time: 300, memory: 96 * 1024 * 1024 });
  const read = async (text: string): Promise<Outcome | undefined> => (await Array.fromAsync(documentsBy(pages, resourceOf(text), setting)))[0];
  const outcomes = await Promise.all([PAGE, COSTLY, PAGE, COSTLY, PAGE].map(read));
  expect(outcomes.map(codeOf)).toEqual(["Norway signed", "PACTA_HTML_TOO_COSTLY", "Norway signed", "PACTA_HTML_TOO_COSTLY", "Norway signed"]);
  expect(outcomes[1]).toMatchObject({ error: { message: "the page is not read: it takes too long", place: { source: "in" } } });
  await pages.close();
});
