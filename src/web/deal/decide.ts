// Decisions about a deal: each names claims by their `ref` and the newest decision on them that the person saw, as what stands of their documents gives
// them. What was decided last can be taken back at once.
import { useMutation } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { ask, pathOf, Trouble } from "../asking/index.ts";
import type { Forms } from "../asking/index.ts";
import { useDecide, useSay } from "../shell/index.ts";
import type { Wanted } from "../shell/index.ts";

type Standing = Forms["Standing"];

/** A claim in its document. */
export interface Named {
  readonly claim: string;
  readonly document: string;
}

/** What is to be decided, the words for it once it was, and why the person thinks so. */
export interface Wish {
  readonly type: "pin" | "join" | "split";
  readonly claims: readonly [Named, ...Named[]];
  readonly slot?: string;
  readonly why?: string;
  readonly done: string;
}

/** A decision that stands, and what it was. */
export interface Done {
  readonly seq: number;
  readonly words: string;
}

/** How one decides about a deal, and what was decided last. */
export interface Deciding {
  readonly decide: (wish: Wish) => Promise<Done | undefined>;
  readonly undo: (done: Done) => Promise<Done | undefined>;
  readonly last: Done | undefined;
  readonly error: unknown;
  readonly isBusy: boolean;
  readonly forget: () => void;
}

/** Decisions about a deal. */
export function useDeciding(): Deciding {
  const decide = useDecide();
  const say = useSay();
  const work = useMutation({
    mutationFn: async ({ wanted, words }: { readonly wanted: () => Promise<Wanted>; readonly words: string }): Promise<Done | undefined> => {
      const one = await wanted();
      const made = await decide(() => [one]);
      const seq = made?.[0]?.seq;
      if (seq === undefined) return undefined;
      say(words);
      return { seq, words };
    },
  });
  const { mutateAsync } = work;
  const doing = useCallback(
    // What failed is shown by `error`; whoever waits is told that nothing was decided.
    async (wanted: () => Promise<Wanted>, words: string) => mutateAsync({ wanted, words }).catch(() => undefined),
    [mutateAsync],
  );
  const { data: last, error, isPending: isBusy, reset: forget } = work;
  return useMemo(
    () => ({
      decide: async (wish: Wish) => doing(async () => wantedBy(wish), wish.done),
      undo: async ({ seq, words }: Done) => doing(async () => ({ decision: { type: "undo", decision: seq } }), `Taken back: ${words}`),
      last,
      error,
      isBusy,
      forget,
    }),
    [doing, last, error, isBusy, forget],
  );
}

async function wantedBy({ type, claims: [one, ...others], slot = "", why }: Wish): Promise<Wanted> {
  const said = why === undefined || why.trim() === "" ? {} : { why: why.trim() };
  const first = await standingOf(one);
  if (type === "pin") return { decision: { type, claim: first.ref, slot }, basis: first.basis, ...said };
  const [other] = others;
  if (other === undefined) throw new Error(`to ${type} takes two claims`);
  const second = await standingOf(other);
  return { decision: { type, claims: [first.ref, second.ref] }, basis: Math.max(first.basis, second.basis), ...said };
}

async function standingOf({ claim, document }: Named): Promise<Forms["StandingClaim"]> {
  const { claims, rejected } = await ask<Standing>(pathOf("documents", document, "standing"));
  const found = [...claims, ...rejected].find((one) => one.claim.id === claim);
  if (found !== undefined) return found;
  throw new Trouble({
    status: 404,
    code: "PACTA_CLAIM_UNKNOWN",
    detail: "this claim does not stand any more",
    remedy: "Load the page again: its report was read anew or changed meanwhile",
  });
}
