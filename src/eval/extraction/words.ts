// The words of a peer's article, which comes as HTML. Blocks end words: without that a peer would lose them where a page
// has no white space between its paragraphs.
import { parseHTML } from "linkedom";

interface Node {
  readonly nodeType: number;
  readonly localName?: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<Node>;
}

const BLOCK = new Set(
  "address article aside blockquote br dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table td th tr ul".split(
    " ",
  ),
);
const SILENT = new Set(["script", "style", "noscript", "template"]);

/** The text of a fragment of HTML, its blocks on lines of their own. */
export function wordsOf(html: string): string {
  const { document } = parseHTML(`<html><body>${html}</body></html>`);
  return textOf(document.body);
}

function textOf(node: Node): string {
  if (node.nodeType === 3) return node.textContent ?? "";
  const name = node.localName ?? "";
  if (SILENT.has(name)) return "";
  const words = [...node.childNodes].map(textOf).join("");
  return BLOCK.has(name) ? `\n${words}\n` : words;
}
