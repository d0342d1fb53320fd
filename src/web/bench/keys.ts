// The keys of the bench.
import { useMemo } from "react";
import type { MarkedClaim } from "../evidence/index.ts";
import { useKeys } from "../shell/index.ts";
import type { Binding } from "../shell/index.ts";
import type { Keys } from "./on-bench.ts";

interface Bound {
  readonly keys: Keys;
  readonly add: () => void;
  readonly undo: () => void;
  readonly showAbstained: () => void;
  readonly toggle: (what: "abstained" | "rejected") => void;
  readonly isLooking: boolean;
  readonly mayDecide: boolean;
  readonly marked: readonly MarkedClaim[];
  readonly selected: string | undefined;
  readonly movesByKeys: boolean;
  readonly select: (id: string) => void;
}

/** Hears the keys of the bench while nobody works in a form. */
export function useBenchKeys(bound: Bound): void {
  useKeys(useMemo(() => (bound.isLooking ? bindingsOf(bound) : []), [bound]));
}

function bindingsOf({ keys, add, undo, showAbstained, toggle, mayDecide, marked, selected, movesByKeys, select }: Bound): readonly Binding[] {
  const at = marked.findIndex(({ id }) => id === selected);
  const go = (place: number): void => {
    const next = marked[Math.max(0, Math.min(marked.length - 1, place))];
    if (next !== undefined) select(next.id);
  };
  const moving = [
    { keys: "j", does: "Next claim", run: () => go(at + 1), repeats: true },
    { keys: "k", does: "Claim before", run: () => go(at === -1 ? 0 : at - 1), repeats: true },
  ];
  const deciding = [
    { keys: "c", does: "Confirm the claim", run: keys.confirm },
    { keys: "r", does: "Reject the claim, and say why", run: keys.reject },
    { keys: "e", does: "Correct the claim", run: keys.correct },
    { keys: "n", does: "Add a missed claim", run: add },
    { keys: "p", does: "Claim something after all that was not claimed", run: showAbstained },
    { keys: "d", does: "Join or part deals", run: keys.parts },
    { keys: "u", does: "Undo the last decision", run: undo },
  ];
  return [
    ...(movesByKeys ? moving : []),
    ...(mayDecide ? deciding : []),
    { keys: "a", does: "Show what was not claimed", run: () => toggle("abstained") },
    { keys: "x", does: "Show what was rejected", run: () => toggle("rejected") },
  ];
}
