// What hangs together by copies, found a ring at a time: all rows of a ring ask for candidates together, which a database answers in a few
// queries however many they are.
import { areOneReport, clusterOfRows } from "./cluster.ts";
import type { Cluster, NearRow } from "./cluster.ts";
import type { NearRules } from "./rules.ts";

/** A row, and another that may be a copy of it. */
export type Pair = readonly [of: NearRow, other: NearRow];

/** Gives each of the rows with all that may be its copies, in any order; itself among them does no harm. */
export type CandidatesOf = (rows: readonly NearRow[]) => Promise<Iterable<Pair>>;

/** The clusters that these rows are in, each once. */
export async function clustersAround(rows: readonly NearRow[], candidatesOf: CandidatesOf, rules: NearRules): Promise<readonly Cluster[]> {
  const reached = new Map(rows.map((row) => [row.id, row]));
  const parts = new Parts();
  for (let ring: readonly NearRow[] = [...reached.values()]; ring.length > 0;) {
    const next: NearRow[] = [];
    for (const [row, other] of await candidatesOf(ring)) {
      if (parts.areOne(row.id, other.id) || !areOneReport(row, other, rules)) continue;
      parts.join(row.id, other.id);
      if (reached.has(other.id)) continue;
      reached.set(other.id, other);
      next.push(other);
    }
    ring = next;
  }
  return [...Map.groupBy(reached.values(), ({ id }) => parts.of(id)).values()].map(clusterOfRows);
}

/** Which of many are one, as far as was told. */
class Parts {
  readonly #above = new Map<string, string>();

  /** One of its part, the same for all in it. */
  of(id: string): string {
    let top = id;
    for (let above = this.#above.get(top); above !== undefined; above = this.#above.get(top)) top = above;
    // The way is made short for the next who goes it.
    for (let at = id; at !== top;) {
      const above = this.#above.get(at) ?? top;
      this.#above.set(at, top);
      at = above;
    }
    return top;
  }

  areOne(a: string, b: string): boolean {
    return this.of(a) === this.of(b);
  }

  join(a: string, b: string): void {
    const [one, other] = [this.of(a), this.of(b)];
    if (one !== other) this.#above.set(one, other);
  }
}
