// Where the name of a party stands in the picture of a network.

/** The middle of a name that is `wide`: `x`, where its party stands, or so near to it that the name ends within a picture of `width` (all in pixels). The name of a party out of sight stays with it. */
export function middleWithin(x: number, wide: number, width: number): number {
  const half = wide / 2;
  if (x < 0 || x > width || wide > width) return x;
  return Math.min(Math.max(x, half), width - half);
}
