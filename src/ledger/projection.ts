// Projections: rows for asking, a pure function of the entries. Each row names the entry that it comes from and is never updated,
// so that a projection can be checked, and made again, one entry at a time.
import type { DocumentBody, Entry, ReadingBody } from "./entry.ts";

/** One version of a document. */
export interface DocumentRow {
  readonly seq: number;
  readonly id: string;
  readonly version: number;
  readonly sha256: string;
  readonly day: string | null;
}

/** One reading; `document` is the seq of the document version that was read. */
export interface ReadingRow {
  readonly seq: number;
  readonly document: number;
  readonly reader: string;
}

/** The `n`th claim (from 0) of the reading `seq`. */
export interface ClaimRow {
  readonly seq: number;
  readonly n: number;
  readonly id: string;
  readonly act: string;
}

/** The `i`th actor or target of a claim; `party` is its id, or its name where it has none. `act` is the claim's, so that one index finds both. */
export interface PartyRow {
  readonly seq: number;
  readonly n: number;
  readonly role: "actor" | "target";
  readonly i: number;
  readonly party: string;
  readonly act: string;
}

/** The `n`th abstention of the reading `seq`. */
export interface AbstentionRow {
  readonly seq: number;
  readonly n: number;
  readonly reason: string;
  readonly act: string | null;
}

/** Rows by table, each table in the order of its key. */
export interface Projection {
  readonly documents: readonly DocumentRow[];
  readonly readings: readonly ReadingRow[];
  readonly claims: readonly ClaimRow[];
  readonly claim_parties: readonly PartyRow[];
  readonly abstentions: readonly AbstentionRow[];
}

/** No rows. */
export const NO_ROWS: Projection = { documents: [], readings: [], claims: [], claim_parties: [], abstentions: [] };

/** The rows that an entry makes. `documentSeq` is the entry of the document version that it is about (its own seq for a document). */
export function project(entry: Entry, documentSeq: number): Projection {
  return entry.kind === "document" ? projectDocument(entry.seq, entry.body) : projectReading(entry.seq, entry.body, documentSeq);
}

function projectDocument(seq: number, { id, version, sha256, published }: DocumentBody): Projection {
  return { ...NO_ROWS, documents: [{ seq, id, version, sha256, day: published?.day ?? null }] };
}

function projectReading(seq: number, { reader, claims, abstained }: ReadingBody, document: number): Projection {
  return {
    documents: [],
    readings: [{ seq, document, reader }],
    claims: claims.map(({ id, act }, n) => ({ seq, n, id, act })),
    claim_parties: claims.flatMap(({ act, actors, targets }, n) => [
      ...actors.map(({ id, name }, i): PartyRow => ({ seq, n, role: "actor", i, party: id ?? name, act })),
      ...targets.map(({ id, name }, i): PartyRow => ({ seq, n, role: "target", i, party: id ?? name, act })),
    ]),
    abstentions: abstained.map(({ reason, act }, n) => ({ seq, n, reason, act: act ?? null })),
  };
}

/** The rows of several projections together. */
export function join(projections: readonly Projection[]): Projection {
  return {
    documents: projections.flatMap((rows) => rows.documents),
    readings: projections.flatMap((rows) => rows.readings),
    claims: projections.flatMap((rows) => rows.claims),
    claim_parties: projections.flatMap((rows) => rows.claim_parties),
    abstentions: projections.flatMap((rows) => rows.abstentions),
  };
}

/** A projection taken apart by entry. */
export function byEntry(projection: Projection): Map<number, Projection> {
  const parts = new Map<number, { -readonly [table in keyof Projection]: Projection[table][number][] }>();
  const part = (seq: number) => {
    const found = parts.get(seq) ?? { documents: [], readings: [], claims: [], claim_parties: [], abstentions: [] };
    parts.set(seq, found);
    return found;
  };
  for (const row of projection.documents) part(row.seq).documents.push(row);
  for (const row of projection.readings) part(row.seq).readings.push(row);
  for (const row of projection.claims) part(row.seq).claims.push(row);
  for (const row of projection.claim_parties) part(row.seq).claim_parties.push(row);
  for (const row of projection.abstentions) part(row.seq).abstentions.push(row);
  return parts;
}
