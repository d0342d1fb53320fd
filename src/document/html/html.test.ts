// Pages to articles: blocks, dates by trust, and markup that is refused.
import { expect, test } from "vitest";
import { loadDocumentSetting } from "../setting.ts";
import { MAX_CHARACTERS, MAX_DEPTH, MAX_ELEMENTS } from "./depth.ts";
import { extract, htmlDocument } from "./index.ts";

const setting = loadDocumentSetting();
const PROSE = "The two governments signed the contract on Monday after months of talks, in the capital, about the price and the parts.";
const MORE = "Officials said that deliveries of the helicopters would begin in the spring of next year, and end two years later.";

const LINKED = {
  "@context": "https://schema.org",
  "@graph": [
    { "@type": "WebSite", name: "Site" },
    {
      "@type": ["NewsArticle"],
      headline: "Chile buys helicopters",
      datePublished: "2015-01-20T08:00:00Z",
      author: [{ name: "Ann Lee" }, { name: "Jon Berg" }],
      keywords: ["arms", "Chile"],
    },
  ],
};

const PAGE = `<!doctype html><html lang="en-GB"><head><title>Chile buys helicopters | Site</title>
<meta property="og:site_name" content="Site"><meta name="description" content="Oslo calls the price fair.">
<meta property="article:published_time" content="2015-01-21"><link rel="canonical" href="/2015/01/22/chile">
<script type="application/ld+json">${JSON.stringify(LINKED)}</script><script>document.title = "hacked"</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
<article><h1>Chile buys helicopters</h1><time datetime="2015-01-23">23 January 2015</time>
<figure><img src="a.jpg"><figcaption>A helicopter in Chile (AP)</figcaption></figure>
<p>OSLO&nbsp;&mdash; ${PROSE}</p><p>${MORE}   ${MORE}</p><h2>Terms</h2><ul><li>twelve <b>machines</b></li><li>parts</li></ul>
<blockquote><p>We are glad, said the minister.</p></blockquote><p>${PROSE}<br>${MORE}</p><p>Read more: Norway looks south</p></article>
<footer><p>Copyright © 2015 Site</p></footer></body></html>`;

test("a page gives exactly the record that the command promises", () => {
  expect(extract(PAGE, setting, "https://example.org/x")).toEqual({
    title: "Chile buys helicopters",
    dek: "Oslo calls the price fair.",
    byline: "Ann Lee, Jon Berg",
    date: "2015-01-20",
    dateSource: "json-ld",
    language: "en",
    text: [`OSLO — ${PROSE}`, `${MORE} ${MORE}`, "Terms", "twelve machines", "parts", "We are glad, said the minister.", PROSE, MORE].join("\n\n"),
    captions: ["A helicopter in Chile (AP)"],
    tags: ["arms", "Chile"],
    canonical: "https://example.org/2015/01/22/chile",
  });
});

test("the document stores the text that the record shows, and its blocks are exact", () => {
  const document = htmlDocument(PAGE, setting, { url: "https://example.org/x" });
  const blocks = document.blocks.map((block) => [block.kind, document.text.slice(block.start, block.end)]);
  expect(document.text).toBe(extract(PAGE, setting).text);
  expect(blocks.slice(0, 6)).toEqual([
    ["dateline", "OSLO —"],
    ["paragraph", PROSE],
    ["paragraph", `${MORE} ${MORE}`],
    ["headline", "Terms"],
    ["list", "twelve machines"],
    ["list", "parts"],
  ]);
  expect(document.id).toBe("https://example.org/2015/01/22/chile");
});

test.each([
  ["json-ld", "2015-01-20", PAGE],
  ["meta", "2015-01-21", PAGE.replace("datePublished", "dateless")],
  ["time-tag", "2015-01-23", PAGE.replace("datePublished", "dateless").replace("published_time", "x")],
  ["url", "2015-01-22", PAGE.replace("datePublished", "dateless").replace("published_time", "x").replace("datetime", "x")],
])("without better, the day comes from %s", (basis, day, html) => {
  expect(extract(html, setting, "https://example.org/x")).toMatchObject({ date: day, dateSource: basis });
});

test("a page that says nothing of itself has its words and no more", () => {
  expect(extract(`<p>${PROSE}</p><p>${MORE}</p>`, setting)).toEqual({
    title: null,
    dek: null,
    byline: null,
    date: null,
    dateSource: null,
    language: "en",
    text: `${PROSE}\n\n${MORE}`,
    captions: [],
    tags: [],
    canonical: null,
  });
});

test("broken JSON-LD and a canonical that is no web address are passed over", () => {
  const html = `<html><head><link rel="canonical" href="javascript:alert(1)"><script type="application/ld+json">{"@type": NewsArticle</script></head><body><p>${PROSE}</p></body></html>`;
  expect(extract(html, setting)).toMatchObject({ text: PROSE, canonical: null });
});

test.each([
  ["more open elements than the limit", `${"<div>".repeat(MAX_DEPTH + 1)}text`],
  ["a comment that opens in an attribute", `<a title="><!--">${"<div>".repeat(MAX_DEPTH + 1)}text`],
  ["a script that closes in capitals", `<script></SCRIPT>${"<div>".repeat(MAX_DEPTH + 1)}text`],
  ["elements that are closed by none of theirs", `${"<b></i>".repeat(MAX_DEPTH + 1)}text`],
  ["many chains that are each within the limit", `${"<div>".repeat(400)}text${"</div>".repeat(400)}`.repeat(10)],
])("a page with %s is PACTA_HTML_TOO_DEEP", (_, html) => {
  expect(() => extract(html, setting)).toThrowError(expect.objectContaining({ code: "PACTA_HTML_TOO_DEEP" }));
});

test("paragraphs that are not closed are not nested, nor are elements that hold nothing", () => {
  expect(extract(`<p>${PROSE}`.repeat(600) + "<br>".repeat(600), setting).text).toContain(PROSE);
});

test.each([
  ["elements", "<i></i>".repeat(MAX_ELEMENTS + 1)],
  ["characters", "x".repeat(MAX_CHARACTERS + 1)],
])("a page of too many %s is PACTA_HTML_TOO_LARGE", (_, html) => {
  expect(() => extract(html, setting)).toThrowError(expect.objectContaining({ code: "PACTA_HTML_TOO_LARGE" }));
});

test.each(["", "<html></html>", "<script>var a = 'Iran signs';</script>"])("a page without words is PACTA_INPUT_EMPTY: %j", (html) => {
  expect(() => extract(html, setting)).toThrowError(expect.objectContaining({ code: "PACTA_INPUT_EMPTY" }));
});

const NAMING = (canonical: string) =>
  `<html><head><link rel="canonical" href="${canonical}"></head><body><p>${PROSE}</p><p>${MORE}</p></body></html>`;

test("a page is the document that its canonical address names, whatever the way to it", () => {
  const html = NAMING("https://www.example.org/chile?utm_source=feed");
  const document = htmlDocument(html, setting, { url: "https://m.example.org/chile#top" });
  expect(document).toMatchObject({ id: "https://www.example.org/chile", url: "https://www.example.org/chile?utm_source=feed" });
});

test("a page that names another site's page for itself is the document of the address that it was found at", () => {
  const html = NAMING("https://example.org/chile");
  const found = htmlDocument(html, setting, { url: "https://elsewhere.example/chile" });
  expect(found).toMatchObject({ id: "https://elsewhere.example/chile", url: "https://elsewhere.example/chile" });
  expect(htmlDocument(html, setting).id).toBe("https://example.org/chile");
});

test.each(["https://example.org/", "https://example.org/en", "/index.html"])("a site that names %s for every article does not join them", (home) => {
  expect(htmlDocument(NAMING(home), setting, { url: "https://example.org/a" }).id).toBe("https://example.org/a");
  expect(htmlDocument(NAMING(home), setting, { url: "https://example.org/b" }).id).toBe("https://example.org/b");
  expect(htmlDocument(NAMING(home), setting).id).toMatch(/^sha256:/);
});
