// Pages that stand in for the one that was asked for: "not found" under a status that says it was, and the beginnings of pages
// that are sold. Only what a site itself says counts; how a page looks would be a guess.
import { decodeHTML } from "entities";
import { PactaError } from "../error.ts";

/** How far into a page its head is looked for. */
const HEAD = 256 * 1024;

/** What a title, or its part before the site's name, says of a page that is none. A bare "not found" may be news. */
const NO_PAGE = [
  /^(?:http )?(?:error |status )?404(?: error| not found)?$/,
  /^(?:(?:error )?404:? )?(?:the |this |requested )?(?:page|article|story) (?:(?:you requested |you're looking for )?(?:(?:was |is |could )?not (?:be )?(?:found|available)|can(?:'t|not) be found|does(?: not|n't) exist|(?:is )?no longer (?:exists|available)))$/,
];

/**
 * The error of a page that is not there though the server says 200: its title says so, or the way led from a page to the
 * site's front page. Undefined for any other.
 */
export function notThere(html: string, asked: string, url: string): PactaError | undefined {
  const written = /<title\b[^>]{0,200}>([^<]{0,300})/i.exec(html.slice(0, HEAD))?.[1];
  const title = written === undefined ? undefined : decodeHTML(written).replace(/\s+/g, " ").trim();
  if (title !== undefined && isNoPage(title)) return softly(`the page says that it is none ("${title.slice(0, 60)}")`);
  return isFront(url) && !isFront(asked) ? softly("the address leads to the site's front page") : undefined;
}

function isNoPage(title: string): boolean {
  const said = title.toLowerCase().replaceAll("’", "'");
  const first = said.split(/ *[|·–—] *| [-:] |: /, 1)[0] ?? "";
  return /^(?:404 |page )?not found[.!]?$/.test(said) || NO_PAGE.some((pattern) => pattern.test(first.replace(/[.!]+$/, "")));
}

function softly(what: string): PactaError {
  return new PactaError("PACTA_FETCH_SOFT_404", what, "Check the address; an archive of the web may have the page");
}

function isFront(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && /^\/(?:index\.\w{2,5})?$/.test(url.pathname) && url.search === "";
}

/** True where a page says of itself that it is not free to read (schema.org, or the tier that many sites name). */
export function isSold(html: string): boolean {
  const said = /"isAccessibleForFree"\s{0,9}:\s{0,9}"?(?:false|no)\b/i;
  const tier =
    /<meta\b[^>]{0,200}\b(?:article:content_tier|cXenseParse:[\w-]{0,40}access)["'][^>]{0,200}\bcontent=["'](?:locked|metered|paid|premium)["']/i;
  return said.test(html) || tier.test(html.slice(0, HEAD));
}
