// What people decided about a claim: who, when, what, why; each can be taken back.
import { useQueries, useQuery } from "@tanstack/react-query";
import { ask } from "../asking/index.ts";
import type { Forms } from "../asking/index.ts";
import { Day, TroubleNote } from "../piece/index.ts";
import { saidOf } from "./saying.ts";

/** The question for one decision: pages go back from newer to older. */
function decisionOf(seq: number) {
  return {
    queryKey: ["decisions", "one", seq],
    queryFn: async ({ signal }: { readonly signal: AbortSignal }) => {
      const { decisions } = await ask<Forms["DecisionPage"]>("/decisions", { query: { after: String(seq + 1), limit: 1 }, signal });
      return decisions.find((one) => one.seq === seq) ?? null;
    },
  };
}

/** A decision by its number. */
export function useDecision(seq: number) {
  return useQuery(decisionOf(seq)).data ?? undefined;
}

/** Decisions that are told at most; of more the newest. */
const MOST = 20;

/** The decisions about a claim that hold, newest first. */
export function DecisionList({ seqs, undo }: { readonly seqs: readonly number[]; readonly undo?: ((seq: number) => void) | undefined }) {
  const asked = useQueries({ queries: seqs.slice(-MOST).map(decisionOf) });
  const failed = asked.filter(({ data, error }) => data === undefined && error !== null);
  const decisions = asked.flatMap(({ data }) => data ?? []).toReversed();
  if (seqs.length === 0) return null;
  return (
    <section aria-label="Decisions about it">
      <h3>Decided</h3>
      {failed[0] === undefined ? null : (
        <TroubleNote error={failed[0].error} again={() => void Promise.all(failed.map(async ({ refetch }) => refetch()))} />
      )}
      <ul className="decisions">
        {decisions.map(({ seq, by, at, why, decision }) => (
          <li key={seq}>
            <strong>{by}</strong>, <Day iso={at} />: {saidOf(decision)}
            {why === undefined ? null : <> — {why}</>}{" "}
            {undo === undefined ? null : (
              <button className="plain small" onClick={() => undo(seq)} aria-label={`Undo decision ${seq}`}>
                Undo
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
