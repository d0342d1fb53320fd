// Deciding: what a person says goes to the ledger under their name. Nothing shown changes before the server said that it is written.
import { hashKey, useQueryClient } from "@tanstack/react-query";
import type { QueryKey } from "@tanstack/react-query";
import { useCallback } from "react";
import { ask } from "../asking/index.ts";
import type { Forms } from "../asking/index.ts";
import { usePerson } from "./person.tsx";
import type { Signed } from "./person.tsx";

/** A decision to be made, with why, and the newest decision on the claim that its author saw (`basis`). */
export type Wanted = Forms["Deciding"]["decisions"][number];

/**
 * Decides all of it or none, and has asked `first` anew when it ends: what comes next is decided by what stands after it. Undefined where no name was
 * given. Throws a `Trouble`: of status 409 where another decided in between.
 */
export type Decide = (wanted: (signed: Signed) => readonly Wanted[], first?: QueryKey) => Promise<Forms["Decided"]["decisions"] | undefined>;

/** How one decides here. Everything shown is asked for anew afterwards. */
export function useDecide(): Decide {
  const client = useQueryClient();
  const { sign } = usePerson();
  return useCallback(
    async (wanted, first) => {
      const signed = await sign();
      if (signed === undefined) return undefined;
      const body = { ...signed.given, decisions: wanted(signed) };
      const { decisions } = await ask<Forms["Decided"]>("/decisions", { method: "POST", body });
      const hash = first === undefined ? undefined : hashKey(first);
      void client.invalidateQueries({ predicate: ({ queryHash }) => queryHash !== hash });
      if (first !== undefined) await client.invalidateQueries({ queryKey: first, exact: true, refetchType: "all" });
      return decisions;
    },
    [client, sign],
  );
}
