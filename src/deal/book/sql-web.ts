// The web in the ledger's database, within one transaction. Knots that were looked at are kept at hand until it ends: neighbours meet again and again.
import { sql } from "kysely";
import type { Kysely } from "kysely";
import type { DealKnowledge } from "../knowledge.ts";
import { foundUnder, looksUnder, REACH } from "../link.ts";
import type { Placed } from "../link.ts";
import { readKnot, readPlacement, writeKnot, writePlacement } from "../web/index.ts";
import type { Entered, Web } from "../web/index.ts";
import type { BookTables } from "./shape.ts";

/** Values in one IN, below every database's limit. */
const CHUNK = 400;
const FOUND = "found";
const LOOKS = "looks";

/** A web over the book's tables. */
export class SqlWeb implements Web {
  readonly #db: Kysely<BookTables>;
  readonly #knowledge: DealKnowledge;
  readonly #kept = new Map<string, Entered>();

  constructor(db: Kysely<BookTables>, knowledge: DealKnowledge) {
    this.#db = db;
    this.#knowledge = knowledge;
  }

  #enter(row: { readonly body: string; readonly placement: string }): Entered {
    const placed = { ...readKnot(row.body), placement: readPlacement(row.placement) };
    const entered = { placed, found: foundUnder(placed, this.#knowledge), looks: looksUnder(placed, this.#knowledge) };
    this.#kept.set(placed.key, entered);
    return entered;
  }

  async near(names: readonly string[], before: string): Promise<readonly Placed[]> {
    const keys = await this.#keys(
      names.map(
        (name) =>
          sql`select * from (select key from knot_names where kind = ${FOUND} and name = ${name} and key < ${before} order by key desc limit ${sql.lit(REACH)}) as n`,
      ),
    );
    return [...(await this.get(keys)).values()].map(({ placed }) => placed);
  }

  async watchers(names: readonly string[], at: string): Promise<readonly string[]> {
    return this.#keys(
      names.map(
        (name) => sql`select key from knot_names where kind = ${LOOKS} and name = ${name} and key > ${at} and key <= coalesce(
          (select key from knot_names where kind = ${FOUND} and name = ${name} and key > ${at} order by key limit 1 offset ${sql.lit(REACH - 1)}),
          (select max(key) from knot_names where kind = ${LOOKS} and name = ${name}))`,
      ),
    );
  }

  async #keys(queries: readonly ReturnType<typeof sql>[]): Promise<readonly string[]> {
    if (queries.length === 0) return [];
    const { rows } = await sql<{ key: string }>`${sql.join(queries, sql` union all `)}`.execute(this.#db);
    return [...new Set(rows.map(({ key }) => key))].sort();
  }

  async get(keys: readonly string[]): Promise<ReadonlyMap<string, Entered>> {
    const missing = keys.filter((key) => !this.#kept.has(key));
    for (let from = 0; from < missing.length; from += CHUNK) {
      const rows = await this.#db
        .selectFrom("knots")
        .select(["body", "placement"])
        .where("key", "in", missing.slice(from, from + CHUNK))
        .execute();
      for (const row of rows) this.#enter(row);
    }
    return new Map(keys.flatMap((key) => [this.#kept.get(key)].flatMap((entered) => (entered === undefined ? [] : [[key, entered] as const]))));
  }

  async ofDocument(id: string): Promise<readonly Entered[]> {
    const rows = await this.#db.selectFrom("knots").select(["body", "placement"]).where("document", "=", id).orderBy("key").execute();
    return rows.map((row) => this.#enter(row));
  }

  async ofRoot(root: string): Promise<readonly Placed[]> {
    const rows = await this.#db.selectFrom("knots").select(["body", "placement"]).where("root", "=", root).orderBy("key").execute();
    return rows.map((row) => this.#enter(row).placed);
  }

  async put(entered: Entered): Promise<void> {
    const { placed } = entered;
    await this.remove(placed.key);
    const row = {
      key: placed.key,
      document: placed.document.id,
      root: placed.placement.root,
      body: writeKnot(placed),
      placement: writePlacement(placed.placement),
    };
    await this.#db.insertInto("knots").values(row).execute();
    const names = [
      ...entered.found.map((name) => ({ kind: FOUND, name, key: placed.key })),
      ...entered.looks.map((name) => ({ kind: LOOKS, name, key: placed.key })),
    ];
    if (names.length > 0) await this.#db.insertInto("knot_names").values(names).execute();
    this.#kept.set(placed.key, entered);
  }

  async remove(key: string): Promise<void> {
    const known = (await this.get([key])).get(key);
    if (known === undefined) return;
    this.#kept.delete(key);
    await this.#db.deleteFrom("knots").where("key", "=", key).execute();
    for (const [kind, names] of [
      [FOUND, known.found],
      [LOOKS, known.looks],
    ] as const)
      if (names.length > 0)
        await this.#db.deleteFrom("knot_names").where("kind", "=", kind).where("name", "in", names).where("key", "=", key).execute();
  }
}
