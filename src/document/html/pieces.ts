// The elements of an article to pieces of text, one for each block of the page. White space is what a browser would show.
import type { BlockKind } from "../document.ts";
import { isElement } from "./dom.ts";
import type { HtmlElement, HtmlNode } from "./dom.ts";

/** A block's words. */
export interface Piece {
  readonly kind: Extract<BlockKind, "headline" | "paragraph" | "list" | "quote" | "caption">;
  readonly text: string;
}

const INLINE = new Set([
  "a",
  "abbr",
  "acronym",
  "b",
  "bdi",
  "bdo",
  "big",
  "cite",
  "code",
  "data",
  "del",
  "dfn",
  "em",
  "font",
  "i",
  "ins",
  "kbd",
  "label",
  "mark",
  "nobr",
  "q",
  "s",
  "samp",
  "small",
  "span",
  "strike",
  "strong",
  "sub",
  "sup",
  "time",
  "tt",
  "u",
  "var",
  "wbr",
]);
const SILENT = new Set([
  "script",
  "style",
  "noscript",
  "template",
  "svg",
  "button",
  "form",
  "select",
  "iframe",
  "object",
  "nav",
  "video",
  "audio",
  "head",
]);
const CAPTION_CLASS = /(?:^|[\s_-])(?:caption|wp-caption-text|credit|copyright|image-?source)(?:$|[\s_-])/i;

/** White space as a browser shows it, without invisible characters. */
export function tidy(words: string): string {
  return words
    .replace(/[\u00ad\u200b\ufeff]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** The pieces of an element, in the order of the page; empty ones are left out. */
export function piecesOf(root: HtmlElement): Piece[] {
  const pieces: Piece[] = [];
  let words = "";
  const close = (kind: Piece["kind"]) => {
    const text = tidy(words);
    if (text !== "") pieces.push({ kind, text });
    words = "";
  };
  const visit = (node: HtmlNode, kind: Piece["kind"]): void => {
    if (node.nodeType === 3) words += node.textContent ?? "";
    else if (isElement(node) && !SILENT.has(node.localName)) visitElement(node, kind);
  };
  const visitElement = (element: HtmlElement, outer: Piece["kind"]): void => {
    const kind = kindOf(element, outer);
    const inline = INLINE.has(element.localName) && kind === outer;
    if (!inline) close(outer);
    if (element.localName !== "br") for (const child of element.childNodes) visit(child, kind);
    if (!inline) close(kind);
  };
  visit(root, "paragraph");
  close("paragraph");
  return pieces;
}

/** An element's own kind, else that of the element around it. A line break ends a piece: copy without `<p>` is written so. */
function kindOf(element: HtmlElement, outer: Piece["kind"]): Piece["kind"] {
  const { localName } = element;
  if (outer === "caption" || localName === "figcaption" || CAPTION_CLASS.test(element.className)) return "caption";
  if (/^h[1-6]$/.test(localName)) return "headline";
  if (localName === "li") return "list";
  return localName === "blockquote" ? "quote" : outer;
}
