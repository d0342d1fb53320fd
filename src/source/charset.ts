// Bytes to text. In order: the byte order mark, what the caller or HTTP declares, what the page declares, UTF-8 where the
// bytes are valid, windows-1252 where they can be Western European. Anything else is refused rather than guessed.
import { TextDecoder } from "node:util";
import { PactaError } from "../error.ts";
import type { MediaType } from "./resource.ts";

/** Text without its byte order mark, and the WHATWG name of the charset it was read in. */
export interface Decoded {
  readonly text: string;
  readonly charset: string;
}

/** Decodes a whole file or line. `declared` is the caller's or HTTP's word. Throws `PACTA_CHARSET_UNKNOWN`. */
export function decode(bytes: Uint8Array, mediaType: MediaType | "application/xml", declared?: string): Decoded {
  const label = charsetOfMark(bytes) ?? declared ?? charsetWithin(bytes, mediaType);
  if (label !== undefined) return decodeAs(bytes, label);
  return decodeUtf8(bytes) ?? decodeMostlyUtf8(bytes) ?? decodeWestern(bytes);
}

/** A decoder by any WHATWG label. Throws `PACTA_CHARSET_UNKNOWN` where there is none. */
export function decoderOf(label: string): TextDecoder {
  try {
    return new TextDecoder(label.trim());
  } catch (thrown) {
    throw new PactaError(
      "PACTA_CHARSET_UNKNOWN",
      `there is no charset "${label.slice(0, 40)}"`,
      "Convert the file to UTF-8, or declare its charset",
      {},
      thrown,
    );
  }
}

/** The charset that a byte order mark stands for. */
export function charsetOfMark(head: Uint8Array): string | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return "utf-8";
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  return undefined;
}

function decodeAs(bytes: Uint8Array, label: string): Decoded {
  const decoder = decoderOf(label);
  return { text: decoder.decode(bytes), charset: decoder.encoding };
}

/** The charset that a page names for itself: in the first 4 KiB, in `<meta>` or in an XML declaration. */
export function charsetOfPage(bytes: Uint8Array): string | undefined {
  const meta = /<meta\b[^>]{0,500}?\bcharset\s{0,9}=\s{0,9}["']?\s{0,9}([^\s"'/>;]+)/i.exec(headOf(bytes));
  return meta?.[1] === undefined ? charsetOfXml(bytes) : asItIs(meta[1]);
}

/** The charset of an XML declaration. */
function charsetOfXml(bytes: Uint8Array): string | undefined {
  const label = /^\s{0,64}<\?xml\b[^>]{0,200}?\bencoding\s{0,9}=\s{0,9}["']([^"']+)/i.exec(headOf(bytes))?.[1];
  return label === undefined ? undefined : asItIs(label);
}

const HEAD = 4096;

function headOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, HEAD)).toString("latin1");
}

/** A page whose declaration could be read byte by byte is not in UTF-16, whatever it says. */
function asItIs(label: string): string {
  return /^utf-?16/i.test(label) ? "utf-8" : label;
}

function charsetWithin(bytes: Uint8Array, mediaType: MediaType | "application/xml"): string | undefined {
  if (mediaType === "application/xml") return charsetOfXml(bytes);
  return mediaType === "text/html" ? charsetOfPage(bytes) : undefined;
}

function decodeUtf8(bytes: Uint8Array): Decoded | undefined {
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), charset: "utf-8" };
  } catch {
    // Not UTF-8 is an answer here, not an error: the next charset is tried.
    return undefined;
  }
}

/** A few broken characters in a text that is otherwise UTF-8 stay broken (U+FFFD); they do not make it windows-1252. */
function decodeMostlyUtf8(bytes: Uint8Array): Decoded | undefined {
  const text = new TextDecoder("utf-8").decode(bytes);
  const broken = count(text, /\ufffd/g);
  const whole = count(text, /[^\x00-\x7f\ufffd]/gu);
  return whole >= 10 * broken ? { text, charset: "utf-8" } : undefined;
}

/** windows-1252, unless its unassigned bytes occur or a third of the letters are not English: then it is another charset. */
function decodeWestern(bytes: Uint8Array): Decoded {
  const text = new TextDecoder("windows-1252").decode(bytes);
  const accented = count(text, /[\u00c0-\u00ff]/g);
  if (!/[\x81\x8d\x8f\x90\x9d]/.test(text) && accented * 3 <= count(text, /[A-Za-z\u00c0-\u00ff]/g)) return { text, charset: "windows-1252" };
  throw new PactaError(
    "PACTA_CHARSET_UNKNOWN",
    "the bytes are neither UTF-8 nor Western European",
    "Convert the file to UTF-8, or declare its charset",
  );
}

function count(text: string, pattern: RegExp): number {
  let found = 0;
  for (const _ of text.matchAll(pattern)) found += 1;
  return found;
}
