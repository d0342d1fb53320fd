// Whole reports to make copies of: the pages of the article extraction corpus and the articles of Wikinews, as the product
// reads them.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { documentsOf, recordDocument } from "../../document/index.ts";
import type { Document, DocumentSetting } from "../../document/index.ts";
import { corpusNames, newsArticles } from "../language/index.ts";

/** A report: its headline and the paragraphs of its body, and the document that it is read as. */
export interface Page {
  readonly headline: string;
  readonly paragraphs: readonly string[];
  readonly document: Document;
}

/** Pages of fewer words are teasers, and nobody cuts those. */
const FEWEST_WORDS = 150;

/** The pages of both corpora that have a body, by id. Throws `PACTA_CORPUS_MISSING`. */
export function reportPages(shared: string, setting: DocumentSetting): Page[] {
  const documents = [...webPages(shared, setting), ...wikinewsPages(shared, setting)];
  return documents.map(pageOf).filter(({ paragraphs }) => paragraphs.length >= 3 && paragraphs.join(" ").split(/\s+/).length >= FEWEST_WORDS);
}

function webPages(shared: string, setting: DocumentSetting): Document[] {
  const folder = join(shared, "corpora", "article-extraction", "html");
  return corpusNames(shared, join("article-extraction", "html"), "files").flatMap((name) => {
    const text = gunzipSync(readFileSync(join(folder, name))).toString("utf8");
    const id = name.replace(/\..*$/, "");
    const outcomes = documentsOf({ kind: "resource", name, mediaType: "text/html", text, charset: "utf-8" }, setting);
    return [...outcomes].flatMap((outcome) => (outcome.kind === "document" ? [{ ...outcome.document, id }] : []));
  });
}

function wikinewsPages(shared: string, setting: DocumentSetting): Document[] {
  const articles = [...newsArticles(shared).values()].filter(({ text }) => text.trim() !== "");
  return articles.map(({ id, date, heading, text }) => recordDocument({ id, date, heading, text }, setting));
}

function pageOf(document: Document): Page {
  const body = document.blocks.filter(({ kind }) => kind === "paragraph" || kind === "list" || kind === "quote");
  return { headline: document.heading ?? "A report", paragraphs: body.map(({ start, end }) => document.text.slice(start, end)), document };
}
