// A WARC of any length, plain or gzip, as the pages in it: one is held at a time, and what is wrong with one is a failure in
// its place.
import { PactaError } from "../../error.ts";
import { peek } from "../bytes.ts";
import { openContainer } from "../container.ts";
import { isGzip } from "../gzip.ts";
import { failure } from "../resource.ts";
import type { Failure, Limits, Resource } from "../resource.ts";
import { shown } from "./fields.ts";
import { members, plain } from "./members.ts";
import { pageOf } from "./pages.ts";
import type { Held, PassedOver } from "./pages.ts";
import { addressOf, records } from "./records.ts";
import type { WarcRecord } from "./records.ts";
import { Window } from "./window.ts";

/** How an archive is read. */
export interface ArchiveOptions {
  readonly limits: Limits;
  /** A WHATWG charset label for every page without a byte order mark. */
  readonly charset?: string;
  /** Hears of each record that holds no page to read, what it holds instead: `request`, `image/png`, `status 404`. */
  readonly passed?: (what: string) => void;
}

/** The pages in the bytes of a WARC, and its failures. A page's name is that of the archive and its address. Throws what the stream throws. */
export async function* readWarc(name: string, stream: AsyncIterable<Uint8Array>, options: ArchiveOptions): AsyncGenerator<Resource | Failure> {
  const { head, chunks } = await peek(stream, 2);
  const packed = isGzip(head) || (head.length === 1 && head[0] === 0x1f);
  const window = new Window(packed ? members(chunks, options.limits) : plain(chunks));
  let any = false;
  try {
    for await (const found of records(window, options.limits)) {
      any = true;
      if (found.kind === "record") yield* pagesIn(found, name, options);
      else yield failure(found.error, { source: nameOf(name, found.url), offset: found.place });
    }
  } finally {
    await window.close();
  }
  if (!any) yield failure(new PactaError("PACTA_INPUT_EMPTY", "the archive holds no record", "Fetch the archive again"), { source: name });
}

async function* pagesIn(record: WarcRecord, archive: string, { limits, charset, passed }: ArchiveOptions): AsyncGenerator<Resource | Failure> {
  const name = nameOf(archive, addressOf(record.fields));
  let found: Resource | Held | PassedOver;
  try {
    found = await pageOf(record, name, limits, charset);
  } catch (thrown) {
    return yield failure(thrown, { source: name, offset: record.place });
  }
  if (found.kind === "passed") passed?.(found.what);
  else if (found.kind === "resource") yield found;
  else yield* textsIn(found, name, record.place, passed);
}

/** The texts in a PDF, a feed or a message, with the address of the record for those that have none of their own. */
async function* textsIn(held: Held, name: string, offset: number, passed?: (what: string) => void): AsyncGenerator<Resource | Failure> {
  const { url, modified } = held;
  const found = { url, ...(modified === undefined ? {} : { modified }) };
  try {
    for await (const each of openContainer(name, held.bytes, held.type, held.charset, passed)) {
      // A crawl has the pages that its feeds list, or could not get them: the list is no failure of the archive.
      if (each.kind === "failure" && each.error.code === "PACTA_FEED_LINK_ONLY") passed?.("entry of a feed without its text");
      else if (each.kind === "resource" && held.type === "application/pdf") yield { ...each, ...found };
      else yield each;
    }
  } catch (thrown) {
    yield failure(thrown, { source: name, offset });
  }
}

/** An address may be as long as its maker likes; a place is read by people. */
function nameOf(archive: string, url: string | undefined): string {
  return url === undefined ? archive : `${archive}: ${shown(url, 300)}`;
}
