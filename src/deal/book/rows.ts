// A deal as rows: what a list shows of it, what it can be found by, and the words that a search looks through.
import { sql } from "kysely";
import type { Insertable, Kysely, RawBuilder } from "kysely";
import type { Dialect } from "../../ledger/index.ts";
import type { Attachment, Deal } from "../deal.ts";
import { fold } from "../fold.ts";
import { dealOf, elderRoots } from "../group.ts";
import type { DealKnowledge } from "../knowledge.ts";
import { dealLine } from "../line.ts";
import type { DealLine } from "../line.ts";
import type { Placed } from "../link.ts";
import type { Web } from "../web/index.ts";
import type { BookTables, DealRow } from "./shape.ts";

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

/** Writes the rows of these undertakings anew. */
export async function writeDeals({ db, dialect, knowledge }: Desk, web: Web, roots: Iterable<string>): Promise<void> {
  const all = [...roots];
  // All go before any comes: an id may pass from one undertaking to another.
  for (const root of all) await remove(db, root);
  for (const root of all) {
    const knots = await web.ofRoot(root);
    const deal = dealOf(knots, knowledge);
    if (deal !== undefined && deal.members.length > 0) await insert({ db, dialect, knowledge }, knots, deal);
  }
}

async function remove(db: Kysely<BookTables>, root: string): Promise<void> {
  const row = await db.deleteFrom("deals").where("root", "=", root).returning(["n", "id"]).executeTakeFirst();
  if (row === undefined) return;
  await db.deleteFrom("deal_search").where("rowid", "=", row.n).execute();
  await db.deleteFrom("deal_facets").where("id", "=", row.id).execute();
}

async function insert({ db, dialect, knowledge }: Desk, knots: readonly Placed[], deal: Deal): Promise<void> {
  const root = knots[0]?.placement.root ?? "";
  const line = dealLine(deal, fold(deal, knowledge), knowledge);
  const elders = elderRoots(knots, knowledge);
  const { n } = await db
    .insertInto("deals")
    .values({ ...rowOf(root, deal, line), elders: JSON.stringify(elders) })
    .returning("n")
    .executeTakeFirstOrThrow();
  await FACETS[dialect](JSON.stringify(facetsOf(deal, line, elders))).execute(db);
  await db
    .insertInto("deal_search")
    .values({ rowid: n, words: WORDS[dialect](wordsOf(deal, line)) })
    .execute();
}

/** Puts facets in, however many, with one statement. */
const FACETS: Readonly<Record<Dialect, (facets: string) => RawBuilder<unknown>>> = {
  sqlite: (facets) => sql`insert into deal_facets (facet, value, claims, id, amount)
    select value ->> 'facet', value ->> 'value', value ->> 'claims', value ->> 'id', value ->> 'amount' from json_each(${facets})`,
  postgres: (facets) => sql`insert into deal_facets (facet, value, claims, id, amount) select n.facet, n.value, n.claims, n.id, n.amount
    from json_to_recordset(${facets}::json) as n(facet text, value text, claims integer, id text, amount double precision)`,
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

function facetsOf({ members }: Deal, line: DealLine, elders: readonly string[]): readonly BookTables["deal_facets"][] {
  const place = { claims: line.claims.length, id: line.id };
  const own = members.filter(({ part }) => part !== "refers" && part !== "touches");
  const texts = new Map<string, BookTables["deal_facets"]>();
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
