// What can be asked of the book: a page of deals by what they are about, or one deal. Today's states stand in its rows; for other days the deals
// of a page are folded again from their knots.
import type { Kysely } from "kysely";
import { chunks } from "../../ledger/index.ts";
import type { Dialect } from "../../ledger/index.ts";
import type { AsOf, Deal, DealState } from "../deal.ts";
import { fold } from "../fold.ts";
import { dealOf } from "../group.ts";
import type { DealKnowledge } from "../knowledge.ts";
import { dealLine } from "../line.ts";
import type { DealLine } from "../line.ts";
import { find, hasDays } from "./find.ts";
import type { DealFilter } from "./find.ts";
import { SqlWeb } from "./sql-web.ts";
import type { BookTables } from "./shape.ts";

/** A page of deals, those of most claims first; `next` is there when more may follow. */
export interface DealPage {
  readonly deals: readonly DealLine[];
  readonly next?: string;
}

/** See `DealBook.deals`. */
export async function pageOfDeals(db: Kysely<BookTables>, dialect: Dialect, filter: DealFilter, knowledge: DealKnowledge): Promise<DealPage> {
  const limit = Math.max(1, Math.min(1000, Math.trunc(filter.limit ?? 100)));
  const found = await find(db, dialect, filter, limit + 1);
  const ids = found.slice(0, limit).map(({ id }) => id);
  const page = await rowsOf(db, ids);
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
  const ids = new Map<string, string>();
  for (const some of chunks(roots))
    for (const { root, id } of await db.selectFrom("deals").select(["root", "id"]).where("root", "in", some).execute()) ids.set(root, id);
  return (row) =>
    rootsOf(row)
      .flatMap((root) => ids.get(root) ?? [])
      .at(-1);
}

/** The rows of these deals, in their order. */
async function rowsOf(db: Kysely<BookTables>, ids: readonly string[]): Promise<readonly Row[]> {
  const found = new Map<string, Row>();
  for (const some of chunks(ids))
    for (const row of await db.selectFrom("deals").select(["root", "id", "claims", "line", "elders"]).where("id", "in", some).execute())
      found.set(row.id, row);
  return ids.flatMap((id) => found.get(id) ?? []);
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
  const knots = await web.ofRoots(rows.map(({ root }) => root));
  const lines: DealLine[] = [];
  for (const row of rows) {
    const made = dealOf(knots.get(row.root) ?? [], knowledge);
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
