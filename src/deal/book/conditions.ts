// What a filter asks, as conditions on the rows of deals (under the name d) and of their facets.
import { sql } from "kysely";
import type { Kysely, RawBuilder } from "kysely";
import type { Dialect } from "../../ledger/index.ts";
import { hasDays } from "./filter.ts";
import type { DealFilter } from "./filter.ts";
import type { BookTables } from "./shape.ts";

/** A condition. */
export type Condition = RawBuilder<boolean>;

/** A `where` of all of these. */
export function meeting(conditions: readonly Condition[]): RawBuilder<unknown> {
  return conditions.length === 0 ? sql`` : sql`where ${sql.join(conditions, sql` and `)}`;
}

/** A condition on the facets under that name. */
export type Facet = (of: RawBuilder<unknown>) => Condition;

/** The facets that are asked for, those that are read in the order of the list first. */
export function facetsOf({ party, item, act, money }: DealFilter): readonly Facet[] {
  const is =
    (facet: string, value: string): Facet =>
    (of) =>
      sql`${of}.facet = ${facet} and ${of}.value = ${value}`;
  return [
    ...(party === undefined ? [] : [is("party", party.toLowerCase())]),
    ...(act === undefined ? [] : [is("act", act)]),
    ...(money === undefined
      ? []
      : [(of: RawBuilder<unknown>): Condition => sql`${is("money", money.currency)(of)} and ${of}.amount >= ${money.least}`]),
    ...(item === undefined ? [] : [begins("item", item.toLowerCase())]),
  ];
}

/** Behind all that begins so. */
const LAST = "\u{10ffff}";

const begins =
  (facet: string, beginning: string): Facet =>
  (of) =>
    sql`${of}.facet = ${facet} and ${of}.value >= ${beginning} and ${of}.value < ${beginning + LAST}`;

/** What is asked of the rows of deals themselves, under the name d. */
export function ownConditions(filter: DealFilter): readonly Condition[] {
  const { kinds, state, from, to, known, document } = filter;
  return [
    ...(kinds === undefined ? [] : [sql<boolean>`d.kind in (${sql.join([...kinds, ""])})`]),
    // What a deal was on other days stands in no row: such a page is sifted after it was folded.
    ...(state === undefined || hasDays(filter) ? [] : [sql<boolean>`d.state = ${state}`]),
    ...(document === undefined ? [] : [sql<boolean>`d.root in (select k.root from knots k where k.document = ${document})`]),
    ...(from === undefined ? [] : [sql<boolean>`d.last >= ${from}`]),
    ...(to === undefined ? [] : [sql<boolean>`d.first <= ${to}`]),
    // Of what was told on later days alone, or on no day that is known, nothing was known then.
    ...(known === undefined ? [] : [sql<boolean>`d.first <> ''`, sql<boolean>`d.first <= ${known}`]),
  ];
}

/** Of so many deals with a word the list is read in its order until the page is full; of fewer, each is looked at. */
const MANY = 2000;

/** That the words of a question all stand among a deal's words, and whether so few deals have them that each is looked at. */
export interface Searching {
  readonly condition: Condition;
  readonly isFew: boolean;
}

/** The words of a question. */
export function wordsIn(question: string): readonly string[] {
  return question.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** A text as a search looks through it. PostgreSQL takes the hyphen of "S-300" for a sign, and would know no 300: it is given the words alone. */
export function searchable(dialect: Dialect, text: string): RawBuilder<string> {
  return dialect === "sqlite" ? sql`${text}` : sql`to_tsvector('simple', ${wordsIn(text).join(" ")})`;
}

/** Every word of the question must stand among the deal's words. */
export async function searching(db: Kysely<BookTables>, dialect: Dialect, question: string): Promise<Searching> {
  const words = wordsIn(question);
  if (dialect === "postgres")
    return {
      condition: sql`d.n = any(array(select s.rowid from deal_search s where s.words @@ plainto_tsquery('simple', ${words.join(" ")})))`,
      isFew: true,
    };
  const matches = sql`select rowid from deal_search where words match ${words.map((word) => `"${word}"`).join(" ") || '""'}`;
  const { rows } = await sql<{ many: number }>`select count(*) as many from (${matches} limit ${sql.lit(MANY)})`.execute(db);
  const isFew = rows[0]?.many !== MANY;
  return { condition: isFew ? sql`d.n in (${matches})` : sql`+d.n in (${matches})`, isFew };
}
