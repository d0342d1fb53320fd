// Feeds, lists, messages and PDFs that mean harm or are broken, each with what must become of it.
import { atom, item, jsonFeedOf, rss } from "../source/feed/feed.fixture.ts";
import { mailbox, message, parts } from "../source/mail/mail.fixture.ts";
import { column, pdf, pdfOf, pdfOfContents } from "../source/pdf/pdf.fixture.ts";

/** A hostile file: its name, its bytes (made when it is needed), and the codes that it ends in; `document` stands for one that is read. */
export type Hostile = readonly [name: string, bytes: () => string | Uint8Array, outcomes: readonly string[]];

const TEXT = "<p>Norway signed a contract with Portugal for two patrol boats.</p>";
const GOOD = item("good", TEXT);
const PLAIN = "Content-Type: text/plain\n\nNorway signed a contract with Portugal.";
const times = (count: number, of: (index: number) => string): string => Array.from({ length: count }, (_, index) => of(index)).join("");

const LAUGHS = `<!DOCTYPE rss [<!ENTITY a0 "ha">${times(30, (i) => `<!ENTITY a${i + 1} "&a${i};&a${i};">`)}]>`;

/** Feeds. */
export const FEEDS: readonly Hostile[] = [
  [
    "author.rss",
    () => rss(`<item><link>https://a.example/1</link><author>${"&lt;a".repeat(75_000)}</author><description>Norway signed.</description></item>`),
    ["PACTA_XML_TOO_LARGE"],
  ],
  [
    "author-small.rss",
    () => rss(`<item><guid>x</guid><author>${"&lt;![CDATA[".repeat(2500)}</author><description>Norway signed.</description></item>`),
    ["document"],
  ],
  ["laughs.xml", () => rss(GOOD).replace("<rss", `${LAUGHS}<rss`).replace("Norway", "&a30;"), ["PACTA_XML_ENTITIES"]],
  ["outside.rss", () => rss(GOOD).replace("<rss", '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss'), ["PACTA_XML_ENTITIES"]],
  [
    "parameter.rss",
    () => rss(GOOD).replace("<rss", '<!DOCTYPE rss [<!ENTITY % x SYSTEM "http://127.0.0.1/x.dtd"> %x;]><rss'),
    ["PACTA_XML_ENTITIES"],
  ],
  ["subset-late.rss", () => rss(GOOD).replace("<rss", `<!--${"-".repeat(400_000)} --><!DOCTYPE rss [<!ENTITY a "b">]><rss`), ["PACTA_XML_ENTITIES"]],
  ["deep.rss", () => rss(`${"<a>".repeat(200_000)}${"</a>".repeat(200_000)}${GOOD}`), ["PACTA_FEED_BROKEN"]],
  ["deep-items.rss", () => rss(`${"<item>".repeat(5000)}${"</item>".repeat(5000)}`), ["PACTA_FEED_BROKEN"]],
  ["deep-html.rss", () => rss(item("deep", `${"<div>".repeat(20_000)}Norway${"</div>".repeat(20_000)}`) + GOOD), ["PACTA_HTML_TOO_DEEP", "document"]],
  ["wide-html.rss", () => rss(item("wide", "<b>x</b>".repeat(80_000)) + GOOD), ["PACTA_HTML_TOO_LARGE", "document"]],
  [
    "deep-title.rss",
    () =>
      rss(`<item><title>${"&lt;b&gt;".repeat(3000)}</title><link>https://a.example/1</link><content:encoded>Norway signed.</content:encoded></item>`),
    ["document"],
  ],
  ["open.rss", () => rss("<item><title>x".repeat(50_000)), ["PACTA_FEED_BROKEN"]],
  ["lesser.rss", () => rss("<".repeat(500_000)), ["PACTA_XML_TOO_LARGE"]],
  ["attributes.rss", () => rss(`<item ${times(40_000, (i) => `a${i}="1" `)}/>`), ["PACTA_XML_TOO_LARGE"]],
  [
    "spaces.rss",
    () => `<rss ${times(8000, (i) => `xmlns:n${i}="http://x.example/${i}" `)}><channel>${GOOD}</channel></rss>`,
    ["PACTA_XML_TOO_LARGE"],
  ],
  ["many.rss", () => rss("<item/>".repeat(100_000)), ["PACTA_INPUT_EMPTY"]],
  ["million.rss", () => rss("<item></item>".repeat(700_000)), ["PACTA_XML_TOO_LARGE"]],
  ["long.rss", () => rss(item("long", `<p>${"Norway signed. ".repeat(2_300_000)}</p>`)), ["PACTA_XML_TOO_LARGE"]],
  ["long-entry.rss", () => rss(item("long", `<p>${"Norway signed. ".repeat(700_000)}</p>`) + GOOD), ["PACTA_HTML_TOO_LARGE", "document"]],
  ["pollution.rss", () => rss(`<__proto__><polluted>1</polluted></__proto__><constructor><prototype/></constructor>${GOOD}`), ["PACTA_FEED_BROKEN"]],
  ["nul.rss", () => rss(GOOD.replace("Norway", "Nor\0way")), ["PACTA_INPUT_BINARY"]],
  ["cut.rss", () => rss(GOOD).slice(0, -30), ["PACTA_FEED_BROKEN"]],
  [
    "addresses.rss",
    () =>
      rss(
        `<item><link>javascript:alert(1)</link><description>${"Norway signed. ".repeat(30)}</description></item><item><link>file:///etc/passwd</link></item>`,
      ),
    ["document", "PACTA_INPUT_EMPTY"],
  ],
  [
    "scripts.atom",
    () =>
      atom(
        `<entry><id>urn:x:1</id><content type="html">&lt;script&gt;while(1);&lt;/script&gt;&lt;p onclick="x()"&gt;Norway signed.&lt;/p&gt;</content></entry>`,
      ),
    ["document"],
  ],
  ["days.atom", () => atom(`<entry><id>urn:x:1</id><published>2015-02-31</published><content>Norway signed.</content></entry>`), ["document"]],
  ["deep.json", () => `{"version":"https://jsonfeed.org/version/1","items":${"[".repeat(200_000)}${"]".repeat(200_000)}}`, ["PACTA_FEED_BROKEN"]],
  ["half.json", () => jsonFeedOf([{ id: "1", content_text: "Norway \ud800 signed." }]), ["PACTA_INPUT_TEXT"]],
  ["wrong.json", () => jsonFeedOf([null, 7, [], { id: {} }, { id: "1", content_html: 7 }]), ["document"]],
];

/** Lists. */
export const LISTS: readonly Hostile[] = [
  [
    "laughs-map.xml",
    () => `${LAUGHS.replace("rss", "urlset")}<urlset><url><loc>https://a.example/&a30;</loc></url></urlset>`,
    ["PACTA_XML_ENTITIES"],
  ],
  ["long-map.xml", () => `<urlset>${times(50_001, (i) => `<url><loc>https://a.example/${i}</loc></url>`)}</urlset>`, ["PACTA_ADDRESS_LIST"]],
  ["deep-map.xml", () => `<urlset>${"<url>".repeat(100_000)}</urlset>`, ["PACTA_SITEMAP_BROKEN"]],
  ["proto-map.xml", () => "<urlset><__proto__><url/></__proto__><url><loc>https://a.example/</loc></url></urlset>", ["PACTA_SITEMAP_BROKEN"]],
  [
    "deep.opml",
    () => `<opml version="2.0"><body>${'<outline text="a">'.repeat(50_000)}${"</outline>".repeat(50_000)}</body></opml>`,
    ["PACTA_OPML_BROKEN"],
  ],
  ["other.xml", () => "<note><to>Norway</to></note>", ["PACTA_INPUT_MEDIA_TYPE"]],
];

/** A message of these parts. */
const mixed = (list: readonly string[]): Uint8Array => message("x", parts("mixed", "b", list));

const nest = (depth: number): string => (depth === 0 ? PLAIN : parts("mixed", `b${depth}`, [nest(depth - 1)]));

function letters(depth: number): string {
  let inner = PLAIN;
  for (let level = 0; level < depth; level += 1)
    inner = `Content-Type: message/rfc822\n\n${Buffer.from(message(`m${level}`, inner))
      .toString()
      .replaceAll("\r", "")}`;
  return inner;
}

/** Messages. */
export const MAILS: readonly Hostile[] = [
  ["blank-lines.eml", () => mixed([PLAIN, `Content-Type: text/html\n\n${"\n".repeat(1_000_000)}`]), ["PACTA_MAIL_TOO_LARGE"]],
  ["blank-lines-small.eml", () => mixed([PLAIN, `Content-Type: text/html\n\n${"\n".repeat(25_000)}`]), ["document"]],
  [
    "flowed.eml",
    () => message("x", `Content-Type: text/plain; format=flowed; delsp=yes\n\nNorway signed.${"\n".repeat(1_000_000)}`),
    ["PACTA_MAIL_TOO_LARGE"],
  ],
  ["nested.eml", () => message("x", nest(300)), ["PACTA_MAIL_BROKEN"]],
  ["letters.eml", () => message("x", letters(200)), ["PACTA_MAIL_NESTED"]],
  ["parts.eml", () => mixed(Array.from({ length: 100_000 }, () => "\nx")), ["PACTA_MAIL_TOO_LARGE"]],
  ["digest.eml", () => mixed(Array.from({ length: 600 }, () => letters(1))), [...Array.from({ length: 500 }, () => "document"), "PACTA_MAIL_NESTED"]],
  ["header.eml", () => message("x", `X-Long: ${"x".repeat(3_000_000)}\n${PLAIN}`), ["PACTA_MAIL_BROKEN"]],
  ["headers.eml", () => message("x", `${"X-A: b\n".repeat(200_000)}${PLAIN}`), ["PACTA_MAIL_BROKEN"]],
  ["addresses.eml", () => message("x", PLAIN, `From: ${"((((<a@b>,".repeat(20_000)}\n`), ["document"]],
  ["subject.eml", () => message("=?utf-8?q?=?=".repeat(20_000), PLAIN), ["document"]],
  ["charset.eml", () => message("x", "Content-Type: text/plain; charset=klingon-8\n\nNorway signed a contract."), ["document"]],
  [
    "base64.eml",
    () => message("x", `Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\n${"*".repeat(2_000_000)}`),
    ["PACTA_MAIL_NO_TEXT"],
  ],
  [
    "quoted.eml",
    () => message("x", `Content-Type: text/plain\nContent-Transfer-Encoding: quoted-printable\n\n${"=".repeat(2_000_000)}`),
    ["document"],
  ],
  ["deep-html.eml", () => message("x", `Content-Type: text/html\n\n${"<div>".repeat(20_000)}x`), ["PACTA_HTML_TOO_DEEP"]],
  ["boundary.eml", () => message("x", `Content-Type: multipart/mixed; boundary=""\n\n--\n\nx\n--\n`), ["PACTA_MAIL_NO_TEXT"]],
  ["bytes.eml", () => Uint8Array.from({ length: 500_000 }, (_, i) => (i * 7919) % 256), ["PACTA_MAIL_BROKEN"]],
  ["nul.eml", () => message("x", "Content-Type: text/plain\n\nNor\0way signed."), ["PACTA_INPUT_BINARY"]],
];

const page = (html: string): string => `Content-Type: text/html\nContent-Location: https://a.example/1\n\n${html}`;
const related = (list: readonly string[]): Uint8Array =>
  message("x", parts('related; type="text/html"', "b", list), "From: <Saved by Blink>\nMIME-Version: 1.0\n");
const hung = (type: string, name: string, body: string | Uint8Array): string =>
  `Content-Type: ${type}\nContent-Disposition: attachment; filename="${name}"\nContent-Transfer-Encoding: base64\n\n${Buffer.from(body).toString("base64")}`;
const BOX_LINE = "From - Tue Jan 20 08:30:00 2015\n";

/** Messages with hostile files, and mailboxes. */
export const MAILBOXES: readonly Hostile[] = [
  [
    "bombs.eml",
    () => {
      const bomb = pdfOfContents([Buffer.alloc(600 * 1024 * 1024, " ")]);
      return mixed([PLAIN, ...Array.from({ length: 20 }, (_, i) => hung("application/pdf", `${i}.pdf`, bomb))]);
    },
    ["document", "PACTA_PDF_TOO_LARGE", "PACTA_MAIL_ATTACHMENT"],
  ],
  [
    "files.eml",
    () => mixed([PLAIN, ...Array.from({ length: 3000 }, (_, i) => hung("text/plain", `${i}.txt`, `Norway signed contract ${i}.`))]),
    [...Array.from({ length: 101 }, () => "document"), "PACTA_MAIL_ATTACHMENT"],
  ],
  ["letters-hung.eml", () => message("x", letters(100)), ["PACTA_MAIL_NESTED"]],
  ["names.eml", () => mixed([PLAIN, hung("text/plain", `${"../".repeat(5000)}etc/passwd.txt`, "Norway signed.")]), ["document", "document"]],
  ["page.eml", () => mixed([PLAIN, hung("text/html", "deep.html", "<div>".repeat(20_000))]), ["document", "PACTA_HTML_TOO_DEEP"]],
  ["million.mbox", () => BOX_LINE.repeat(1_000_000), [...Array.from({ length: 1000 }, () => "PACTA_MAIL_BROKEN"), "PACTA_MBOX_BROKEN"]],
  ["cut.mbox", () => Buffer.concat([mailbox([message("a", PLAIN)]), Buffer.from(`${BOX_LINE}From: ann@po`)]), ["document", "PACTA_MAIL_NO_TEXT"]],
  [
    "cut-parts.mbox",
    () => mailbox([message("a", PLAIN), message("b", parts("mixed", "b", [PLAIN]).slice(0, -8))]),
    ["document", "document", "PACTA_MAIL_TRUNCATED"],
  ],
  ["line.mbox", () => `${BOX_LINE}${"x".repeat(40_000_000)}\n${mailbox([message("a", PLAIN)]).toString()}`, ["PACTA_MAIL_TOO_LARGE", "document"]],
  ["senders.mbox", () => `From ${"(a ".repeat(100)}\n`.repeat(100_000), ["PACTA_MBOX_BROKEN"]],
  ["no-box.mbox", () => "Norway signed a contract.", ["PACTA_MBOX_BROKEN"]],
];

/** Pages that a browser saved (MHTML). */
export const SAVED_PAGES: readonly Hostile[] = [
  ["pictures.mht", () => related(["Content-Type: image/png\n\nx", "Content-Type: text/css\n\np {}"]), ["PACTA_MHTML_NO_PAGE"]],
  [
    "cut.mhtml",
    () => Buffer.from(related([page("<p>Norway signed a contract with Portugal.</p>")])).subarray(0, -12),
    ["document", "PACTA_MHTML_TRUNCATED"],
  ],
  ["no-head.mhtml", () => "<p>Norway signed a contract.", ["PACTA_MHTML_NO_PAGE"]],
  ["parts.mhtml", () => related(Array.from({ length: 200_000 }, () => "\nx")), ["PACTA_MHTML_NO_PAGE"]],
  ["nested.mhtml", () => message("x", nest(100)), ["PACTA_MHTML_NO_PAGE"]],
  ["deep.mhtml", () => related([page("<div>".repeat(20_000))]), ["PACTA_HTML_TOO_DEEP"]],
  ["head.mhtml", () => `X-A: ${"x\n ".repeat(3_000_000)}`, ["PACTA_MHTML_NO_PAGE"]],
  ["boundary.mhtml", () => `Content-Type: multipart/related; boundary="-"\n\n${"---\n".repeat(2_000_000)}`, ["PACTA_MHTML_NO_PAGE"]],
  [
    "quoted.mhtml",
    () => related([`Content-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n<p>Norway signed.${"=\n".repeat(3_000_000)}`]),
    ["document"],
  ],
  ["base64.mhtml", () => related([`Content-Type: text/html\nContent-Transfer-Encoding: base64\n\n${"*".repeat(3_000_000)}`]), ["PACTA_INPUT_EMPTY"]],
  ["address.mhtml", () => related([page("<p>Norway signed.</p>").replace("https://a.example/1", "javascript:alert(1)")]), ["document"]],
];

const LINES = column(["Norway signed a contract with Portugal for two patrol boats."]);
const CATALOG = "<< /Type /Catalog /Pages 2 0 R >>";

/** PDFs. */
export const PDFS: readonly Hostile[] = [
  ["junk.pdf", () => "%PDF-1.7 ...", ["PACTA_PDF_BROKEN"]],
  ["no-pdf.pdf", () => "Norway signed a contract.", ["PACTA_PDF_BROKEN"]],
  ["empty.pdf", () => "", ["PACTA_INPUT_EMPTY"]],
  ["cut.pdf", () => pdf([LINES]).subarray(0, 500), ["PACTA_PDF_BROKEN"]],
  ["bomb.pdf", () => pdfOfContents([Buffer.alloc(600 * 1024 * 1024, " ")]), ["PACTA_PDF_TOO_LARGE"]],
  [
    "bomb-second.pdf",
    () => pdfOfContents(["BT /F1 11 Tf 72 700 Td (Norway signed a contract.) Tj ET", Buffer.alloc(600 * 1024 * 1024, " ")]),
    ["document", "PACTA_PDF_TOO_LARGE"],
  ],
  ["endless.pdf", () => pdfOfContents([`BT /F1 11 Tf ${"(Norway) Tj ".repeat(5_000_000)} ET`]), ["PACTA_PDF_TOO_LARGE"]],
  ["circle.pdf", () => pdfOf([CATALOG, "<< /Type /Pages /Kids [2 0 R] /Count 1 >>"], ""), ["PACTA_PDF_BROKEN"]],
  ["count.pdf", () => pdfOf([CATALOG, "<< /Type /Pages /Kids [] /Count 100000000 >>"], ""), ["PACTA_PDF_NO_TEXT"]],
  ["arrays.pdf", () => pdfOfContents(["[".repeat(2_000_000)]), ["PACTA_PDF_NO_TEXT"]],
  ["scan.pdf", () => pdfOfContents(["0 0 m 10 10 l S"]), ["PACTA_PDF_NO_TEXT"]],
  [
    "locked.pdf",
    () => pdf([LINES], "", `/Encrypt << /Filter /Standard /V 1 /R 2 /O (${"x".repeat(32)}) /U (${"y".repeat(32)}) /P -4 >> /ID [(a) (a)]`),
    ["PACTA_PDF_ENCRYPTED"],
  ],
  [
    "items.pdf",
    () => pdfOfContents([`BT /F1 9 Tf ${times(1_000_000, (i) => `1 0 0 1 ${(i * 7919) % 600} ${(i * 104_729) % 780} Tm (No) Tj `)}ET`]),
    ["PACTA_PDF_TOO_LARGE"],
  ],
  [
    "scattered.pdf",
    () => pdfOfContents([`BT /F1 3 Tf ${times(7900, (i) => `1 0 0 1 ${(i * 7919) % 600} ${(i * 104_729) % 780} Tm (Norway) Tj `)}ET`]),
    ["document"],
  ],
  [
    "cells.pdf",
    () => pdfOfContents([`BT /F1 4 Tf ${times(7800, (i) => `1 0 0 1 ${10 * (i % 60)} ${5 * Math.floor(i / 60)} Tm (No) Tj `)}ET`]),
    ["document"],
  ],
  [
    "script.pdf",
    () => pdfOf([CATALOG.replace(">>", "/OpenAction << /S /JavaScript /JS (while(1);) >> >>"), "<< /Type /Pages /Kids [] /Count 0 >>"], ""),
    ["PACTA_PDF_NO_TEXT"],
  ],
];
