// Bounds on what documents may put into an answer, and signs that a reader would not see.
import { oneLine } from "../../phrasing/index.ts";

/** Ids may be anything that a caller gave: one that is longer cannot be asked for. */
export const LONGEST_ID = 2000;

/** The first so many of a list. */
export function few<T>(list: readonly T[], most: number): T[] {
  return list.slice(0, most);
}

/** Signs without a look of their own, by which a text can hold what its reader does not see, or look like another. */
const HIDDEN =
  /[\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\u3164\ufeff\u{e0000}-\u{e0fff}]|\p{Variation_Selector}/gu;

/** A document's words for a reader: on one line, and with what is hidden in them shown as `<U+202E>`. */
export function shown(text: string): string {
  return oneLine(text).replace(HIDDEN, (sign) => `<U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}>`);
}
