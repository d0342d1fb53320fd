// Values of slots as a person types them.
import { PactaError } from "../../error.ts";
import type { Quote } from "../../document/index.ts";
import type { Party } from "../../reading/index.ts";

/** `NOR=Norway,Nordverft`: parties with and without an id. JSON is taken too. */
export function partiesOf(written: string): Party[] {
  if (written.trimStart().startsWith("[")) return jsonOf("the parties", written) as Party[];
  return written.split(",").map((one) => {
    const [before = "", after] = one.split("=").map((part) => part.trim());
    return after === undefined ? { name: before } : { id: before, name: after };
  });
}

/** A JSON value. Throws `PACTA_USAGE_VALUE`. */
export function jsonOf(what: string, written: string): unknown {
  try {
    return JSON.parse(written);
  } catch {
    throw new PactaError("PACTA_USAGE_VALUE", `${what} is no JSON: ${written}`, 'Write it as JSON, such as [{"name":"ferry","quantity":2}]');
  }
}

/** Where the words stand in the text, nearest to `near`. Throws `PACTA_USAGE_VALUE` where the text does not have them. */
export function placeOfWords(words: string, text: string, near: number): Quote {
  let found = -1;
  for (let at = words === "" ? -1 : text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    if (found < 0 || Math.abs(at - near) < Math.abs(found - near)) found = at;
  }
  if (found >= 0) return { start: found, end: found + words.length, quote: words };
  throw new PactaError("PACTA_USAGE_VALUE", `the document does not say "${words}"`, "Give its exact words");
}
