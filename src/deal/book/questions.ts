// What can be asked of the book: a page of deals by what they are about, or one deal. Today's states stand in its rows; for other days the deals
// of a page are folded again from their knots.
import { sql } from "kysely";
import type { Kysely } from "kysely";
import type { Dialect } from "../../ledger/index.ts";
import { PactaError } from "../../error.ts";
import type { AsOf, Deal, DealKind, DealState, State } from "../deal.ts";
import { fold } from "../fold.ts";
import { dealOf } from "../group.ts";
import type { DealKnowledge } from "../knowledge.ts";
import { dealLine } from "../line.ts";
import type { DealLine } from "../line.ts";
import { SqlWeb } from "./sql-web.ts";
import type { BookTables } from "./shape.ts";

/** Which deals; all conditions must hold. Party: an id or a name; item: the beginning of a word of its goods; from, to: told of between these days. */
export interface DealFilter extends AsOf {
  readonly kinds?: readonly DealKind[];
  readonly party?: string;
  readonly item?: string;
  readonly state?: State;
  readonly act?: string;
  readonly money?: { readonly currency: string; readonly least: number };
  readonly from?: string;
  readonly to?: string;
  /** Words that the deal's names, parties, goods and quotes must all hold. */
  readonly search?: string;
  /** The `next` of the page before. */
  readonly after?: string;
  /** Deals on a page, 1 to 1000; 100 unless told. */
  readonly limit?: number;
}

/** A page of deals, those of most claims first; `next` is there when more may follow. */
export interface DealPage {
  readonly deals: readonly DealLine[];
  readonly next?: string;
}

/** See `DealBook.deals`. */
export async function pageOfDeals(db: Kysely<BookTables>, dialect: Dialect, filter: DealFilter, knowledge: DealKnowledge): Promise<DealPage> {
  const limit = Math.max(1, Math.min(1000, Math.trunc(filter.limit ?? 100)));
  const found = await find(db, dialect, filter, limit + 1);
  const page = found.slice(0, limit);
  const lines = await linesOf(db, dialect, page, filter, knowledge);
  const last = page.at(-1);
  return { deals: lines, ...(found.length > limit && last !== undefined ? { next: `${last.claims}.${last.id}` } : {}) };
}

type Row = Pick<BookTables["deals"], "root" | "id" | "claims" | "line" | "elders">;

/** Of each root that rows are told to succeed the id of its deal. */
async function eldersOf(
  db: Kysely<BookTables>,
  rows: readonly { readonly elders: string }[],
): Promise<(row: { readonly elders: string }) => string | undefined> {
  const rootsOf = ({ elders }: { readonly elders: string }): readonly string[] => JSON.parse(elders) as string[];
  const roots = [...new Set(rows.flatMap(rootsOf))];
  const found = roots.length === 0 ? [] : await db.selectFrom("deals").select(["root", "id"]).where("root", "in", roots).execute();
  const ids = new Map(found.map(({ root, id }) => [root, id]));
  return (row) =>
    rootsOf(row)
      .flatMap((root) => ids.get(root) ?? [])
      .at(-1);
}

const hasDays = ({ asOf, known, policy }: AsOf): boolean =>
  asOf !== undefined || known !== undefined || (policy !== undefined && policy !== "most-recent");

async function find(db: Kysely<BookTables>, dialect: Dialect, filter: DealFilter, limit: number): Promise<readonly Row[]> {
  const cursor = cursorOf(filter.after);
  const has = (facet: string, value: string) =>
    sql<boolean>`exists (select 1 from deal_facets f where f.root = deals.root and f.facet = ${facet} and f.value = ${value})`;
  let query = db.selectFrom("deals").select(["root", "id", "claims", "line", "elders"]);
  if (filter.kinds !== undefined) query = query.where("kind", "in", [...filter.kinds, ""]);
  // What a deal was on other days stands in no row: such a page is sifted after it was folded.
  if (filter.state !== undefined && !hasDays(filter)) query = query.where("state", "=", filter.state);
  if (filter.party !== undefined) query = query.where(has("party", filter.party.toLowerCase()));
  if (filter.act !== undefined) query = query.where(has("act", filter.act));
  if (filter.item !== undefined)
    query = query.where(
      sql<boolean>`exists (select 1 from deal_facets f where f.root = deals.root and f.facet = 'item' and f.value like ${`%${escaped(filter.item)}%`} escape '!')`,
    );
  if (filter.money !== undefined)
    query = query.where(
      sql<boolean>`exists (select 1 from deal_facets f where f.root = deals.root and f.facet = 'money' and f.value = ${filter.money.currency} and f.amount >= ${filter.money.least})`,
    );
  if (filter.from !== undefined) query = query.where("last", ">=", filter.from);
  if (filter.to !== undefined) query = query.where("first", "<=", filter.to);
  if (filter.search !== undefined) query = query.where(searching(dialect, filter.search));
  if (cursor !== undefined) query = query.where(sql<boolean>`(claims < ${cursor.claims} or (claims = ${cursor.claims} and id > ${cursor.id}))`);
  return query.orderBy("claims", "desc").orderBy("id").limit(limit).execute();
}

const escaped = (word: string): string => word.toLowerCase().replaceAll(/[%_!]/g, "!$&");

/** Every word of the question must stand among the deal's words. */
function searching(dialect: Dialect, question: string) {
  const words = question.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (dialect === "postgres") {
    return sql<boolean>`deals.n in (select rowid from deal_search where to_tsvector('simple', words) @@ plainto_tsquery('simple', ${words.join(" ")}))`;
  }
  return sql<boolean>`deals.n in (select rowid from deal_search where words match ${words.map((word) => `"${word}"`).join(" ") || '""'})`;
}

function cursorOf(after: string | undefined): { readonly claims: number; readonly id: string } | undefined {
  if (after === undefined) return undefined;
  const [, claims, id] = /^(\d{1,9})\.(deal-[a-z0-9-]+)$/.exec(after) ?? [];
  if (claims === undefined || id === undefined) {
    throw new PactaError("PACTA_LEDGER_CURSOR", `"${after}" is not the end of a page of deals`, "Pass on the `next` of the page before, unchanged");
  }
  return { claims: Number(claims), id };
}

async function linesOf(
  db: Kysely<BookTables>,
  dialect: Dialect,
  rows: readonly Row[],
  filter: DealFilter,
  knowledge: DealKnowledge,
): Promise<readonly DealLine[]> {
  const elderOf = await eldersOf(db, rows);
  const replacing = (row: Row): { readonly replaces?: string } => {
    const elder = elderOf(row);
    return elder === undefined ? {} : { replaces: elder };
  };
  if (!hasDays(filter)) return rows.map((row) => ({ ...(JSON.parse(row.line) as DealLine), ...replacing(row) }));
  const web = new SqlWeb(db, dialect, knowledge);
  const lines: DealLine[] = [];
  for (const row of rows) {
    const made = dealOf(await web.ofRoot(row.root), knowledge);
    const deal = made === undefined ? undefined : { ...made, ...replacing(row) };
    const state = deal === undefined ? undefined : fold(deal, knowledge, filter);
    if (deal === undefined || state === undefined || state.known.length === 0) continue;
    if (filter.state !== undefined && state.state !== filter.state) continue;
    lines.push(dealLine(deal, state, knowledge, filter));
  }
  return lines;
}

/** A deal with its state at the days asked for. */
export interface DealFound {
  readonly deal: Deal;
  readonly state: DealState;
  readonly line: DealLine;
}

/** Ids of the deals whose id begins so, at most `limit`. */
export async function dealsNamed(db: Kysely<BookTables>, beginning: string, limit: number): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("deals")
    .select("id")
    .where("id", ">=", beginning)
    .where("id", "<", `${beginning}\uffff`)
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** See `DealBook.deal`. */
export async function dealById(
  db: Kysely<BookTables>,
  dialect: Dialect,
  id: string,
  days: AsOf,
  knowledge: DealKnowledge,
): Promise<DealFound | undefined> {
  const row = await db.selectFrom("deals").select(["root", "elders"]).where("id", "=", id).executeTakeFirst();
  const made = row === undefined ? undefined : dealOf(await new SqlWeb(db, dialect, knowledge).ofRoot(row.root), knowledge);
  if (row === undefined || made === undefined) return undefined;
  const elder = (await eldersOf(db, [row]))(row);
  const deal = elder === undefined ? made : { ...made, replaces: elder };
  const state = fold(deal, knowledge, days);
  return { deal, state, line: dealLine(deal, state, knowledge, days) };
}
