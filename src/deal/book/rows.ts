// A deal as rows: what a list shows of it, what it can be found by, and the words that a search looks through.
import { sql } from "kysely";
import type { Insertable, Kysely, RawBuilder } from "kysely";
import { chunks } from "../../ledger/index.ts";
import type { Dialect } from "../../ledger/index.ts";
import type { Attachment, Deal, DealState } from "../deal.ts";
import { dealBrief } from "../brief.ts";
import { fold } from "../fold.ts";
import { dealOf, elderRoots } from "../group.ts";
import type { Telling } from "../group.ts";
import type { DealKnowledge } from "../knowledge.ts";
import { dealLine } from "../line.ts";
import type { DealLine } from "../line.ts";
import { searchable } from "./conditions.ts";
import { changeOf, goneOf, slotsOf, writeChanges } from "./changes.ts";
import type { After, Before, Bringer, DealChange } from "./changes.ts";
import { levelOf } from "./level.ts";
import type { BookTables, DealRow } from "./shape.ts";
import { tellingsOf } from "./telling.ts";

/** Characters of a deal's words that a search looks through. */
const MOST_WORDS = 100_000;

/** Characters of what goods are called that are asked for. */
const LONGEST = 40;

/** Where rows are written, and by what knowledge. */
interface Desk {
  readonly db: Kysely<BookTables>;
  readonly dialect: Dialect;
  readonly knowledge: DealKnowledge;
}

/** A deal to be written, with its knots. */
interface Made {
  readonly root: string;
  readonly knots: readonly Telling[];
  readonly deal: Deal;
}

type StoredDeal = Before & { readonly n: number };

/** Writes the rows of these undertakings anew and, where `by` is given, what changed of them. */
export async function writeDeals(desk: Desk, roots: Iterable<string>, by?: Bringer): Promise<void> {
  const all = [...roots];
  const made = new Map<string, Made>();
  for (const root of all) {
    const knots = (await tellingsOf(desk.db, [root])).get(root) ?? [];
    const deal = dealOf(knots, desk.knowledge);
    if (deal !== undefined && deal.members.length > 0) made.set(root, { root, knots, deal });
  }
  const standing = await standingOf(desk.db, all);
  const gone = [...standing.values()].filter(({ root }) => !made.has(root));
  const went = by === undefined ? NOWHERE : await whereClaimsWent(desk.db, gone, made.values());
  // All that go do so before any comes: an id may pass from one undertaking to another.
  for (const row of standing.values()) if (made.get(row.root)?.deal.id !== row.id) await remove(desk.db, row);
  const changes: DealChange[] = by === undefined ? [] : went.nowhere.map(({ row, line }) => goneOf(row, line, by));
  for (const one of made.values()) {
    const row = standing.get(one.root);
    const after = await write(desk, one, row?.id === one.deal.id ? row : undefined);
    if (by === undefined) continue;
    const taken = went.to.get(one.root) ?? [];
    const change = changeOf(after, row ?? taken[0], taken, by);
    if (change !== undefined) changes.push(change);
  }
  await writeChanges(desk, changes);
}

/** Rows of deals that are no more: by root of the deal that has their claims now, the one of most claims first, and those whose claims none has. */
interface Went {
  readonly to: ReadonlyMap<string, readonly StoredDeal[]>;
  readonly nowhere: readonly { readonly row: StoredDeal; readonly line: DealLine }[];
}

const NOWHERE: Went = { to: new Map(), nowhere: [] };

/** A root is the key of the first that told of a deal: where an earlier report comes, or two deals turn out to be one, it is another root's from then on. */
async function whereClaimsWent(db: Kysely<BookTables>, gone: readonly StoredDeal[], made: Iterable<Made>): Promise<Went> {
  if (gone.length === 0) return NOWHERE;
  const rootOf = new Map([...made].flatMap(({ root, deal }) => deal.members.map(({ member }) => [member.claim.id, root] as const)));
  const to = new Map<string, { readonly row: StoredDeal; readonly claims: number }[]>();
  const nowhere: { row: StoredDeal; line: DealLine }[] = [];
  for (const row of gone) {
    const { line } = await db.selectFrom("deals").select("line").where("n", "=", row.n).executeTakeFirstOrThrow();
    const told = JSON.parse(line) as DealLine;
    const taken = Map.groupBy(
      told.claims.flatMap((claim) => rootOf.get(claim) ?? []),
      (root) => root,
    );
    const [most] = [...taken].sort(([a, { length: x }], [b, { length: y }]) => y - x || (a < b ? -1 : 1));
    if (most === undefined) nowhere.push({ row, line: told });
    else to.set(most[0], [...(to.get(most[0]) ?? []), { row, claims: told.claims.length }]);
  }
  const inOrder = [...to].map(([root, rows]) => {
    const sorted = rows.sort((a, b) => b.claims - a.claims || (a.row.root < b.row.root ? -1 : 1));
    return [root, sorted.map(({ row }) => row)] as const;
  });
  return { to: new Map(inOrder), nowhere };
}

async function standingOf(db: Kysely<BookTables>, roots: readonly string[]): Promise<ReadonlyMap<string, StoredDeal>> {
  const rows: StoredDeal[] = [];
  for (const some of chunks(roots)) {
    const found = await db.selectFrom("deals").select(["n", "root", "id", "state", "dispute", "slots"]).where("root", "in", some).execute();
    rows.push(...(found as StoredDeal[]));
  }
  return new Map(rows.map((row) => [row.root, row]));
}

async function remove(db: Kysely<BookTables>, { n, root }: StoredDeal): Promise<void> {
  await db.deleteFrom("deals").where("n", "=", n).execute();
  await db.deleteFrom("deal_search").where("rowid", "=", n).execute();
  await db.deleteFrom("deal_facets").where("root", "=", root).execute();
}

/** Writes a deal where it stands, or as one that is new. */
async function write({ db, dialect, knowledge }: Desk, { root, knots, deal }: Made, standing: StoredDeal | undefined): Promise<After> {
  const state = fold(deal, knowledge);
  const line = dealLine(deal, state, knowledge);
  const elders = elderRoots(knots, knowledge);
  const row = { ...rowOf(root, deal, state, line), elders: JSON.stringify(elders) };
  const words = searchable(dialect, wordsOf(deal, line));
  if (standing === undefined) {
    const { n } = await db.insertInto("deals").values(row).returning("n").executeTakeFirstOrThrow();
    await db.insertInto("deal_search").values({ rowid: n, words }).execute();
  } else {
    await db.updateTable("deals").set(row).where("n", "=", standing.n).execute();
    await db.updateTable("deal_search").set({ words }).where("rowid", "=", standing.n).execute();
  }
  await writeFacets(db, dialect, root, facetsOf(root, deal, line, elders), standing !== undefined);
  return { root, deal, state, line };
}

type Facet = BookTables["deal_facets"];

/** Puts in those that come and takes out those that go. Those of a deal that changes its level are all others. */
async function writeFacets(db: Kysely<BookTables>, dialect: Dialect, root: string, facets: readonly Facet[], stands: boolean): Promise<void> {
  const keyOf = ({ facet, value, level, amount }: Omit<Facet, "root">): string => JSON.stringify([facet, value, level, amount]);
  const before = stands ? await db.selectFrom("deal_facets").select(["facet", "value", "level", "amount"]).where("root", "=", root).execute() : [];
  const [had, has] = [new Set(before.map(keyOf)), new Set(facets.map(keyOf))];
  const gone = before.filter((facet) => !has.has(keyOf(facet)));
  if (gone.length === before.length && gone.length > 0) await db.deleteFrom("deal_facets").where("root", "=", root).execute();
  else for (const facet of gone) await removeFacet(db, { ...facet, root });
  const come = facets.filter((facet) => !had.has(keyOf(facet)));
  if (come.length > 0) await FACETS[dialect](JSON.stringify(come)).execute(db);
}

async function removeFacet(db: Kysely<BookTables>, { facet, value, level, root, amount }: Facet): Promise<void> {
  const at = db.deleteFrom("deal_facets").where("facet", "=", facet).where("value", "=", value).where("level", "=", level);
  await at.where("root", "=", root).where("amount", "=", amount).execute();
}

/** Puts facets in, however many, with one statement. */
const FACETS: Readonly<Record<Dialect, (facets: string) => RawBuilder<unknown>>> = {
  sqlite: (facets) => sql`insert into deal_facets (facet, value, level, root, amount)
    select value ->> 'facet', value ->> 'value', value ->> 'level', value ->> 'root', value ->> 'amount' from json_each(${facets})`,
  postgres: (facets) => sql`insert into deal_facets (facet, value, level, root, amount) select n.facet, n.value, n.level, n.root, n.amount
    from json_to_recordset(${facets}::json) as n(facet text, value text, level integer, root text, amount double precision)`,
};

function rowOf(root: string, { members }: Deal, folded: DealState, line: DealLine): Omit<Insertable<DealRow>, "elders" | "n"> {
  const brief = dealBrief(line, members);
  const { id, name, kind, state, dispute, claims, first = "", last = "" } = brief;
  const told = { slots: slotsOf(folded), brief: JSON.stringify(brief), line: JSON.stringify(line) };
  return { root, id, name, kind, state, dispute, claims, first, last, ...told };
}

/** Where words begin. */
const WORD = /(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu;

function facetsOf(root: string, { members }: Deal, line: DealLine, elders: readonly string[]): readonly Facet[] {
  const place = { level: levelOf(line.claims.length), root };
  const own = members.filter(({ part }) => part !== "refers" && part !== "touches");
  const texts = new Map<string, Facet>();
  const add = (facet: string, value: string, amount = 0): void =>
    void texts.set(JSON.stringify([facet, value, amount]), { facet, value, amount, ...place });
  for (const { id, name } of line.parties) for (const value of id === null ? [name] : [id, name]) add("party", value.toLowerCase());
  for (const elder of elders) add("elder", elder);
  for (const { member } of members) add("act", member.claim.act);
  for (const item of [...line.items, ...own.flatMap(({ member }) => member.claim.items.map(({ name }) => name))])
    for (const { index } of item.matchAll(WORD)) add("item", item.slice(index, index + LONGEST).toLowerCase());
  for (const { member } of own) for (const { currency, amount } of member.claim.money) add("money", currency, amount);
  return [...texts.values()];
}

function wordsOf({ members }: Deal, { name, parties, object, items }: DealLine): string {
  const told = (attachment: Attachment): readonly (string | undefined)[] => {
    const { claim, document } = attachment.member;
    return [document.heading, claim.object, claim.reason, claim.evidence.quote, ...claim.sources.map((source) => source.name)];
  };
  const words = [name, ...parties.flatMap((party) => [party.id ?? "", party.name]), object ?? "", ...items, ...members.flatMap(told)];
  return [...new Set(words.filter((word) => word !== undefined && word !== ""))].join("\n").slice(0, MOST_WORDS);
}
