// The statistics by which eld tells languages, read as data. They lie there as a program that is one long table, and whoever runs it
// pays for that: 90 MB, half of which the allocator keeps when they are no longer needed, where the table takes 15.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { eld } from "eld/extrasmall";

/** What tells the language of a text. */
export type Statistics = Pick<typeof eld, "detect">;

/** Letters of words, and how often each language has them. */
export interface Table {
  readonly type: string;
  /** Codes (ISO 639-1) by number, as text. */
  readonly languages: Readonly<Record<string, string>>;
  /** By letters: `11:64,59:12`, numbers of languages and what they count. */
  readonly counts: ReadonlyMap<string, string>;
}

/** eld's own maker of detectors, which its entries give their tables to. */
interface Maker {
  readonly createEld: () => {
    readonly instance: Statistics;
    readonly loadData: (data: Pick<Table, "type" | "languages"> & { readonly ngrams: object }) => void;
  };
}

const HEAD = /ngramsData ?= ?\{type:'(\w{1,20})',languages:\{([\w:',]{1,2000})\},isSubset:false,ngrams:\{/;
const LANGUAGE = /(\d{1,3}):'([a-z]{2,3})'/g;

/** The statistics of sixty languages. A table that is written otherwise than the one we know is run as the program that it is. */
export function loadStatistics(): Statistics {
  const entry = import.meta.resolve("eld/extrasmall");
  // By `require`: a detector that had to be awaited would make every document's making asynchronous.
  const loaded = (path: string): unknown => createRequire(import.meta.url)(fileURLToPath(new URL(path, entry)));
  const table = readTable(readFileSync(new URL("../ngrams/extrasmall.js", entry), "utf8"));
  if (table === undefined) return (loaded("static.extrasmall.js") as { readonly eld: Statistics }).eld;
  const { instance, loadData } = (loaded("../languageDetector.js") as Maker).createEld();
  loadData({ ...table, ngrams: new Proxy({}, { get: (_, letters) => countsOf(table.counts.get(String(letters))) }) });
  return instance;
}

/** Counts by number of language, made when they are asked for: fifty thousand of them would take forty megabytes. */
function countsOf(written: string | undefined): Readonly<Record<string, number>> | undefined {
  if (written === undefined) return undefined;
  return Object.fromEntries(written.split(",").map((each) => [each.slice(0, each.indexOf(":")), Number(each.slice(each.indexOf(":") + 1))]));
}

/** The table in eld's program; undefined where it is not written as we know it. */
export function readTable(program: string): Table | undefined {
  const head = HEAD.exec(program);
  if (head === null) return undefined;
  const [begun, type = "", languages = ""] = head;
  // One entry, and the comma before the next or the end of all.
  const entry = /(?:'((?:[^'\\]|\\['\\]){1,20})'|([A-Za-z_$][\w$]{0,20}|\d{1,9})):\{([\d:,]+)\}(,|\}\};?\s*$)/gy;
  entry.lastIndex = head.index + begun.length;
  const counts = new Map<string, string>();
  for (let found = entry.exec(program); found !== null; found = entry.exec(program)) {
    const [, quoted, plain = "", written = "", behind] = found;
    counts.set(quoted?.replace(/\\(.)/g, "$1") ?? plain, written);
    if (behind !== ",")
      return { type, languages: Object.fromEntries(Array.from(languages.matchAll(LANGUAGE), ([, n = "", code = ""]) => [n, code])), counts };
  }
  return undefined;
}
