// The keys of the bench.
import { useMemo } from "react";
import type { MarkedClaim } from "../evidence/index.ts";
import { useKeys } from "../shell/index.ts";
import type { Binding } from "../shell/index.ts";
import type { Aim } from "./aim.ts";
import { useLatest } from "./latest.ts";
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
  readonly aim: Aim;
}

/** Hears the keys of the bench while nobody works in a form. */
export function useBenchKeys(bound: Bound): void {
  const now = useLatest(bound);
  const { isLooking, mayDecide, movesByKeys } = bound;
  const shape = useMemo(() => ({ mayDecide, movesByKeys }), [mayDecide, movesByKeys]);
  useKeys(useMemo(() => (isLooking ? bindingsOf(shape, now) : []), [isLooking, shape, now]));
}

function bindingsOf({ mayDecide, movesByKeys }: Pick<Bound, "mayDecide" | "movesByKeys">, now: () => Bound): readonly Binding[] {
  const go = (by: number): void => {
    const { marked, aim } = now();
    const at = marked.findIndex(({ id }) => id === aim.at());
    const place = at === -1 ? 0 : at + by;
    const next = marked[Math.max(0, Math.min(marked.length - 1, place))];
    if (next !== undefined) aim.go(next.id);
  };
  // A claim that keys have led away from is decided about no more, though it is still shown.
  const at = (act: (keys: Keys) => void) => (): void => {
    const { keys, aim, selected } = now();
    if (aim.at() === selected) act(keys);
  };
  const moving = [
    { keys: "j", does: "Next claim", run: () => go(1), repeats: true },
    { keys: "k", does: "Claim before", run: () => go(-1), repeats: true },
  ];
  const deciding = [
    { keys: "c", does: "Confirm the claim", run: at(({ confirm }) => confirm()) },
    { keys: "r", does: "Reject the claim, and say why", run: at(({ reject }) => reject()) },
    { keys: "e", does: "Correct the claim", run: at(({ correct }) => correct()) },
    { keys: "n", does: "Add a missed claim", run: () => now().add() },
    { keys: "p", does: "Claim something after all that was not claimed", run: () => now().showAbstained() },
    { keys: "d", does: "Join or part deals", run: at(({ parts }) => parts()) },
    { keys: "u", does: "Undo the last decision", run: () => now().undo() },
  ];
  return [
    ...(movesByKeys ? moving : []),
    ...(mayDecide ? deciding : []),
    { keys: "a", does: "Show what was not claimed", run: () => now().toggle("abstained") },
    { keys: "x", does: "Show what was rejected", run: () => now().toggle("rejected") },
  ];
}
