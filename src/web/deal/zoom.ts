// Which stretch of a life the picture shows: all of it, or a part that somebody goes into, kept in the address by its two days.
import { dayNumber, isDay, isoDay } from "./moment.ts";
import type { Axis } from "./moment.ts";

/** Days that are shown at the least. */
const LEAST = 60;

/** How the stretch is changed. */
export type Zoom = "in" | "out" | "earlier" | "later";

/** The stretch between two days of an address, as far as the life goes; all of it where they name none of it. */
export function stretchOf(whole: Axis, from: string | undefined, to: string | undefined): Axis {
  const first = from === undefined || !isDay(from) ? whole.first : dayNumber(from);
  const last = to === undefined || !isDay(to) ? whole.last : dayNumber(to);
  if (last <= first || last <= whole.first || first >= whole.last) return whole;
  return within(whole, first, last - first);
}

/** A stretch of so many days, no less than can be shown, moved so that it lies within the life. */
function within(whole: Axis, first: number, days: number): Axis {
  const long = Math.min(whole.last - whole.first, Math.max(LEAST, Math.round(days)));
  const from = Math.max(whole.first, Math.min(whole.last - long, Math.round(first)));
  return { first: from, last: from + long };
}

/** The stretch after a step: half or twice as long around a day that is in it (else its middle), or half of it further on. */
export function zoomed(whole: Axis, shown: Axis, zoom: Zoom, around?: number): Axis {
  const days = shown.last - shown.first;
  if (zoom === "earlier" || zoom === "later") return within(whole, shown.first + (zoom === "later" ? days / 2 : -days / 2), days);
  const middle = around !== undefined && around >= shown.first && around <= shown.last ? around : (shown.first + shown.last) / 2;
  const long = Math.max(LEAST, zoom === "in" ? days / 2 : days * 2);
  // The day stays where it was in the picture.
  return within(whole, middle - (long * (middle - shown.first)) / days, long);
}

/** Whether a step changes anything. */
export function canZoom(whole: Axis, shown: Axis, zoom: Zoom): boolean {
  const { first, last } = zoomed(whole, shown, zoom);
  return first !== shown.first || last !== shown.last;
}

/** The days of a stretch as the address tells them; none where all is shown. */
export function toldStretch(whole: Axis, { first, last }: Axis): { readonly from: string | undefined; readonly to: string | undefined } {
  const isAll = first === whole.first && last === whole.last;
  return isAll ? { from: undefined, to: undefined } : { from: isoDay(first), to: isoDay(last) };
}
