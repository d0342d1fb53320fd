// The elements of an article to pieces of text, one for each block of the page. White space is what a browser would show.
import type { BlockKind } from "../document.ts";
import { isElement } from "./dom.ts";
import type { HtmlElement, HtmlNode } from "./dom.ts";
import { INLINE } from "./inline.ts";
import { nameOf, namesAside } from "./names.ts";
import { PLAIN, within } from "./surroundings.ts";
import type { Surroundings } from "./surroundings.ts";

/** A block's words, and what stands around them. */
export interface Piece extends Surroundings {
  readonly kind: Extract<BlockKind, "headline" | "paragraph" | "list" | "quote" | "caption">;
  readonly text: string;
  /** The share of its characters that are links, 0 to 1. */
  readonly linked: number;
  /** The share that is in italics. */
  readonly slanted: number;
  /** The element whose block it is; null where there is none. */
  readonly block: HtmlNode | null;
}

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

/** White space as a browser shows it, without invisible characters. */
export function tidy(words: string): string {
  return words
    .replace(/[\u00ad\u200b\ufeff]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** Where the walk is. */
interface Place {
  readonly kind: Piece["kind"];
  readonly around: Surroundings;
  readonly link: boolean;
  readonly slant: boolean;
}

/** The pieces of an element, in the order of the page; empty ones are left out. `known` is what `surroundingsIn` said of the page. */
export function piecesOf(root: HtmlElement, known: WeakMap<HtmlNode, Surroundings> = new WeakMap()): Piece[] {
  const pieces: Piece[] = [];
  let words = "";
  let linked = 0;
  let slanted = 0;
  let around: Surroundings | undefined;
  const close = (place: Place, block: HtmlNode | null) => {
    const text = tidy(words);
    if (text !== "") pieces.push(pieceOf(text, { linked, slanted }, place, around ?? place.around, block));
    words = "";
    linked = 0;
    slanted = 0;
    around = undefined;
  };
  const visit = (node: HtmlNode, place: Place): void => {
    if (node.nodeType === 3) {
      const text = node.textContent ?? "";
      words += text;
      const size = place.link || place.slant ? tidy(text).length : 0;
      if (place.link) linked += size;
      if (place.slant) slanted += size;
      if (around === undefined && text.trim() !== "") around = known.get(node);
    } else if (isElement(node) && !SILENT.has(node.localName)) visitElement(node, place);
  };
  const visitElement = (element: HtmlElement, outer: Place): void => {
    const inline = INLINE.has(element.localName);
    if (inline && isLinkBox(element)) return;
    const place = placeIn(element, outer);
    if (!inline) close(outer, element.parentNode);
    if (element.localName !== "br") for (const child of element.childNodes) visit(child, place);
    if (!inline) close(place, element);
  };
  const start: Place = { kind: "paragraph", around: PLAIN, link: false, slant: false };
  visit(root, start);
  close(start, root);
  return pieces;
}

/** Characters of a piece that are in links, and in italics. */
interface Marked {
  readonly linked: number;
  readonly slanted: number;
}

function pieceOf(text: string, { linked, slanted }: Marked, { kind }: Place, around: Surroundings, block: HtmlNode | null): Piece {
  const share = (characters: number): number => Math.min(1, characters / text.length);
  return { kind: around.caption === "" ? kind : "caption", text, linked: share(linked), slanted: share(slanted), block, ...around };
}

/** A list of links that opens over a word: inline for the style sheet, no part of the sentence around it. The word itself stands beside the list. */
function isLinkBox(element: HtmlElement): boolean {
  if (element.localName !== "span" || !namesAside(nameOf(element)) || element.querySelectorAll("a").length < 2) return false;
  return ![...element.childNodes].some((child) => (isElement(child) ? child.localName === "a" : (child.textContent ?? "").trim() !== ""));
}

function placeIn(element: HtmlElement, outer: Place): Place {
  const { localName } = element;
  return {
    kind: kindOf(localName, outer.kind),
    around: within(element, outer.around),
    link: outer.link || localName === "a",
    slant: outer.slant || localName === "em" || localName === "i",
  };
}

/** An element's own kind, else that of the element around it. A line break ends a piece: copy without `<p>` is written so. */
function kindOf(localName: string, outer: Piece["kind"]): Piece["kind"] {
  if (/^h[1-6]$/.test(localName)) return "headline";
  if (localName === "li") return "list";
  return localName === "blockquote" ? "quote" : outer;
}
