// Pages that are none are told by their own words alone, and news that uses such words stays news.
import { expect, test } from "vitest";
import { isSold, notThere } from "./stub.ts";

const ASKED = "https://news.example/2030/05/06/boats";
const titled = (title: string) =>
  `<!doctype html><html><head><meta charset="utf-8"><title lang="en">${title}</title></head><body>Words.</body></html>`;

test.each([
  "404",
  "Error 404",
  "404 Not Found",
  "404 - Page not found | The Daily",
  "Page not found",
  " Page\n not found – The Daily",
  "Page Not Found.",
  "Not Found",
  "The page you requested could not be found | The Daily",
  "The page you’re looking for can’t be found",
  "This page doesn&#39;t exist",
  "This page doesn&rsquo;t exist",
  "Page not found &#8211; The Daily",
  "Page not found &mdash; The Daily",
  "Article no longer available · The Daily",
])("a page titled %j is none", (title) => {
  expect(notThere(titled(title), ASKED, ASKED)).toMatchObject({ code: "PACTA_FETCH_SOFT_404" });
});

test.each([
  "404 tanks ordered by Poland",
  "Missing plane: not found after ten days | The Daily",
  "Not found guilty: minister returns | The Daily",
  "Weapons were not found, inspectors say",
  "Page by page: the treaty explained",
  "Story of a page not found in the treaty",
  "Norway signs contract | The Daily",
  "",
])("a page titled %j is one", (title) => {
  expect(notThere(titled(title), ASKED, ASKED)).toBeUndefined();
});

test("a page that leads to the front page is none, unless that was asked for", () => {
  const html = titled("The Daily");
  expect(notThere(html, ASKED, "https://news.example/")).toMatchObject({ code: "PACTA_FETCH_SOFT_404" });
  expect(notThere(html, ASKED, "https://news.example/index.html")).toMatchObject({ code: "PACTA_FETCH_SOFT_404" });
  expect(notThere(html, "http://news.example", "https://news.example/")).toBeUndefined();
  expect(notThere(html, ASKED, "https://news.example/2030/05/06/boats-for-norway")).toBeUndefined();
  expect(notThere(html, ASKED, "https://news.example/?p=12")).toBeUndefined();
});

test.each([
  ['<script type="application/ld+json">{"isAccessibleForFree": false}</script>', true],
  ['<script type="application/ld+json">{"isAccessibleForFree":"False"}</script>', true],
  ['<script type="application/ld+json">{"isAccessibleForFree": true}</script>', false],
  ['<meta property="article:content_tier" content="locked">', true],
  ['<meta property="article:content_tier" content="free">', false],
  ["<p>Subscribe to read the rest of this article: it is not free.</p>", false],
])("%s is sold: %s", (html, expected) => {
  expect(isSold(html)).toBe(expected);
});

test("searching hostile markup takes no time", () => {
  const began = performance.now();
  isSold(`<meta ${'article:content_tier" '.repeat(200_000)}`);
  isSold("<meta ".repeat(300_000));
  notThere("<title ".repeat(100_000), ASKED, ASKED);
  expect(performance.now() - began).toBeLessThan(2000);
});
