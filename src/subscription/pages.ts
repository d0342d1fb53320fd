// Pages that were read into a ledger, so that a server is asked only for what changed since. A page counts as read only by the
// reader that would read it now, and only while the ledger has its document.
import { LONGEST_ADDRESS } from "../settings/index.ts";
import type { Page, Records } from "../settings/index.ts";
import type { Fetcher, FetchResult, Validators } from "../source/index.ts";
import { PactaError } from "../error.ts";

/** What remembering needs. */
export interface PageSetting {
  readonly fetch: Fetcher["fetch"];
  readonly pages: Records<Page>;
  /** The version of what would read the page now, with all that reading hangs on. */
  readonly reader: () => Promise<string>;
  /** Whether the ledger has a reading of the document of that id. */
  readonly has: (document: string) => Promise<boolean>;
  /** Ask for every page as new. */
  readonly anew?: boolean;
  /** Hears, once, that the memory cannot be read or written (`PACTA_SETTINGS_…`): pages are read all the same, and asked for as new. */
  readonly forgot?: (error: PactaError) => void;
}

/** Pages as they are fetched and read. */
export interface Pages {
  /** Fetches a page, or learns that it is as it was when it was read. Rejects only with what the ledger throws. */
  readonly fetch: (address: string) => Promise<FetchResult>;
  /** Notes that the ledger has the document of a page that was fetched here. Rejects only with what the ledger throws. */
  readonly read: (address: string, document: string) => Promise<void>;
}

/** Pages that were fetched and may still be read. */
const MOST_OPEN = 10_000;
/** Pages with a memory. */
export function pagesWith({ fetch, pages, reader, has, anew = false, forgot }: PageSetting): Pages {
  const open = new Map<string, Validators>();
  let heard = forgot;
  /** A memory that cannot be read or written is none; what else is thrown, the ledger's errors among it, is no matter of the memory. */
  const ifKept = async <T>(work: Promise<T>): Promise<T | undefined> => {
    try {
      return await work;
    } catch (thrown) {
      if (!(thrown instanceof PactaError) || !/^PACTA_SETTINGS_\w/.test(thrown.code)) throw thrown;
      heard?.(thrown);
      heard = undefined;
      return undefined;
    }
  };
  const knownAt = async (id: string): Promise<Validators | undefined> => {
    const page = anew ? undefined : await ifKept(pages.get(id));
    if (page === undefined || page.reader !== (await reader()) || !(await has(page.document))) return undefined;
    return { ...(page.etag === undefined ? {} : { etag: page.etag }), ...(page.modified === undefined ? {} : { lastModified: page.modified }) };
  };
  return {
    fetch: async (address) => {
      const id = idOf(address);
      const validators = id === undefined ? undefined : await knownAt(id);
      const result = await fetch(address, validators === undefined ? {} : { validators });
      if (id !== undefined && result.kind === "fetched") {
        const oldest = open.size >= MOST_OPEN ? open.keys().next().value : undefined;
        if (oldest !== undefined) open.delete(oldest);
        open.set(id, result.validators);
      }
      return result;
    },
    read: async (address, document) => {
      const id = idOf(address);
      const { etag, lastModified: modified } = (id === undefined ? undefined : open.get(id)) ?? {};
      if (id === undefined || (etag === undefined && modified === undefined)) return;
      open.delete(id);
      const given = { ...(etag === undefined ? {} : { etag }), ...(modified === undefined ? {} : { modified }) };
      await ifKept(pages.put({ id, ...given, document, reader: await reader() }));
    },
  };
}

/** The address as it is asked for; undefined for one that is not remembered. */
function idOf(address: string): string | undefined {
  const url = URL.parse(address);
  if (url === null) return undefined;
  url.hash = "";
  return url.href.length <= LONGEST_ADDRESS ? url.href : undefined;
}
