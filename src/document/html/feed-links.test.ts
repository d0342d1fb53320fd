// Which feeds a page names.
import { expect, test } from "vitest";
import { feedLinks } from "./feed-links.ts";

const at = (head: string) => feedLinks(`<html><head>${head}</head><body></body></html>`, "https://post.example/news/");

test("feeds are found by relation and type, with their title and absolute address, each once", () => {
  const rss = '<link rel="alternate" type="application/rss+xml; charset=utf-8" title=" The  Post " href="feed.xml#top">';
  const json = '<link rel="home ALTERNATE" type="Application/Feed+JSON" href="/feed.json">';
  expect(at(rss + json + rss)).toEqual([{ url: "https://post.example/news/feed.xml", title: "The Post" }, { url: "https://post.example/feed.json" }]);
  expect(at(`<base href="https://cdn.example/x/">${rss}`)).toEqual([{ url: "https://cdn.example/x/feed.xml", title: "The Post" }]);
});

test.each([
  '<link rel="stylesheet" type="application/rss+xml" href="/feed">',
  '<link rel="alternate" type="text/html" href="/de">',
  '<link rel="alternate" hreflang="de" href="/de">',
  '<link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">',
  '<link rel="alternate" type="application/rss+xml">',
])("%s names none", (link) => {
  expect(at(link)).toEqual([]);
});
