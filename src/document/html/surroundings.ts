// What the elements around a text say of it: that it is a caption, that it stands beside the article or in its header.
// Readability unwraps and renames elements, but keeps the texts themselves; so the page is gone through before.
import { isElement } from "./dom.ts";
import type { HtmlElement, HtmlNode } from "./dom.ts";
import { INLINE } from "./inline.ts";
import { nameOf, namesAside, namesCaption } from "./names.ts";

/** The elements around a text, as far as they say something. */
export interface Surroundings {
  /** The names of boxes that sound as if they stood beside the article, from the outside in. */
  readonly asides: readonly string[];
  /** The name that makes it a caption; "" where none does. */
  readonly caption: string;
  /** True within a header, where title, dek and byline stand. */
  readonly header: boolean;
}

/** Nothing said. */
export const PLAIN: Surroundings = { asides: [], caption: "", header: false };

/** What an element adds to what those around it say; the same object where it adds nothing. Inline elements say nothing. */
export function within(element: HtmlElement, outer: Surroundings): Surroundings {
  const { localName } = element;
  if (INLINE.has(localName)) return outer;
  const name = nameOf(element);
  const aside = localName === "aside" || namesAside(name);
  const caption = localName === "figcaption" ? "figcaption" : namesCaption(name) ? name : "";
  if (!aside && caption === "" && localName !== "header") return outer;
  return {
    asides: aside ? [...outer.asides, name] : outer.asides,
    caption: caption === "" ? outer.caption : caption,
    header: outer.header || localName === "header",
  };
}

/** The surroundings of every text under an element of which something is said. */
export function surroundingsIn(root: HtmlElement): WeakMap<HtmlNode, Surroundings> {
  const known = new WeakMap<HtmlNode, Surroundings>();
  const visit = (node: HtmlNode, around: Surroundings): void => {
    if (node.nodeType === 3) {
      if (around !== PLAIN) known.set(node, around);
    } else if (isElement(node)) {
      const inside = within(node, around);
      for (const child of node.childNodes) visit(child, inside);
    }
  };
  visit(root, PLAIN);
  return known;
}
