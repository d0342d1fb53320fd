// Whether a document was read before: asked before the model runs, because running it is what takes the time.
import type { Document } from "../document/index.ts";
import type { Ledger } from "../ledger/index.ts";
import type { Reading } from "../reading/index.ts";

/**
 * The reading of this very text (with its day) by this reader, where the ledger has it. One that a second coder added to
 * is the reader's too: the reader's claims are all in it, and a reading without them would hide what was added.
 */
export async function knownReading(ledger: Ledger, document: Document, reader: string): Promise<Reading | undefined> {
  const version = await ledger.versionOf(document);
  if (version === undefined) return undefined;
  const newest = await ledger.reading(document.id, { version });
  if (newest === undefined) return undefined;
  const isOwn = newest.reader === reader || newest.reader.startsWith(withCoder(reader, "coder:"));
  const found = isOwn ? newest : await ledger.reading(document.id, { version, reader });
  return found === undefined ? undefined : { id: document.id, claims: found.claims, abstained: found.abstained };
}

/** The name under which the ledger keeps what a reader read and a second coder added to. */
export function withCoder(reader: string, coder: string): string {
  return `${reader}+${coder}`;
}

/** Whether the ledger has a reading of a document by this reader, with what a second coder added or without. */
export async function isRead(ledger: Ledger, document: string, reader: string): Promise<boolean> {
  const newest = await ledger.reading(document);
  if (newest === undefined) return false;
  const isOwn = newest.reader === reader || newest.reader.startsWith(withCoder(reader, "coder:"));
  return isOwn || (await ledger.reading(document, { reader })) !== undefined;
}
