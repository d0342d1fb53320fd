// Which of the files that hang on a message are read: texts, pages, PDFs and messages. The rest are pictures, tables,
// programs and signatures, of which it is only said that they are there.
import { extname } from "node:path";
import { formatOfEnding, formatOfType } from "../format-names.ts";
import type { Format } from "../format-names.ts";

const READ: ReadonlySet<Format> = new Set<Format>([
  "text/plain",
  "text/markdown",
  "text/html",
  "application/pdf",
  "message/rfc822",
  "multipart/related",
]);

/** What programs call a file that they know nothing of. */
const UNTOLD: ReadonlySet<string> = new Set(["application/octet-stream", "application/x-download", "application/force-download", "text/plain"]);

/** How an attachment is read, by what the message calls it and by its name; undefined where it is not. */
export function attachedType(type: string, name: string): Format | undefined {
  // An ending is short and has a letter: "Press release of 5.May" and "No. 12.3" have none.
  const extension = /^\.(?=.*[a-z])[a-z\d]{1,5}$/.exec(extname(name).toLowerCase())?.[0];
  // Plain text is what tables, calendars and cards are called too, and then only their names tell.
  const format = UNTOLD.has(type) && extension !== undefined ? formatOfEnding(extension) : formatOfType(type);
  return format !== undefined && READ.has(format) ? format : undefined;
}
