// What a page says about its article in JSON-LD (schema.org). A block that is not JSON is passed over: the page itself
// can still be read, and says most of it again elsewhere.
import type { HtmlPage } from "./dom.ts";

/** The article's fields, as written. */
export interface LinkedData {
  readonly headline?: string;
  readonly description?: string;
  readonly published?: string;
  readonly modified?: string;
  readonly authors: readonly string[];
  readonly keywords: readonly string[];
  readonly url?: string;
  readonly language?: string;
  readonly body?: string;
  /** What it was made from, and the organisation that it comes from: an address or a name. */
  readonly basedOn?: string;
  readonly sourceOrganization?: string;
}

type Node = { readonly [key: string]: unknown };

const ARTICLE = /(?:Article|BlogPosting|Report|LiveBlogPosting|Review)$/;

/** The first article in the page's JSON-LD, empty where it has none. */
export function linkedData(page: HtmlPage): LinkedData {
  const scripts = [...page.querySelectorAll('script[type="application/ld+json"]')];
  const article = scripts.flatMap((script) => nodesIn(parsed(script.textContent ?? ""), 0)).find(isArticle);
  return article === undefined ? { authors: [], keywords: [] } : fieldsOf(article);
}

function fieldsOf(article: Node): LinkedData {
  const fields = {
    headline: wordsOf(article["headline"]) ?? wordsOf(article["name"]),
    description: wordsOf(article["description"]),
    published: wordsOf(article["datePublished"]) ?? wordsOf(article["dateCreated"]),
    modified: wordsOf(article["dateModified"]),
    url: wordsOf(article["url"]) ?? wordsOf(article["mainEntityOfPage"]),
    language: wordsOf(article["inLanguage"]),
    body: wordsOf(article["articleBody"]),
    basedOn: placeOf(article["isBasedOn"] ?? article["isBasedOnUrl"]),
    sourceOrganization: wordsOf(article["sourceOrganization"]),
  };
  const known = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  return { ...known, authors: namesOf(article["author"]), keywords: listOf(article["keywords"]).flatMap((each) => wordsOf(each) ?? []) };
}

function parsed(json: string): unknown {
  const bare = json.replace(/^\s*(?:<!--|\/\*<!\[CDATA\[\*\/|<!\[CDATA\[)|(?:-->|\/\*\]\]>\*\/|\]\]>)\s*;?\s*$/g, "");
  return valueOf(bare) ?? valueOf(mended(bare));
}

function valueOf(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** What templates get wrong most: line ends within strings, and commas after the last element. */
function mended(json: string): string {
  // oxlint-disable-next-line no-control-regex -- these are the characters that JSON forbids in strings
  return json.replace(/[\u0000-\u001f]+/g, " ").replace(/,\s*(?=[\]}])/g, "");
}

/** The objects of a block, those of `@graph` and arrays too. */
function nodesIn(value: unknown, depth: number): Node[] {
  if (depth > 4 || typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((each) => nodesIn(each, depth + 1));
  const node = value as Node;
  return [node, ...nodesIn(node["@graph"], depth + 1), ...nodesIn(node["mainEntity"], depth + 1)];
}

function isArticle(node: Node): boolean {
  return listOf(node["@type"]).some((type) => typeof type === "string" && ARTICLE.test(type));
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

/** A string, or the name or id of an object that stands for one. */
function wordsOf(value: unknown): string | undefined {
  if (typeof value === "string") return value.trim() === "" ? undefined : value.trim();
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const node = value as Node;
  return wordsOf(node["name"] ?? node["@id"] ?? node["url"]);
}

/** An address, or that of an object that has one. */
function placeOf(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return wordsOf(value);
  const node = value as Node;
  return wordsOf(node["url"] ?? node["@id"]);
}

function namesOf(value: unknown): string[] {
  return listOf(value)
    .flatMap((each) => wordsOf(each) ?? [])
    .filter((name) => !/^https?:/.test(name));
}
