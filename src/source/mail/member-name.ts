// What hangs on a message is named after it, and by its own name: `alert.eml!release.pdf`.
import type { ContainerType, MediaType } from "../resource.ts";

/** Characters of a name that are shown: names are made by anybody, and a place is read by people. */
const LONGEST = 100;

const ENDINGS: Partial<Record<MediaType | ContainerType, string>> = {
  "text/plain": ".txt",
  "text/markdown": ".md",
  "text/html": ".html",
  "application/pdf": ".pdf",
  "message/rfc822": ".eml",
  "multipart/related": ".mhtml",
};

/** The name of the attachment at `index` (from 0) of what is called `outer`. */
export function memberName(outer: string, name: string | undefined, index: number, type: MediaType | ContainerType): string {
  const own = name?.replace(/[\p{C}/\\!]+/gu, "_").slice(0, LONGEST);
  return `${outer}!${own === undefined || own === "" ? `${index + 1}${ENDINGS[type] ?? ""}` : own}`;
}
