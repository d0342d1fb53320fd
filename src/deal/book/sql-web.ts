// The web in the ledger's database, within one transaction. Knots that were looked at are kept at hand: neighbours meet again and again.
import { sql } from "kysely";
import type { Kysely, RawBuilder } from "kysely";
import type { Dialect } from "../../ledger/index.ts";
import { hasName } from "../group.ts";
import type { DealKnowledge } from "../knowledge.ts";
import { foundUnder, looksUnder, REACH } from "../link.ts";
import type { Neighbour, Placed } from "../link.ts";
import { readKnot, readProfile, readStand, readTold, writeBody, writeProfile, writeStand, writeTold } from "../web/index.ts";
import type { Entered, Web } from "../web/index.ts";
import type { BookTables } from "./shape.ts";

/** What a knot does under a name, bit by bit: both mostly, and then in one row. */
const [FOUND, LOOKS] = [1, 2];
const IS_FOUND = sql`f.does in (${sql.lit(FOUND)}, ${sql.lit(FOUND + LOOKS)})`;

/** A list as the rows of a table `n` with a column `value`: however long it is, the statement is the same. */
const EACH: Readonly<Record<Dialect, (values: readonly string[]) => RawBuilder<unknown>>> = {
  sqlite: (values) => sql`json_each(${JSON.stringify(values)}) as n`,
  postgres: (values) => sql`json_array_elements_text(${JSON.stringify(values)}::json) as n(value)`,
};

type KeysOf = (names: readonly string[], at: string) => RawBuilder<{ key: string }>;

/** Of each name the last keys found before one; see `Web.near`. */
const NEAR: Readonly<Record<Dialect, KeysOf>> = {
  sqlite: (names, before) => sql`select f.key as key from ${EACH.sqlite(names)} cross join knot_names f
    on f.name = n.value and f.key < ${before} and ${IS_FOUND} and f.key >= coalesce(
      (select f.key from knot_names f where f.name = n.value and f.key < ${before} and ${IS_FOUND} order by f.key desc limit 1 offset ${sql.lit(REACH - 1)}), '')`,
  postgres: (names, before) => sql`select k.key as key from ${EACH.postgres(names)} cross join lateral
    (select f.key from knot_names f where f.name = n.value and f.key < ${before} and ${IS_FOUND} order by f.key desc limit ${sql.lit(REACH)}) k`,
};

/** Of each name the keys that look from behind one, up to the last that may see it; see `Web.watchers`. */
const WATCHERS: Readonly<Record<Dialect, KeysOf>> = {
  sqlite: (names, at) => sql`select k.key as key from ${EACH.sqlite(names)} cross join knot_names k
    on k.name = n.value and k.key > ${at} and k.does >= ${sql.lit(LOOKS)} and k.key <= ${lastWatcher(at)}`,
  postgres: (names, at) => sql`select k.key as key from ${EACH.postgres(names)} cross join lateral
    (select l.key from knot_names l where l.name = n.value and l.key > ${at} and l.does >= ${sql.lit(LOOKS)} and l.key <= ${lastWatcher(at)}) k`,
};

/** Behind every key. */
const LAST = "\u{10ffff}";

function lastWatcher(at: string): RawBuilder<string> {
  return sql`coalesce((select f.key from knot_names f where f.name = n.value and f.key > ${at} and ${IS_FOUND} order by f.key limit 1 offset ${sql.lit(REACH - 1)}), ${LAST})`;
}

/** Knots kept at hand from one transaction to the next, whole and as their neighbours see them. */
const [MOST_WHOLE, MOST_SEEN] = [2000, 40_000];

/** Values by key, those last used last. */
class Recent<Value> {
  readonly #values = new Map<string, Value>();

  get(key: string): Value | undefined {
    const value = this.#values.get(key);
    if (value !== undefined) this.set(key, value);
    return value;
  }

  set(key: string, value: Value): void {
    this.#values.delete(key);
    this.#values.set(key, value);
  }

  delete(key: string): void {
    this.#values.delete(key);
  }

  /** Forgets those used longest ago. */
  trim(most: number): void {
    for (const key of this.#values.keys()) {
      if (this.#values.size <= most) return;
      this.#values.delete(key);
    }
  }
}

/** Knots that were looked at. They are as the tables have them only as long as nobody else writes. */
export class Kept {
  readonly #whole = new Recent<Entered>();
  readonly #seen = new Recent<Neighbour>();

  get(key: string): Entered | undefined {
    return this.#whole.get(key);
  }

  /** A knot as its neighbours see it. */
  seen(key: string): Neighbour | undefined {
    return this.#seen.get(key) ?? this.#whole.get(key)?.placed;
  }

  set(key: string, entered: Entered): void {
    this.#whole.set(key, entered);
    const { document, family, placement } = entered.placed;
    this.see({ key, document, family, placement });
  }

  see(neighbour: Neighbour): void {
    this.#seen.set(neighbour.key, neighbour);
  }

  delete(key: string): void {
    this.#whole.delete(key);
    this.#seen.delete(key);
  }

  /** Forgets those used longest ago; between transactions alone, since within one the same knots are asked for again. */
  trim(): void {
    this.#whole.trim(MOST_WHOLE);
    this.#seen.trim(MOST_SEEN);
  }
}

type SeenKnot = Pick<BookTables["knots"], "key" | "head" | "family" | "stand" | "profile">;
type StoredKnot = SeenKnot & Pick<BookTables["knot_bodies"], "told" | "body">;

function seenIn({ key, head, family, stand, profile }: SeenKnot): Neighbour {
  return { key, document: JSON.parse(head) as Placed["document"], family, placement: { ...readStand(stand), profile: readProfile(profile) } };
}

/** A web over the book's tables. */
export class SqlWeb implements Web {
  readonly #db: Kysely<BookTables>;
  readonly #dialect: Dialect;
  readonly #knowledge: DealKnowledge;
  readonly #kept: Kept;
  /** Keys of no knot, as far as this transaction knows. */
  readonly #absent = new Set<string>();

  constructor(db: Kysely<BookTables>, dialect: Dialect, knowledge: DealKnowledge, kept = new Kept()) {
    this.#kept = kept;
    this.#db = db;
    this.#dialect = dialect;
    this.#knowledge = knowledge;
  }

  async near(names: readonly string[], before: string): Promise<readonly Neighbour[]> {
    const keys = await this.#keys(NEAR[this.#dialect](names, before));
    const met = new Map<string, Neighbour>();
    for (const key of keys) {
      const seen = this.#kept.seen(key);
      if (seen !== undefined) met.set(key, seen);
    }
    const missing = keys.filter((key) => !met.has(key));
    if (missing.length === 0) return [...met.values()];
    const { rows } = await sql<SeenKnot>`select k.key as key, k.head as head, k.family as family, k.stand as stand, k.profile as profile
      from knots k where k.key in (select n.value from ${EACH[this.#dialect](missing)})`.execute(this.#db);
    for (const row of rows) {
      const neighbour = seenIn(row);
      this.#kept.see(neighbour);
      met.set(row.key, neighbour);
    }
    return [...met.values()];
  }

  async watchers(names: readonly string[], at: string): Promise<readonly string[]> {
    return this.#keys(WATCHERS[this.#dialect](names, at));
  }

  async #keys(query: RawBuilder<{ key: string }>): Promise<readonly string[]> {
    const { rows } = await query.execute(this.#db);
    return [...new Set(rows.map(({ key }) => key))].sort();
  }

  async get(keys: readonly string[]): Promise<ReadonlyMap<string, Entered>> {
    const met = new Map<string, Entered>();
    for (const key of keys) {
      const entered = this.#kept.get(key);
      if (entered !== undefined) met.set(key, entered);
    }
    const missing = keys.filter((key) => !met.has(key) && !this.#absent.has(key));
    if (missing.length === 0) return met;
    const { rows } = await sql<StoredKnot>`select k.key as key, k.head as head, k.family as family, k.stand as stand, k.profile as profile,
      b.told as told, b.body as body
      from knots k join knot_bodies b on b.n = k.n where k.key in (select n.value from ${EACH[this.#dialect](missing)})`.execute(this.#db);
    for (const { told, body, ...row } of rows) {
      const seen = seenIn(row);
      const entered = new Known({ ...readKnot(seen, readTold(told), body), placement: seen.placement }, this.#knowledge);
      this.#kept.set(row.key, entered);
      met.set(row.key, entered);
    }
    for (const key of missing) if (!met.has(key)) this.#absent.add(key);
    return met;
  }

  async ofDocument(id: string): Promise<readonly Entered[]> {
    const rows = await this.#db.selectFrom("knots").select("key").where("document", "=", id).execute();
    return this.#inOrder(rows);
  }

  async #inOrder(rows: readonly { readonly key: string }[]): Promise<readonly Entered[]> {
    const keys = rows.map(({ key }) => key).sort();
    const met = await this.get(keys);
    return keys.flatMap((key) => met.get(key) ?? []);
  }

  async put(entered: Entered): Promise<void> {
    const { placed } = entered;
    const { key } = placed;
    const before = (await this.get([key])).get(key);
    const { document, family, placement } = placed;
    const { profile, ...stand } = placement;
    const places = { root: placement.root, stand: writeStand(stand), profile: writeProfile(profile), named: hasName(profile) ? 1 : 0 };
    const row = { document: document.id, family, head: JSON.stringify(document), ...places };
    const body = { told: writeTold(placed), body: writeBody(placed) };
    if (before === undefined) {
      const { n } = await this.#db
        .insertInto("knots")
        .values({ key, ...row })
        .returning("n")
        .executeTakeFirstOrThrow();
      await this.#db
        .insertInto("knot_bodies")
        .values({ n, ...body })
        .execute();
    } else {
      const { n } = await this.#db.updateTable("knots").set(row).where("key", "=", key).returning("n").executeTakeFirstOrThrow();
      const isOther = writeTold(before.placed) !== body.told || writeBody(before.placed) !== body.body;
      if (isOther) await this.#db.updateTable("knot_bodies").set(body).where("n", "=", n).execute();
    }
    await this.#rename(key, doingsOf(before), doingsOf(entered));
    this.#kept.set(key, entered);
    this.#absent.delete(key);
  }

  /** What a knot is placed by again mostly stays: only the names that are others are written. */
  async #rename(key: string, before: ReadonlyMap<string, number>, now: ReadonlyMap<string, number>): Promise<void> {
    const each = EACH[this.#dialect];
    const gone = [...before.keys()].filter((name) => !now.has(name));
    if (gone.length > 0) await sql`delete from knot_names where key = ${key} and name in (select n.value from ${each(gone)})`.execute(this.#db);
    for (const does of [FOUND, LOOKS, FOUND + LOOKS]) {
      const come = [...now].filter(([name, doing]) => doing === does && before.get(name) !== does).map(([name]) => name);
      if (come.length > 0)
        await sql`insert into knot_names (name, key, does) select n.value, ${key}, ${sql.lit(does)} from ${each(come.sort())} where true
          on conflict (name, key) do update set does = excluded.does`.execute(this.#db);
    }
  }

  async remove(key: string): Promise<void> {
    const known = (await this.get([key])).get(key);
    if (known === undefined) return;
    this.#kept.delete(key);
    this.#absent.add(key);
    const { n } = await this.#db.deleteFrom("knots").where("key", "=", key).returning("n").executeTakeFirstOrThrow();
    await this.#db.deleteFrom("knot_bodies").where("n", "=", n).execute();
    await this.#rename(key, doingsOf(known), new Map());
  }
}

/** A placed knot whose keys are made when they are first asked for: most are only looked at. */
class Known implements Entered {
  readonly placed: Placed;
  readonly #knowledge: DealKnowledge;
  #found: readonly string[] | undefined;
  #looks: readonly string[] | undefined;

  constructor(placed: Placed, knowledge: DealKnowledge) {
    this.placed = placed;
    this.#knowledge = knowledge;
  }

  get found(): readonly string[] {
    return (this.#found ??= foundUnder(this.placed, this.#knowledge));
  }

  get looks(): readonly string[] {
    return (this.#looks ??= looksUnder(this.placed, this.#knowledge));
  }
}

/** The names of a knot, and what it does under each. */
function doingsOf(entered: Entered | undefined): ReadonlyMap<string, number> {
  const doings = new Map<string, number>();
  for (const name of entered?.found ?? []) doings.set(name, FOUND);
  for (const name of entered?.looks ?? []) doings.set(name, (doings.get(name) ?? 0) | LOOKS);
  return doings;
}
