// Tampering that every store must find: ten entries, the ways to change what is stored of them, and what verifying comes to.
import { PactaError } from "../../error.ts";
import { decide, harbour, harbourRef, talks } from "../decided.fixture.ts";
import type { Ledger } from "../ledger.ts";
import { openLedger } from "../open.ts";
import { fullReport, report } from "../report.fixture.ts";
import { verify } from "../verify.ts";

/** Entries 1 to 10: a, its reading, full, its reading, b, its reading, a again, its reading, and a second reading of a and b. */
export async function appendTen(ledger: Ledger): Promise<void> {
  await ledger.appendReadings([report("a"), fullReport(), report("b"), report("a", "New. ")], "r1");
  await ledger.appendReadings([report("a"), report("b")], "r2");
}

/** The columns of an entry, each of which its hash vouches for. */
export const ENTRY_COLUMNS = ["at", "kind", "body", "words", "prev", "hash"] as const;

/** Statements that change what is stored of the ten entries, and the verdict on them. */
export const TAMPERINGS: Readonly<Record<string, readonly [statements: string, verdict: string]>> = {
  "words that are gone": ["update entries set words = null where seq = 2", "PACTA_LEDGER_BROKEN at 2"],
  "an entry with another number": ["update entries set seq = 11 where seq = 10", "PACTA_LEDGER_BROKEN at 10"],
  "two entries that changed places": [
    "update entries set seq = -1 where seq = 5; update entries set seq = 5 where seq = 7; update entries set seq = 7 where seq = -1",
    "PACTA_LEDGER_BROKEN at 5",
  ],
  "an entry that was taken out": ["delete from entries where seq = 6", "PACTA_LEDGER_BROKEN at 6"],
  "a tail that was cut off": ["delete from entries where seq > 7", "PACTA_LEDGER_CUT at 7"],
  "a ledger that was emptied": ["delete from entries", "PACTA_LEDGER_CUT at 0"],
  "a document's projection": ["update documents set day = '2020-01-01' where seq = 3", "PACTA_LEDGER_BROKEN at 3"],
  "a document's id in its projection": ["update documents set id = 'other' where seq = 5", "PACTA_LEDGER_BROKEN at 5"],
  "a reading's projection": ["update readings set reader = 'r0' where seq = 4", "PACTA_LEDGER_BROKEN at 4"],
  "the document of a reading": ["update readings set document = 3 where seq = 9", "PACTA_LEDGER_BROKEN at 9"],
  "a claim's projection": ["update claims set act = 'agree' where seq = 2", "PACTA_LEDGER_BROKEN at 2"],
  "a claim's id in its projection": ["update claims set id = 'x' where seq = 8", "PACTA_LEDGER_BROKEN at 8"],
  "a party's projection": ["update claim_parties set party = 'SWE' where seq = 9 and i = 0", "PACTA_LEDGER_BROKEN at 9"],
  "an abstention's projection": ["update abstentions set reason = 'other' where seq = 2", "PACTA_LEDGER_BROKEN at 2"],
  "a projection row that is gone": ["delete from abstentions where seq = 10", "PACTA_LEDGER_BROKEN at 10"],
  "a projection row too many": ["insert into abstentions values (2, 1, 'none', null)", "PACTA_LEDGER_BROKEN at 2"],
  "a projection row of no entry": ["insert into abstentions values (12, 0, 'none', null)", "PACTA_LEDGER_BROKEN at 12"],
  "what copies are told by": ["update near set signature = 'x' where seq = 3", "PACTA_LEDGER_BROKEN at 3"],
  "the names in what copies are told by": [`update near set names = '{"carried":[],"cited":["wire"]}' where seq = 5`, "PACTA_LEDGER_BROKEN at 5"],
  "a key of copies": ["update near_keys set day = 1 where seq = 5", "PACTA_LEDGER_BROKEN at 5"],
  "a key of copies that is gone": [
    "delete from near_keys where seq = 7 and key = (select max(key) from near_keys where seq = 7)",
    "PACTA_LEDGER_BROKEN at 7",
  ],
  "a key of copies too many": ["insert into near_keys values (2, 1, 1, 1)", "PACTA_LEDGER_BROKEN at 2"],
  "what copies of no entry are told by": ["insert into near values (12, 1, 'x', null, '{}')", "PACTA_LEDGER_BROKEN at 12"],
  "the position of the projections": ["update chain set seq = 9", "PACTA_LEDGER_BROKEN at 10"],
  "the hash in the position of the projections": ["update chain set hash = 'x'", "PACTA_LEDGER_BROKEN at 10"],
  "no position of the projections": ["delete from chain", "PACTA_LEDGER_BROKEN at 10"],
  "two things, of which the projection comes first": [
    "update claims set act = 'agree' where seq = 2; update entries set at = 'x' where seq = 5",
    "PACTA_LEDGER_BROKEN at 2",
  ],
  "two things, of which the entry comes first": [
    "update claims set act = 'agree' where seq = 9; update entries set at = 'x' where seq = 5",
    "PACTA_LEDGER_BROKEN at 5",
  ],
  "a table that is gone": ["drop table claim_parties", "PACTA_LEDGER_BROKEN at 1"],
};

/** Entries 1 and 2: a, its reading; 3: a claim of Ada's; 4: a correction; 5: the undoing of it. */
export async function appendDecided(ledger: Ledger): Promise<void> {
  await ledger.appendReadings([harbour("a")], "r1");
  await decide(ledger, { type: "add-claim", document: "a", version: 1, claim: talks("a") });
  await decide(ledger, { type: "correct", claim: harbourRef("a", 0), slot: "actors", value: [{ id: "FIN", name: "Finland" }] });
  await decide(ledger, { type: "undo", decision: 4 });
}

/** Statements that change what is stored of the decisions, and the verdict on them. */
export const DECISION_TAMPERINGS: Readonly<Record<string, readonly [statements: string, verdict: string]>> = {
  "words of a decision that are gone": ["update entries set words = null where seq = 5", "PACTA_LEDGER_BROKEN at 5"],
  "the type in its projection": ["update decisions set type = 'redact' where seq = 4", "PACTA_LEDGER_BROKEN at 4"],
  "what an undo undoes in its projection": ["update decisions set undoes = 3 where seq = 5", "PACTA_LEDGER_BROKEN at 5"],
  "the document in its projection": ["update decision_documents set document = 'b' where seq = 3", "PACTA_LEDGER_BROKEN at 3"],
  "a document too many": ["insert into decision_documents values (5, 0, 'a')", "PACTA_LEDGER_BROKEN at 5"],
  "the claim that it adds": ["update decision_claims set claim = 'x' where seq = 3", "PACTA_LEDGER_BROKEN at 3"],
  "an act in its projection": ["update decision_claims set act = 'sue' where seq = 4", "PACTA_LEDGER_BROKEN at 4"],
  "a party in its projection": ["update decision_parties set party = 'SWE' where seq = 4", "PACTA_LEDGER_BROKEN at 4"],
  "a party that is gone": ["delete from decision_parties where seq = 3", "PACTA_LEDGER_BROKEN at 3"],
  "a redaction that only a projection tells of": [
    "update entries set words = null where seq = 1; update decision_documents set document = 'a'; update decisions set type = 'redact'",
    "PACTA_LEDGER_BROKEN at 1",
  ],
};

/** Statements that cut off the entries behind `seq`, whose hash is `hash`, with their projections. */
export function cutBehind(seq: number, hash: string): string {
  const tables = ["near_keys", "near", "claim_parties", "claims", "abstentions", "readings", "documents", "entries"];
  return `${tables.map((table) => `delete from ${table} where seq > ${seq};`).join(" ")} update chain set seq = ${seq}, hash = '${hash}'`;
}

/** What verifying a ledger comes to: the code and entry of the error, or the head's seq. */
export async function verdict(location: string, options: { head?: string } = {}): Promise<string> {
  try {
    const ledger = await openLedger(location);
    try {
      return `fits to ${(await verify(ledger, options)).seq}`;
    } finally {
      await ledger.close();
    }
  } catch (thrown) {
    if (thrown instanceof PactaError && thrown.code !== "PACTA_INTERNAL") return `${thrown.code} at ${thrown.place.line}`;
    throw thrown;
  }
}
