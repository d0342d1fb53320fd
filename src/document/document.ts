// The document: one stored text with what surrounds it. The text never changes after it is stored;
// everything later points into it with spans.
import type { Span } from "./span.ts";

/** What a stretch of the text is. Only `paragraph`, `headline`, `dek`, `list` and `quote` blocks are read for claims. */
export type BlockKind = "headline" | "dek" | "byline" | "dateline" | "caption" | "credit" | "paragraph" | "list" | "quote" | "tail";

/** A stretch of the text and its kind; blocks are in order and do not overlap. A dateline is a block of its own before its paragraph. */
export interface Block extends Span {
  readonly kind: BlockKind;
}

/**
 * Where a publication day was found, most trusted first. `feed` and `mail` are what a feed says of its entry and the head
 * of a message; `feed-updated` is the day of an entry's last change, `pdf-info` the day on which a PDF was made,
 * `carrier` that of the message that a file hung on or of the browser that saved a page.
 */
export type DateBasis =
  | "caller"
  | "json-ld"
  | "meta"
  | "time-tag"
  | "feed"
  | "mail"
  | "url"
  | "dateline"
  | "feed-updated"
  | "pdf-info"
  | "carrier"
  | "http-header";

/** The day of publication (ISO 8601 `YYYY-MM-DD`) and where it was found. */
export interface Published {
  readonly day: string;
  readonly basis: DateBasis;
}

/**
 * Where a report says that it was first published: an outlet by its name, as it is written, or an address. `meta`, `json-ld` and
 * `canonical` (an address on another site than the page's) are what a page says to others, `dateline` and `byline` its words.
 */
export interface DeclaredOrigin {
  readonly outlet?: string;
  readonly url?: string;
  readonly basis: "meta" | "json-ld" | "canonical" | "dateline" | "byline";
}

/** A document as it is read and stored. Fields that the input does not give are absent, never guessed. */
export interface Document {
  /** The caller's id, else the canonical URL, else `sha256:` and the hash of the text. */
  readonly id: string;
  /** What it is where it is no report: `spreadsheet` is one row of a table that a person keeps. */
  readonly kind?: "spreadsheet";
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly url?: string;
  readonly published?: Published;
  /** The day on which the page says that it was last changed, where it says so. */
  readonly modified?: Published;
  /** Days of publication that were found elsewhere and differ from `published`, most trusted first; absent where all agree. */
  readonly otherDates?: readonly Published[];
  /** A title or heading that stands outside the text; context, read for claims only with `--headings`. */
  readonly heading?: string;
  /** The line under a title that stands outside the text (HTML). */
  readonly dek?: string;
  readonly byline?: string;
  /** Captions that stand outside the text (HTML); captions of plain text are blocks. Never read for claims. */
  readonly captions?: readonly string[];
  /** ISO 639-1 where it could be told. */
  readonly language?: string;
  /** Where it says that it was first published. Evidence of that; which reports are copies, and of which, is told by their words (`near/`). */
  readonly origin?: DeclaredOrigin;
  /** The outlets that the input cites. */
  readonly sources: readonly string[];
  readonly tags: readonly string[];
}
