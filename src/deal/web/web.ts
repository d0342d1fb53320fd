// The web: all placed knots with the keys under which they find each other. A port, so that a database may hold it; in memory for tests.
import { REACH } from "../link.ts";
import type { Neighbour, Placed } from "../link.ts";

/** A placed knot with the keys under which it is found and under which it looks. */
export interface Entered {
  readonly placed: Placed;
  readonly found: readonly string[];
  readonly looks: readonly string[];
}

/** What holds the web. Keys of knots are ordered as text by code points. */
export interface Web {
  /** Of the knots found under each of the names the last `REACH` before a key. */
  near(names: readonly string[], before: string): Promise<readonly Neighbour[]>;
  /** Keys of the knots that look at a knot which stands (or would stand) at `at` under these names: those up to the `REACH`th found after it. */
  watchers(names: readonly string[], at: string): Promise<readonly string[]>;
  /** The knots of these keys that are there, by key. */
  get(keys: readonly string[]): Promise<ReadonlyMap<string, Entered>>;
  /** The knots of a document, in order. */
  ofDocument(id: string): Promise<readonly Entered[]>;
  put(entered: Entered): Promise<void>;
  remove(key: string): Promise<void>;
}

/** A web in memory. */
export class MemoryWeb implements Web {
  readonly #knots = new Map<string, Entered>();

  #sorted(keep: (entered: Entered) => boolean): readonly Entered[] {
    return [...this.#knots.values()].filter(keep).sort((a, b) => (a.placed.key < b.placed.key ? -1 : 1));
  }

  async near(names: readonly string[], before: string): Promise<readonly Neighbour[]> {
    const seen = new Set(names.flatMap((name) => this.#sorted(({ found, placed }) => found.includes(name) && placed.key < before).slice(-REACH)));
    return [...seen].map(({ placed }) => placed);
  }

  async watchers(names: readonly string[], at: string): Promise<readonly string[]> {
    const keys = names.flatMap((name) => {
      const after = this.#sorted(({ found, placed }) => found.includes(name) && placed.key > at);
      const last = after[REACH - 1]?.placed.key;
      return this.#sorted(({ looks, placed: { key } }) => looks.includes(name) && key > at && (last === undefined || key <= last));
    });
    return [...new Set(keys.map(({ placed }) => placed.key))];
  }

  async get(keys: readonly string[]): Promise<ReadonlyMap<string, Entered>> {
    return new Map(keys.flatMap((key) => [this.#knots.get(key)].flatMap((entered) => (entered === undefined ? [] : [[key, entered] as const]))));
  }

  async ofDocument(id: string): Promise<readonly Entered[]> {
    return this.#sorted(({ placed }) => placed.document.id === id);
  }

  async put(entered: Entered): Promise<void> {
    this.#knots.set(entered.placed.key, entered);
  }

  async remove(key: string): Promise<void> {
    this.#knots.delete(key);
  }
}
