// The few parts of the DOM that are read, as types of our own: the library's types need a browser's, which this program
// does not have. linkedom runs no scripts and fetches nothing.
import { checkDepth, checkTree } from "./depth.ts";
import { library } from "./library.ts";

/** A node; `nodeType` 1 is an element, 3 a text. */
export interface HtmlNode {
  readonly nodeType: number;
  readonly textContent: string | null;
  readonly childNodes: Iterable<HtmlNode>;
  readonly firstChild: HtmlNode | null;
  readonly nextSibling: HtmlNode | null;
  readonly parentNode: HtmlNode | null;
}

/** An element of the page. `localName` is in lower case. */
export interface HtmlElement extends HtmlNode {
  readonly localName: string;
  readonly className: string;
  getAttribute(name: string): string | null;
  querySelector(selectors: string): HtmlElement | null;
  querySelectorAll(selectors: string): Iterable<HtmlElement> & { readonly length: number };
  closest(selectors: string): HtmlElement | null;
  remove(): void;
}

/** A parsed page. */
export interface HtmlPage {
  readonly documentElement: HtmlElement;
  querySelector(selectors: string): HtmlElement | null;
  querySelectorAll(selectors: string): Iterable<HtmlElement>;
}

/** Parses a page or a fragment of one. Throws `PACTA_HTML_TOO_DEEP` or `PACTA_HTML_TOO_LARGE` before it builds anything. */
export function parsePage(html: string): HtmlPage {
  checkDepth(html);
  const page = library().parseHTML(wrapped(html)).document as unknown as HtmlPage;
  checkTree(page.documentElement);
  return page;
}

/** The library leaves a fragment without its root. */
function wrapped(html: string): string {
  if (/<html[\s>]/i.test(html)) return html;
  return /<(?:body|head)[\s>]/i.test(html) ? `<html>${html}</html>` : `<html><body>${html}</body></html>`;
}

/** True for elements; the guard of a walk over nodes. */
export function isElement(node: HtmlNode): node is HtmlElement {
  return node.nodeType === 1;
}
