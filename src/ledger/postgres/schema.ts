// The tables of a ledger on PostgreSQL, and how older ones come forward. A released migration is never edited: a change is one more.
// They are those of SQLite but for two things: what is hashed is kept as bytes, since text here can hold no NUL and is checked by the
// server as it is read; and text has the collation "C", which no new version of the system's locales reorders under an index.

const TEXT = `text collate "C"`;

const ENTRIES = [
  `create table meta (key ${TEXT} primary key, value ${TEXT} not null)`,
  "insert into meta values ('format', 'pacta-ledger')",
  `create table entries (
    seq bigint primary key, at ${TEXT} not null, kind ${TEXT} not null, body bytea not null, words bytea, prev ${TEXT} not null, hash ${TEXT} not null
  )`,
  `create function refuse() returns trigger language plpgsql as $$ begin raise exception using errcode = 'restrict_violation', message = tg_argv[0]; end $$`,
  `create trigger entries_stay before update of seq, at, kind, body, prev, hash on entries for each row execute function refuse('an entry is never changed')`,
  `create trigger entries_words before update of words on entries for each row when (new.words is not null) execute function refuse('the words of an entry are never changed')`,
  `create trigger entries_last before delete on entries for each row execute function refuse('an entry is never deleted')`,
  `create trigger entries_all before truncate on entries for each statement execute function refuse('an entry is never deleted')`,
];

/** Documents and readings. */
const READINGS = [
  `create table documents (seq bigint primary key references entries, id ${TEXT} not null, version bigint not null, sha256 ${TEXT} not null, day ${TEXT}, unique (id, version))`,
  `create table readings (seq bigint primary key references entries, document bigint not null references documents, reader ${TEXT} not null, unique (document, reader))`,
  `create table claims (seq bigint not null references readings, n bigint not null, id ${TEXT} not null, act ${TEXT} not null, primary key (seq, n))`,
  "create index claims_by_id on claims (id)",
  "create index claims_by_act on claims (act, seq, n)",
  `create table claim_parties (
    seq bigint not null, n bigint not null, role ${TEXT} not null, i bigint not null, party ${TEXT} not null, act ${TEXT} not null,
    primary key (seq, n, role, i), foreign key (seq, n) references claims)`,
  "create index claim_parties_by_party on claim_parties (party, seq, n)",
  "create index claim_parties_by_act on claim_parties (party, act, seq, n)",
  `create table abstentions (seq bigint not null references readings, n bigint not null, reason ${TEXT} not null, act ${TEXT}, primary key (seq, n))`,
  `create table chain (one bigint primary key check (one = 1), seq bigint not null, hash ${TEXT} not null)`,
];

/** Decisions of people. */
const DECISIONS = [
  `create table decisions (seq bigint primary key references entries, type ${TEXT} not null, undoes bigint references decisions)`,
  "create index decisions_by_undone on decisions (undoes) where undoes is not null",
  `create table decision_documents (seq bigint not null references decisions, i bigint not null, document ${TEXT} not null, primary key (seq, i))`,
  "create index decision_documents_by_document on decision_documents (document, seq)",
  `create table decision_claims (seq bigint primary key references decisions, document ${TEXT} not null, claim ${TEXT}, act ${TEXT})`,
  "create index decision_claims_by_document on decision_claims (document, seq)",
  "create index decision_claims_by_claim on decision_claims (claim)",
  "create index decision_claims_by_act on decision_claims (act, seq)",
  `create table decision_parties (seq bigint not null references decisions, i bigint not null, party ${TEXT} not null, primary key (seq, i))`,
  "create index decision_parties_by_party on decision_parties (party, seq)",
];

/** What tells copies of documents. What the planner keeps of a column would hold names out of texts, too. */
const NEAR = [
  `create table near (seq bigint primary key references documents, words bigint not null, signature ${TEXT} not null, host ${TEXT}, names ${TEXT} not null)`,
  "create index near_by_words on near (words)",
  "alter table near alter column names set statistics 0",
  "create table near_keys (seq bigint not null, key bigint not null, period bigint not null, day bigint, primary key (seq, key))",
  "create index near_keys_by_key on near_keys (period, key, day)",
];

/** The rows of documents that were there before are still to be made, which takes more than SQL: whoever opens the ledger does it. */
const NEAR_DUE = ["insert into meta select 'near', 'due' where exists (select 1 from entries)"];

/**
 * Where words were taken away, the tables hold the rows as they were until they are scrubbed, which a process may be killed before: the
 * next one sees it here, with the transaction that took them away. Figures of a column that the planner keeps would hold words too.
 */
const SCRUB = [
  `create function note_scrub() returns trigger language plpgsql as $$ begin
    insert into meta values ('scrub', pg_current_xact_id()::text) on conflict (key) do update set value = excluded.value; return null; end $$`,
  "create trigger entries_redacted after update of words on entries for each row when (new.words is null) execute function note_scrub()",
  "alter table entries alter column words set statistics 0",
];

/** The projection tables as they are now, made anew by `rebuild`. */
export const PROJECTIONS = [...READINGS, ...DECISIONS, ...NEAR];

/** The names of the projection tables, those that refer to others first. */
export const PROJECTED = [
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
];

/** Statements that bring a ledger from version `index` to `index + 1`; the versions are those of SQLite. */
export const MIGRATIONS: readonly (readonly string[])[] = [
  [...ENTRIES, ...READINGS],
  [...DECISIONS, ...SCRUB],
  [...NEAR, ...NEAR_DUE],
];
