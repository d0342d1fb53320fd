// Pages, texts and records that mean harm, each with what must become of it.
import { gzipSync } from "node:zlib";
import type { Hostile } from "./hostile.fixture.ts";

const NEWS = "Norway signed a contract with Portugal for two patrol boats. ";
const PARAGRAPH = `<p>${NEWS}</p>`;
const times = (count: number, of: (index: number) => string): string => Array.from({ length: count }, (_, index) => of(index)).join("");
const page = (body: string, head = ""): string => `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;
const nested = (tag: string, depth: number, inner = ""): string => `<${tag}>`.repeat(depth) + inner + `</${tag}>`.repeat(depth);

/** Pages whose markup is a trap for what takes them apart. */
export const PAGES: readonly Hostile[] = [
  ["million-deep.html", () => page("<div>".repeat(1_000_000)), ["PACTA_HTML_TOO_DEEP"]],
  ["deep-closed.html", () => page(nested("b", 100_000, NEWS)), ["PACTA_HTML_TOO_DEEP"]],
  ["deep-tables.html", () => page(nested("table><tr><td", 2000, NEWS)), ["PACTA_HTML_TOO_DEEP"]],
  ["crossed.html", () => page(("<b><i>".repeat(200) + "x" + "</b></i>".repeat(200)).repeat(120)), ["PACTA_HTML_TOO_DEEP"]],
  ["forms.html", () => page("<form>".repeat(500) + "<input>".repeat(48_000)), ["PACTA_HTML_TOO_DEEP"]],
  ["chain.html", () => page(nested("div", 500, NEWS)), ["document"]],
  ["million-tags.html", () => page("<i></i>".repeat(1_000_000)), ["PACTA_HTML_TOO_LARGE"]],
  ["table.html", () => page(`<table>${times(1000, () => `<tr>${"<td>1</td>".repeat(100)}</tr>`)}</table>`), ["PACTA_HTML_TOO_LARGE"]],
  ["table-half.html", () => page(`<table>${times(150, () => `<tr>${"<td>1</td>".repeat(100)}</tr>`)}</table>`), ["document"]],
  ["times.html", () => page("<time datetime=2015-01-20>x</time>".repeat(49_000)), ["PACTA_HTML_TOO_COSTLY"]],
  ["links.html", () => page(`<p>${times(49_000, (i) => `<a href="/${i}">${NEWS}</a>`)}</p>`), ["PACTA_HTML_TOO_COSTLY"]],
  [
    "metas.html",
    () =>
      page(
        PARAGRAPH,
        times(49_000, (i) => `<meta name="n${i}" content="${i}">`),
      ),
    ["PACTA_HTML_TOO_COSTLY"],
  ],
  ["ids.html", () => page(times(49_000, (i) => `<i id=x${i}></i>`) + PARAGRAPH), ["PACTA_HTML_TOO_COSTLY"]],
  ["attributes.html", () => page(`<div ${times(300_000, (i) => `a${i}="v" `)}>${PARAGRAPH}</div>`), ["PACTA_HTML_TOO_COSTLY"]],
  ["attributes-each.html", () => page(times(12_000, () => `<p ${times(60, (i) => `data-a${i}="v${i}" `)}>${NEWS}</p>`)), ["PACTA_HTML_TOO_LARGE"]],
  ["attribute-long.html", () => page(`<div class="${"comment ".repeat(400_000)}">${PARAGRAPH}</div>`), ["document"]],
  ["attribute-open.html", () => page(`${PARAGRAPH}<a href="${"x".repeat(4_000_000)}`), ["document"]],
  ["quotes.html", () => page(`${PARAGRAPH}<a ${`="'`.repeat(1_000_000)}>`), ["document"]],
  ["million-entities.html", () => page(`<p>${"&amp;".repeat(1_000_000)}</p>`), ["PACTA_HTML_TOO_COSTLY"]],
  ["million-lesser.html", () => page(`<p>${"<".repeat(1_000_000)}</p>`), ["PACTA_HTML_TOO_COSTLY"]],
  ["nameless-entity.html", () => page(`<p>${NEWS}&${"a".repeat(2_000_000)};</p>`), ["document"]],
  ["line.html", () => page(`<p>${NEWS.repeat(820_000)}</p>`), ["PACTA_INPUT_TOO_LARGE"]],
  ["paragraphs.html", () => page(PARAGRAPH.repeat(150_000)), ["PACTA_HTML_TOO_LARGE"]],
  ["paragraph.html", () => page(`<p>${NEWS.repeat(130_000)}</p>`), ["PACTA_HTML_TOO_COSTLY"]],
  ["paragraph-short.html", () => page(`<p>${NEWS.repeat(25_000)}</p>`), ["document"]],
  ["spaces.html", () => page(`<p>${" ".repeat(7_000_000)}${NEWS}</p>`), ["document"]],
  ["line-ends.html", () => page(`<p>${NEWS}${"\n".repeat(7_000_000)}${NEWS}</p>`), ["document"]],
  ["comments.html", () => page(`${PARAGRAPH}${"<!--".repeat(1_500_000)}`), ["document"]],
  ["cdata.html", () => page(`${"<![CDATA[".repeat(700_000)}${PARAGRAPH}`), ["PACTA_INPUT_EMPTY"]],
  ["script-open.html", () => page(`${PARAGRAPH}<script>${"while(1);".repeat(700_000)}`), ["document"]],
  ["template.html", () => page(nested("template", 400, PARAGRAPH)), ["PACTA_INPUT_EMPTY"]],
  ["svg.html", () => page(`<svg>${'<path d="M0 0"/>'.repeat(49_000)}</svg>${PARAGRAPH}`), ["PACTA_HTML_TOO_COSTLY"]],
  ["json-ld-deep.html", () => page(PARAGRAPH, `<script type="application/ld+json">${'{"@graph":['.repeat(400_000)}</script>`), ["document"]],
  ["json-ld-many.html", () => page(PARAGRAPH, '<script type="application/ld+json">[]</script>'.repeat(15_000)), ["document"]],
  [
    "json-ld-long.html",
    () => page(PARAGRAPH, `<script type="application/ld+json">{"@type":"NewsArticle","articleBody":"${NEWS.repeat(110_000)}"}</script>`),
    ["PACTA_HTML_TOO_COSTLY"],
  ],
  ["title.html", () => page(PARAGRAPH, `<title>${"a - ".repeat(1_500_000)}</title>`), ["PACTA_HTML_TOO_COSTLY"]],
  ["keywords.html", () => page(PARAGRAPH, `<meta name=keywords content="${"a,".repeat(3_000_000)}">`), ["PACTA_HTML_TOO_COSTLY"]],
  ["author.html", () => page(PARAGRAPH, `<meta name=author content="${"by ".repeat(2_000_000)}">`), ["document"]],
  [
    "scripts.html",
    () => page(`<script>for(;;);</script><img src=x onerror="for(;;);">${PARAGRAPH}<iframe src="http://169.254.169.254/"></iframe>`),
    ["document"],
  ],
  ["half.html", () => page("<p>Norway &#xd800; signed.</p>"), ["document"]],
  ["nul.html", () => page("<p>Nor\0way signed.</p>"), ["PACTA_INPUT_BINARY"]],
  ["no-charset.html", () => page(PARAGRAPH, '<meta charset="klingon-8">'), ["PACTA_CHARSET_UNKNOWN"]],
  ["bytes.html", () => Uint8Array.from({ length: 3_000_000 }, (_, i) => 32 + ((i * 7919) % 223)), ["PACTA_CHARSET_UNKNOWN"]],
];

const line = (text: string): string => `${JSON.stringify({ text })}\n`;

/** Texts, records and what is packed. */
export const TEXTS: readonly Hostile[] = [
  ["line.txt", () => NEWS.repeat(260_000), ["document"]],
  ["line-long.txt", () => NEWS.repeat(860_000), ["PACTA_INPUT_TOO_LARGE"]],
  ["line-ends.txt", () => `${NEWS}${"\n".repeat(15_000_000)}${NEWS}`, ["document"]],
  ["spaces.txt", () => `${NEWS}${" ".repeat(15_000_000)}${NEWS}`, ["document"]],
  ["lines.txt", () => "Norway\n".repeat(2_000_000), ["PACTA_INPUT_TOO_LARGE"]],
  ["lines-fewer.txt", () => "Norway signed.\n".repeat(190_000), ["document"]],
  ["items.txt", () => "- a\n\n".repeat(190_000), ["document"]],
  ["controls.txt", () => "\u0001".repeat(15_000_000), ["PACTA_INPUT_BINARY"]],
  ["brackets.md", () => "[".repeat(5_000_000), ["document"]],
  ["quotes.md", () => "> ".repeat(3_000_000), ["document"]],
  ["wide.txt", () => "д".repeat(7_000_000), ["document"]],
  ["gigabyte.txt.gz", () => gzipSync(Buffer.alloc(1 << 30, "a"), { level: 1 }), ["PACTA_INPUT_TOO_LARGE"]],
  ["half.txt.gz", () => gzipSync(NEWS.repeat(100_000)).subarray(0, -500), ["PACTA_GZIP_TRUNCATED"]],
  ["long.jsonl", () => line(NEWS.repeat(1_000_000)) + line(NEWS), ["PACTA_INPUT_TOO_LARGE", "document"]],
  ["largest.jsonl", () => line(NEWS.repeat(270_000)) + line(NEWS), ["document", "document"]],
  ["deep.jsonl", () => `{"text":${"[".repeat(5_000_000)}\n${line(NEWS)}`, ["PACTA_INPUT_JSON", "document"]],
  ["deep-list.json", () => "[".repeat(20_000_000), ["PACTA_INPUT_JSON", "PACTA_INPUT_JSON"]],
  ["open.json", () => `[{"text":"${NEWS.repeat(400_000)}`, ["PACTA_INPUT_JSON", "PACTA_INPUT_JSON"]],
  ["long.json", () => `[${`{"text":"${NEWS}"},`.repeat(1_200_000)}{}]`, ["PACTA_INPUT_TOO_LARGE"]],
  ["deep-feed.json", () => `{"version":"https://jsonfeed.org/version/1","items":${"[".repeat(20_000_000)}`, ["PACTA_FEED_BROKEN"]],
  ["keys.json", () => `{"text":"${NEWS}",${times(400_000, (i) => `"k${i}":0,`)}"z":0}`, ["document"]],
];
