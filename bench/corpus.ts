// The news that the bench reads, from the Current Events corpus: the first items, or a sample over all of them that
// anybody can draw again.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { PactaError } from "../src/error.ts";

/** The items of the corpus, each a line of JSON, in the corpus's order; at most so many. Throws `PACTA_CORPUS_MISSING`. */
export function corpusLines(shared: string, most: number = Number.POSITIVE_INFINITY): readonly string[] {
  const file = join(shared, "corpora", "current-events", "items-2002-2023.jsonl.gz");
  if (!existsSync(file))
    throw new PactaError("PACTA_CORPUS_MISSING", "a corpus is not there", "Set PACTA_SHARED to the folder that holds corpora/", { source: file });
  const lines = gunzipSync(readFileSync(file)).toString("utf8").trimEnd().split("\n");
  return lines.slice(0, most);
}

/** So many of the things (all where there are fewer), drawn without return; the same seed draws the same, in the same order. */
export function sample<Thing>(things: readonly Thing[], count: number, seed: number): readonly Thing[] {
  const drawn = [...things];
  const next = numbers(seed);
  const size = Math.min(count, drawn.length);
  for (let at = 0; at < size; at += 1) {
    const other = at + Math.floor(next() * (drawn.length - at));
    [drawn[at], drawn[other]] = [drawn[other] as Thing, drawn[at] as Thing];
  }
  return drawn.slice(0, size);
}

/** Numbers from 0 up to 1: steps of a fixed width from the seed, mixed as MurmurHash3 ends, since Math.random takes no seed. */
function numbers(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1);
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
  };
}
