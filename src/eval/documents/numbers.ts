// Chance that anybody can repeat: Math.random takes no seed.

/** Draws from a seed. */
export interface Chance {
  /** A whole number from 0 up to `below`, which is left out. */
  readonly below: (below: number) => number;
  /** True in so large a share of draws. */
  readonly share: (share: number) => boolean;
}

/** The draws of a seed: steps of a fixed width, mixed as MurmurHash3 ends. */
export function chanceOf(seed: number): Chance {
  let state = Math.imul(seed, 0x9e3779b1);
  const next = (): number => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
  };
  return { below: (below) => Math.floor(next() * below), share: (share) => next() < share };
}

/** So many of the things (all where there are fewer), drawn without return; the same seed draws the same, in the same order. */
export function drawn<Thing>(things: readonly Thing[], count: number, seed: number): Thing[] {
  const left = [...things];
  const chance = chanceOf(seed);
  return Array.from({ length: Math.min(count, left.length) }, () => left.splice(chance.below(left.length), 1)).flat();
}
