// A list of feeds from a file, in whatever charset it is.
import { collect } from "./bytes.ts";
import { decode } from "./charset.ts";
import { parseOpml } from "./feed/index.ts";
import type { ListedFeed } from "./feed/index.ts";
import { checkReadable } from "./readable.ts";
import { LIMITS } from "./resource.ts";

/** The feeds in a list. Throws as `parseOpml` does, and `PACTA_INPUT_TOO_LARGE`, `PACTA_INPUT_EMPTY`, `PACTA_INPUT_BINARY`, `PACTA_CHARSET_UNKNOWN`. */
export async function opmlFrom(bytes: AsyncIterable<Uint8Array>): Promise<readonly ListedFeed[]> {
  const { text } = decode(await collect(bytes, LIMITS.file), "application/xml");
  checkReadable(text);
  return parseOpml(text);
}
