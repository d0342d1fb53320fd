// What a deal's views ask the server: the deal at a pair of days, and which of its documents are copies of one report.
import { useQueries, useQuery, useQueryClient } from "@tanstack/react-query";
import type { UseQueryResult } from "@tanstack/react-query";
import { useCallback, useEffect, useRef } from "react";
import { ask, pathOf } from "../asking/index.ts";
import type { Forms } from "../asking/index.ts";
import { hangsOnDeal, OF_DEAL } from "../shell/index.ts";

type Deal = Forms["Deal"];

/** A pair of days and a policy, as the API takes them; absent: all of time, the policy that the server takes. */
export interface Days {
  readonly asOf?: string | undefined;
  readonly known?: string | undefined;
  readonly policy?: string | undefined;
}

/** How a deal at a pair of days is asked for. */
export function dealQuestion(id: string, { asOf, known, policy }: Days) {
  return {
    queryKey: ["deals", id, { asOf, known, policy }] as const,
    queryFn: async ({ signal }: { readonly signal: AbortSignal }) => ask<Deal>(pathOf("deals", id), { query: { asOf, known, policy }, signal }),
  };
}

/** A deal at a pair of days. While another pair is asked for, the last answer stays. At days it changes only with the deal, which is asked for without any. */
export function useDeal(id: string, days: Days) {
  return useQuery({
    ...dealQuestion(id, days),
    ...(days.asOf === undefined && days.known === undefined && days.policy === undefined ? {} : { meta: OF_DEAL }),
    placeholderData: (before: Deal | undefined, asked) => (asked?.queryKey[1] === id ? before : undefined),
  });
}

/** Asks anew for all that hangs on the deal when it has changed: while a ledger grows by reports about others, only the deal itself is asked for. */
export function useFollowed(deal: Deal | undefined): void {
  const client = useQueryClient();
  const before = useRef(deal);
  useEffect(() => {
    // An answer that says the same is the same object.
    if (deal !== before.current && deal?.id === before.current?.id) void client.invalidateQueries({ predicate: hangsOnDeal });
    before.current = deal;
  }, [client, deal]);
}

/** How many documents are asked for their copies without being told to. */
const COUNTED = 60;

const LONG = 300_000;

/** By document the one that it was copied from; `isWhole` where all of them were asked for. */
export interface Origins {
  readonly of: ReadonlyMap<string, string>;
  readonly isWhole: boolean;
}

/** Which of these documents are copies of one report. */
export function useOrigins(documents: readonly string[]): Origins {
  // A combination that stays the same is made only when an answer comes, and is the same until then.
  const combine = useCallback(
    (results: readonly UseQueryResult<Forms["Cluster"]>[]): Origins => ({
      of: new Map(results.flatMap(({ data }, at) => (data === undefined ? [] : [[documents[at] ?? "", data.origin] as const]))),
      isWhole: documents.length <= COUNTED && results.every(({ data }) => data !== undefined),
    }),
    [documents],
  );
  return useQueries({
    queries: documents.slice(0, COUNTED).map((id) => ({
      queryKey: ["documents", id, "copies"],
      queryFn: async ({ signal }: { readonly signal: AbortSignal }) => ask<Forms["Cluster"]>(pathOf("documents", id, "copies"), { signal }),
      staleTime: LONG,
      meta: OF_DEAL,
    })),
    combine,
  });
}

/** How many reports that are no copies of each other these documents are; undefined where that is not known. */
export function originsIn(documents: readonly string[], { of }: Origins): number | undefined {
  return documents.every((id) => of.has(id)) ? new Set(documents.map((id) => of.get(id))).size : undefined;
}
