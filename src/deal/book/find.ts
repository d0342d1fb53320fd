// Finding deals: which ones a filter means, and in the order of a list. The rows of a facet stand level by level, so that a page is read off their
// beginning however many follow; a row of a deal, with all that a list shows, is only looked at once it is known to be on the page.
import { sql } from "kysely";
import type { Kysely } from "kysely";
import { chunks } from "../../ledger/index.ts";
import type { Dialect } from "../../ledger/index.ts";
import { PactaError } from "../../error.ts";
import { facetsOf, meeting, ownConditions, searching } from "./conditions.ts";
import type { Condition, Facet } from "./conditions.ts";
import { SORTS } from "./filter.ts";
import type { DealFilter, Places } from "./filter.ts";
import { isEven, levelOf } from "./level.ts";
import type { BookTables } from "./shape.ts";
import { findSorted } from "./sorted.ts";

/** Where a deal stands in a list: those of most claims first, of as many the youngest, whose roots come last. */
interface Standing {
  readonly claims: number;
  readonly root: string;
}

/** The places of the deals that fit, behind the page before, `limit` at most. Throws `PACTA_LEDGER_CURSOR` and `PACTA_DEAL_SORT`. */
export async function find(db: Kysely<BookTables>, dialect: Dialect, filter: DealFilter, limit: number): Promise<Places> {
  const { sort = "claims" } = filter;
  if (sort !== "claims") return findSorted(db, dialect, filter, sort, limit);
  if (SORTS.some((other) => filter.after?.startsWith(`${other}.`) === true))
    throw new PactaError("PACTA_DEAL_SORT", `"${filter.after}" is not the end of a page of deals by claims`, "Pass on the `next` with the same sort");
  const found = await largestFirst(db, dialect, filter, limit + 1);
  const last = found[limit - 1];
  const roots = found.slice(0, limit).map(({ root }) => root);
  return { roots, ...(found.length > limit && last !== undefined ? { next: cursorAt(last) } : {}) };
}

async function largestFirst(db: Kysely<BookTables>, dialect: Dialect, filter: DealFilter, limit: number): Promise<readonly Standing[]> {
  const cursor = cursorOf(filter.after);
  const [first, ...others] = facetsOf(filter);
  const search = filter.search === undefined ? [] : [(await searching(db, dialect, filter.search)).condition];
  const where = [...ownConditions(filter), ...search];
  return first === undefined ? amongAll(db, where, cursor, limit) : amongFaceted(db, { first, others, where }, cursor, limit);
}

/** Which of these deals fit, by root; `after` and `limit` do not count. */
export async function fitting(db: Kysely<BookTables>, dialect: Dialect, roots: readonly string[], filter: DealFilter): Promise<readonly string[]> {
  const search = filter.search === undefined ? [] : [(await searching(db, dialect, filter.search)).condition];
  const facets = facetsOf(filter).map((facet): Condition => sql`exists (select 1 from deal_facets o where o.root = d.root and ${facet(sql`o`)})`);
  const fit: string[] = [];
  for (const some of chunks(roots)) {
    const all = [sql<boolean>`d.root in (${sql.join(some)})`, ...facets, ...ownConditions(filter), ...search];
    const { rows } = await sql<{ root: string }>`select d.root as root from deals d ${meeting(all)}`.execute(db);
    fit.push(...rows.map(({ root }) => root));
  }
  return fit;
}

async function amongAll(
  db: Kysely<BookTables>,
  where: readonly Condition[],
  cursor: Standing | undefined,
  limit: number,
): Promise<readonly Standing[]> {
  const read = async (more: readonly Condition[], most: number): Promise<readonly Standing[]> => {
    const { rows } = await sql<Standing>`select d.claims as claims, d.root as root from deals d ${meeting([...where, ...more])}
      order by d.claims desc, d.root desc limit ${most}`.execute(db);
    return rows;
  };
  if (cursor === undefined) return read([], limit);
  // Most deals are of one claim: those behind a place among as many claims are found by their roots, without passing over the ones before.
  const level = await read([sql`d.claims = ${cursor.claims}`, sql`d.root < ${cursor.root}`], limit);
  if (level.length === limit) return level;
  return [...level, ...(await read([sql`d.claims < ${cursor.claims}`], limit - level.length))];
}

/** What deals with a facet must be besides. */
interface Faceted {
  readonly first: Facet;
  readonly others: readonly Facet[];
  readonly where: readonly Condition[];
}

/** Level by level, from the top or from where the page before ended. */
async function amongFaceted(db: Kysely<BookTables>, faceted: Faceted, cursor: Standing | undefined, limit: number): Promise<readonly Standing[]> {
  const found: Standing[] = [];
  const from = cursor === undefined ? undefined : levelOf(cursor.claims);
  let level = await topLevel(db, faceted.first, from === undefined ? sql`true` : sql`f.level <= ${from}`);
  while (level !== undefined) {
    found.push(...(await atLevel(db, faceted, level, level === from ? cursor : undefined, limit - found.length)));
    level = found.length < limit ? await topLevel(db, faceted.first, sql`f.level < ${level}`) : undefined;
  }
  return found;
}

async function topLevel(db: Kysely<BookTables>, first: Facet, within: Condition): Promise<number | undefined> {
  const { rows } = await sql<{ level: number | null }>`select max(f.level) as level from deal_facets f where ${first(sql`f`)} and ${within}`.execute(
    db,
  );
  return rows[0]?.level ?? undefined;
}

/** The deals of one level, behind `cursor`. Where all have as many claims, the facets alone have their order. */
async function atLevel(
  db: Kysely<BookTables>,
  { first, others, where }: Faceted,
  level: number,
  cursor: Standing | undefined,
  limit: number,
): Promise<readonly Standing[]> {
  const beside = others.map((facet): Condition => sql`exists (select 1 from deal_facets o where o.root = f.root and ${facet(sql`o`)})`);
  const conditions = [first(sql`f`), sql<boolean>`f.level = ${level}`, ...beside];
  if (isEven(level)) {
    const behind = cursor === undefined ? [] : [sql<boolean>`f.root < ${cursor.root}`];
    const from = where.length === 0 ? sql`deal_facets f` : WITH_DEALS;
    const all = [...conditions, ...behind, ...(where.length === 0 ? [] : [SAME_DEAL, ...where])];
    const { rows } = await sql<{
      root: string;
    }>`select distinct f.root as root from ${from} ${meeting(all)} order by f.root desc limit ${limit}`.execute(db);
    return rows.map(({ root }) => ({ root, claims: level }));
  }
  const behind =
    cursor === undefined ? [] : [sql<boolean>`(d.claims < ${cursor.claims} or (d.claims = ${cursor.claims} and d.root < ${cursor.root}))`];
  const { rows } = await sql<Standing>`select distinct d.claims as claims, d.root as root from ${WITH_DEALS}
    ${meeting([...conditions, SAME_DEAL, ...where, ...behind])} order by d.claims desc, d.root desc limit ${limit}`.execute(db);
  return rows;
}

/** Facets with their deals, to be read in this order: deals in a state, say, are many more than those of a party at a level. */
const WITH_DEALS = sql`deal_facets f cross join deals d`;
const SAME_DEAL = sql<boolean>`d.root = f.root`;

const CURSOR = /^(\d{1,9})\.([\w-]+)$/;

/** The end of a page, as `DealFilter.after` takes it. */
function cursorAt({ claims, root }: Standing): string {
  return `${claims}.${Buffer.from(root).toString("base64url")}`;
}

function cursorOf(after: string | undefined): Standing | undefined {
  if (after === undefined) return undefined;
  const [, claims, root] = CURSOR.exec(after) ?? [];
  if (claims === undefined || root === undefined) {
    throw new PactaError("PACTA_LEDGER_CURSOR", `"${after}" is not the end of a page of deals`, "Pass on the `next` of the page before, unchanged");
  }
  return { claims: Number(claims), root: Buffer.from(root, "base64url").toString() };
}
