// Which decisions hold. An undo is a decision too, so that it can be undone: from the newest back, each is either undone or holds.
import type { Decided } from "./schema.ts";

/** The seqs of the decisions that were undone. */
export function undoneOf(decided: readonly Pick<Decided, "seq" | "decision">[]): ReadonlySet<number> {
  const undone = new Set<number>();
  for (const { seq, decision } of decided.toSorted((a, b) => b.seq - a.seq)) {
    if (decision.type === "undo" && !undone.has(seq)) undone.add(decision.decision);
  }
  return undone;
}
