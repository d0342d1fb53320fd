// A document's id where nobody gave one: the hash of its words, so that the same text is the same document everywhere.
import { createHash } from "node:crypto";

/** The caller's id, else the canonical URL, else `sha256:` and the lower-case hex hash of the text in UTF-8. */
export function identify(text: string, id?: string, canonical?: string): string {
  return id ?? canonical ?? `sha256:${createHash("sha256").update(text, "utf8").digest("hex")}`;
}

/** An absolute http(s) address without its fragment, resolved against `base`; undefined where it is none. */
export function webAddress(written: string, base?: string): string | undefined {
  const url = URL.parse(written.trim(), base);
  if (url === null || !/^https?:$/.test(url.protocol)) return undefined;
  url.hash = "";
  return url.href;
}
