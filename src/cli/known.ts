// Whether a document was read before: asked before the model runs, because running it is what takes the time.
import type { Document } from "../document/index.ts";
import type { Ledger } from "../ledger/index.ts";
import type { Reading } from "../reading/index.ts";

/** The reading of this very text (with its day) by this reader, where the ledger has it. */
export async function knownReading(ledger: Ledger, document: Document, reader: string): Promise<Reading | undefined> {
  const version = await ledger.versionOf(document);
  if (version === undefined) return undefined;
  const found = await ledger.reading(document.id, { version, reader });
  return found === undefined ? undefined : { id: document.id, claims: found.claims, abstained: found.abstained };
}
