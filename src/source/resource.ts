// What source/ hands on: the text of one resource, or the coded failure of one. A failure is a value,
// because bad input must never stop the documents that come after it.
import { PactaError, toPactaError } from "../error.ts";
import type { Place } from "../error.ts";
import type { Told } from "./told.ts";

/** The formats that can be read into documents. A line of `application/x-ndjson` is a resource of its own. */
export const MEDIA_TYPES = ["text/plain", "text/markdown", "text/html", "application/json", "application/x-ndjson"] as const;
export type MediaType = (typeof MEDIA_TYPES)[number];

/**
 * The formats that hold texts of other formats: any feed (RSS, Atom, RDF, JSON Feed), a sitemap, OPML, a message, a mailbox, a
 * saved page (MHTML), a PDF.
 */
export const CONTAINER_TYPES = [
  "application/rss+xml",
  "application/x-sitemap",
  "text/x-opml",
  "message/rfc822",
  "application/mbox",
  "multipart/related",
  "application/pdf",
] as const;
export type ContainerType = (typeof CONTAINER_TYPES)[number];

/** Decoded text of one file, or of one line of a JSONL file. */
export interface Resource {
  readonly kind: "resource";
  /** The path as it was given or walked to, `-` for standard input. */
  readonly name: string;
  readonly mediaType: MediaType;
  /** As decoded: without a byte order mark, line ends untouched. */
  readonly text: string;
  /** WHATWG name of the charset that the bytes were read in. */
  readonly charset: string;
  /** Line in the file from 1, for a line of JSONL. */
  readonly line?: number;
  /** The address that it was found at, where what held it (an archive, a feed, a server) tells one. */
  readonly url?: string;
  /** The day (ISO 8601) on which the server that gave it says that it was last changed. */
  readonly modified?: string;
  /** What a reader of it should know, though it can be read: that it is the beginning of a page that is sold. */
  readonly notes?: readonly PactaError[];
  /** Where on the web the feed or message that carries it was found: what that says of addresses holds for its own site alone. */
  readonly carrier?: string;
  /** What holds it (a feed, a message) says of it. */
  readonly told?: Told;
  /** True for HTML that is an article and nothing else (a feed's), in which none has to be looked for. */
  readonly fragment?: true;
}

/** One document that could not be read, and why. */
export interface Failure {
  readonly kind: "failure";
  readonly error: PactaError;
  /** The document's id, where the input got as far as to tell it. */
  readonly id?: string;
}

/** Sizes in bytes beyond which a document is refused. */
export interface Limits {
  /** A whole file (after decompression) that holds many texts, as an array of JSON does. */
  readonly file: number;
  /** A file that is one text: plain, Markdown or HTML. */
  readonly text: number;
  /** One line of JSONL. */
  readonly line: number;
  /** How many times larger than its gzip a decompressed stream may be, once it has passed `file` bytes. */
  readonly expansion: number;
}

/** 64 MiB a file, 16 MiB a text or line; no honest text compresses 200 to 1. */
export const LIMITS: Limits = { file: 64 * 1024 * 1024, text: 16 * 1024 * 1024, line: 16 * 1024 * 1024, expansion: 200 };

/**
 * The failure of one document, from anything thrown. Errors of the file system get their input codes; an error that
 * was thrown deeper down, without knowing the file, gets its place.
 */
export function failure(thrown: unknown, place: Place, id?: string): Failure {
  const error = placed(fileError(thrown, place) ?? toPactaError(thrown, place), place);
  return { kind: "failure", error, ...(id === undefined ? {} : { id }) };
}

/** Deeper lines count from where the deeper text begins, so they win over the outer one. */
function placed(error: PactaError, place: Place): PactaError {
  if (error.place.source !== undefined || Object.keys(place).length === 0) return error;
  return new PactaError(error.code, error.message, error.remedy, { ...place, ...error.place }, error.cause);
}

/** The coded form of a file system error, or undefined where it is none. */
function fileError(thrown: unknown, place: Place): PactaError | undefined {
  if (thrown instanceof PactaError || !(thrown instanceof Error) || !("code" in thrown)) return undefined;
  const { code } = thrown;
  if (code === "ENOENT" || code === "ENOTDIR") {
    return new PactaError("PACTA_INPUT_MISSING", "there is no such file or folder", "Check the path", place, thrown);
  }
  if (typeof code === "string" && /^E[A-Z]+$/.test(code)) {
    return new PactaError(
      "PACTA_INPUT_UNREADABLE",
      `the system refused to read it (${code})`,
      "Check that it is a readable file or folder",
      place,
      thrown,
    );
  }
  return undefined;
}
