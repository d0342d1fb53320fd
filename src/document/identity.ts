// A document's id where nobody gave one: the page's address, else the hash of its words, so that the same page or text is
// the same document everywhere.
import { createHash } from "node:crypto";
import { canonicalUrl } from "./address.ts";
import type { AddressRules } from "./address-rules.ts";

/** What names a document, as far as it is known. `url` is absolute. */
export interface Names {
  readonly text: string;
  readonly id?: string | undefined;
  readonly url?: string | undefined;
}

/** The caller's id, else the canonical URL, else `sha256:` and the lower-case hex hash of the text in UTF-8. */
export function identify({ text, id, url }: Names, rules: AddressRules): string {
  const address = url === undefined ? undefined : canonicalUrl(url, rules);
  return id ?? address ?? `sha256:${createHash("sha256").update(text, "utf8").digest("hex")}`;
}
