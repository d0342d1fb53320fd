// The question for what waits to be reviewed, page by page, and why things wait, in words.
import { ask } from "../asking/index.ts";
import type { Forms } from "../asking/index.ts";

/** A claim that waits, and why. */
export type Waiting = Forms["ReviewItem"];

const PAGE = 50;

/** What waits, those first that should be looked at first; of deals of a kind where one is given. */
export function queueAsked(kind: string | undefined) {
  return {
    queryKey: ["review", kind ?? "all"],
    queryFn: async ({ pageParam, signal }: { readonly pageParam: string | undefined; readonly signal: AbortSignal }) =>
      ask<Forms["ReviewPage"]>("/review", { query: { kind, after: pageParam, limit: PAGE }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }: Forms["ReviewPage"]) => next,
  };
}

const REASONS: Readonly<Record<Waiting["why"][number], string>> = {
  unsure: "The reader is unsure of it",
  "unsure-attachment": "It may be of this deal, or not",
  "moves-state": "It moves its deal to another state",
  conflict: "Others contradict it",
};

/** Why a claim waits. */
export function whyText({ why, claim }: Pick<Waiting, "why" | "claim">): string {
  const reasons = why.map((reason) => REASONS[reason]);
  return reasons.length === 0 ? `Nobody has looked at it; confidence ${Math.round(claim.claim.confidence * 100)} %` : `${reasons.join("; ")}.`;
}
