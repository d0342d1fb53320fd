// Sitemaps, those of news with them, and indexes of sitemaps: lists of addresses, with what is said of each.
import { XMLParser } from "fast-xml-parser";
import { z } from "zod";
import { PactaError } from "../../error.ts";
import { httpAddress, stated } from "./entry.ts";
import { checkXml } from "./xml.ts";

/** An address in a sitemap, with what the sitemap says of its page. */
export interface ListedPage {
  readonly url: string;
  /** Of a news sitemap: the day or moment of publication, as written. */
  readonly published?: string;
  /** The last change of the page, as written. */
  readonly modified?: string;
  readonly title?: string;
  /** Of a news sitemap: the outlet and the language, as written. */
  readonly source?: string;
  readonly language?: string;
}

/** A sitemap: pages, or (of an index) further sitemaps. */
export interface Sitemap {
  readonly kind: "pages" | "index";
  readonly pages: readonly ListedPage[];
  /** Entries without an address. */
  readonly skipped: number;
}

/** The most addresses that a sitemap may have by its own rules. */
const MAX_PAGES = 50_000;

const words = z.string().trim().min(1).max(4096).optional().catch(undefined);
const listed = z.object({
  loc: words,
  lastmod: words,
  news: z
    .object({ title: words, publication_date: words, publication: z.object({ name: words, language: words }).optional().catch(undefined) })
    .optional()
    .catch(undefined),
});

/** What repeats is a list even where it stands once. */
const LISTS = new Set(["url", "sitemap"]);

/**
 * Reads a sitemap or an index of them. Throws `PACTA_SITEMAP_BROKEN` for what is none, `PACTA_XML_ENTITIES` and
 * `PACTA_XML_TOO_LARGE`. Of more than 50,000 addresses the first are given.
 */
export function parseSitemap(xml: string, base?: string): Sitemap {
  checkXml(xml);
  const root = rootsOf(xml);
  const index = "sitemapindex" in root;
  const found = z
    .object({ url: z.array(z.unknown()).catch([]), sitemap: z.array(z.unknown()).catch([]) })
    .safeParse(root[index ? "sitemapindex" : "urlset"]);
  const entries = found.success ? found.data[index ? "sitemap" : "url"] : [];
  const pages = entries.slice(0, MAX_PAGES).flatMap((entry) => pageOf(entry, base));
  return { kind: index ? "index" : "pages", pages, skipped: entries.length - pages.length };
}

function rootsOf(xml: string): Record<string, unknown> {
  try {
    const parser = new XMLParser({
      removeNSPrefix: true,
      parseTagValue: false,
      ignoreAttributes: true,
      maxNestedTags: 32,
      isArray: (name) => LISTS.has(name),
    });
    const parsed = z.record(z.string(), z.unknown()).parse(parser.parse(xml, true));
    if ("urlset" in parsed || "sitemapindex" in parsed) return parsed;
  } catch (thrown) {
    throw broken(thrown);
  }
  throw broken();
}

function broken(thrown?: unknown): PactaError {
  return new PactaError("PACTA_SITEMAP_BROKEN", "this is no sitemap, or not a whole one", "Fetch it again", {}, thrown);
}

function pageOf(entry: unknown, base: string | undefined): ListedPage[] {
  const page = listed.safeParse(entry);
  const url = page.success ? httpAddress(page.data.loc, base) : undefined;
  if (!page.success || url === undefined) return [];
  const { lastmod: modified, news } = page.data;
  const { publication_date: published, title, publication } = news ?? {};
  return [{ url, ...stated({ published, modified, title, source: publication?.name, language: publication?.language }) }];
}
