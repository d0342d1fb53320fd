// With whom a party has deals, and which deals they have with each other; and the same of whoever deals in some goods. It is read off the facets of the
// largest deals of each, so that it costs the same however many deals there are.
import { sql } from "kysely";
import type { Kysely } from "kysely";
import { chunks } from "../../ledger/index.ts";
import type { Dialect } from "../../ledger/index.ts";
import type { DealKind } from "../deal.ts";
import { find } from "./find.ts";
import type { BookTables } from "./shape.ts";
import { counted, partyCalled } from "./values.ts";

/** A party: `id` is its id or, where it has none, its name; `deals` are counted to 1000 (`more`: there are more than that). */
export interface NetworkNode {
  readonly id: string;
  readonly name: string;
  readonly deals: number;
  readonly more?: true;
}

/** Deals that two parties have in common, in all and by kind. */
export interface NetworkEdge {
  readonly a: string;
  readonly b: string;
  readonly deals: number;
  readonly kinds: Readonly<Partial<Record<DealKind, number>>>;
}

/** A party with its partners, the party first, then those of most deals with it; edges of most deals first. */
export interface Network {
  readonly nodes: readonly NetworkNode[];
  readonly edges: readonly NetworkEdge[];
}

/** Deals of the party that are looked at for its partners, and of each of those for what they have in common; the largest. */
const LOOKED_AT = { party: 2000, partner: 300 };

/** Names that are looked at for each partner that is wanted: a party with an id stands under both. */
const NAMES = 3;

interface Party {
  readonly value: string;
  readonly node: NetworkNode;
}

/** See `DealBook.network`. */
export async function networkOf(db: Kysely<BookTables>, key: string, partners: number): Promise<Network | undefined> {
  const own = await partyAt(db, key.toLowerCase());
  if (own === undefined) return undefined;
  const roots = await rootsOf(db, own.value, LOOKED_AT.party);
  const parties = [own, ...(await partnersIn(db, own, roots, partners))];
  const all = new Set(roots);
  for (const { value } of parties.slice(1)) for (const root of await rootsOf(db, value, LOOKED_AT.partner)) all.add(root);
  return { nodes: parties.map(({ node }) => node), edges: await edgesAmong(db, parties, [...all]) };
}

/** See `DealBook.itemNetwork`. */
export async function itemNetworkOf(db: Kysely<BookTables>, dialect: Dialect, item: string, most: number): Promise<Network> {
  const { roots } = await find(db, dialect, { item }, LOOKED_AT.party);
  const inThem = await partiesIn(db, roots, most);
  const parties = inThem.map(({ party: { value, node }, deals }) => ({ value, node: { id: node.id, name: node.name, deals } }));
  return { nodes: parties.map(({ node }) => node), edges: await edgesAmong(db, parties, roots) };
}

/** The party of an id or name in small letters, under the one of them by which all its deals are found. */
async function partyAt(db: Kysely<BookTables>, asked: string): Promise<Party | undefined> {
  const party = await partyCalled(db, asked);
  if (party === undefined) return undefined;
  const value = party.id?.toLowerCase() ?? asked;
  return { value, node: { id: party.id ?? party.name, name: party.name, ...(await counted(db, "party", value)) } };
}

async function rootsOf(db: Kysely<BookTables>, value: string, most: number): Promise<readonly string[]> {
  const { rows } = await sql<{ root: string }>`select f.root as root from deal_facets f
    where f.facet = 'party' and f.value = ${value} order by f.level desc, f.root desc limit ${most}`.execute(db);
  return rows.map(({ root }) => root);
}

/** Whom the party has most of these deals with. */
async function partnersIn(db: Kysely<BookTables>, own: Party, roots: readonly string[], most: number): Promise<readonly Party[]> {
  const all = await partiesIn(db, roots, most + 1);
  return all.flatMap(({ party }) => (party.value === own.value ? [] : [party])).slice(0, most);
}

/** Who is in most of these deals, and in how many. */
async function partiesIn(
  db: Kysely<BookTables>,
  roots: readonly string[],
  most: number,
): Promise<readonly { readonly party: Party; readonly deals: number }[]> {
  const times = new Map<string, number>();
  for (const { value } of await partiesOf(db, roots)) times.set(value, (times.get(value) ?? 0) + 1);
  const sorted = [...times].sort(([x, a], [y, b]) => b - a || (x < y ? -1 : 1)).slice(0, most * NAMES);
  const found = new Map<string, { readonly party: Party; readonly deals: number }>();
  for (const [value, deals] of sorted) {
    if (found.size === most) break;
    const party = await partyAt(db, value);
    if (party !== undefined && !found.has(party.value)) found.set(party.value, { party, deals });
  }
  return [...found.values()];
}

interface Side {
  readonly root: string;
  readonly value: string;
}

async function partiesOf(db: Kysely<BookTables>, roots: readonly string[]): Promise<readonly Side[]> {
  const sides: Side[] = [];
  for (const some of chunks(roots))
    sides.push(...(await db.selectFrom("deal_facets").select(["root", "value"]).where("root", "in", some).where("facet", "=", "party").execute()));
  return sides;
}

async function kindsOf(db: Kysely<BookTables>, roots: readonly string[]): Promise<ReadonlyMap<string, DealKind>> {
  const kinds = new Map<string, DealKind>();
  for (const some of chunks(roots))
    for (const { root, kind } of await db.selectFrom("deals").select(["root", "kind"]).where("root", "in", some).execute()) kinds.set(root, kind);
  return kinds;
}

async function edgesAmong(db: Kysely<BookTables>, parties: readonly Party[], roots: readonly string[]): Promise<readonly NetworkEdge[]> {
  const places = new Map(parties.map(({ value }, at) => [value, at]));
  const sides = Map.groupBy(await partiesOf(db, roots), ({ root }) => root);
  const kinds = await kindsOf(db, roots);
  const edges = new Map<string, { a: number; b: number; kinds: Partial<Record<DealKind, number>> }>();
  for (const [root, all] of sides) {
    const kind = kinds.get(root);
    const among = [...new Set(all.flatMap(({ value }) => places.get(value) ?? []))].sort((x, y) => x - y);
    if (kind === undefined) continue;
    for (const [at, a] of among.entries())
      for (const b of among.slice(at + 1)) {
        const edge = edges.get(`${a} ${b}`) ?? { a, b, kinds: {} };
        edge.kinds[kind] = (edge.kinds[kind] ?? 0) + 1;
        edges.set(`${a} ${b}`, edge);
      }
  }
  const id = (at: number): string => parties[at]?.node.id ?? "";
  return [...edges.values()]
    .map((edge) => ({ edge, deals: Object.values(edge.kinds).reduce((sum, some) => sum + some, 0) }))
    .sort((x, y) => y.deals - x.deals || x.edge.a - y.edge.a || x.edge.b - y.edge.b)
    .map(({ edge, deals }) => ({ a: id(edge.a), b: id(edge.b), deals, kinds: edge.kinds }));
}
