// What servers, programs and the names of files call the formats that can be read. Who reads only some of them, or believes only
// some names, leaves the others out.
import { extname } from "node:path";
import type { ContainerType, MediaType } from "./resource.ts";

/** A format that can be read. */
export type Format = MediaType | ContainerType;

const BY_TYPE: ReadonlyMap<string, Format> = new Map<string, Format>([
  ["text/plain", "text/plain"],
  ["text/html", "text/html"],
  ["application/xhtml+xml", "text/html"],
  ["text/markdown", "text/markdown"],
  ["application/json", "application/json"],
  ["application/ld+json", "application/json"],
  ["application/x-ndjson", "application/x-ndjson"],
  ["application/ndjson", "application/x-ndjson"],
  ["application/jsonl", "application/x-ndjson"],
  ["application/rss+xml", "application/rss+xml"],
  ["application/atom+xml", "application/rss+xml"],
  ["application/rdf+xml", "application/rss+xml"],
  ["application/feed+json", "application/rss+xml"],
  ["text/x-opml", "text/x-opml"],
  ["message/rfc822", "message/rfc822"],
  ["application/mbox", "application/mbox"],
  ["multipart/related", "multipart/related"],
  ["application/x-mimearchive", "multipart/related"],
  ["application/pdf", "application/pdf"],
  ["application/x-pdf", "application/pdf"],
]);

const BY_EXTENSION: ReadonlyMap<string, Format> = new Map<string, Format>([
  [".rss", "application/rss+xml"],
  [".atom", "application/rss+xml"],
  [".rdf", "application/rss+xml"],
  [".jsonfeed", "application/rss+xml"],
  [".opml", "text/x-opml"],
  [".eml", "message/rfc822"],
  [".mbox", "application/mbox"],
  [".mht", "multipart/related"],
  [".mhtml", "multipart/related"],
  [".pdf", "application/pdf"],
  [".txt", "text/plain"],
  [".text", "text/plain"],
  [".md", "text/markdown"],
  [".markdown", "text/markdown"],
  [".html", "text/html"],
  [".htm", "text/html"],
  [".xhtml", "text/html"],
  [".json", "application/json"],
  [".jsonl", "application/x-ndjson"],
  [".ndjson", "application/x-ndjson"],
]);

/** The format that a media type (in lower case, without parameters) names; undefined for one that is not known. */
export function formatOfType(type: string): Format | undefined {
  return BY_TYPE.get(type);
}

/** The format that an ending (`.html`, in lower case) names; undefined for one that is not known. */
export function formatOfEnding(ending: string): Format | undefined {
  return BY_EXTENSION.get(ending);
}

/** The ending of a name in lower case, that of packing left out; empty where there is none. */
export function endingOf(name: string): string {
  return extname(name.replace(/\.gz$/i, "")).toLowerCase();
}
