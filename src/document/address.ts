// The form of a web address under which a page is one document however its reader came to it. Pages are told apart by
// anything that is not listed as a mark of the way there, so that two pages are never taken for one.
import type { AddressRules } from "./address-rules.ts";

/** An absolute http(s) address without its fragment, resolved against `base`; undefined where it is none. */
export function webAddress(written: string, base?: string): string | undefined {
  const url = webUrl(written, base);
  if (url === undefined) return undefined;
  url.hash = "";
  return url.href;
}

/**
 * The address that names the page: scheme and host in small letters, without default port, user, fragment, tracking parameters, mobile or
 * AMP host and final slash, its parameters in order and its percent signs in their shortest form. Undefined where it is no web address.
 */
export function canonicalUrl(written: string, rules: AddressRules): string | undefined {
  const url = webUrl(written);
  if (url === undefined) return undefined;
  const page = behindCaches(url, rules);
  const named = hostOf(page.hostname, rules);
  const port = page.port === "" ? "" : `:${page.port}`;
  const path = shortest(page.pathname).replace(/\/+$/, "");
  const query = queryOf(page.search, rules);
  return `${page.protocol}//${named}${port}${path === "" ? "/" : path}${query === "" ? "" : `?${query}`}`;
}

/**
 * The address that a page names for itself, as far as it may speak: of a page that was found at an address it must lie on the same site.
 * Else whoever puts a page on the web could write into what the ledger holds of another's. Undefined where it is not believed.
 */
export function ownAddress(named: string | undefined, found: string | undefined, rules: AddressRules): string | undefined {
  if (named === undefined || found === undefined) return named;
  const [own, other] = [siteOf(named, rules), siteOf(found, rules)];
  const isSame = own !== undefined && other !== undefined && (own === other || isWithin(own, other) || isWithin(other, own));
  return isSame ? named : undefined;
}

function siteOf(address: string, rules: AddressRules): string | undefined {
  const page = canonicalUrl(address, rules);
  return page === undefined ? undefined : new URL(page).hostname.replace(/^www\./, "");
}

/** "edition.example.org" lies within "example.org", and nothing within a word alone. */
function isWithin(host: string, site: string): boolean {
  return site.includes(".") && host.endsWith(`.${site}`);
}

/** True where an address is that of a site's front page, which no article has. */
export function isHomePage(address: string): boolean {
  const url = webUrl(address);
  return (
    url !== undefined && url.search === "" && /^\/(?:[a-z]{2}(?:[-_][a-z]{2})?\/?)?(?:(?:index|default|home)(?:\.\w{2,5})?\/?)?$/i.test(url.pathname)
  );
}

function webUrl(written: string, base?: string): URL | undefined {
  const url = URL.parse(written.trim(), base);
  return url === null || !/^https?:$/.test(url.protocol) ? undefined : url;
}

/** Caches in one another that are looked behind; an address with more is somebody's game, and is left as it is. */
const MOST_CACHES = 4;

/** The page that caches hold. */
function behindCaches(url: URL, rules: AddressRules): URL {
  let page = url;
  for (let behind = 0; behind <= MOST_CACHES; behind += 1) {
    const { hostname, pathname, search } = page;
    const cache = rules.caches.find(({ host, path }) => isHost(hostname, host) && pathname.startsWith(path));
    const held = cache === undefined ? undefined : webUrl(`${cache.scheme}://${pathname.slice(cache.path.length)}${search}`);
    if (held === undefined) return page;
    page = held;
  }
  return url;
}

function isHost(hostname: string, pattern: string): boolean {
  if (!pattern.startsWith("*.")) return hostname === pattern;
  return hostname.endsWith(pattern.slice(1)) && !hostname.slice(0, -pattern.length + 1).includes(".");
}

/** The host that a page itself stands under. */
function hostOf(hostname: string, { hosts, prefixes }: AddressRules): string {
  const plain = hostname.replace(/(?<=[^.])\.+$/, "");
  const listed = Object.entries(hosts).find(([pattern]) => isHost(plain, pattern));
  if (listed !== undefined) return listed[1].replace("*", plain.split(".")[0] ?? "");
  const [first = "", ...rest] = plain.split(".");
  const label = Object.hasOwn(prefixes, first) ? prefixes[first] : undefined;
  if (label === undefined || rest.length < 2) return plain;
  return [label, ...rest].join(".");
}

/** The parameters that tell pages apart, in the order of their names; those of one name stay in the order given. */
function queryOf(search: string, { parameters }: AddressRules): string {
  const kept = search
    .slice(1)
    .split("&")
    .map(shortest)
    .filter((part) => part !== "" && !parameters.some((pattern) => isListed(part, pattern)));
  return kept.toSorted((a, b) => compare(nameOf(a), nameOf(b))).join("&");
}

/** A pattern is a name, the beginning of one, or a name with its value. */
function isListed(part: string, pattern: string): boolean {
  const said = pattern.includes("=") ? part.toLowerCase() : nameOf(part).toLowerCase();
  return pattern.endsWith("*") ? said.startsWith(pattern.slice(0, -1)) : said === pattern;
}

function nameOf(part: string): string {
  return part.split("=", 1)[0] ?? "";
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Percent signs only where a character needs one, their digits in capitals. */
function shortest(words: string): string {
  return words.replace(/%[0-9a-f]{2}/gi, (escape) => {
    const sign = String.fromCharCode(Number.parseInt(escape.slice(1), 16));
    return /[A-Za-z0-9._~-]/.test(sign) ? sign : escape.toUpperCase();
  });
}
