// Lists in other orders than by size: by the day told of last or first, the youngest first, or by name. A list of all deals is read off an index,
// whatever its rows must be besides; deals with a facet or a word that few have are found by it and then sorted.
import { sql } from "kysely";
import type { Kysely, RawBuilder } from "kysely";
import { PactaError } from "../../error.ts";
import type { Dialect } from "../../ledger/index.ts";
import { facetsOf, meeting, ownConditions, searching } from "./conditions.ts";
import type { Condition, Facet } from "./conditions.ts";
import { hasDays } from "./filter.ts";
import type { DealFilter, DealSort, Places } from "./filter.ts";
import type { BookTables } from "./shape.ts";

type Sort = Exclude<DealSort, "claims">;

/** What a list is sorted by, which way, and the index that holds deals in that order. */
interface Order {
  readonly key: RawBuilder<string>;
  readonly index: RawBuilder<unknown>;
  readonly way: RawBuilder<unknown>;
  readonly behind: RawBuilder<unknown>;
}

const DOWN = { way: sql`desc`, behind: sql`<` };

const ORDERS: Readonly<Record<Sort, Order>> = {
  last: { key: sql`d.last`, index: sql.ref("deals_by_last"), ...DOWN },
  first: { key: sql`d.first`, index: sql.ref("deals_by_first"), ...DOWN },
  // As the index has it: of a longer name PostgreSQL could not keep the whole beside a root.
  name: { key: sql`lower(substr(d.name, 1, 100))`, index: sql.ref("deals_by_name"), way: sql`asc`, behind: sql`>` },
};

/** Where a deal stands in such a list. */
interface Place {
  readonly value: string;
  readonly root: string;
}

/** Deals with a facet are found by it and sorted where they are fewer; where they are more they come often enough on the way through the list. */
const MANY = 5000;

/** See `find`. Throws `PACTA_DEAL_SORT` where other days than today are asked for: what deals were told of by then stands in no row. */
export async function findSorted(db: Kysely<BookTables>, dialect: Dialect, filter: DealFilter, sort: Sort, limit: number): Promise<Places> {
  if (hasDays(filter)) throw new PactaError("PACTA_DEAL_SORT", `a list of other days is not sorted by ${sort}`, "Leave out the sort, or the days");
  const { key, way, behind } = ORDERS[sort];
  const cursor = cursorOf(filter.after, sort);
  const { each, from, where } = await within(db, dialect, filter, sort);
  const after = (at: Place): readonly Condition[] => [
    // By itself too, since SQLite looks for the beginning of such a pair only where both are columns.
    sql<boolean>`${key} ${behind}= ${at.value}`,
    sql<boolean>`(${key}, d.root) ${behind} (${at.value}, ${at.root})`,
  ];
  const all = [...where, ...(cursor === undefined ? [] : after(cursor))];
  const { rows } = await sql<Place>`select ${each} ${key} as value, d.root as root from ${from} ${meeting(all)}
    order by 1 ${way}, 2 ${way} limit ${limit + 1}`.execute(db);
  const last = rows[limit - 1];
  const roots = rows.slice(0, limit).map(({ root }) => root);
  return { roots, ...(rows.length > limit && last !== undefined ? { next: cursorAt(last, sort) } : {}) };
}

/** From which tables a list is read, and what its rows must be. */
interface Within {
  readonly each: RawBuilder<unknown>;
  readonly from: RawBuilder<unknown>;
  readonly where: readonly Condition[];
}

async function within(db: Kysely<BookTables>, dialect: Dialect, filter: DealFilter, sort: Sort): Promise<Within> {
  const counted = await counting(db, facetsOf(filter));
  const search = filter.search === undefined ? undefined : await searching(db, dialect, filter.search);
  const own = [...ownConditions(filter), ...(search === undefined ? [] : [search.condition])];
  const [first, ...others] = counted;
  const beside = (facets: typeof counted) =>
    facets.map(({ facet }): Condition => sql`exists (select 1 from deal_facets o where o.root = d.root and ${facet(sql`o`)})`);
  if (first !== undefined && first.many < MANY) {
    const where = [first.facet(sql`f`), sql<boolean>`d.root = f.root`, ...beside(others), ...own];
    return { each: sql`distinct`, from: sql`deal_facets f cross join deals d`, where };
  }
  // Left to itself SQLite would rather look deals up by their state, and sort them all; but few words, or one document, lead to few deals.
  const isRead = dialect === "sqlite" && search?.isFew !== true && filter.document === undefined;
  const from = isRead ? sql`deals d indexed by ${ORDERS[sort].index}` : sql`deals d`;
  return { each: sql``, from, where: [...beside(counted), ...own] };
}

/** Facets with how many deals have them, as far as that is counted, the rarest first. */
async function counting(db: Kysely<BookTables>, facets: readonly Facet[]): Promise<readonly { readonly facet: Facet; readonly many: number }[]> {
  const counted: { facet: Facet; many: number }[] = [];
  for (const facet of facets) {
    const { rows } = await sql<{ many: number | string }>`select count(*) as many from
      (select 1 as one from deal_facets f where ${facet(sql`f`)} limit ${sql.lit(MANY)}) as found`.execute(db);
    counted.push({ facet, many: Number(rows[0]?.many ?? 0) });
  }
  return counted.sort((a, b) => a.many - b.many);
}

function cursorAt({ value, root }: Place, sort: Sort): string {
  return `${sort}.${Buffer.from(JSON.stringify([value, root])).toString("base64url")}`;
}

function cursorOf(after: string | undefined, sort: Sort): Place | undefined {
  if (after === undefined) return undefined;
  const [kind, place] = after.split(".");
  try {
    const told: unknown = JSON.parse(Buffer.from(place ?? "", "base64url").toString());
    const [value, root]: readonly unknown[] = Array.isArray(told) ? told : [];
    if (kind === sort && typeof value === "string" && typeof root === "string") return { value, root };
  } catch {
    // What cannot be read was given by no page.
  }
  throw new PactaError(
    "PACTA_DEAL_SORT",
    `"${after}" is not the end of a page of deals by ${sort}`,
    "Pass on the `next` of the page before, unchanged, with the same sort",
  );
}
