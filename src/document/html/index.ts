// The door of html/: a page to a document, or to the plain record that `pacta extract` prints.
import { ownAddress } from "../address.ts";
import type { DateBasis, Document, DeclaredOrigin } from "../document.ts";
import { makeDocument } from "../make-document.ts";
import type { Draft } from "../make-document.ts";
import type { DocumentSetting, Given } from "../outcome.ts";
import { draftOf } from "./draft.ts";
import type { PageTask } from "./draft.ts";
import type { PageParser } from "./parser.ts";
export { parsePage } from "./dom.ts";
export type { HtmlElement } from "./dom.ts";
export { feedLinks } from "./feed-links.ts";
export type { FeedLink } from "./feed-links.ts";
export { pagesInThread } from "./parser.ts";
export type { PageParser } from "./parser.ts";
export { piecesOf, tidy } from "./pieces.ts";

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

/** HTML as a caller has it. With `fragment` it is an article and nothing else, of which `given.told` says the rest. */
export interface Page {
  readonly html: string;
  readonly fragment?: boolean | undefined;
}

/** The document of a page, made here and now. Throws as `makeDocument` does, and `PACTA_HTML_TOO_DEEP`, `PACTA_HTML_TOO_LARGE` or `PACTA_HTML_BROKEN`. */
export function htmlDocument(html: string, setting: DocumentSetting, given: Given = {}): Document {
  return pageDocument({ html }, setting, given);
}

/** The document of a page or a fragment. Throws as `htmlDocument` does. */
export function pageDocument(page: Page, setting: DocumentSetting, given: Given): Document {
  return documentOf(draftOf(taskOf(page, given), setting.furniture), setting, given);
}

/** The same of a page that `parser` takes apart. Rejects with `PACTA_HTML_TOO_COSTLY` too. */
export async function pageDocumentBy(parser: PageParser, page: Page, setting: DocumentSetting, given: Given): Promise<Document> {
  return documentOf(await parser.parse(taskOf(page, given)), setting, given);
}

function taskOf({ html, fragment = false }: Page, { url, told }: Given): PageTask {
  return { html, url, ...(fragment ? { fragment: { title: told?.heading } } : {}) };
}

function documentOf(draft: Draft, setting: DocumentSetting, given: Given): Document {
  const url = ownAddress(draft.url, given.url, setting.addresses);
  // A page that names another site's as its own form is believed so far that it may be a copy of that.
  const elsewhere: DeclaredOrigin | undefined = draft.url === undefined || url !== undefined ? undefined : { url: draft.url, basis: "canonical" };
  return makeDocument({ ...draft, url, origins: [...(draft.origins ?? []), elsewhere] }, setting, given);
}

/** The article of a page found at `url`. Throws as `htmlDocument` does. */
export function extract(html: string, setting: DocumentSetting, url?: string): Extraction {
  return extractionOf(htmlDocument(html, setting, url === undefined ? {} : { url }));
}

/** The same, as far as the document of a page has it. */
export function extractionOf(document: Document): Extraction {
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
