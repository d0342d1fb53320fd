// Addresses among paths are fetched a few ahead of the one that is read: hosts are slow, and do not wait for each other.
import type { FetchResult } from "./fetch/index.ts";
import type { SourceIo } from "./io.ts";
import { PactaError } from "../error.ts";

/** Pages that are fetched or wait to be read at a time: memory holds so many. */
const MOST = 4;

/** True for what names a place by a scheme, as files do not. */
export function isAddress(path: string): boolean {
  return /^[a-z][a-z0-9+.-]{0,20}:\/\//i.test(path);
}

/** The paths in their order, each address with what fetching it came to. Throws what `fetch` rejects with, when it is that address's turn. */
export async function* fetchedAhead(
  paths: Iterable<string>,
  { fetch }: Pick<SourceIo, "fetch">,
): AsyncGenerator<{ readonly path: string; readonly result?: FetchResult }> {
  const list = [...paths];
  const begun: Promise<FetchResult>[] = [];
  let next = 0;
  let open = 0;
  for (const path of list) {
    if (!isAddress(path)) {
      yield { path };
      continue;
    }
    for (; open < MOST && next < list.length; next += 1) {
      const address = list[next] ?? "";
      if (!isAddress(address)) continue;
      open += 1;
      const result = fetch === undefined ? Promise.resolve(notHere()) : fetch(address);
      // Heard when it is its turn.
      result.catch(() => undefined);
      begun.push(result);
    }
    const result = (await begun.shift()) ?? notHere();
    open -= 1;
    yield { path, result };
  }
}

function notHere(): FetchResult {
  const error = new PactaError(
    "PACTA_FETCH_NOT_HERE",
    "nothing is fetched here",
    "Give the address to pacta read, or save the page and name the file",
  );
  return { kind: "unfetched", error };
}
