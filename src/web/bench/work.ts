// What a person is doing at a claim, and what comes of it: nothing shown changes before the server said that it is written, and nothing typed is lost
// where it refuses.
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { Trouble } from "../asking/index.ts";
import type { Forms } from "../asking/index.ts";
import { useDecide, useSay } from "../shell/index.ts";
import type { Signed, Wanted } from "../shell/index.ts";
import type { Abstention } from "./decision.ts";
import type { Draft } from "./draft.ts";
import { saidOf } from "./saying.ts";
import { standingAsked } from "./standing.ts";

type Standing = Forms["StandingClaim"];

/** What a person is doing. `seen` is the claim as it stood when they began, `basis` the newest decision about it that they know of. */
export type Doing =
  | { readonly is: "looking" }
  | { readonly is: "rejecting"; readonly seen: Standing; readonly basis: number }
  | { readonly is: "correcting"; readonly seen: Standing; readonly basis: number }
  | { readonly is: "parting"; readonly seen: Standing }
  | { readonly is: "adding"; readonly start: Draft; readonly of?: Abstention };

/** A decision of this sitting, and the claim that it was about. */
export interface Made {
  readonly seq: number;
  readonly claim?: string | undefined;
}

/** Decisions of this sitting, the last one last. */
export interface Sitting {
  readonly made: readonly Made[];
  readonly add: (made: readonly Made[]) => void;
  readonly drop: (seq: number) => void;
}

/** The decisions of a sitting: as long as the page is open. */
export function useSitting(): Sitting {
  const [made, setMade] = useState<readonly Made[]>([]);
  const add = useCallback((more: readonly Made[]) => setMade((before) => [...before, ...more]), []);
  const drop = useCallback((seq: number) => setMade((before) => before.filter((one) => one.seq !== seq)), []);
  return { made, add, drop };
}

interface At {
  readonly document: string;
  readonly sitting: Sitting;
  /** Hears of a decision about a claim once it is written: what comes next. */
  readonly decided: ((claim: string | undefined) => void) | undefined;
}

const LOOKING: Doing = { is: "looking" };

/** What a person is doing at a document's claims. */
export function useWork({ document, sitting, decided }: At) {
  const [doing, begin] = useState<Doing>(LOOKING);
  const [isBusy, setBusy] = useState(false);
  const [refused, setRefused] = useState<unknown>();
  const [client, decide, say] = [useQueryClient(), useDecide(), useSay()];
  const end = (): void => {
    begin(LOOKING);
    setRefused(undefined);
  };
  // Whether the server answered, be it with a refusal: what it refused to undo is not to be undone again.
  const run = async (wanted: (signed: Signed) => readonly Wanted[], claim?: string): Promise<boolean> => {
    if (isBusy) return false;
    setBusy(true);
    setRefused(undefined);
    try {
      const made = await decide(wanted);
      if (made === undefined) return false;
      const [first] = made;
      if (first !== undefined) say(`${made.length > 1 ? `${made.length} decisions, the first: ` : ""}${saidOf(first.decision)}`);
      begin(LOOKING);
      if (!isUndo(first?.decision)) sitting.add(made.map(({ seq }) => ({ seq, claim })));
      decided?.(isUndo(first?.decision) ? undefined : claim);
      return true;
    } catch (thrown) {
      setRefused(thrown);
      return thrown instanceof Trouble && thrown.status >= 400 && thrown.status < 500;
    } finally {
      setBusy(false);
    }
  };
  const look = async (): Promise<void> => {
    const { claims, rejected } = await client.fetchQuery({ ...standingAsked(document), staleTime: 0 });
    setRefused(undefined);
    if (!("basis" in doing)) return;
    const now = [...claims, ...rejected].find(({ claim }) => claim.id === doing.seen.claim.id);
    if (now !== undefined) begin({ ...doing, basis: now.basis });
  };
  return { doing, begin, end, run, isBusy, refused, look, dismiss: () => setRefused(undefined) };
}

function isUndo(decision: unknown): boolean {
  return typeof decision === "object" && decision !== null && "type" in decision && decision.type === "undo";
}
