// How many deals fit a filter, and how many documents there are: by one query each, which stops where many is all that one wants to know.
import { sql } from "kysely";
import type { Kysely } from "kysely";
import type { Dialect } from "../../ledger/index.ts";
import { facetsOf, meeting, ownConditions, searching } from "./conditions.ts";
import type { Condition } from "./conditions.ts";
import { hasDays } from "./filter.ts";
import type { DealFilter } from "./filter.ts";
import type { BookTables } from "./shape.ts";

/** Deals that are counted of those that fit a filter. */
const MOST = 5000;

/** A number of deals: `more` than that where nobody counted on. */
export interface Total {
  readonly deals: number;
  readonly more?: true;
}

/** See `DealBook.total`. */
export async function totalOf(db: Kysely<BookTables>, dialect: Dialect, filter: DealFilter): Promise<Total | undefined> {
  if (hasDays(filter)) return undefined;
  const search = filter.search === undefined ? [] : [(await searching(db, dialect, filter.search)).condition];
  const own = [...ownConditions(filter), ...search];
  const [first, ...others] = facetsOf(filter);
  if (first === undefined && own.length === 0) {
    const { rows } = await sql<{ many: number | string }>`select count(*) as many from deals`.execute(db);
    return { deals: Number(rows[0]?.many ?? 0) };
  }
  const beside = others.map((facet): Condition => sql`exists (select 1 from deal_facets o where o.root = f.root and ${facet(sql`o`)})`);
  const fit =
    first === undefined
      ? sql`select d.root as root from deals d ${meeting(own)}`
      : own.length === 0
        ? sql`select distinct f.root as root from deal_facets f ${meeting([first(sql`f`), ...beside])}`
        : sql`select distinct f.root as root from deal_facets f cross join deals d ${meeting([first(sql`f`), ...beside, sql`d.root = f.root`, ...own])}`;
  const { rows } = await sql<{ many: number | string }>`select count(*) as many from (${fit} limit ${sql.lit(MOST + 1)}) as found`.execute(db);
  const many = Number(rows[0]?.many ?? 0);
  return many > MOST ? { deals: MOST, more: true } : { deals: many };
}

/** See `DealBook.documents`. */
export async function documentsIn(db: Kysely<BookTables>): Promise<number> {
  const { rows } = await sql<{ many: number | string }>`select count(*) as many from texts`.execute(db);
  return Number(rows[0]?.many ?? 0);
}
