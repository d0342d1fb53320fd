// Projections: rows for asking, a pure function of the entries. Each row names the entry that it comes from and is never updated,
// so that a projection can be checked, and made again, one entry at a time.
import { bandsOf, dayNumber, nearPrintOf, writeSignature } from "../document/index.ts";
import type { Party } from "../reading/index.ts";
import { documentsOf, partyKey } from "./decision/index.ts";
import type { Decision } from "./decision/index.ts";
import type { DocumentBody, Entry, ReadingBody } from "./entry.ts";

/** One version of a document. */
export interface DocumentRow {
  readonly seq: number;
  readonly id: string;
  readonly version: number;
  readonly sha256: string;
  readonly day: string | null;
}

/** By what the copies of a document version are told; see `NearPrint`. One that was redacted has none. */
export interface NearPrintRow {
  readonly seq: number;
  /** The key of texts with the same words. */
  readonly words: number;
  /** As `writeSignature` writes it. */
  readonly signature: string;
  readonly host: string | null;
  /** JSON. */
  readonly names: string;
}

/**
 * A key under which copies of a document version are found. They are ordered by `period` first: what comes together is mostly of one time,
 * so that an append touches few pages of the index and not as many as it has keys. `day` is the number of the day of publication.
 */
export interface NearKeyRow {
  readonly seq: number;
  readonly key: number;
  readonly period: number;
  readonly day: number | null;
}

/** Days in a period. */
export const PERIOD = 32;
/** The period of documents whose day is not known. */
export const UNDATED = -1_000_000;

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

/** One decision of a person; `undoes` is the seq of the decision that an undo takes back. */
export interface DecisionRow {
  readonly seq: number;
  readonly type: string;
  readonly undoes: number | null;
}

/** The `i`th document that a decision names. */
export interface DecisionDocumentRow {
  readonly seq: number;
  readonly i: number;
  readonly document: string;
}

/**
 * A decision by which a claim of the document may be found where the reader's rows do not find it: `claim` is the id of one that it adds,
 * `act` that claim's act, or the one that it corrects a claim's to.
 */
export interface DecisionClaimRow {
  readonly seq: number;
  readonly document: string;
  readonly claim: string | null;
  readonly act: string | null;
}

/** The `i`th party of the claim that a decision adds, or of the side that it corrects. */
export interface DecisionPartyRow {
  readonly seq: number;
  readonly i: number;
  readonly party: string;
}

/** Rows by table, each table in the order of its key. */
export interface Projection {
  readonly documents: readonly DocumentRow[];
  readonly near: readonly NearPrintRow[];
  readonly near_keys: readonly NearKeyRow[];
  readonly readings: readonly ReadingRow[];
  readonly claims: readonly ClaimRow[];
  readonly claim_parties: readonly PartyRow[];
  readonly abstentions: readonly AbstentionRow[];
  readonly decisions: readonly DecisionRow[];
  readonly decision_documents: readonly DecisionDocumentRow[];
  readonly decision_claims: readonly DecisionClaimRow[];
  readonly decision_parties: readonly DecisionPartyRow[];
}

/** The tables of a projection, those that others refer to first. */
export const TABLES = [
  "documents",
  "near",
  "near_keys",
  "readings",
  "claims",
  "claim_parties",
  "abstentions",
  "decisions",
  "decision_documents",
  "decision_claims",
  "decision_parties",
] as const satisfies readonly (keyof Projection)[];

/** No rows. */
export const NO_ROWS: Projection = {
  documents: [],
  near: [],
  near_keys: [],
  readings: [],
  claims: [],
  claim_parties: [],
  abstentions: [],
  decisions: [],
  decision_documents: [],
  decision_claims: [],
  decision_parties: [],
};

/** The rows that an entry makes. `documentSeq` is the entry of the document version that it is about (its own seq for a document or a decision). */
export function project(entry: Entry, documentSeq: number): Projection {
  switch (entry.kind) {
    case "document":
      return { ...NO_ROWS, documents: [documentRow(entry.seq, entry.body)], ...(entry.redacted === true ? {} : projectNear(entry.seq, entry.body)) };
    case "reading":
      return projectReading(entry.seq, entry.body, documentSeq);
    case "decision":
      return projectDecision(entry.seq, entry.body.decision);
  }
}

function documentRow(seq: number, { id, version, sha256, published }: DocumentBody): DocumentRow {
  return { seq, id, version, sha256, day: published?.day ?? null };
}

/** The rows of a document version by which its copies are told. They are made of its words, and go with them. */
export function projectNear(seq: number, document: DocumentBody): Pick<Projection, "near" | "near_keys"> {
  const { signature, host, names } = nearPrintOf(document);
  const day = document.published === undefined ? null : dayNumber(document.published.day);
  const period = day === null ? UNDATED : Math.floor(day / PERIOD);
  const [words = 0, ...keys] = bandsOf(signature);
  return {
    near: [
      { seq, words, signature: writeSignature(signature), host: host ?? null, names: JSON.stringify({ carried: names.carried, cited: names.cited }) },
    ],
    near_keys: keys.sort((a, b) => a - b).map((key) => ({ seq, key, period, day })),
  };
}

function projectReading(seq: number, { reader, claims, abstained }: ReadingBody, document: number): Projection {
  return {
    ...NO_ROWS,
    readings: [{ seq, document, reader }],
    claims: claims.map(({ id, act }, n) => ({ seq, n, id, act })),
    claim_parties: claims.flatMap(({ act, actors, targets }, n) => [
      ...actors.map((party, i): PartyRow => ({ seq, n, role: "actor", i, party: partyKey(party), act })),
      ...targets.map((party, i): PartyRow => ({ seq, n, role: "target", i, party: partyKey(party), act })),
    ]),
    abstentions: abstained.map(({ reason, act }, n) => ({ seq, n, reason, act: act ?? null })),
  };
}

/** Of its body alone, as all rows: what it comes to for a claim hangs on the other decisions, and is found out when it is asked for. */
function projectDecision(seq: number, decision: Decision): Projection {
  return {
    ...NO_ROWS,
    decisions: [{ seq, type: decision.type, undoes: decision.type === "undo" ? decision.decision : null }],
    decision_documents: documentsOf(decision).map((document, i) => ({ seq, i, document })),
    ...projectFinding(seq, decision),
  };
}

function projectFinding(seq: number, decision: Decision): Pick<Projection, "decision_claims" | "decision_parties"> {
  const parties = (list: readonly Party[]) => [...new Set(list.map(partyKey))].map((party, i) => ({ seq, i, party }));
  if (decision.type === "add-claim" || decision.type === "promote") {
    const { id, act, actors, targets } = decision.claim;
    return { decision_claims: [{ seq, document: decision.document, claim: id, act }], decision_parties: parties([...actors, ...targets]) };
  }
  if (decision.type !== "correct") return { decision_claims: [], decision_parties: [] };
  const found = { seq, document: decision.claim.document, claim: null };
  if (decision.slot === "act") return { decision_claims: [{ ...found, act: decision.value }], decision_parties: [] };
  const isSide = decision.slot === "actors" || decision.slot === "targets";
  return isSide
    ? { decision_claims: [{ ...found, act: null }], decision_parties: parties(decision.value) }
    : { decision_claims: [], decision_parties: [] };
}

/** The rows of several projections together. */
export function join(projections: readonly Projection[]): Projection {
  const all = <Table extends keyof Projection>(table: Table) => projections.flatMap((rows): readonly Row<Table>[] => rows[table]);
  return {
    documents: all("documents"),
    near: all("near"),
    near_keys: all("near_keys"),
    readings: all("readings"),
    claims: all("claims"),
    claim_parties: all("claim_parties"),
    abstentions: all("abstentions"),
    decisions: all("decisions"),
    decision_documents: all("decision_documents"),
    decision_claims: all("decision_claims"),
    decision_parties: all("decision_parties"),
  };
}

type Row<Table extends keyof Projection> = Projection[Table][number];

/** A projection taken apart by entry. */
export function byEntry(projection: Projection): Map<number, Projection> {
  const parts = new Map<number, { [table in keyof Projection]: Row<table>[] }>();
  for (const table of TABLES) {
    for (const row of projection[table]) {
      const part = parts.get(row.seq) ?? emptyPart();
      parts.set(row.seq, part);
      // The row is of the table that it is put into.
      (part[table] as Row<typeof table>[]).push(row);
    }
  }
  return parts;
}

function emptyPart(): { [table in keyof Projection]: Row<table>[] } {
  return {
    documents: [],
    near: [],
    near_keys: [],
    readings: [],
    claims: [],
    claim_parties: [],
    abstentions: [],
    decisions: [],
    decision_documents: [],
    decision_claims: [],
    decision_parties: [],
  };
}
