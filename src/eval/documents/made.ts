// Copies that programs make of whole reports, and texts that only quote them: what of each kind is told.
import { areCopies, bandsOf, recordDocument, signatureOf } from "../../document/index.ts";
import type { Document, DocumentSetting, NearRules, Signature } from "../../document/index.ts";
import { share, table } from "../table.ts";
import type { Edit } from "./edits.ts";
import { chanceOf } from "./numbers.ts";
import type { Page } from "./pages.ts";
import { minHash, simHash } from "./peers.ts";
import type { Peer } from "./peers.ts";

/** One way of telling copies, over texts that it has marked. */
interface Method {
  readonly name: string;
  /** Marks a document; the answer says whether another one is its copy. */
  readonly markOf: (document: Document) => (other: Document) => boolean;
}

/** A method that keeps what it marked: every page is compared with many texts. */
function methodOf<Mark>(name: string, markOf: (document: Document) => Mark, same: (a: Mark, b: Mark) => boolean): Method {
  const marks = new WeakMap<Document, Mark>();
  const kept = (document: Document): Mark => {
    const mark = marks.get(document) ?? markOf(document);
    marks.set(document, mark);
    return mark;
  };
  return { name, markOf: (document) => (other) => same(kept(document), kept(other)) };
}

const ours = (name: string, same: (a: Signature, b: Signature) => boolean): Method => methodOf(name, signatureOf, same);

const peer = <Mark>({ name, markOf, areCopies }: Peer<Mark>): Method => methodOf(name, (document) => markOf(bodyOf(document)), areCopies);

/** Our own first: what shares a key with the page, and what of that is taken for its copy. */
function methods(rules: NearRules): Method[] {
  return [
    ours("shares a key", sharesKey),
    ours("joined", (a, b) => sharesKey(a, b) && areCopies(a, b, rules)),
    peer(minHash(0.5)),
    peer(minHash(0.36)),
    peer(simHash(3)),
    peer(simHash(10)),
  ];
}

function sharesKey(a: Signature, b: Signature): boolean {
  const keys = new Set(bandsOf(a));
  return bandsOf(b).some((key) => keys.has(key));
}

function bodyOf({ text, blocks }: Document): string {
  const body = blocks.filter(({ kind }) => kind === "paragraph" || kind === "list" || kind === "quote");
  return body.map(({ start, end }) => text.slice(start, end)).join("\n");
}

/** A table with a row for each edit: the share of texts made by it that each method takes for copies of their page. */
export function madeTable(head: string, edits: readonly Edit[], pages: readonly Page[], { setting, rules, seed }: Making): string {
  const ways = methods(rules);
  const rows = edits.map((edit) => {
    const chance = chanceOf(seed);
    const made = pages.flatMap((page, at) => {
      const text = edit.text(page, pages[(at + STEP) % pages.length] ?? page, chance);
      return text === undefined ? [] : [{ page, copy: recordDocument({ text }, setting) }];
    });
    const told = ways.map(({ markOf }) => made.filter(({ page, copy }) => markOf(page.document)(copy)).length);
    return [[edit.kind, edit.strength].filter(Boolean).join(": "), ...told.map((n) => part(n, made.length)), String(made.length)];
  });
  return table([head, ...ways.map(({ name }) => name), "n"], rows);
}

/** What making copies needs. */
export interface Making {
  readonly setting: DocumentSetting;
  readonly rules: NearRules;
  readonly seed: number;
}

/** The page that words and paragraphs are taken from stands so many behind. */
const STEP = 7;

/** How many pairs of different pages each method joins. */
export function pagesTable(pages: readonly Page[], rules: NearRules): string {
  const documents = pages.map(({ document }) => document);
  const [, ...ways] = methods(rules);
  const joined = ways.map(({ markOf }) => {
    const marked = documents.map(markOf);
    return marked.reduce((sum, isCopy, at) => sum + documents.slice(at + 1).filter(isCopy).length, 0);
  });
  const pairs = (documents.length * (documents.length - 1)) / 2;
  return table(["pairs of different pages", ...ways.map(({ name }) => name), "n"], [["taken for copies", ...joined.map(String), String(pairs)]]);
}

function part(of: number, whole: number): string {
  return whole === 0 ? "–" : share(of / whole);
}
