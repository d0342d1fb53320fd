// How the server stands, asked again and again: when its ledger has grown, everything shown is asked for anew.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { ask } from "../asking/index.ts";
import type { Forms } from "../asking/index.ts";

const EVERY = 3000;

/** How it is asked how the server stands. */
export const STATUS = {
  queryKey: ["status"],
  queryFn: async ({ signal }: { readonly signal: AbortSignal }) => ask<Forms["Status"]>("/status", { signal }),
};

/** How the server stands. */
export function useStatus() {
  return useQuery({ ...STATUS, refetchInterval: EVERY });
}

/** Asks anew for what is shown whenever the book of deals has gone on. */
export function useFollowing(): void {
  const client = useQueryClient();
  const seq = useStatus().data?.book.seq;
  const before = useRef(seq);
  useEffect(() => {
    if (before.current !== undefined && seq !== before.current)
      void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "status" });
    before.current = seq;
  }, [client, seq]);
}
