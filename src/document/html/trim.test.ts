// What stands beside an article on its page, and what must not be taken for it.
import { describe, expect, test } from "vitest";
import { loadDocumentSetting } from "../setting.ts";
import { extract, htmlDocument } from "./index.ts";

const setting = loadDocumentSetting();
const FIRST = "The two governments signed the contract on Monday after months of talks, in the capital, about the price and the parts.";
const SECOND = "Officials said that deliveries of the helicopters would begin in the spring of next year, and end two years later.";
const THIRD = "The ministry did not say who will pay for the hangars, nor whether the pilots are to be trained abroad, as the last ones were.";
const LAST = "The parliament is to vote on the purchase in autumn, when it takes up the budget of the armed forces for the next three years.";
const link = (words: string): string => `<a href="/x">${words}</a>`;

function textOf(...inner: readonly string[]): string {
  return extract(`<html><body><main><div class="story">${inner.join("\n")}</div></main></body></html>`, setting).text;
}

const para = (words: string): string => `<p>${words}</p>`;
const [A, B, C, D] = [FIRST, SECOND, THIRD, LAST].map(para) as [string, string, string, string];
const WHOLE = [FIRST, SECOND, THIRD, LAST].join("\n\n");

describe("what is left out", () => {
  test.each([
    ["a box named for a newsletter", `<div class="story-newsletterSignup"><p>The news of the week, in one letter, every Friday morning.</p></div>`],
    [
      "a box named for related reports",
      `<section id="related-stories"><h3>Other reports</h3><p>Norway thinks about its tanks again, and about their price.</p></section>`,
    ],
    ["an aside", "<aside><p>Our reporters have followed this contract for three years and more.</p></aside>"],
    ["a label with a link", para(`SEE THIS TOO: ${link("Norway thinks about its tanks again, and about their price")}`)],
    ["links one after the other", para(link("Norway thinks about its tanks")) + para(link("Peru sells its last destroyer"))],
    ["a day and a time", "<p>Updated 9:05 pm EST, Tuesday, March 3, 2015</p>"],
    ["who helped", para("Ann Lee in Rome and Jon Berg contributed reporting from Oslo.")],
  ])("%s, in the midst of the article", (_, box) => {
    expect(textOf(A, B, box, C, D)).toBe(WHOLE);
  });

  test.each([
    ["a counter and a label before the first sentence", `<div>1 of 6</div><div>Top story</div>`, ""],
    ["a byline with its day", para("By Ann Lee on Monday, May 4th, 2020 at 11:08 a.m."), ""],
    ["a note in italics with a link", "", `<p><em>Ann Lee is our reporter in Oslo. Her letters from there are ${link("all here")}.</em></p>`],
    ["a heading over nothing", "", "<h3>The latest</h3>"],
    ["links with their label", "", `<p>More of the week</p><ul><li>${link("Norway thinks")}</li><li>${link("Peru sells")}, at last</li></ul>`],
  ])("%s", (_, before, after) => {
    expect(textOf(before, A, B, C, D, after)).toBe(WHOLE);
  });

  test("the header of the article, with its dek", () => {
    const header = "<header><h1>Helicopters</h1><p>Why the two governments took so long to agree about them.</p></header>";
    expect(extract(`<html><body><article>${header}${A}${B}${C}${D}</article></body></html>`, setting).text).toBe(WHOLE);
  });

  test("prose in another element than the paragraphs, which are all in one", () => {
    const beside = `<div class="x1"><div><p>Readers write: we have never seen such helicopters in our town, and hope for none.</p></div></div>`;
    expect(textOf(`<div class="y">${A}${B}${C}${D}</div>`, beside)).toBe(WHOLE);
  });
});

test("a list of links that opens over a word leaves the word", () => {
  const list = `<span class="rollover-block"><span><a href="/a">Peru sells</a> | <a href="/b">Norway buys</a></span></span>`;
  const word = `<span class="rollover"><a href="/lee">Ann Lee</a>${list}</span>`;
  expect(textOf(A, para(`The contract was signed by ${word}, who has led the ministry for three years.`), C, D)).toBe(
    [FIRST, "The contract was signed by Ann Lee, who has led the ministry for three years.", THIRD, LAST].join("\n\n"),
  );
});

describe("what is kept", () => {
  test.each([
    ["a link that is a paragraph of its own", para(link("The whole contract is here"))],
    ["a sentence with a link", para(`The price is what ${link("the other two")} paid for theirs, as far as anybody knows.`)],
    ["a list of links between paragraphs", `<ul><li>${link("twelve machines")}</li><li>${link("their parts")}</li></ul>`],
    ["a heading with paragraphs under it", "<h2>The price</h2>"],
    ["a quote", "<blockquote><p>We are glad, said the minister.</p></blockquote>"],
  ])("%s", (_, element) => {
    const words = element.replace(/<\/li><li>/g, "\n\n").replace(/<[^>]+>/g, "");
    expect(textOf(A, B, element, C, D)).toBe([FIRST, SECOND, words, THIRD, LAST].join("\n\n"));
  });

  test("a note in italics without links, which may be a correction", () => {
    const note = "An earlier version of this report said that the price was two millions.";
    expect(textOf(A, B, C, D, `<p><em>${note}</em></p>`)).toBe(`${WHOLE}\n\n${note}`);
  });

  test("an article in a box whose name sounds as if it stood beside one", () => {
    expect(textOf(`<div class="share ad related">${A}${B}${C}${D}</div>`)).toBe(WHOLE);
  });

  test("a list at the end without links, and short lines where there is no sentence", () => {
    expect(textOf(A, B, C, D, "<ul><li>twelve machines</li><li>parts</li></ul>")).toBe(`${WHOLE}\n\ntwelve machines\n\nparts`);
    expect(textOf("<p>Two boats</p><p>Three tanks</p>")).toBe("Two boats\n\nThree tanks");
  });
});

test("captions by name stand apart, with a space in the name or none", () => {
  const caption = (name: string): string => `<div class="${name}">A helicopter over the harbour at noon.</div>`;
  for (const name of ["photo caption", "newsCaption", "wp-caption-text", "image-credit"])
    expect(extract(`<article>${A}${B}${caption(name)}${C}${D}</article>`, setting)).toMatchObject({
      text: WHOLE,
      captions: ["A helicopter over the harbour at noon."],
    });
});

describe("days", () => {
  const page = (head: string, body = ""): string => `<html><head>${head}</head><body><article>${body}${A}${B}${C}${D}</article></body></html>`;
  const LD = `<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2015-01-20","dateModified":"2015-01-25"}</script>`;

  test("of publication and of the last change are told apart", () => {
    expect(htmlDocument(page(LD), setting)).toMatchObject({
      published: { day: "2015-01-20", basis: "json-ld" },
      modified: { day: "2015-01-25", basis: "json-ld" },
    });
    const stamps = "<p>Published: 20 January 2015 | Updated: 25 January 2015</p>";
    expect(htmlDocument(page("", stamps), setting)).toMatchObject({
      published: { day: "2015-01-20", basis: "dateline" },
      modified: { day: "2015-01-25", basis: "dateline" },
    });
    const time = `<time class="updated" datetime="2015-01-25">25.</time><time datetime="2015-01-20">20.</time>`;
    expect(htmlDocument(page("", time), setting)).toMatchObject({ published: { day: "2015-01-20" }, modified: { day: "2015-01-25" } });
  });

  test("that only say when it was changed publish nothing", () => {
    const document = htmlDocument(page("", "<p>Last updated 25 January 2015</p>"), setting);
    expect(document.published).toBeUndefined();
    expect(document.modified).toEqual({ day: "2015-01-25", basis: "dateline" });
  });

  test("that differ are all kept with where they stood; those that agree are not", () => {
    const meta = `<meta property="article:published_time" content="2015-01-21"><meta name="x" content="2015-01-22">`;
    const document = htmlDocument(page(LD + meta), setting, { url: "https://example.org/2015/01/20/boats" });
    expect(document.otherDates).toEqual([{ day: "2015-01-21", basis: "meta" }]);
    expect(htmlDocument(page(LD), setting, { url: "https://example.org/2015/01/20/boats" }).otherDates).toBeUndefined();
  });

  test.each([
    ["its address", "", "2015-01-20", "url"],
    ["a line of the page", "<p>Published January 20, 2015, 9:30 pm EST</p>", "2015-01-20", "dateline"],
    ["a line that tells when it was changed, which is not before it was published", "<p>Updated January 20, 2015</p>", "2015-01-20", "dateline"],
  ])("told in UTC is the publisher's own where that stands next to it: in %s", (where, line, day, basis) => {
    const meta = `<meta property="article:published_time" content="2015-01-21T02:30:00Z">`;
    const url = where === "its address" ? "https://example.org/2015/01/20/boats" : "https://example.org/boats";
    const document = htmlDocument(page(meta, line), setting, { url });
    expect(document.published).toEqual({ day, basis });
    expect(document.otherDates).toEqual([{ day: "2015-01-21", basis: "meta" }]);
  });

  test.each([
    ["an instant and a day further off", "2015-01-21T02:30:00Z", "https://example.org/2015/01/12/boats"],
    ["an instant at noon and the day before", "2015-01-21T12:30:00Z", "https://example.org/2015/01/20/boats"],
    ["a time with its zone", "2015-01-21T02:30:00+01:00", "https://example.org/2015/01/20/boats"],
  ])("%s keep their trust", (_, written, url) => {
    const meta = `<meta property="article:published_time" content="${written}">`;
    expect(htmlDocument(page(meta), setting, { url }).published).toEqual({ day: "2015-01-21", basis: "meta" });
  });

  test("that stand outside of the article are found next to its title, and nowhere else", () => {
    const aside = (line: string): string =>
      `<html><head><title>Chile buys twelve helicopters</title></head><body><div><h1>Chile buys twelve helicopters</h1><div>${line}</div></div><main><div>${A}${B}${C}${D}</div></main>${"<p>Other news of the day, at some length.</p>".repeat(20)}<footer><p>March 1, 2014</p></footer></body></html>`;
    expect(htmlDocument(aside("First published on January 20, 2015"), setting).published).toEqual({ day: "2015-01-20", basis: "dateline" });
    expect(htmlDocument(aside("Oslo"), setting).published).toBeUndefined();
  });
});

describe("titles", () => {
  const titleOf = (body: string, called = "Helicopters for Chile | Site"): string | null =>
    extract(
      `<html><head><meta property="og:title" content="${called}"></head><body>${body}<article>${A}${B}${C}${D}</article></body></html>`,
      setting,
    ).title;

  test.each([
    ["the only heading of its rank", "<h1>Chile buys twelve helicopters</h1>", "Chile buys twelve helicopters"],
    ["what the page is called elsewhere, where the heading is a site's name", "<h1>The Site</h1>", "Helicopters for Chile | Site"],
    ["of several headings the one that it is called by", "<h1>The other news of today</h1><h1>Helicopters for Chile</h1>", "Helicopters for Chile"],
    ["none of several that it is not called by", "<h1>The other news of today</h1><h1>The weather of tomorrow</h1>", "Helicopters for Chile | Site"],
  ])("%s", (_, body, title) => {
    expect(titleOf(body)).toBe(title);
  });
});

describe("JSON-LD", () => {
  const withBody = (body: string, head = ""): string =>
    `<html><head><script type="application/ld+json">{"@type":"NewsArticle",${head}"articleBody":"${body}",}</script></head><body><article>${A}${B}${C}${D}</article></body></html>`;

  test("with line ends in strings and commas too many is still read", () => {
    expect(extract(withBody("x", '"headline":"Chile\n buys boats",'), setting).title).toBe("Chile buys boats");
  });

  test("whose text is not what was found is the article", () => {
    const other = "The ships left the harbour at noon. Nobody on the pier knew where they were bound, or when they would be back again. "
      .repeat(5)
      .trim();
    expect(extract(withBody(other), setting).text).toBe(other);
    expect(extract(withBody(`${FIRST} ${SECOND} ${THIRD} ${LAST}`), setting).text).toBe(WHOLE);
  });
});
