// What the entries after a place in the chain say of which documents, as folding takes it. A document that came once and was read once is taken from
// its entries as they pass; any other is asked for as it stands, with people's decisions applied.
import type { Abstention } from "../../reading/index.ts";
import { documentsNamed } from "../../ledger/index.ts";
import type { Entry, Ledger, StoredDocument } from "../../ledger/index.ts";
import type { DealReading, DealText, DecidedOnDeal } from "../deal.ts";

/** The documents that a stretch of the chain changed, and the last entry of the stretch. */
export interface Stretch {
  readonly readings: readonly DealReading[];
  readonly last: number;
}

type DocumentEntry = Entry & { readonly kind: "document" };
type ReadingEntry = Entry & { readonly kind: "reading" };

/** Gives the stretches of the chain from `seq` on, each of at most `size` documents. */
export async function* stretchesFrom(ledger: Ledger, seq: number, size: number): AsyncGenerator<Stretch> {
  let entries: Entry[] = [];
  let named = new Set<string>();
  for await (const entry of ledger.entries(seq)) {
    // A document and its reading stand together: a stretch never ends between them.
    if (named.size >= size && entry.kind === "document") {
      yield await stretchOf(ledger, entries);
      [entries, named] = [[], new Set()];
    }
    entries.push(entry);
    for (const id of documentsNamed(entry)) named.add(id);
  }
  if (entries.length > 0) yield await stretchOf(ledger, entries);
}

async function stretchOf(ledger: Ledger, entries: readonly Entry[]): Promise<Stretch> {
  const byDocument = new Map<string, Entry[]>();
  for (const entry of entries) for (const id of await documentsChanged(ledger, entry)) byDocument.set(id, [...(byDocument.get(id) ?? []), entry]);
  const readings = await Promise.all([...byDocument].map(async ([id, of]) => readOnce(of) ?? asItStands(ledger, id)));
  return { readings: readings.filter((reading) => reading !== undefined), last: entries.at(-1)?.seq ?? 0 };
}

/** The documents that an entry changes: an undo those of the decision that it undoes. */
async function documentsChanged(ledger: Ledger, entry: Entry): Promise<readonly string[]> {
  if (entry.kind !== "decision" || entry.body.decision.type !== "undo") return documentsNamed(entry);
  for await (const undone of ledger.entries(entry.body.decision.decision)) return documentsChanged(ledger, undone);
  return [];
}

/** A document whose first version and only reading are these entries. */
function readOnce(entries: readonly Entry[]): DealReading | undefined {
  const [first, second, more] = entries;
  if (more !== undefined || !isFirst(first) || !isReadingOf(second, first)) return undefined;
  return { document: textOf(first.body), claims: second.body.claims, abstained: second.body.abstained };
}

const isFirst = (entry: Entry | undefined): entry is DocumentEntry =>
  entry?.kind === "document" && entry.body.version === 1 && entry.redacted !== true;
const isReadingOf = (entry: Entry | undefined, document: DocumentEntry): entry is ReadingEntry =>
  entry?.kind === "reading" && entry.body.document === document.body.id && entry.redacted !== true;

async function asItStands(ledger: Ledger, id: string): Promise<DealReading | undefined> {
  const standing = await ledger.standing(id);
  const document = await ledger.document(id, standing?.version);
  if (document === undefined) return undefined;
  const reading = standing === undefined ? undefined : await ledger.reading(id, { version: standing.version });
  const abstained: readonly Abstention[] = reading === undefined || reading.redacted === true ? [] : reading.abstained;
  const claims = standing?.claims.map(({ claim }) => claim) ?? [];
  return { document: textOf(document), claims, abstained, decided: await decidedOn(ledger, id) };
}

/** What people decided, and did not undo, about the deals of a document's claims. Each side of a join or split hears of the other. */
async function decidedOn(ledger: Ledger, id: string): Promise<readonly DecidedOnDeal[]> {
  const decided: DecidedOnDeal[] = [];
  for await (const { decision, undone, found } of ledger.decisions()) {
    if (undone) continue;
    if (decision.type === "pin" && decision.claim.document === id && typeof found[0] === "string")
      decided.push({ type: "pin", claim: found[0], slot: decision.slot });
    if (decision.type !== "join" && decision.type !== "split") continue;
    const [a, b] = decision.claims;
    const [one, two] = found;
    if (typeof one !== "string" || typeof two !== "string") continue;
    if (a.document === id) decided.push({ type: decision.type, claim: one, other: { document: b.document, claim: two } });
    if (b.document === id) decided.push({ type: decision.type, claim: two, other: { document: a.document, claim: one } });
  }
  return decided;
}

function textOf({ id, text, published, heading, url }: Pick<StoredDocument, "id" | "text" | "published" | "heading" | "url">): DealText {
  return {
    id,
    text,
    ...(published === undefined ? {} : { published: published.day }),
    ...(heading === undefined ? {} : { heading }),
    ...(url === undefined ? {} : { url }),
  };
}
