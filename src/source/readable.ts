// The last gate before a text becomes a resource: it must hold words, not bytes of something else.
import { PactaError } from "../error.ts";

/** Control characters that no text needs; tab, line ends, form feed and escape are met in wire copy. */
const CONTROLS = /[\x01-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]/g;

/** Throws `PACTA_INPUT_BINARY` for NULs or more than one control character in a hundred, `PACTA_INPUT_EMPTY` for nothing but white space. */
export function checkReadable(text: string): void {
  const nul = text.indexOf("\0");
  if (nul >= 0) throw binary("it holds NUL characters", nul);
  let controls = 0;
  for (const _ of text.matchAll(CONTROLS)) {
    controls += 1;
    if (controls * 100 > text.length) throw binary("more than one in a hundred of its characters is a control character");
  }
  if (text.trim() === "") throw new PactaError("PACTA_INPUT_EMPTY", "there is no text", "Give a document with words in it");
}

function binary(why: string, offset?: number): PactaError {
  return new PactaError("PACTA_INPUT_BINARY", `this is not text: ${why}`, "Give text, HTML or JSON", offset === undefined ? {} : { offset });
}
