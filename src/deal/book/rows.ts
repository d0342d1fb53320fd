// A deal as rows: what a list shows of it, what it can be found by, and the words that a search looks through.
import { sql } from "kysely";
import type { Insertable, Kysely, RawBuilder } from "kysely";
import { chunks } from "../../ledger/index.ts";
import type { Dialect } from "../../ledger/index.ts";
import type { Attachment, Deal } from "../deal.ts";
import { fold } from "../fold.ts";
import { dealOf, elderRoots } from "../group.ts";
import type { Telling } from "../group.ts";
import type { DealKnowledge } from "../knowledge.ts";
import { dealLine } from "../line.ts";
import type { DealLine } from "../line.ts";
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

type StoredDeal = Pick<DealRow, "root" | "id"> & { readonly n: number };

/** Writes the rows of these undertakings anew. */
export async function writeDeals(desk: Desk, roots: Iterable<string>): Promise<void> {
  const all = [...roots];
  const made = new Map<string, Made>();
  for (const root of all) {
    const knots = (await tellingsOf(desk.db, [root])).get(root) ?? [];
    const deal = dealOf(knots, desk.knowledge);
    if (deal !== undefined && deal.members.length > 0) made.set(root, { root, knots, deal });
  }
  const standing = await standingOf(desk.db, all);
  // All that go do so before any comes: an id may pass from one undertaking to another.
  for (const row of standing.values()) if (made.get(row.root)?.deal.id !== row.id) await remove(desk.db, row);
  for (const one of made.values()) {
    const row = standing.get(one.root);
    await write(desk, one, row?.id === one.deal.id ? row : undefined);
  }
}

async function standingOf(db: Kysely<BookTables>, roots: readonly string[]): Promise<ReadonlyMap<string, StoredDeal>> {
  const rows: StoredDeal[] = [];
  for (const some of chunks(roots)) rows.push(...(await db.selectFrom("deals").select(["n", "root", "id"]).where("root", "in", some).execute()));
  return new Map(rows.map((row) => [row.root, row]));
}

async function remove(db: Kysely<BookTables>, { n, root }: StoredDeal): Promise<void> {
  await db.deleteFrom("deals").where("n", "=", n).execute();
  await db.deleteFrom("deal_search").where("rowid", "=", n).execute();
  await db.deleteFrom("deal_facets").where("root", "=", root).execute();
}

/** Writes a deal where it stands, or as one that is new. */
async function write({ db, dialect, knowledge }: Desk, { root, knots, deal }: Made, standing: StoredDeal | undefined): Promise<void> {
  const line = dealLine(deal, fold(deal, knowledge), knowledge);
  const elders = elderRoots(knots, knowledge);
  const row = { ...rowOf(root, deal, line), elders: JSON.stringify(elders) };
  const words = WORDS[dialect](wordsOf(deal, line));
  if (standing === undefined) {
    const { n } = await db.insertInto("deals").values(row).returning("n").executeTakeFirstOrThrow();
    await db.insertInto("deal_search").values({ rowid: n, words }).execute();
  } else {
    await db.updateTable("deals").set(row).where("n", "=", standing.n).execute();
    await db.updateTable("deal_search").set({ words }).where("rowid", "=", standing.n).execute();
  }
  await writeFacets(db, dialect, root, facetsOf(root, deal, line, elders), standing !== undefined);
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

/** Words as a search looks through them. */
const WORDS: Readonly<Record<Dialect, (words: string) => RawBuilder<string>>> = {
  sqlite: (words) => sql`${words}`,
  postgres: (words) => sql`to_tsvector('simple', ${words})`,
};

function rowOf(root: string, { members }: Deal, line: DealLine): Omit<Insertable<DealRow>, "elders" | "n"> {
  const days = members.flatMap(({ member }) => member.document.published ?? []).sort();
  const { id, kind, state, dispute, claims } = line;
  return { root, id, kind, state, dispute, claims: claims.length, first: days[0] ?? "", last: days.at(-1) ?? "", line: JSON.stringify(line) };
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
