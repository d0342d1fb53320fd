// Where rows are kept under their keys: a port of a few methods, which a table (key, day, document) does as well as the
// memory does here.
import type { NearRow } from "./cluster.ts";

/** Days from and to, both inclusive, as `YYYY-MM-DD`. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** Keeps rows and finds them by any of their keys. */
export interface NearStore {
  /** Keeps a row under its keys, in the place of an older one of the same id. */
  put(row: NearRow, keys: readonly number[]): Promise<void>;
  remove(id: string): Promise<void>;
  get(id: string): Promise<NearRow | undefined>;
  /** The rows that stand under at least one of the keys, each once, in any order; with `days` only those of these days or of no known day. */
  candidates(keys: readonly number[], days?: Days): Promise<readonly NearRow[]>;
}

interface Kept {
  readonly row: NearRow;
  readonly keys: readonly number[];
}

/** A store in memory, for one run. */
export class MemoryNearStore implements NearStore {
  readonly #kept = new Map<string, Kept>();
  /** Under each key rows by day, those without a day first. */
  readonly #under = new Map<number, NearRow[]>();

  async put(row: NearRow, keys: readonly number[]): Promise<void> {
    await this.remove(row.id);
    this.#kept.set(row.id, { row, keys });
    for (const key of keys) {
      const rows = this.#under.get(key) ?? [];
      rows.splice(firstFrom(rows, after(dayOf(row))), 0, row);
      this.#under.set(key, rows);
    }
  }

  async remove(id: string): Promise<void> {
    for (const key of this.#kept.get(id)?.keys ?? []) {
      const rows = (this.#under.get(key) ?? []).filter((row) => row.id !== id);
      if (rows.length === 0) this.#under.delete(key);
      else this.#under.set(key, rows);
    }
    this.#kept.delete(id);
  }

  async get(id: string): Promise<NearRow | undefined> {
    return this.#kept.get(id)?.row;
  }

  async candidates(keys: readonly number[], days?: Days): Promise<readonly NearRow[]> {
    const found = new Set<NearRow>();
    for (const key of keys) {
      for (const row of among(this.#under.get(key) ?? [], days)) found.add(row);
    }
    return [...found];
  }
}

function among(rows: readonly NearRow[], days: Days | undefined): readonly NearRow[] {
  if (days === undefined) return rows;
  return [...rows.slice(0, firstFrom(rows, after(""))), ...rows.slice(firstFrom(rows, days.from), firstFrom(rows, after(days.to)))];
}

function dayOf({ day }: NearRow): string {
  return day ?? "";
}

/** Sorts right behind a day. */
function after(day: string): string {
  return `${day}!`;
}

/** The index of the first row that is of this day or later. */
function firstFrom(rows: readonly NearRow[], day: string): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const row = rows[middle];
    if (row !== undefined && dayOf(row) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
