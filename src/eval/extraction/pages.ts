// The pages of Zyte's article extraction benchmark that are given, with their gold. Half of them, drawn with a seed, was
// never looked at while the extraction was worked on (its totals were): its figure tells whether the rules are general.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { z } from "zod";
import { drawn } from "../documents/index.ts";
import { corpusNames } from "../language/index.ts";

const CORPUS = "article-extraction";
const SEED = 8;

const goldSchema = z.record(z.string(), z.object({ articleBody: z.string().default(""), url: z.string() }));

/** The half that errors were looked at in, and the other. */
export type Half = "seen" | "unseen";

/** A page and what it should give. */
export interface CorpusPage {
  /** The file's name without its ending. */
  readonly name: string;
  readonly html: string;
  readonly url: string;
  readonly gold: string;
  readonly half: Half;
}

/** The folder with the pages' files. */
export function pageFolder(shared: string): string {
  return join(shared, "corpora", CORPUS, "html");
}

/** The pages in the order of their names. Throws `PACTA_CORPUS_MISSING`. */
export function corpusPages(shared: string): CorpusPage[] {
  const files = corpusNames(shared, join(CORPUS, "html"), "files");
  const gold = goldSchema.parse(JSON.parse(readFileSync(join(shared, "corpora", CORPUS, "ground-truth.json"), "utf8")));
  const names = Object.keys(gold).toSorted();
  const seen = new Set(drawn(names, Math.ceil(names.length / 2), SEED));
  return files.flatMap((file): CorpusPage[] => {
    const name = file.replace(/\..*$/, "");
    const page = gold[name];
    if (page === undefined) return [];
    const html = gunzipSync(readFileSync(join(pageFolder(shared), file))).toString("utf8");
    return [{ name, html, url: page.url, gold: page.articleBody, half: seen.has(name) ? "seen" : "unseen" }];
  });
}
