// NUL in text. PostgreSQL's text holds every character but U+0000, and an id or a name may hold it. So it is written as two others on
// the way in, and read back on the way out; nothing above the connection sees it. Bodies and words are bytes and need none of this.

/** What stands for NUL, and for itself: `␀0` is NUL, `␀1` is `␀`. */
const SIGN = "\u2400";

/** A text that PostgreSQL can hold; different texts stay different. */
export function withoutNul(text: string): string {
  return /[\0\u2400]/.test(text) ? text.replace(/[\0\u2400]/g, (found) => (found === SIGN ? `${SIGN}1` : `${SIGN}0`)) : text;
}

/** The text that `withoutNul` was given. */
export function withNul(text: string): string {
  return text.includes(SIGN) ? text.replace(/\u2400([01])/g, (_, sign) => (sign === "1" ? SIGN : "\0")) : text;
}
