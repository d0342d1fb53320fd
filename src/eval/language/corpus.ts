// Where the corpora lie: beside the checkout, gzipped as they came. Only their figures come into the project.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { PactaError } from "../../error.ts";

/** Where a file or folder of a corpus lies, its path given below `corpora/`. Throws `PACTA_CORPUS_MISSING`. */
export function corpusPlace(shared: string, path: readonly string[]): string {
  const place = join(shared, "corpora", ...path);
  if (existsSync(place)) return place;
  throw new PactaError("PACTA_CORPUS_MISSING", "a corpus is not there", "Set PACTA_SHARED to the folder that holds corpora/", { source: place });
}

/** The text of a gzipped corpus file, its path given below `corpora/`. Throws `PACTA_CORPUS_MISSING`. */
export function readCorpus(shared: string, ...path: readonly string[]): string {
  return gunzipSync(readFileSync(corpusPlace(shared, path))).toString("utf8");
}

/** The files or the folders in a corpus's folder, by name. Throws `PACTA_CORPUS_MISSING`. */
export function corpusNames(shared: string, corpus: string, kind: "files" | "folders"): string[] {
  return readdirSync(corpusPlace(shared, [corpus]), { withFileTypes: true })
    .filter((entry) => (kind === "files" ? entry.isFile() : entry.isDirectory()))
    .map((entry) => entry.name)
    .sort();
}
