// Where bytes of an entry lie in a store's files, and which bit of them is changed.
import type { Chance } from "../../src/eval/index.ts";

/** Some bytes of one entry. */
export interface Place {
  readonly seq: number;
  /** The column of `entries` that they are of, or what else of a row they are. */
  readonly part: string;
  /** Where each of them lies in its file. */
  readonly offsets: readonly number[];
}

/** The columns of an entry, in the order in which both stores keep them. */
export const COLUMNS = ["seq", "at", "kind", "body", "words", "prev", "hash"] as const;

/** A bit of a byte of a place, whose number within the place is `within`. */
export interface Bit<In extends Place = Place> {
  readonly place: In;
  readonly within: number;
  readonly bit: number;
}

/** Chooses a bit to change. */
export type DrawBit = <In extends Place>(places: readonly In[]) => Bit<In>;

/** Every entry has the same chance, and every part of it, however long they are. */
export function anyBit(chance: Chance): DrawBit {
  return (places) => {
    const seqs = [...new Set(places.map(({ seq }) => seq))];
    const seq = seqs[chance.below(seqs.length)];
    const parts = places.filter((place) => place.seq === seq);
    const place = parts[chance.below(parts.length)];
    if (place === undefined) throw new Error("there are no entries");
    return { place, within: chance.below(place.offsets.length), bit: chance.below(8) };
  };
}

/** Always this bit of this part of this entry. */
export function onlyBit(seq: number, part: string, within: number, bit: number): DrawBit {
  return (places) => {
    const place = places.find((one) => one.seq === seq && one.part === part);
    if (place === undefined) throw new Error(`entry ${seq} has no ${part}`);
    return { place, within, bit };
  };
}

/** Where the byte of a bit lies in its file. */
export function offsetOf({ place, within }: Bit): number {
  const offset = place.offsets[within];
  if (offset === undefined) throw new Error(`${place.part} of entry ${place.seq} has no byte ${within}`);
  return offset;
}

/** Changes the bit in the bytes of its file. */
export function flip(bytes: Buffer, changed: Bit): void {
  const at = offsetOf(changed);
  bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << changed.bit), at);
}

/** The bit in words. */
export function bitInWords({ place, within, bit }: Bit): string {
  return `bit ${bit} of byte ${within} of ${place.part} in entry ${place.seq}`;
}
