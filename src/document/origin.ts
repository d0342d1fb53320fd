// Where a report says that it was first published. Papers print the reports of agencies by the hundred, and most of them say so.
import { canonicalUrl, webAddress } from "./address.ts";
import type { AddressRules } from "./address-rules.ts";
import { datelineOf } from "./dateline.ts";
import type { Block, DeclaredOrigin } from "./document.ts";
import type { Furniture } from "./furniture.ts";

/** Characters of an outlet's name. */
const LONGEST = 80;

/** The origin that a page names in a field: an address or a name. Undefined for neither. */
export function namedOrigin(written: string | undefined, basis: DeclaredOrigin["basis"], base?: string): DeclaredOrigin | undefined {
  const words = written?.trim() ?? "";
  if (/^(?:https?:)?\/\//i.test(words)) {
    const url = webAddress(words, base);
    return url === undefined ? undefined : { url, basis };
  }
  return words === "" || words.length > LONGEST || !/\p{L}/u.test(words) ? undefined : { outlet: words, basis };
}

/** The agency in a dateline, "(Reuters) -", else one that stands by itself in the byline, "Ann Lee, Reuters". */
export function statedOrigin(text: string, blocks: readonly Block[], byline: string | undefined, furniture: Furniture): DeclaredOrigin | undefined {
  const at = blocks.findIndex(({ kind }) => kind === "dateline");
  const block = blocks[at];
  const paragraph = block === undefined ? undefined : { start: block.start, end: blocks[at + 1]?.end ?? block.end };
  const agency = paragraph === undefined ? undefined : datelineOf(text, paragraph, furniture)?.agency;
  if (agency !== undefined) return { outlet: agency, basis: "dateline" };
  const parts = (byline ?? "").slice(0, 300).split(/[,;/|()–—]| - | for | of /);
  const outlet = parts.map((part) => part.trim()).find((part) => furniture.agencies.has(part.toLowerCase()));
  return outlet === undefined ? undefined : { outlet, basis: "byline" };
}

/** The first origin that is another address than the report's own. */
export function originOf(found: readonly (DeclaredOrigin | undefined)[], url: string | undefined, rules: AddressRules): DeclaredOrigin | undefined {
  const own = url === undefined ? undefined : canonicalUrl(url, rules);
  return found.find((each) => each !== undefined && (each.url === undefined || canonicalUrl(each.url, rules) !== own));
}
