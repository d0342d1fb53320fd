// Where days lie in the picture, in pixels.
import type { Axis } from "./moment.ts";

/** Pixels for the days of knowing at the left. */
export const LABELS = 92;
/** Pixels for marks at the right. */
export const SIDE = 38;
/** Pixels for the years above the rows. */
export const TOP = 26;
/** Pixels that a row is high. */
export const ROW = 32;

/** From days to pixels and back. */
export interface Placing extends Axis {
  readonly width: number;
  readonly x: (day: number) => number;
  readonly day: (x: number) => number;
}

/** How the days of an axis share a width. */
export function placing({ first, last }: Axis, width: number): Placing {
  const room = Math.max(1, width - LABELS - SIDE);
  return {
    first,
    last,
    width,
    x: (day) => LABELS + (room * (Math.min(last, Math.max(first, day)) - first)) / (last - first),
    day: (x) => Math.round(first + ((x - LABELS) * (last - first)) / room),
  };
}

/** Whether a day is shown. */
export function isWithin({ first, last }: Axis, day: number): boolean {
  return day >= first && day <= last;
}

/** Whether some of these days are. */
export function isShown({ first, last }: Axis, from: number, to: number): boolean {
  return to >= first && from <= last;
}
