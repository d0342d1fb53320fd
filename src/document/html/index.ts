// The door of html/: a page to a document, or to the plain record that `pacta extract` prints.
import { ownAddress, webAddress } from "../address.ts";
import type { DateBasis, Document, Published } from "../document.ts";
import { makeDocument } from "../make-document.ts";
import type { DocumentSetting, Given } from "../outcome.ts";
import { datesIn } from "../plain-text.ts";
import { bodyOf, bodyOfFragment } from "./body.ts";
import { parsePage } from "./dom.ts";
export { parsePage } from "./dom.ts";
export type { HtmlElement } from "./dom.ts";
export { feedLinks } from "./feed-links.ts";
export type { FeedLink } from "./feed-links.ts";
export { piecesOf, tidy } from "./pieces.ts";
import { metadataOf } from "./metadata.ts";
import type { Metadata } from "./metadata.ts";

/** The article of a page; null is unknown. `text` is the text that the document of the page stores. */
export interface Extraction {
  readonly title: string | null;
  readonly dek: string | null;
  readonly byline: string | null;
  /** ISO 8601 day. */
  readonly date: string | null;
  readonly dateSource: DateBasis | null;
  readonly language: string | null;
  readonly text: string;
  readonly captions: readonly string[];
  readonly tags: readonly string[];
  readonly canonical: string | null;
}

/** The document of a page. Throws as `makeDocument` does, and `PACTA_HTML_TOO_DEEP` or `PACTA_HTML_TOO_LARGE`. */
export function htmlDocument(html: string, setting: DocumentSetting, given: Given = {}): Document {
  const page = parsePage(html);
  const metadata = metadataOf(page, given.url === undefined ? undefined : webAddress(given.url));
  const { text, blocks, captions, days } = bodyOf(page, metadata, setting.furniture);
  const { title: heading, byline, language, tags } = metadata;
  const url = ownAddress(metadata.canonical, given.url, setting.addresses);
  const line = (day: string): Published => ({ day, basis: "dateline" });
  const dates = [...metadata.dates, ...days.published.slice(0, 1).map(line), ...datesIn(text, blocks, setting.furniture)];
  const modified = [...metadata.modified, ...days.modified.map(line)];
  const dek = dekOf(metadata, text);
  return makeDocument({ text, blocks, heading, dek, byline, captions, language, tags, url, dates, modified }, setting, given);
}

/** The document of HTML that is an article and nothing else, of which `given.told` says the rest. Throws as `htmlDocument` does. */
export function fragmentDocument(html: string, setting: DocumentSetting, given: Given = {}): Document {
  const { text, blocks, captions } = bodyOfFragment(parsePage(html), given.told?.heading, setting.furniture);
  return makeDocument({ text, blocks, captions, dates: datesIn(text, blocks, setting.furniture) }, setting, given);
}

/** The article of a page found at `url`. Throws as `htmlDocument` does. */
export function extract(html: string, setting: DocumentSetting, url?: string): Extraction {
  const document = htmlDocument(html, setting, url === undefined ? {} : { url });
  return {
    title: document.heading ?? null,
    dek: document.dek ?? null,
    byline: document.byline ?? null,
    date: document.published?.day ?? null,
    dateSource: document.published?.basis ?? null,
    language: document.language ?? null,
    text: document.text,
    captions: document.captions ?? [],
    tags: document.tags,
    canonical: document.url ?? null,
  };
}

/** A description that repeats the text or breaks off is no dek. */
function dekOf({ dek, description, title }: Metadata, text: string): string | undefined {
  if (dek !== undefined) return dek;
  if (description === undefined || description === title || /(?:\.\.\.|…)$/.test(description)) return undefined;
  return text.includes(description.slice(0, 60)) ? undefined : description;
}
