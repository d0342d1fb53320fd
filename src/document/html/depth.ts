// A look at the tags alone, before a tree is built: the tools behind this one recurse, and a page of ten thousand nested
// elements would cost them minutes or the stack.
import { PactaError } from "../../error.ts";

/** Elements within one another. */
export const MAX_DEPTH = 512;

/** Elements on a page; fifty thousand take Readability up to ten seconds, and the longest live blogs have twenty. */
export const MAX_ELEMENTS = 50_000;

/** Nodes of any kind; every character reference and every stray "<" is a text node of its own. */
const MAX_NODES = 200_000;

/** Characters of a page. */
export const MAX_CHARACTERS = 8 * 1024 * 1024;

/** The sum of all elements' squared depths, which its time grows with: one chain to the full depth is as much as this. */
const MAX_WEIGHT = MAX_DEPTH ** 3 / 3 + MAX_DEPTH ** 2;

const TAG = /<(?:!--|(\/?)([a-z][a-z0-9:-]*))/gi;
const VOID = new Set(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]);
const RAW = new Set(["script", "style", "textarea", "title"]);

/** Elements whose end tag may be left out, and what their start closes. */
const CLOSES: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["p", new Set(["p"])],
  ["li", new Set(["li", "p"])],
  ["dt", new Set(["dt", "dd", "p"])],
  ["dd", new Set(["dt", "dd", "p"])],
  ["option", new Set(["option"])],
  ["tr", new Set(["tr", "td", "th", "p"])],
  ["td", new Set(["td", "th", "p"])],
  ["th", new Set(["td", "th", "p"])],
  ["tbody", new Set(["tbody", "thead", "tr", "td", "th"])],
]);

/** Throws `PACTA_HTML_TOO_LARGE` beyond MAX_CHARACTERS. */
export function checkSize(html: string): void {
  if (html.length > MAX_CHARACTERS) throw tooLarge(`${MAX_CHARACTERS} characters`);
}

/** Throws `PACTA_HTML_TOO_DEEP` beyond MAX_DEPTH open elements, `PACTA_HTML_TOO_LARGE` beyond twice MAX_ELEMENTS tags or MAX_CHARACTERS. */
export function checkDepth(html: string): void {
  checkSize(html);
  const open: string[] = [];
  const tags = new RegExp(TAG);
  let count = 0;
  let weight = 0;
  for (let tag = tags.exec(html); tag !== null; tag = tags.exec(html)) {
    const name = tag[2]?.toLowerCase();
    count += 1;
    if (count > 2 * MAX_ELEMENTS) throw tooLarge(`${2 * MAX_ELEMENTS} tags`);
    if (name === undefined) tags.lastIndex = after(html, "-->", tags.lastIndex);
    else if (tag[1] === "/") close(open, name);
    else tags.lastIndex = start(html, open, name, tags.lastIndex);
    if (open.length > MAX_DEPTH) throw tooDeep(tag.index);
    weight += tag[1] === "" ? open.length ** 2 : 0;
    if (weight > MAX_WEIGHT) throw tooHeavy();
  }
}

/** The same of a built tree, in case that its builder understood the tags otherwise. */
export function checkTree(root: TreeNode): void {
  let node: TreeNode | null = root;
  let depth = 0;
  let elements = 0;
  let nodes = 0;
  let weight = 0;
  while (node !== null) {
    nodes += 1;
    elements += node.nodeType === 1 ? 1 : 0;
    weight += node.nodeType === 1 ? depth ** 2 : 0;
    if (depth > MAX_DEPTH) throw tooDeep();
    if (elements > MAX_ELEMENTS) throw tooLarge(`${MAX_ELEMENTS} elements`);
    if (nodes > MAX_NODES) throw tooLarge(`${MAX_NODES} nodes`);
    if (weight > MAX_WEIGHT) throw tooHeavy();
    if (node.firstChild !== null) {
      node = node.firstChild;
      depth += 1;
      continue;
    }
    while (node !== null && node !== root && node.nextSibling === null) {
      node = node.parentNode;
      depth -= 1;
    }
    node = node === null || node === root ? null : node.nextSibling;
  }
}

/** What is needed of a node to walk over it. */
interface TreeNode {
  readonly nodeType: number;
  readonly firstChild: TreeNode | null;
  readonly nextSibling: TreeNode | null;
  readonly parentNode: TreeNode | null;
}

/** Opens an element; returns where the search for tags goes on (after the end of a script's text). */
function start(html: string, open: string[], name: string, at: number): number {
  const end = tagEnd(html, at);
  if (VOID.has(name) || html[end - 2] === "/") return end;
  if (RAW.has(name)) return rawEnd(html, name, end);
  const closes = CLOSES.get(name);
  while (closes?.has(open.at(-1) ?? "") === true) open.pop();
  open.push(name);
  return end;
}

/** The offset behind the `>` of a tag; one inside a quoted value is none. */
function tagEnd(html: string, from: number): number {
  for (let at = from; at < html.length; at += 1) {
    if (html[at] === ">") return at + 1;
    if (html[at] === "=") at = valueEnd(html, at);
  }
  return html.length;
}

/** The offset of the last character of what follows an equals sign, where that is quoted; else of the sign. */
function valueEnd(html: string, equals: number): number {
  let at = equals + 1;
  while (/\s/.test(html[at] ?? "")) at += 1;
  const quote = html[at];
  return quote === '"' || quote === "'" ? after(html, quote, at + 1) - 1 : equals;
}

function rawEnd(html: string, name: string, from: number): number {
  const end = new RegExp(`</${name}`, "gi");
  end.lastIndex = from;
  return end.exec(html) === null ? html.length : end.lastIndex;
}

/** A stray end tag closes nothing. */
function close(open: string[], name: string): void {
  const index = open.lastIndexOf(name);
  if (index >= 0) open.length = index;
}

/** The offset behind the next `words`; the end where there are none. */
function after(html: string, words: string, from: number): number {
  const found = html.indexOf(words, from);
  return found < 0 ? html.length : found + words.length;
}

function tooDeep(offset?: number): PactaError {
  const place = offset === undefined ? {} : { offset };
  return new PactaError(
    "PACTA_HTML_TOO_DEEP",
    `more than ${MAX_DEPTH} elements lie within one another`,
    "Give the article alone, or its text",
    place,
  );
}

function tooLarge(what: string): PactaError {
  return new PactaError("PACTA_HTML_TOO_LARGE", `the page has more than ${what}`, "Give the article alone, or its text");
}

function tooHeavy(): PactaError {
  return new PactaError(
    "PACTA_HTML_TOO_DEEP",
    "too many elements of the page lie too deep within one another",
    "Give the article alone, or its text",
  );
}
