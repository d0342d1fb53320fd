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

/** The projection tables as they are now, made anew by `rebuild`. */
export const PROJECTIONS = [
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

/** The names of the projection tables, those that refer to others first. */
export const PROJECTED = ["chain", "abstentions", "claim_parties", "claims", "readings", "documents"];

/** Statements that bring a ledger from version `index` to `index + 1`. */
export const MIGRATIONS: readonly (readonly string[])[] = [[...ENTRIES, ...PROJECTIONS]];
