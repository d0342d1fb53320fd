// What a person is doing at a claim, and what comes of it: nothing shown changes before the server said that it is written, and nothing typed is lost
// where it refuses.
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useRef, useState } from "react";
import type { Forms } from "../asking/index.ts";
import { useDecide, useSay } from "../shell/index.ts";
import type { Signed, Wanted } from "../shell/index.ts";
import type { Abstention } from "./decision.ts";
import type { Draft } from "./draft.ts";
import { saidOf } from "./saying.ts";
import type { Sitting } from "./sitting.ts";
import { standingAsked } from "./standing.ts";

type Standing = Forms["StandingClaim"];
type Decided = Forms["Decided"]["decisions"];
type Wanting = (signed: Signed) => readonly Wanted[];

/** What became of a claim while somebody worked on it. */
export type Now = { readonly is: "there"; readonly claim: Standing; readonly isRejected: boolean } | { readonly is: "gone" };

interface Working {
  /** The claim as it stood when they began. */
  readonly seen: Standing;
  /** The newest decision about it that they know of. */
  readonly basis: number;
  /** What it came to, where they looked again. */
  readonly now?: Now;
}

/** What a person is doing. */
export type Doing =
  | { readonly is: "looking" }
  | ({ readonly is: "rejecting" } & Working)
  | ({ readonly is: "correcting" } & Working)
  | { readonly is: "parting"; readonly seen: Standing }
  | { readonly is: "adding"; readonly start: Draft; readonly of?: Abstention };

/** What a decision is about, and what is done once it is written. */
export interface About {
  readonly claim?: string | undefined;
  /** The decision that it takes back, */
  readonly undo?: number;
  /** and the document that that one was about, where it is another. */
  readonly document?: string | undefined;
  readonly done?: () => void;
}

/** Why something was not done, about which claim, and how to try it again where no form has a button for that. */
export interface Refusal {
  readonly error: unknown;
  readonly about: About;
  readonly again?: (() => void) | undefined;
}

interface At {
  readonly document: string;
  readonly sitting: Sitting;
  /** Hears of a decision about a claim once it is written: what comes next. */
  readonly decided: ((claim: string | undefined) => void) | undefined;
}

const LOOKING: Doing = { is: "looking" };

/** The claim that somebody is at, as it stands now. */
function lookedAgain(doing: Doing, { claims, rejected }: Forms["Standing"]): Doing {
  if (doing.is !== "rejecting" && doing.is !== "correcting") return doing;
  const isOne = ({ claim }: Standing): boolean => claim.id === doing.seen.claim.id;
  const [stands, out] = [claims.find(isOne), rejected.find(isOne)];
  const now = stands ?? out;
  if (now === undefined) return { ...doing, now: { is: "gone" } };
  return { ...doing, basis: now.basis, now: { is: "there", claim: now, isRejected: stands === undefined } };
}

/** Deciding one thing after the other: whether one is under way, what was refused last, and how something is done. */
function useRunning(document: string) {
  const [isBusy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refusal>();
  const running = useRef(false);
  const decide = useDecide();
  const run = async (wanted: Wanting, about: About, wrote: (made: Decided) => void, isAgain: boolean): Promise<void> => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setRefused(undefined);
    try {
      const made = await decide(wanted, standingAsked(about.document ?? document).queryKey);
      if (made !== undefined) wrote(made);
    } catch (error) {
      setRefused({ error, about, again: isAgain ? () => void run(wanted, about, wrote, isAgain) : undefined });
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  return { isBusy, refused, setRefused, run };
}

/** What a person is doing at a document's claims. */
export function useWork({ document, sitting, decided }: At) {
  const [doing, setDoing] = useState<Doing>(LOOKING);
  const { isBusy, refused, setRefused, run } = useRunning(document);
  // Whether something was typed that is not written yet.
  const unsaved = useRef(false);
  const tellTyped = useCallback((isTyped: boolean) => {
    unsaved.current = isTyped;
  }, []);
  const isUnsaved = useCallback(() => unsaved.current, []);
  const [client, say] = [useQueryClient(), useSay()];
  const end = (): void => {
    tellTyped(false);
    setDoing(LOOKING);
    setRefused(undefined);
  };
  const wrote = (made: Decided, about: About): void => {
    const [first] = made;
    end();
    if (first !== undefined) say(`${made.length > 1 ? `${made.length} decisions, the first: ` : ""}${saidOf(first.decision)}`);
    if (about.undo === undefined) sitting.add(made.map(({ seq }) => ({ seq, document, claim: about.claim })));
    else sitting.drop(about.undo);
    about.done?.();
    if (about.undo === undefined) decided?.(about.claim);
  };
  const look = async (): Promise<void> => {
    try {
      const standing = await client.fetchQuery({ ...standingAsked(document), staleTime: 0 });
      setRefused(undefined);
      setDoing((now) => lookedAgain(now, standing));
    } catch (error) {
      setRefused((before) => ({ error, about: before?.about ?? {}, again: () => void look() }));
    }
  };
  return {
    doing,
    // Nothing is begun by what was known before the last decision.
    begin: (next: Doing): void => (isBusy ? undefined : setDoing(next)),
    end,
    // A form has its own button to try again, with what it holds by then.
    run: async (wanted: Wanting, about: About = {}) => run(wanted, about, (made) => wrote(made, about), doing.is === "looking"),
    isBusy,
    refused,
    look,
    // What cannot be undone is not to be undone again and again.
    dismiss: (): void => {
      if (refused?.about.undo !== undefined) sitting.drop(refused.about.undo);
      setRefused(undefined);
    },
    tellTyped,
    isUnsaved,
  };
}
