// A part of the text that was not analysed is an abstention like any other. It may be megabytes of junk,
// so its quote is only its beginning and its whole length stands beside it.
import { quoteOf } from "../../document/index.ts";
import type { Unanalysed } from "../../language/index.ts";
import type { Abstention } from "../claim.ts";

const LONGEST_QUOTE = 200;

/** The abstention of an unanalysed part: at most 200 code units of it are quoted, no surrogate pair is parted. */
export function unreadOf({ start, end, reason }: Unanalysed, text: string): Abstention {
  if (end - start <= LONGEST_QUOTE) return { reason, ...quoteOf(text, { start, end }) };
  const last = start + LONGEST_QUOTE - 1;
  const cut = (text.codePointAt(last) ?? 0) > 0xffff ? last : last + 1;
  return { reason, ...quoteOf(text, { start, end: cut }), part: { start, end } };
}
