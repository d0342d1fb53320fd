// The tables of a SQLite ledger, and how older files come forward. A released migration is never edited: a change is one more.
// Rows are STRICT, so that no value can slip in under another type; entries cannot be updated or deleted by accident (their words can go).

const ENTRIES = [
  "create table meta (key text primary key, value text not null) strict, without rowid",
  "insert into meta values ('format', 'pacta-ledger')",
  `create table entries (
    seq integer primary key, at text not null, kind text not null, body text not null, words text, prev text not null, hash text not null
  ) strict`,
  "create trigger entries_stay before update of seq, at, kind, body, prev, hash on entries begin select raise(abort, 'an entry is never changed'); end",
  "create trigger entries_last before delete on entries begin select raise(abort, 'an entry is never deleted'); end",
];

/** Documents and readings. Keys that ascend with the chain come first: appending stays at the end of the tree. */
const READINGS = [
  "create table documents (seq integer primary key references entries, id text not null, version integer not null, sha256 text not null, day text, unique (id, version)) strict",
  "create table readings (seq integer primary key references entries, document integer not null references documents, reader text not null, unique (document, reader)) strict",
  "create table claims (seq integer not null references readings, n integer not null, id text not null, act text not null, primary key (seq, n)) strict, without rowid",
  "create index claims_by_id on claims (id)",
  "create index claims_by_act on claims (act, seq, n)",
  `create table claim_parties (
    seq integer not null, n integer not null, role text not null, i integer not null, party text not null, act text not null,
    primary key (seq, n, role, i), foreign key (seq, n) references claims) strict, without rowid`,
  "create index claim_parties_by_party on claim_parties (party, seq, n)",
  "create index claim_parties_by_act on claim_parties (party, act, seq, n)",
  "create table abstentions (seq integer not null references readings, n integer not null, reason text not null, act text, primary key (seq, n)) strict, without rowid",
  "create table chain (one integer primary key check (one = 1), seq integer not null, hash text not null) strict",
];

/** Decisions of people. */
const DECISIONS = [
  "create table decisions (seq integer primary key references entries, type text not null, undoes integer references decisions) strict",
  "create index decisions_by_undone on decisions (undoes) where undoes is not null",
  "create table decision_documents (seq integer not null references decisions, i integer not null, document text not null, primary key (seq, i)) strict, without rowid",
  "create index decision_documents_by_document on decision_documents (document, seq)",
  "create table decision_claims (seq integer primary key references decisions, document text not null, claim text, act text) strict",
  "create index decision_claims_by_document on decision_claims (document, seq)",
  "create index decision_claims_by_claim on decision_claims (claim)",
  "create index decision_claims_by_act on decision_claims (act, seq)",
  "create table decision_parties (seq integer not null references decisions, i integer not null, party text not null, primary key (seq, i)) strict, without rowid",
  "create index decision_parties_by_party on decision_parties (party, seq)",
];

/** What tells copies of documents. Rows of keys come in the order of the chain, and are found by an index alone. */
const NEAR = [
  "create table near (seq integer primary key references documents, words integer not null, signature text not null, host text, names text not null) strict",
  "create index near_by_words on near (words)",
  "create table near_keys (seq integer not null, key integer not null, period integer not null, day integer, primary key (seq, key)) strict, without rowid",
  "create index near_keys_by_key on near_keys (period, key, day)",
];

/** The rows of documents that were there before are still to be made, which takes more than SQL: whoever opens the ledger does it. */
const NEAR_DUE = ["insert into meta select 'near', 'due' where exists (select 1 from entries)"];

/** Where words were taken away, the file may hold copies of them until it is scrubbed. A process may be killed before it has done so: the next one sees it here. */
const SCRUB = [
  "create trigger entries_redacted after update of words on entries when new.words is null begin insert or replace into meta values ('scrub', hex(randomblob(8))); end",
];

/** The projection tables as they are now, dropped and made again by `rebuild`. */
export const PROJECTIONS = [...READINGS, ...DECISIONS, ...NEAR];

/** Drops the projection tables, those that refer to others first. */
export const DROP_PROJECTIONS = [
  "near_keys",
  "near",
  "decision_parties",
  "decision_claims",
  "decision_documents",
  "decisions",
  "chain",
  "abstentions",
  "claim_parties",
  "claims",
  "readings",
  "documents",
].map((table) => `drop table if exists ${table}`);

/** Statements that bring a file from version `index` to `index + 1`. Schema 2 holds decisions; a file of schema 1 has none, so that nothing is to be projected. Schema 3 tells copies. */
export const MIGRATIONS: readonly (readonly string[])[] = [
  [...ENTRIES, ...READINGS],
  [...DECISIONS, ...SCRUB],
  [...NEAR, ...NEAR_DUE],
];
