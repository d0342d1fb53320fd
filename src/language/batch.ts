// Batches of sentences for the network. A sentence is always padded to the same size, whatever it shares a batch with:
// sums over padding of another length round otherwise, and the same sentence must always give the same tree.
import type { Coded } from "./pieces.ts";
import type { Feed } from "./session.ts";

/** Pieces of a batch: what the sums of one layer take then stays in a core's own cache. */
const BUDGET = 256;
const STEP = 2;

/** A batch: the indices of its sentences and their common length in pieces. */
export interface Batch {
  readonly members: readonly number[];
  readonly length: number;
}

/** The length that a sentence of so many pieces is padded to: the next even number. */
export function paddedLength(pieces: number): number {
  return Math.ceil(pieces / STEP) * STEP;
}

/** Groups sentences of one padded length, at most some 256 pieces a batch, longest first. */
export function batchesOf(coded: readonly Coded[]): Batch[] {
  const byLength = Map.groupBy(coded.keys(), (i) => paddedLength(coded[i]?.pieces.length ?? 0));
  return [...byLength]
    .sort(([a], [b]) => b - a)
    .flatMap(([length, all]) => {
      const most = Math.max(1, Math.floor(BUDGET / length));
      return Array.from({ length: Math.ceil(all.length / most) }, (_, k) => ({ members: all.slice(k * most, (k + 1) * most), length }));
    });
}

/** Lays a batch out as the network's input. */
export function feedOf(batch: Batch, coded: readonly Coded[]): Feed {
  const rows = batch.members.length;
  const { length } = batch;
  const count = length - 2;
  const piecesLong = (): BigInt64Array => new BigInt64Array(rows * length);
  const feed = {
    rows,
    length,
    count,
    pieces: piecesLong(),
    shapes: piecesLong(),
    mask: piecesLong(),
    first: new BigInt64Array(rows * count),
    words: new Uint8Array(rows * count),
  };
  batch.members.forEach((member, row) => {
    const sentence = coded[member];
    sentence?.pieces.forEach((piece, i) => {
      feed.pieces[row * length + i] = BigInt(piece);
      feed.shapes[row * length + i] = BigInt(sentence.shapes[i] ?? 0);
      feed.mask[row * length + i] = 1n;
    });
    sentence?.first.forEach((place, i) => {
      feed.first[row * count + i] = BigInt(place);
      feed.words[row * count + i] = 1;
    });
  });
  return feed;
}
