// The port over two SQL tables, to show that it asks no more of a store than rows and an index on (key, day).
import Database from "better-sqlite3";
import type { NearRow } from "./cluster.ts";
import { readSignature, writeSignature } from "./signature.ts";
import type { Days, NearStore } from "./store.ts";

interface Stored {
  readonly id: string;
  readonly day: string | null;
  readonly signature: string;
  readonly outlets: string;
  readonly credits: string;
}

const TABLES = `
  create table near (id text primary key, day text, signature text not null, outlets text not null, credits text not null);
  create table near_keys (key integer not null, day text, id text not null);
  create index near_by_key on near_keys (key, day);
  create index near_by_id on near_keys (id)`;

/** A store of rows in a database in memory. */
export class TableNearStore implements NearStore {
  readonly #db = new Database(":memory:");

  constructor() {
    this.#db.exec(TABLES);
  }

  async put(row: NearRow, keys: readonly number[]): Promise<void> {
    await this.remove(row.id);
    const day = row.day ?? null;
    const cells = [row.id, day, writeSignature(row.signature), JSON.stringify(row.outlets), JSON.stringify(row.credits)];
    this.#db.prepare("insert into near values (?, ?, ?, ?, ?)").run(...cells);
    const insert = this.#db.prepare("insert into near_keys values (?, ?, ?)");
    for (const key of keys) insert.run(key, day, row.id);
  }

  async remove(id: string): Promise<void> {
    this.#db.prepare("delete from near_keys where id = ?").run(id);
    this.#db.prepare("delete from near where id = ?").run(id);
  }

  async get(id: string): Promise<NearRow | undefined> {
    const row = this.#db.prepare<[string], Stored>("select * from near where id = ?").get(id);
    return row === undefined ? undefined : rowOf(row);
  }

  async candidates(keys: readonly number[], days?: Days): Promise<readonly NearRow[]> {
    const within = days === undefined ? "" : "and (day is null or day between ? and ?)";
    const found = `select id from near_keys where key in (${keys.map(() => "?").join()}) ${within}`;
    const bound = days === undefined ? [...keys] : [...keys, days.from, days.to];
    return this.#db
      .prepare<unknown[], Stored>(`select * from near where id in (${found})`)
      .all(...bound)
      .map(rowOf);
  }
}

function rowOf({ id, day, signature, outlets, credits }: Stored): NearRow {
  const names = { outlets: JSON.parse(outlets) as string[], credits: JSON.parse(credits) as string[] };
  return { id, signature: readSignature(signature), ...names, ...(day === null ? {} : { day }) };
}
