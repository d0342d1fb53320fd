// Which of the files that hang on a message are read: texts, pages, PDFs and messages. The rest are pictures, tables,
// programs and signatures, of which it is only said that they are there.
import { extname } from "node:path";
import type { ContainerType, MediaType } from "../resource.ts";

const BY_TYPE: ReadonlyMap<string, MediaType | ContainerType> = new Map([
  ["text/plain", "text/plain"],
  ["text/markdown", "text/markdown"],
  ["text/html", "text/html"],
  ["application/xhtml+xml", "text/html"],
  ["application/pdf", "application/pdf"],
  ["application/x-pdf", "application/pdf"],
  ["message/rfc822", "message/rfc822"],
  ["multipart/related", "multipart/related"],
]);

const BY_EXTENSION: ReadonlyMap<string, MediaType | ContainerType> = new Map([
  [".txt", "text/plain"],
  [".text", "text/plain"],
  [".md", "text/markdown"],
  [".html", "text/html"],
  [".htm", "text/html"],
  [".pdf", "application/pdf"],
  [".eml", "message/rfc822"],
  [".mht", "multipart/related"],
  [".mhtml", "multipart/related"],
]);

/** What programs call a file that they know nothing of. */
const UNTOLD: ReadonlySet<string> = new Set(["application/octet-stream", "application/x-download", "application/force-download", "text/plain"]);

/** How an attachment is read, by what the message calls it and by its name; undefined where it is not. */
export function attachedType(type: string, name: string): MediaType | ContainerType | undefined {
  // An ending is short and has a letter: "Press release of 5.May" and "No. 12.3" have none.
  const extension = /^\.(?=.*[a-z])[a-z\d]{1,5}$/.exec(extname(name).toLowerCase())?.[0];
  // Plain text is what tables, calendars and cards are called too, and then only their names tell.
  return UNTOLD.has(type) && extension !== undefined ? BY_EXTENSION.get(extension) : BY_TYPE.get(type);
}
