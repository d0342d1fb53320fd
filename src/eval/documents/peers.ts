// The two usual ways to know near-duplicates, beside our own: MinHash of many permutations under bands, and SimHash.
import { hash } from "node:crypto";

/** A way to tell copies, from the plain words of two texts. */
export interface Peer<Mark> {
  readonly name: string;
  readonly markOf: (text: string) => Mark;
  readonly areCopies: (a: Mark, b: Mark) => boolean;
}

/** Permutations, as 32 bands of 4. */
const [BANDS, ROWS] = [32, 4];

function runsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return Array.from({ length: Math.max(1, words.length - 4) }, (_, at) => words.slice(at, at + 5).join(" "));
}

function hashesOf(text: string): Uint32Array {
  return Uint32Array.from(new Set(runsOf(text)), (run) => Number.parseInt(hash("sha1", run, "hex").slice(0, 8), 16));
}

/** MinHash with 128 permutations: candidates share a band, copies so large a share of minima. */
export function minHash(least: number): Peer<Uint32Array> {
  return {
    name: `MinHash, Jaccard ${least}`,
    markOf: (text) => {
      const hashes = hashesOf(text);
      return Uint32Array.from({ length: BANDS * ROWS }, (_, n) => {
        const [a, b] = [Math.imul(2 * n + 1, 0x9e3779b1) | 1, Math.imul(n + 1, 0x85ebca6b)];
        let least = 2 ** 32 - 1;
        for (const each of hashes) {
          const mixed = Math.imul(a, each ^ (each >>> 15)) + b;
          least = Math.min(least, (Math.imul(mixed ^ (mixed >>> 16), 0xc2b2ae35) ^ mixed) >>> 0);
        }
        return least;
      });
    },
    areCopies: (a, b) => {
      const same = Array.from(a, (minimum, at) => minimum === b[at]);
      const band = Array.from({ length: BANDS }, (_, n) => same.slice(n * ROWS, (n + 1) * ROWS)).some((rows) => rows.every(Boolean));
      return band && same.filter(Boolean).length / same.length >= least;
    },
  };
}

/** SimHash of 64 bits over the same runs: copies differ in at most so many. */
export function simHash(most: number): Peer<bigint> {
  return {
    name: `SimHash, ${most} bits`,
    markOf: (text) => {
      const votes = new Int32Array(64);
      for (const run of new Set(runsOf(text))) {
        const bits = BigInt(`0x${hash("sha1", run, "hex").slice(0, 16)}`);
        for (let bit = 0; bit < 64; bit += 1) votes[bit] = (votes[bit] ?? 0) + ((bits >> BigInt(bit)) & 1n ? 1 : -1);
      }
      return votes.reduce((mark, vote, bit) => (vote > 0 ? mark | (1n << BigInt(bit)) : mark), 0n);
    },
    areCopies: (a, b) => (a ^ b).toString(2).replaceAll("0", "").length <= most,
  };
}
