// Below the claim: what was not claimed, what was rejected, what lines mean, and under which name is decided.
import { FAMILIES } from "../piece/index.ts";
import { PersonLine } from "../shell/index.ts";
import type { useActs } from "./acts.ts";
import type { OnBench } from "./on-bench.ts";
import type { Abstention } from "./decision.ts";
import { AbstainedList, RejectedList } from "./lists.tsx";

interface MoreProps {
  readonly on: OnBench;
  readonly open: { readonly abstained: boolean; readonly rejected: boolean };
  readonly setOpen: (open: MoreProps["open"]) => void;
  readonly acts: ReturnType<typeof useActs>;
  readonly point: (one: Abstention | undefined) => void;
}

/** What lies beside the claim. */
export function More({ on, open, setOpen, acts, point }: MoreProps) {
  return (
    <>
      <div className="row screen-only">
        {on.mayDecide ? (
          <button onClick={acts.add} aria-keyshortcuts="n">
            Add a missed claim <kbd aria-hidden="true">n</kbd>
          </button>
        ) : null}
        <button aria-pressed={open.abstained} aria-keyshortcuts="a" onClick={() => setOpen({ ...open, abstained: !open.abstained })}>
          Not claimed: {on.abstained.length} <kbd aria-hidden="true">a</kbd>
        </button>
        <button aria-pressed={open.rejected} aria-keyshortcuts="x" onClick={() => setOpen({ ...open, rejected: !open.rejected })}>
          Rejected: {on.rejected.length} <kbd aria-hidden="true">x</kbd>
        </button>
      </div>
      {open.abstained ? <AbstainedList all={on.abstained} point={point} promote={on.mayDecide ? acts.promote : undefined} /> : null}
      {open.rejected ? <RejectedList all={on.rejected} select={on.select} /> : null}
      <Legend />
      {on.mayDecide ? <PersonLine doing="Reviewing" /> : null}
    </>
  );
}

/** What the lines below words mean. */
function Legend() {
  return (
    <p className="row small legend" aria-label="Lines below words">
      {FAMILIES.map((family) => (
        <span key={family} className="act" data-family={family}>
          {family}
        </span>
      ))}
    </p>
  );
}
