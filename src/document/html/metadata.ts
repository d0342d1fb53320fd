// What a page says about its article outside the article's words. Each fact is looked for where publishers put it, the
// most deliberate place first; a fact that is nowhere is absent.
import { isHomePage, webAddress } from "../address.ts";
import { webDay } from "../calendar.ts";
import type { DeclaredOrigin, Published } from "../document.ts";
import type { FoundDate } from "../make-document.ts";
import { namedOrigin } from "../origin.ts";
import { withoutBy } from "../stated.ts";
import type { HtmlElement, HtmlPage } from "./dom.ts";
import { linkedData } from "./json-ld.ts";
import type { LinkedData } from "./json-ld.ts";
import { tidy } from "./pieces.ts";

/** The facts of a page. */
export interface Metadata {
  readonly title: string | undefined;
  /** The line under the title, as the page shows it. */
  readonly dek: string | undefined;
  /** What the page says of itself to others: a dek, unless it repeats the text. */
  readonly description: string | undefined;
  readonly byline: string | undefined;
  readonly canonical: string | undefined;
  /** ISO 639-1. */
  readonly language: string | undefined;
  readonly dates: readonly FoundDate[];
  /** When it was last changed. */
  readonly modified: readonly Published[];
  readonly tags: readonly string[];
  /** Where it says that it was first published, the most deliberate word first. */
  readonly origins: readonly (DeclaredOrigin | undefined)[];
  /** The article's words where the JSON-LD has them. */
  readonly body: string | undefined;
}

const DATES = [
  "article:published_time",
  "og:article:published_time",
  "article:published",
  "og:published_time",
  "datepublished",
  "date",
  "dc.date",
  "dc.date.issued",
  "dcterms.date",
  "dcterms.created",
  "dcterms.issued",
  "pubdate",
  "publishdate",
  "publish_date",
  "publish-date",
  "publication_date",
  "publication-date",
  "published_date",
  "parsely-pub-date",
  "sailthru.date",
  "cxenseparse:recs:publishtime",
  "originalpublicationdate",
];
const MODIFIED = [
  "article:modified_time",
  "og:updated_time",
  "article:updated",
  "datemodified",
  "dcterms.modified",
  "dc.date.modified",
  "last-modified",
  "lastmod",
];
const PUBLISHED_TIMES =
  "[itemprop=datePublished], time[pubdate], time.published, time.entry-date, article time[datetime], main time[datetime], header time[datetime], time[datetime]";
const MODIFIED_TIMES = "[itemprop=dateModified], time.updated, time.modified";
const DEKS =
  ".standfirst, .dek, .article-dek, .article__dek, .article-summary, .subtitle, .sub-title, .subheadline, .sub-headline, [data-testid=standfirst]";

/** Reads the facts before the page is taken apart. `url` is where the page was found. */
export function metadataOf(page: HtmlPage, url?: string): Metadata {
  const ld = linkedData(page);
  const meta = metaReader(page);
  return {
    title: titleOf(page, ld, meta),
    dek: textOf(page.querySelector(DEKS)),
    description: tidied(ld.description ?? meta("og:description", "description", "twitter:description")),
    byline: bylineOf(page, ld, meta),
    canonical: canonicalOf(page, ld, meta, url),
    language: languageOf(page.documentElement.getAttribute("lang") ?? ld.language ?? meta("content-language", "og:locale")),
    dates: datesOf(page, ld, meta),
    modified: modifiedOf(page, ld, meta),
    tags: tagsOf(page, ld, meta),
    origins: [
      namedOrigin(meta("syndication-source", "original-source"), "meta", url),
      namedOrigin(ld.basedOn, "json-ld", url),
      namedOrigin(ld.sourceOrganization, "json-ld", url),
    ],
    body: ld.body,
  };
}

/** The content of the first `<meta>` that has one of the names. */
type MetaReader = (...names: readonly string[]) => string | undefined;

function metaReader(page: HtmlPage): MetaReader {
  const contents = new Map<string, string>();
  for (const element of page.querySelectorAll("meta[content]")) {
    const content = element.getAttribute("content")?.trim() ?? "";
    for (const key of ["property", "name", "itemprop", "http-equiv"]) {
      const name = element.getAttribute(key)?.toLowerCase();
      if (name !== undefined && content !== "" && !contents.has(name)) contents.set(name, content);
    }
  }
  return (...names) => names.map((name) => contents.get(name)).find((content) => content !== undefined);
}

/** As the page shows it, else as it says to others, without the site's name behind a dash or bar. */
function titleOf(page: HtmlPage, ld: LinkedData, meta: MetaReader): string | undefined {
  const said = tidied(ld.headline ?? meta("og:title", "twitter:title")) ?? textOf(page.querySelector("title"));
  const title = shownTitle(page, said) ?? said ?? textOf(page.querySelector("h1"));
  const site = meta("og:site_name", "application-name");
  if (title === undefined || site === undefined || !title.endsWith(site)) return title;
  return title.slice(0, -site.length).replace(/\s*[-–—|:»·]\s*$/, "") || title;
}

/** The heading that is the only one of its rank, or of several the one with the words that the page is called by elsewhere. */
function shownTitle(page: HtmlPage, said: string | undefined): string | undefined {
  const shown = [...page.querySelectorAll("h1")].flatMap((heading) => textOf(heading) ?? []).filter((words) => words.length <= 300);
  const single = [...new Set(shown)];
  if (single.length === 1) return (single[0]?.match(/\S+/g)?.length ?? 0) >= FEWEST_WORDS ? single[0] : undefined;
  const called = new Set(wordsIn(said ?? ""));
  const share = (words: readonly string[]): number => words.filter((word) => called.has(word)).length / Math.max(1, words.length, called.size);
  return single.filter((words) => share(wordsIn(words)) >= 0.5).toSorted((a, b) => share(wordsIn(b)) - share(wordsIn(a)))[0];
}

/** A heading of fewer words is the name of the site or of a section. */
const FEWEST_WORDS = 4;

function wordsIn(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function bylineOf(page: HtmlPage, ld: LinkedData, meta: MetaReader): string | undefined {
  const said = ld.authors.length > 0 ? ld.authors.join(", ") : meta("author", "byl", "parsely-author", "dc.creator", "article:author");
  const named = said === undefined || /^https?:/.test(said) ? textOf(page.querySelector("[rel=author], [itemprop=author], .byline, .author")) : said;
  return named === undefined || named.length > 200 ? undefined : withoutBy(tidy(named));
}

/** Where the page says that it stands, else where it was found. A site that names its home page in every article says nothing of the article. */
function canonicalOf(page: HtmlPage, ld: LinkedData, meta: MetaReader, url?: string): string | undefined {
  const written = [page.querySelector("link[rel=canonical]")?.getAttribute("href"), meta("og:url"), ld.url];
  const addresses = written.flatMap((each) => (each === null || each === undefined ? [] : (webAddress(each, url) ?? [])));
  return addresses.find((address) => !isHomePage(address)) ?? url;
}

function languageOf(written: string | undefined): string | undefined {
  return written === undefined ? undefined : /^([a-z]{2})(?:[-_]|$)/i.exec(written.trim())?.[1]?.toLowerCase();
}

function datesOf(page: HtmlPage, ld: LinkedData, meta: MetaReader): FoundDate[] {
  const times = [...page.querySelectorAll(PUBLISHED_TIMES)];
  const published = page.querySelector("[itemprop=datePublished], time[pubdate]") ?? times.find((time) => !isModifiedTime(time));
  return days([
    { basis: "json-ld", words: ld.published },
    { basis: "meta", words: meta(...DATES) },
    { basis: "time-tag", words: timeOf(published) },
  ]);
}

function modifiedOf(page: HtmlPage, ld: LinkedData, meta: MetaReader): Published[] {
  const time = page.querySelector(MODIFIED_TIMES) ?? [...page.querySelectorAll("time[datetime]")].find(isModifiedTime);
  return days([
    { basis: "json-ld", words: ld.modified },
    { basis: "meta", words: meta(...MODIFIED) },
    { basis: "time-tag", words: timeOf(time) },
  ]);
}

/** True for a time that its element or the words in or before it call that of a change; "published updated" is the time of both. */
function isModifiedTime(time: HtmlElement): boolean {
  const name = `${time.className} ${time.getAttribute("itemprop") ?? ""}`;
  if (/publish/i.test(name)) return false;
  return /\b(?:updated|modified|dateModified)\b/.test(name) || /^\W*(?:last )?(?:updated|modified|changed)\b/i.test(time.textContent ?? "");
}

function timeOf(element: HtmlElement | null | undefined): string | undefined {
  return element?.getAttribute("datetime") ?? element?.getAttribute("content") ?? element?.textContent ?? undefined;
}

function days(written: readonly { readonly basis: Published["basis"]; readonly words: string | undefined }[]): FoundDate[] {
  return written.flatMap(({ basis, words = "" }) => {
    const day = webDay(words);
    const hour = IN_UTC.exec(words)?.[1];
    return day === undefined ? [] : [{ day, basis, ...(hour === undefined ? {} : { hour: Number(hour) }) }];
  });
}

/** A time of day in UTC, which is how machines write times and no publisher tells its day. */
const IN_UTC = /\d[T ](\d{2}):?\d{2}.*(?:Z|UTC|(?:GMT)?[+-]00:?00|GMT)\s*$/;

function tagsOf(page: HtmlPage, ld: LinkedData, meta: MetaReader): string[] {
  const single = [...page.querySelectorAll('meta[property="article:tag"]')].flatMap((each) => each.getAttribute("content") ?? []);
  const lists = [...single, ...ld.keywords, meta("keywords") ?? "", meta("news_keywords") ?? "", meta("parsely-tags") ?? ""];
  const tags = lists
    .flatMap((list) => list.split(/[,;]/))
    .map(tidy)
    .filter((tag) => tag !== "" && tag.length <= 80);
  return [...new Map(tags.map((tag) => [tag.toLowerCase(), tag])).values()].slice(0, 50);
}

function textOf(element: HtmlElement | null | undefined): string | undefined {
  return tidied(element?.textContent ?? undefined);
}

function tidied(words: string | undefined): string | undefined {
  const clean = words === undefined ? "" : tidy(words);
  return clean === "" ? undefined : clean;
}
