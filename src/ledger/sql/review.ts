// Documents about which people decided: their claims are made from the reading and the decisions whenever they are asked for.
import { checkClaim, checkDecision, checkReading } from "../check.ts";
import { apply, correctedSlots, partyKey, standingOf } from "../decision/index.ts";
import type { Applied, Base, Correction, Decided, Piece, Standing } from "../decision/index.ts";
import type { DocumentBody, Entry } from "../entry.ts";
import type { ClaimFilter, StoredClaim } from "../ledger.ts";
import type { Claim } from "../../reading/index.ts";
import { decidedAmong, decidedOf } from "./decided.ts";
import { entriesOf } from "./entries.ts";
import { expectDocument, expectReading } from "./read.ts";
import { chunks } from "./chunks.ts";
import type { Db, Store } from "./store.ts";

/** A document with its newest reading, if any, and the decisions applied. */
export interface Reviewed {
  readonly applied: Applied;
  readonly document: DocumentBody;
  readonly reading?: { readonly seq: number; readonly reader: string };
}

/** Those of the documents about which anything was decided, each with its decisions applied. */
export async function reviewsOf(store: Store, db: Db, documents: readonly string[]): Promise<ReadonlyMap<string, Reviewed>> {
  const ids = await decidedAmong(db, documents);
  return ids.length === 0 ? new Map() : reviewed(store, db, ids);
}

/** A document with the decisions about it applied; undefined where there is no such document. */
export async function reviewOf(store: Store, db: Db, id: string): Promise<Reviewed | undefined> {
  return (await reviewed(store, db, [id])).get(id);
}

/** See `Ledger.standing`. */
export async function standing(store: Store, db: Db, id: string): Promise<Standing | undefined> {
  const found = await reviewOf(store, db, id);
  return found === undefined ? undefined : standingOf(found.applied);
}

/** The documents of these ids that are there, each with the decisions about it applied: a few queries for all of them together. */
async function reviewed(store: Store, db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, Reviewed>> {
  const decided = await decidedOf(store, db, ids);
  const current = await currentOf(db, ids);
  const entries = await entriesOf(
    store,
    db,
    [...current.values()].flatMap(({ document, reading }) => (reading === undefined ? [document] : [document, reading])),
  );
  return new Map([...current].map(([id, seqs]) => [id, reviewIn(entries, id, seqs, decided.get(id) ?? [])]));
}

/** Seqs of the version of a document that was read last, or else of its newest, and of the newest reading of it. */
interface Current {
  readonly document: number;
  readonly reading?: number;
}

async function currentOf(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, Current>> {
  const current = new Map<string, Current>();
  for (const some of chunks(ids)) {
    const joined = db.selectFrom("documents").leftJoin("readings", "readings.document", "documents.seq").where("documents.id", "in", some);
    const rows = await joined
      .select(["documents.id", "documents.seq as document", "readings.seq as reading"])
      .orderBy("documents.version")
      .orderBy("readings.seq")
      .execute();
    for (const { id, document, reading } of rows) {
      if (reading !== null) current.set(id, { document, reading });
      else if (current.get(id)?.reading === undefined) current.set(id, { document });
    }
  }
  return current;
}

function reviewIn(entries: ReadonlyMap<number, Entry>, id: string, seqs: Current, decided: readonly Decided[]): Reviewed {
  const { body: document, redacted } = expectDocument(entries.get(seqs.document), id, seqs.document);
  const reading = seqs.reading === undefined ? undefined : expectReading(entries.get(seqs.reading), id, seqs.reading);
  const text = redacted === undefined ? document.text : undefined;
  const base: Base = { document: id, version: document.version, claims: reading?.body.claims ?? [], text };
  const applied = apply(base, decided);
  if (text !== undefined) {
    if (reading !== undefined) checkReading(reading.body, text);
    for (const { decision } of decided) checkDecision(decision, id, document.version, text);
    for (const { now } of applied.pieces) checkClaim(now, text, id);
  }
  return { applied, document, ...(reading === undefined ? {} : { reading: { seq: reading.seq, reader: reading.body.reader } }) };
}

/** The claim of that id, where it stands. */
export function byId(reviewed: Reviewed, id: string): StoredClaim | undefined {
  const piece = reviewed.applied.pieces.find(({ now, fate }) => now.id === id && fate === "stands");
  return piece === undefined ? undefined : storedClaim(reviewed, piece);
}

/** A place in the order of claims: the `n`th of a reading, or a decision. */
interface Place {
  readonly seq: number;
  readonly n: number;
}

/** The claim that stands and fits, and that the filter finds at this place first. */
export function atPlace(reviewed: Reviewed, place: Place, filter: ClaimFilter): StoredClaim | undefined {
  const piece = reviewed.applied.pieces.find((one) => {
    const first = one.fate === "stands" && fits(one.now, filter) ? firstPlace(reviewed, one, filter) : undefined;
    return first?.seq === place.seq && first.n === place.n;
  });
  return piece === undefined ? undefined : storedClaim(reviewed, piece);
}

function firstPlace({ applied, reading }: Reviewed, piece: Piece, filter: ClaimFilter): Place | undefined {
  if (fits(piece.told, filter)) {
    const seq = piece.made ?? reading?.seq;
    return seq === undefined ? undefined : { seq, n: Math.max(0, applied.base.claims.indexOf(piece.told)) };
  }
  const found = piece.corrections.find(({ correction }) => finds(correction, filter));
  return found === undefined ? undefined : { seq: found.seq, n: 0 };
}

function fits({ act, actors, targets }: Claim, filter: ClaimFilter): boolean {
  const isParty = filter.party === undefined || [...actors, ...targets].some((party) => partyKey(party) === filter.party);
  return isParty && (filter.act === undefined || act === filter.act);
}

/** True where the rows of a correction are such as the filter asks for. */
function finds(correction: Correction, { act, party }: ClaimFilter): boolean {
  if (correction.slot === "act") return correction.value === act;
  const isSide = correction.slot === "actors" || correction.slot === "targets";
  return isSide && correction.value.some((one) => partyKey(one) === party);
}

function storedClaim({ applied, document, reading }: Reviewed, piece: Piece): StoredClaim {
  const { now, made, origin, confirmed, decisions } = piece;
  const day = document.published === undefined ? {} : { day: document.published.day };
  return {
    claim: now,
    seq: made ?? reading?.seq ?? 0,
    document: document.id,
    version: applied.base.version,
    ...day,
    reader: made === undefined ? (reading?.reader ?? "") : now.rule,
    ...(decisions.length === 0 ? {} : { review: { origin, corrected: correctedSlots(piece), confirmed, decisions } }),
    ...(applied.base.text === undefined ? { redacted: true } : {}),
  };
}
