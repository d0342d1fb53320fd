// From the HTML of a page to all that its document is made of, as plain data: this part of the way runs in a thread where the
// page is anybody's (parser.ts), so that it loads little and is given words and tables alone.
import { webAddress } from "../address.ts";
import type { Published } from "../document.ts";
import type { Furniture } from "../furniture.ts";
import type { Draft } from "../make-document.ts";
import { datesIn } from "../stated.ts";
import { bodyOf, bodyOfFragment } from "./body.ts";
import { parsePage } from "./dom.ts";
import { metadataOf } from "./metadata.ts";
import type { Metadata } from "./metadata.ts";

/** One page to be taken apart. */
export interface PageTask {
  readonly html: string;
  /** Where it was found. */
  readonly url?: string | undefined;
  /** For HTML that is an article and nothing else: the title that its feed gives it. */
  readonly fragment?: { readonly title?: string | undefined } | undefined;
}

/** The draft of a page. Its `url` is what the page says, believed or not. Throws `PACTA_HTML_TOO_DEEP`, `PACTA_HTML_TOO_LARGE` or `PACTA_HTML_BROKEN`. */
export function draftOf({ html, url, fragment }: PageTask, furniture: Furniture): Draft {
  return fragment === undefined ? pageDraft(html, url, furniture) : fragmentDraft(html, fragment.title, furniture);
}

function pageDraft(html: string, found: string | undefined, furniture: Furniture): Draft {
  const page = parsePage(html);
  const metadata = metadataOf(page, found === undefined ? undefined : webAddress(found));
  const { text, blocks, captions, days } = bodyOf(page, metadata, furniture);
  const { title: heading, byline, language, tags, canonical: url, origins } = metadata;
  const line = (day: string): Published => ({ day, basis: "dateline" });
  const dates = [...metadata.dates, ...days.published.slice(0, 1).map(line), ...datesIn(text, blocks, furniture)];
  const modified = [...metadata.modified, ...days.modified.map(line)];
  const dek = dekOf(metadata, text);
  return { text, blocks, heading, dek, byline, captions, language, tags, url, dates, modified, origins };
}

function fragmentDraft(html: string, title: string | undefined, furniture: Furniture): Draft {
  const { text, blocks, captions } = bodyOfFragment(parsePage(html), title, furniture);
  return { text, blocks, captions, dates: datesIn(text, blocks, furniture) };
}

/** A description that repeats the text or breaks off is no dek. */
function dekOf({ dek, description, title }: Metadata, text: string): string | undefined {
  if (dek !== undefined) return dek;
  if (description === undefined || description === title || /(?:\.\.\.|…)$/.test(description)) return undefined;
  return text.includes(description.slice(0, 60)) ? undefined : description;
}
