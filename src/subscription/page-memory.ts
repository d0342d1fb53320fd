// Pages of the web that were read into a ledger, as whoever reads uses them: what did not change is not sent again.
import type { Document } from "../document/index.ts";
import type { PactaError } from "../error.ts";
import type { Ledger } from "../ledger/index.ts";
import type { Settings } from "../settings/index.ts";
import { isAddress } from "../source/index.ts";
import type { Fetcher, Resource } from "../source/index.ts";
import { isRead } from "../intake/index.ts";
import { pagesWith } from "./pages.ts";
import type { Pages } from "./pages.ts";

/** What a memory of pages is kept by. `reader` is the version that readings are kept under, `how` what else a reading hangs on. */
export interface MemorySetting {
  readonly fetch: Fetcher["fetch"];
  readonly settings: Pick<Settings, "pages">;
  readonly ledger: Ledger;
  readonly reader: () => Promise<string>;
  readonly how?: string;
  /** Ask for every page as new. */
  readonly anew: boolean;
  /** Hears, once, that the memory cannot be read or written. */
  readonly forgot?: (error: PactaError) => void;
}

/** Pages with a memory. A page that a second coder failed to read is none that was read. */
export function pageMemory({ fetch, settings, ledger, reader, how = "", anew, forgot }: MemorySetting): Pages {
  const version = async (): Promise<string> => (await reader()) + how;
  const has = async (document: string): Promise<boolean> => isRead(ledger, document, await reader());
  const pages = pagesWith({ fetch, pages: settings.pages, reader: version, has, anew, ...(forgot === undefined ? {} : { forgot }) });
  return { ...pages, read: async (address, document) => ((await has(document)) ? pages.read(address, document) : undefined) };
}

/** The addresses that documents are the one page of. */
export interface Origins {
  readonly made: (document: Document, from: Resource) => void;
  /** The address of a document that was made; undefined for what is no page of its own. */
  readonly addressOf: (document: Document) => string | undefined;
}

/** Remembers origins for as long as documents are held. */
export function originsOf(): Origins {
  const addresses = new WeakMap<Document, string>();
  return {
    made: (document, { name, url, told, line, mediaType }) => {
      const isPage = isAddress(name) && url !== undefined && told === undefined && line === undefined && mediaType !== "application/json";
      if (isPage) addresses.set(document, name);
    },
    addressOf: (document) => addresses.get(document),
  };
}
