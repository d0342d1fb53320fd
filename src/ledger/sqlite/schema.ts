// The tables of a SQLite ledger, and how older files come forward. A released migration is never edited: a change is one more.
// Rows are STRICT, so that no value can slip in under another type; entries cannot be updated or deleted by accident.

const ENTRIES = [
  "create table meta (key text primary key, value text not null) strict, without rowid",
  "insert into meta values ('format', 'pacta-ledger')",
  `create table entries (
    seq integer primary key, at text not null, kind text not null, body text not null, words text, prev text not null, hash text not null
  ) strict`,
  "create trigger entries_stay before update of seq, at, kind, body, prev, hash on entries begin select raise(abort, 'an entry is never changed'); end",
  "create trigger entries_last before delete on entries begin select raise(abort, 'an entry is never deleted'); end",
];

/** The projection tables as they are now, dropped and made again by `rebuild`. Keys that ascend with the chain come first: appending stays at the end of the tree. */
export const PROJECTIONS = [
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

/** Drops the projection tables, those that refer to others first. */
export const DROP_PROJECTIONS = ["chain", "abstentions", "claim_parties", "claims", "readings", "documents"].map(
  (table) => `drop table if exists ${table}`,
);

/** Statements that bring a file from version `index` to `index + 1`. */
export const MIGRATIONS: readonly (readonly string[])[] = [[...ENTRIES, ...PROJECTIONS]];
