// The page to the article's words: Readability finds the element, the pieces are the blocks in it, and what is no part of
// the article (captions, prompts, credits, the title once more) is told apart before the text is joined.
import { PactaError } from "../../error.ts";
import { isStamp, stampDays } from "../calendar.ts";
import type { Block } from "../document.ts";
import { agreement } from "../extraction-score.ts";
import type { Furniture } from "../furniture.ts";
import { layout } from "../layout.ts";
import { tailOf } from "../line-kind.ts";
import type { Unit } from "../units.ts";
import type { HtmlElement, HtmlPage } from "./dom.ts";
import { library } from "./library.ts";
import type { Metadata } from "./metadata.ts";
import { piecesOf, tidy } from "./pieces.ts";
import type { Piece } from "./pieces.ts";
import { PLAIN, surroundingsIn } from "./surroundings.ts";
import { trimmedPieces } from "./trim.ts";

/** The stored text, its blocks, and the captions beside it. */
export interface Body {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly captions: readonly string[];
  /** The days of lines that say when the article was published, and those that say when it was changed. */
  readonly days: { readonly published: readonly string[]; readonly modified: readonly string[] };
}

/** Below this many characters the element that was found is a teaser, and the JSON-LD's own text may be the article. */
const TEASER = 250;

/** Below this share of the JSON-LD's text another part of the page was found than the article. */
const LEAST_FOUND = 0.5;

/** The article in a page. Takes the page apart: read its metadata before. */
export function bodyOf(page: HtmlPage, metadata: Metadata, furniture: Furniture): Body {
  const { found: all, whole } = articlePieces(page, metadata);
  const stamps = [...all, ...(metadata.dates.length === 0 ? aroundTitle(whole, metadata) : [])]
    .filter((piece) => isStamp(piece.text))
    .map((piece) => stampDays(piece.text));
  const days = { published: stamps.flatMap((stamp) => stamp.published ?? []), modified: stamps.flatMap((stamp) => stamp.modified ?? []) };
  return { ...assembled(trimmedPieces(all.filter((piece) => !isTitle(piece, metadata))), furniture), days };
}

/** The body of HTML that is an article and nothing else: what stands in a feed. */
export function bodyOfFragment(page: HtmlPage, title: string | undefined, furniture: Furniture): Body {
  const whole = page.querySelector("body");
  const pieces = whole === null ? [] : piecesOf(whole);
  const own = pieces.filter((piece) => piece.text !== title && !SYNDICATED.test(piece.text));
  return { ...assembled(own, furniture), days: { published: [], modified: [] } };
}

/** What weblog software adds to each entry of its feed. */
const SYNDICATED = /^The post .{1,300} (?:appeared first|first appeared) on .{1,200}$/;

function assembled(pieces: readonly Piece[], furniture: Furniture): Omit<Body, "days"> {
  const words = pieces.filter((piece) => piece.kind !== "caption");
  const kept = withoutFurniture(words, furniture);
  const captions = new Set(pieces.filter((piece) => piece.kind === "caption").map((piece) => piece.text));
  const { text, units } = joined(kept);
  return { text, blocks: layout(text, units, furniture, { head: false }), captions: [...captions] };
}

/** The pieces of the article, and those of the whole page. */
function articlePieces(page: HtmlPage, metadata: Metadata): { readonly found: readonly Piece[]; readonly whole: readonly Piece[] } {
  const body = page.querySelector("body");
  const known = body === null ? undefined : surroundingsIn(body);
  const whole = body === null ? [] : piecesOf(body);
  const element = mainElement(page);
  const found = element === undefined ? whole : piecesOf(element, known);
  return { found: metadata.body === undefined ? found : checked(found, metadata.body), whole };
}

/** The JSON-LD's own text where the page has a teaser alone, or where most of that text was not found. */
function checked(found: readonly Piece[], body: string): readonly Piece[] {
  const linked = body
    .split(/[\r\n]+/)
    .map((line): Piece => ({ kind: "paragraph", text: tidy(line), linked: 0, slanted: 0, block: null, ...PLAIN }))
    .filter((piece) => piece.text !== "");
  if (length(found) < TEASER) return length(linked) > length(found) ? linked : found;
  const { shared, gold } = agreement({ gold: body, text: found.map((piece) => piece.text).join("\n") });
  return length(linked) > TEASER && shared < LEAST_FOUND * gold && !/<\/?[a-z]+[^>]*>/i.test(body) ? linked : found;
}

/** Lines near the title, where the day stands that is not in the article itself. */
function aroundTitle(whole: readonly Piece[], { title }: Metadata): readonly Piece[] {
  const at = whole.findIndex((piece) => piece.text === title);
  return at < 0 ? [] : whole.slice(Math.max(0, at - LINES_BEFORE), at + LINES_AFTER);
}

const LINES_BEFORE = 4;
const LINES_AFTER = 12;

/** The element that holds the article, if one does. A page that the library stumbles over is `PACTA_HTML_BROKEN`. */
function mainElement(page: HtmlPage): HtmlElement | undefined {
  try {
    const settings = { keepClasses: true, disableJSONLD: true, serializer: (node: unknown) => node as HtmlElement };
    // Where a browser's types are at hand too, the library asks for all of theirs; it needs what ours has.
    const Article = library().Readability as unknown as new (page: HtmlPage, options: object) => { parse(): { content?: HtmlElement | null } | null };
    return new Article(page, settings).parse()?.content ?? undefined;
  } catch (thrown) {
    throw new PactaError("PACTA_HTML_BROKEN", "the page could not be taken apart", "Give the article alone, or its text", {}, thrown);
  }
}

function length(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, piece) => sum + piece.text.length, 0);
}

function isTitle(piece: Piece, metadata: Metadata): boolean {
  return piece.text === metadata.title || piece.text === metadata.dek;
}

/** Drops prompts, credits, captions without markup and bylines. */
function withoutFurniture(pieces: readonly Piece[], furniture: Furniture): Piece[] {
  const { text, units } = joined(pieces);
  const dropped = new Set(layout(text, units, furniture, { head: false }).flatMap((block) => (DROPPED.has(block.kind) ? [block.start] : [])));
  return pieces.filter((piece, index) => !dropped.has(units[index]?.start ?? -1) && tailOf(piece.text, furniture) === undefined);
}

const DROPPED: ReadonlySet<string> = new Set(["tail", "credit", "caption", "byline"]);

/** Pieces joined by blank lines, and where each stands. */
function joined(pieces: readonly Piece[]): { text: string; units: Unit[] } {
  let end = -2;
  const units = pieces.map(({ kind, text }): Unit => {
    const start = end + 2;
    end = start + text.length;
    return kind === "paragraph" ? { start, end } : { start, end, kind };
  });
  return { text: pieces.map((piece) => piece.text).join("\n\n"), units };
}
