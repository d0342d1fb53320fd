// What deals can be found by, itself asked for: the parties and the goods that begin so, each with how many deals there are. Distinct values are
// read off the index one after the other, however many rows each has.
import { sql } from "kysely";
import type { Kysely } from "kysely";
import { PactaError } from "../../error.ts";
import type { DealBrief } from "../brief.ts";
import type { BookTables } from "./shape.ts";

/** Which values: those that begin so, in the order of their characters, behind the page before; `limit` 1 to 200, 50 unless told. */
export interface ValuesAsked {
  readonly begins?: string;
  readonly after?: string;
  readonly limit?: number;
}

/** A value with its deals, at most `MOST` of them counted. */
interface Counted {
  readonly deals: number;
  /** There are more deals than are counted. */
  readonly more?: true;
}

/** A party of deals; `id` is null for companies, groups and names that no state or organisation stands for. */
export interface PartyFound extends Counted {
  readonly id: string | null;
  readonly name: string;
}

/** Goods, or what their names end in from the beginning of a word on, in small letters. */
export interface ItemFound extends Counted {
  readonly name: string;
}

/** A page of values; `next` is there when more follow. */
export interface ValuePage<Value> {
  readonly values: readonly Value[];
  readonly next?: string;
}

/** Deals that are counted of a value: a page says "1000 and more" of more. */
const MOST = 1000;

/** Behind all that begins so. */
const LAST = "\u{10ffff}";

/** See `DealBook.parties`. Without a beginning, parties with an id come under it alone, and not under each of their names. */
export async function partyValues(db: Kysely<BookTables>, asked: ValuesAsked): Promise<ValuePage<PartyFound>> {
  const { values, next } = await distinct(db, "party", asked);
  const found = new Map<string, PartyFound>();
  for (const value of values) {
    const party = await partyCalled(db, value);
    if (party === undefined || (asked.begins === undefined && party.id !== null && party.id.toLowerCase() !== value)) continue;
    const key = party.id ?? party.name;
    if (!found.has(key)) found.set(key, { ...party, ...(await counted(db, "party", party.id?.toLowerCase() ?? value)) });
  }
  return { values: [...found.values()], ...next };
}

/** See `DealBook.items`. */
export async function itemValues(db: Kysely<BookTables>, asked: ValuesAsked): Promise<ValuePage<ItemFound>> {
  const { values, next } = await distinct(db, "item", asked);
  const all: ItemFound[] = [];
  for (const name of values) all.push({ name, ...(await counted(db, "item", name)) });
  return { values: all, ...next };
}

/** See `DealBook.itemsCalled`. */
export async function itemsCalled(db: Kysely<BookTables>, names: readonly string[]): Promise<readonly ItemFound[]> {
  const all: ItemFound[] = [];
  for (const name of names) {
    const beginning = name.toLowerCase();
    const { rows } = await sql<{ rows: number | string; deals: number | string }>`select count(*) as rows, count(distinct found.root) as deals from
      (select f.root as root from deal_facets f where f.facet = 'item' and f.value >= ${beginning} and f.value < ${beginning + LAST}
        limit ${sql.lit(MOST + 1)}) as found`.execute(db);
    const deals = Number(rows[0]?.deals ?? 0);
    all.push(Number(rows[0]?.rows ?? 0) > MOST ? { name, deals: Math.min(deals, MOST), more: true } : { name, deals });
  }
  return all;
}

interface Distinct {
  readonly values: readonly string[];
  readonly next: { readonly next?: string };
}

async function distinct(db: Kysely<BookTables>, facet: string, { begins = "", after, limit }: ValuesAsked): Promise<Distinct> {
  const most = Math.max(1, Math.min(200, Math.trunc(limit ?? 50)));
  const beginning = begins.toLowerCase();
  const from = after === undefined ? undefined : valueOf(after);
  const first = from === undefined ? sql`f.value >= ${beginning}` : sql`f.value > ${from}`;
  const { rows } = await sql<{ value: string }>`with recursive v(value) as (
      select (select min(f.value) from deal_facets f where f.facet = ${facet} and ${first})
      union all select (select min(f.value) from deal_facets f where f.facet = ${facet} and f.value > v.value) from v
        where v.value is not null and v.value < ${beginning + LAST})
    select v.value as value from v where v.value is not null and v.value < ${beginning + LAST} limit ${most + 1}`.execute(db);
  const values = rows.slice(0, most).map(({ value }) => value);
  const last = values.at(-1);
  return { values, next: rows.length > most && last !== undefined ? { next: Buffer.from(last).toString("base64url") } : {} };
}

function valueOf(cursor: string): string {
  if (/^[\w-]+$/.test(cursor)) return Buffer.from(cursor, "base64url").toString();
  throw new PactaError("PACTA_LEDGER_CURSOR", `"${cursor}" is not the end of a page`, "Pass on the `next` of the page before, unchanged");
}

/** How many deals have a value of a facet. */
export async function counted(db: Kysely<BookTables>, facet: string, value: string): Promise<Counted> {
  const { rows } = await sql<{ many: number | string }>`select count(*) as many from
    (select 1 as one from deal_facets f where f.facet = ${facet} and f.value = ${value} limit ${sql.lit(MOST + 1)}) as found`.execute(db);
  const many = Number(rows[0]?.many ?? 0);
  return many > MOST ? { deals: MOST, more: true } : { deals: many };
}

/** The party of that id or name in small letters, as its largest deal writes it. */
export async function partyCalled(db: Kysely<BookTables>, value: string): Promise<Pick<PartyFound, "id" | "name"> | undefined> {
  const { rows } = await sql<{ brief: string }>`select d.brief as brief from deal_facets f cross join deals d
    where d.root = f.root and f.facet = 'party' and f.value = ${value} order by f.level desc, f.root desc limit 1`.execute(db);
  const brief = rows[0] === undefined ? undefined : (JSON.parse(rows[0].brief) as DealBrief);
  return brief?.parties.find(({ id, name }) => (id ?? name).toLowerCase() === value || name.toLowerCase() === value);
}
