// How the server stands, asked again and again: when its ledger has grown, what is shown is asked for anew; when it does not answer, that is said.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { ask, Trouble, unanswered } from "../asking/index.ts";
import type { Forms } from "../asking/index.ts";
import { useSay } from "./live.tsx";

const EVERY = 3000;

/** Milliseconds after which a server that says nothing does not answer. */
const PATIENCE = 4000;

/** How it is asked how the server stands. It is not asked again at once: whether it answers is what one wants to know. */
export const STATUS = {
  queryKey: ["status"],
  queryFn: async ({ signal }: { readonly signal: AbortSignal }) => {
    const late = AbortSignal.timeout(PATIENCE);
    try {
      return await ask<Forms["Status"]>("/status", { signal: AbortSignal.any([signal, late]) });
    } catch (thrown) {
      throw late.aborted && !signal.aborted ? unanswered() : thrown;
    }
  },
  retry: false,
};

/** How the server stands. */
export function useStatus() {
  return useQuery({ ...STATUS, refetchInterval: EVERY });
}

/** What hangs on one deal alone (`meta` of a question): it is not asked for anew whenever the ledger grows, but when the deal has changed. */
export const OF_DEAL = { hangsOn: "deal" } as const;

/** Whether a question is one of those. */
export function hangsOnDeal({ meta }: { readonly meta: Readonly<Record<string, unknown>> | undefined }): boolean {
  return meta?.["hangsOn"] === OF_DEAL.hangsOn;
}

/** Asks anew for what is shown whenever the book of deals has gone on, at most as often as the server is asked how it stands. */
export function useFollowing(): void {
  const client = useQueryClient();
  const seq = useStatus().data?.book.seq;
  const before = useRef(seq);
  useEffect(() => {
    if (before.current !== undefined && seq !== before.current)
      void client.invalidateQueries({ predicate: (asked) => asked.queryKey[0] !== "status" && !hangsOnDeal(asked) });
    before.current = seq;
  }, [client, seq]);
}

/** Says when the server answers no more, and when it does again: then what failed meanwhile is asked for anew. Gives whether it is away. */
export function useAbsence(): boolean {
  const client = useQueryClient();
  const say = useSay();
  const { error } = useStatus();
  const isAway = error instanceof Trouble && error.status === 0;
  const was = useRef(isAway);
  useEffect(() => {
    if (was.current === isAway) return;
    was.current = isAway;
    say(isAway ? "The server does not answer" : "The server answers again");
    if (!isAway) void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "status" });
  }, [isAway, client, say]);
  return isAway;
}
