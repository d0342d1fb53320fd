// The tables of the book: knots and the keys under which they find each other, and a row for each deal with what lists and searches ask for.
// All of it is derived from the ledger's entries, and made anew when the knowledge by which it was made is another.
import type { Generated } from "kysely";
import type { DealKind } from "../deal.ts";
import type { Knot } from "../knot.ts";
import type { ShelfShape } from "../../ledger/index.ts";

/** How far the book has read the chain, and the entry from behind which what changed is kept. */
interface StateRow {
  readonly one: number;
  readonly seq: number;
  readonly forgotten: number;
}

/** A knot as its neighbours see it: its place, as `writeStand` writes it, and what is known there. `n` is a number by which its body is found. */
interface KnotRow {
  readonly n: Generated<number>;
  readonly key: string;
  readonly document: string;
  readonly root: string;
  readonly family: Knot["family"];
  /** Its document as JSON. */
  readonly head: string;
  readonly stand: string;
  readonly profile: string;
  /** 1 where what is known there has a name of its own. */
  readonly named: number;
}

/** What a knot tells, as `writeTold` writes it, and the rest, as `writeBody` does. */
interface BodyRow {
  readonly n: number;
  readonly told: string;
  readonly body: string;
}

/** A key of a knot, and whether it is found under it (1), looks under it (2), or both (3). */
interface NameRow {
  readonly name: string;
  readonly key: string;
  readonly does: number;
}

/**
 * A deal as a list shows it, in its state of today as known today. `brief` is its `DealBrief` as JSON and `line` its `DealLine`, both without what
 * succeeds what; the line comes last, since it may be long and whatever stands behind it is read through it. `n` is a number by which its words are found.
 */
export interface DealRow {
  readonly n: Generated<number>;
  readonly root: string;
  readonly id: string;
  readonly kind: DealKind;
  readonly state: string;
  readonly dispute: string;
  readonly claims: number;
  readonly first: string;
  readonly last: string;
  readonly name: string;
  /** Roots of the deals that it is told to succeed, as JSON: their ids are looked up when it is asked for, since they may change without it. */
  readonly elders: string;
  /** The slots of its conflicts, with blanks between them. */
  readonly slots: string;
  readonly brief: string;
  readonly line: string;
}

/** What changed of a deal by the entry `seq`, appended at `at`; `body` is the change as JSON (changes.ts). */
interface ChangeRow {
  readonly n: Generated<number>;
  readonly seq: number;
  readonly at: string;
  readonly body: string;
}

/**
 * What a deal can be found by: `facet` is party, act, elder (the root of a deal that it is told to succeed), money (a currency, with the amount
 * beside it) or item (its goods from the beginning of a word on). The rows of a value stand level by level (level.ts), the largest deals first, and in a level
 * by roots, which begin with a day: what comes together lies together.
 */
interface FacetRow {
  readonly facet: string;
  readonly value: string;
  readonly amount: number;
  readonly level: number;
  readonly root: string;
}

/** Words of a deal for full-text search; `rowid` is the deal's `n`. */
interface SearchRow {
  readonly rowid: number;
  readonly words: string;
}

/** A document whose words are looked through, in the order in which they came; `n` is a number by which these are found. */
interface TextRow {
  readonly n: Generated<number>;
  readonly id: string;
}

/** Words of a document, and of what its claims quote, for full-text search; `rowid` is the document's `n`. */
interface TextSearchRow {
  readonly rowid: number;
  readonly words: string;
  readonly quotes: string;
}

/** The tables of the book. */
export interface BookTables {
  readonly book: StateRow;
  readonly knots: KnotRow;
  readonly knot_bodies: BodyRow;
  readonly knot_names: NameRow;
  readonly deals: DealRow;
  readonly deal_facets: FacetRow;
  readonly deal_search: SearchRow;
  readonly deal_changes: ChangeRow;
  readonly texts: TextRow;
  readonly text_search: TextSearchRow;
}

const DROP = ["book", "knots", "knot_bodies", "knot_names", "deals", "deal_facets", "deal_search", "deal_changes", "texts", "text_search"].map(
  (table) => `drop table if exists ${table}`,
);

/** The making of the tables: one more whenever their form, or how they are filled, has changed. */
const FORM = 11;

/** The shelf of a book that is made by the knowledge of this fingerprint. */
export function bookShape(knowledge: string): ShelfShape {
  return {
    name: "deals",
    version: `${FORM}.${knowledge}`,
    drop: { sqlite: DROP, postgres: DROP },
    make: { sqlite: SQLITE, postgres: POSTGRES },
  };
}

/** In the order of a list, with all that its conditions ask of a row. */
const INDICES = [
  "create index deals_by_claims on deals (claims desc, root desc, kind, state, first, last)",
  "create index deals_by_state on deals (state, claims desc, root desc, kind, first, last)",
  "create index deals_by_last on deals (last desc, root desc, kind, state, first)",
  "create index deals_by_first on deals (first desc, root desc, kind, state, last)",
  "create index deals_by_name on deals (lower(substr(name, 1, 100)), root, kind, state, first, last)",
];
const FACETS_BY_ROOT = "create index deal_facets_by_root on deal_facets (root, facet, value)";
const CHANGES_BY_SEQ = "create index deal_changes_by_seq on deal_changes (seq)";

const SQLITE = [
  "create table book (one integer primary key check (one = 1), seq integer not null, forgotten integer not null) strict",
  "insert into book values (1, 0, 0)",
  // Rows are long: in a tree of keys alone they would leave room for few keys on a page, and knots that come together lie together. What is
  // looked at most is short, the rest lies beside it.
  `create table knots (n integer primary key, key text not null unique, document text not null, root text not null, family text not null, head text not null,
    stand text not null, profile text not null, named integer not null) strict`,
  "create table knot_bodies (n integer primary key, told text not null, body text not null) strict",
  "create index knots_by_document on knots (document)",
  "create index knots_by_root on knots (root, key)",
  "create table knot_names (name text not null, key text not null, does integer not null, primary key (name, key)) strict, without rowid",
  `create table deals (n integer primary key, root text not null unique, id text not null unique, kind text not null, state text not null,
    dispute text not null, claims integer not null, first text not null, last text not null, name text not null, elders text not null, slots text not null,
    brief text not null, line text not null) strict`,
  ...INDICES,
  `create table deal_facets (facet text not null, value text not null, level integer not null, root text not null, amount real not null,
    primary key (facet, value, level desc, root desc, amount)) strict, without rowid`,
  FACETS_BY_ROOT,
  "create table deal_changes (n integer primary key, seq integer not null, at text not null, body text not null) strict",
  CHANGES_BY_SEQ,
  "create virtual table deal_search using fts5(words, tokenize = 'unicode61', content = '', contentless_delete = 1)",
  "create table texts (n integer primary key, id text not null unique) strict",
  "create virtual table text_search using fts5(words, quotes, tokenize = 'unicode61', content = '', contentless_delete = 1)",
];

const POSTGRES = [
  "create table book (one integer primary key check (one = 1), seq integer not null, forgotten integer not null)",
  "insert into book values (1, 0, 0)",
  `create table knots (n integer generated by default as identity primary key, key text collate "C" not null unique, document text collate "C" not null, root text collate "C" not null, family text not null, head text not null,
    stand text not null, profile text not null, named integer not null)`,
  "create table knot_bodies (n integer primary key, told text not null, body text not null)",
  "create index knots_by_document on knots (document)",
  "create index knots_by_root on knots (root, key)",
  'create table knot_names (name text collate "C" not null, key text collate "C" not null, does integer not null, primary key (name, key))',
  `create table deals (n integer generated by default as identity primary key, root text collate "C" not null unique, id text collate "C" not null unique, kind text not null, state text not null, dispute text not null,
    claims integer not null, first text collate "C" not null, last text collate "C" not null, name text collate "C" not null,
    elders text not null, slots text not null, brief text not null, line text not null)`,
  ...INDICES,
  'create table deal_facets (facet text collate "C" not null, value text collate "C" not null, level integer not null, root text collate "C" not null, amount double precision not null)',
  "create index deal_facets_by_value on deal_facets (facet, value, level desc, root desc, amount)",
  FACETS_BY_ROOT,
  "create table deal_changes (n integer generated by default as identity primary key, seq integer not null, at text not null, body text not null)",
  CHANGES_BY_SEQ,
  "create table deal_search (rowid integer primary key, words tsvector not null)",
  "create index deal_search_words on deal_search using gin (words)",
  'create table texts (n integer generated by default as identity primary key, id text collate "C" not null unique)',
  "create table text_search (rowid integer primary key, words tsvector not null, quotes tsvector not null)",
  "create index text_search_words on text_search using gin (words)",
  "create index text_search_quotes on text_search using gin (quotes)",
];
