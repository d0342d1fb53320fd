// The documents of one entry: of its page, as if its address had been given, or of the text that the feed carries where the
// page cannot be had.
import { documentsBy } from "../document/index.ts";
import type { Document, DocumentSetting, Outcome, PageParser } from "../document/index.ts";
import { PactaError } from "../error.ts";
import { failure, readFetched } from "../source/index.ts";
import type { FetchResult, ListedItem, Resource } from "../source/index.ts";

/** How entries are read. */
export interface TextSetting {
  /** Read the pages of entries, or only what feeds carry themselves. */
  readonly text: "page" | "feed";
  readonly page: (address: string) => Promise<FetchResult>;
  readonly documents: DocumentSetting;
  /** Takes pages apart. */
  readonly parser: PageParser;
}

/** What reading an entry gave; `page` is the address under which its one page may be remembered. */
export interface Texts {
  readonly outcomes: readonly Outcome[];
  readonly notes: readonly PactaError[];
  readonly unchanged: boolean;
  readonly page?: string;
}

/** The documents of an entry of the feed at `source`, or why there are none. Never throws for bad input. */
export async function textsOf(item: ListedItem, source: string, how: TextSetting): Promise<Texts> {
  const { url } = item;
  if (how.text === "feed" || url === undefined) return { outcomes: await ownText(item, source, how), notes: [], unchanged: false };
  const result = await how.page(url);
  if (result.kind === "not-modified") return { outcomes: [], notes: [], unchanged: true };
  const found = await Array.fromAsync(readFetched(url, result));
  const [only] = found;
  const isPage = found.length === 1 && only?.kind === "resource" && only.told === undefined;
  const notes = found.flatMap((each) => (each.kind === "resource" ? (each.notes ?? []) : []));
  const outcomes: Outcome[] = [];
  for (const each of found) {
    if (each.kind === "failure") outcomes.push(each);
    else outcomes.push(...(await documentsIn(isPage ? { ...each, told: item.told } : each, how)));
  }
  const instead = await insteadOf(outcomes, notes, item, source, how);
  if (instead !== undefined) return instead;
  return { outcomes, notes, unchanged: false, ...(isPage ? { page: url } : {}) };
}

function documentsIn(resource: Resource, { parser, documents }: TextSetting): Promise<Outcome[]> {
  return Array.fromAsync(documentsBy(parser, resource, documents));
}

async function ownText({ text, url }: ListedItem, source: string, how: TextSetting): Promise<Outcome[]> {
  if ("missing" in text) return [failure(text.missing, { source }, url)];
  return documentsIn({ ...text.resource, carrier: source }, how);
}

/** The feed's own text where the page gave none, or is not free and gave less. */
async function insteadOf(
  outcomes: readonly Outcome[],
  notes: readonly PactaError[],
  item: ListedItem,
  source: string,
  how: TextSetting,
): Promise<Texts | undefined> {
  const { text } = item;
  const read = outcomes.flatMap((each) => (each.kind === "document" ? [each.document] : []));
  const why = outcomes.find((each) => each.kind === "failure")?.error ?? notes.find(({ code }) => code === "PACTA_FETCH_PAYWALL");
  if (why === undefined || why.code === "PACTA_FETCH_STOPPED" || "missing" in text || !text.long) return undefined;
  const own = (await ownText(item, source, how)).flatMap((each) => (each.kind === "document" ? [each.document] : []));
  if (lengthOf(own) <= lengthOf(read)) return undefined;
  return { outcomes: own.map((document) => ({ kind: "document", document })), notes: [instead(why, item, text.resource)], unchanged: false };
}

function lengthOf(documents: readonly Document[]): number {
  return documents.reduce((sum, { text }) => sum + text.length, 0);
}

function instead({ code, message }: PactaError, { url }: ListedItem, { name }: Resource): PactaError {
  const what = `the text that the feed carries is read instead of the page, which cannot be had (${code}: ${message})`;
  return new PactaError("PACTA_FEED_TEXT_INSTEAD", what, "If you may read the page, save it with a browser and read the file", {
    source: url ?? name,
  });
}
