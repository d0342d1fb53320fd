// Finds the copies of a document among all others without looking at all others. Clusters are what hangs together by
// copies, taken anew from the rows at each question: so they cannot depend on the order in which documents came or went.
import { areOneReport, dayAfter } from "./cluster.ts";
import type { Cluster, NearRow } from "./cluster.ts";
import { clustersAround } from "./connected.ts";
import type { Pair } from "./connected.ts";
import type { NearRules } from "./rules.ts";
import { bandsOf, wordsKey } from "./signature.ts";
import type { NearStore } from "./store.ts";

/** Clusters of copies over a store of rows. */
export class NearIndex {
  readonly #store: NearStore;
  readonly #rules: NearRules;

  constructor(store: NearStore, rules: NearRules) {
    this.#store = store;
    this.#rules = rules;
  }

  /** Adds a document, in the place of an older one of the same id. */
  add(row: NearRow): Promise<void> {
    return this.#store.put(row, bandsOf(row.signature));
  }

  /** Takes a document out; the clusters are as if it had never come. */
  remove(id: string): Promise<void> {
    return this.#store.remove(id);
  }

  /** The rows that are copies of this one, which need not have been added, in any order; itself left out. */
  async copiesOf(row: NearRow): Promise<readonly NearRow[]> {
    const found = new Map((await this.#candidates(row)).map((other) => [other.id, other]));
    return [...found.values()].filter((other) => other.id !== row.id && areOneReport(row, other, this.#rules));
  }

  /** The cluster of a document, alone in it where it has no copies; undefined where it was not added. */
  async clusterOf(id: string): Promise<Cluster | undefined> {
    const row = await this.#store.get(id);
    return row === undefined ? undefined : (await clustersAround([row], (rows) => this.#pairs(rows), this.#rules))[0];
  }

  /** The clusters of these documents, each once. */
  async *clusters(ids: Iterable<string>): AsyncGenerator<Cluster> {
    const seen = new Set<string>();
    for (const id of ids) {
      const cluster = seen.has(id) ? undefined : await this.clusterOf(id);
      if (cluster === undefined) continue;
      for (const member of cluster.members) seen.add(member);
      yield cluster;
    }
  }

  async #candidates(row: NearRow): Promise<readonly NearRow[]> {
    const { day, signature } = row;
    const keys = bandsOf(signature);
    if (day === undefined) return this.#store.candidates(keys);
    const { window } = this.#rules;
    const near = await this.#store.candidates(keys, { from: dayAfter(day, -window), to: dayAfter(day, window) });
    return [...near, ...(await this.#store.candidates([wordsKey(signature.digest)]))];
  }

  async #pairs(rows: readonly NearRow[]): Promise<readonly Pair[]> {
    const pairs: Pair[] = [];
    for (const row of rows) for (const other of await this.#candidates(row)) pairs.push([row, other]);
    return pairs;
  }
}
