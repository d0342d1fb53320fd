// What can be done on the bench, each as a key and a button do it.
import type { RefObject } from "react";
import { flushSync } from "react-dom";
import type { Forms } from "../asking/index.ts";
import { selectedIn, trimmedSpan } from "../evidence/index.ts";
import { useSay } from "../shell/index.ts";

import { undoing, verdict } from "./decision.ts";
import type { Abstention } from "./decision.ts";
import { emptyDraft } from "./draft.ts";
import type { Keys, OnBench } from "./on-bench.ts";
import type { useWork } from "./work.ts";

interface Acting {
  readonly on: OnBench;
  readonly work: ReturnType<typeof useWork>;
  readonly claim: Forms["StandingClaim"] | undefined;
  readonly text: RefObject<HTMLDivElement | null>;
  readonly openAbstained: () => void;
}

/** What can be done here, each as a key and a button do it. */
export function useActs({ on, work, claim, text, openAbstained }: Acting) {
  const { document, sitting } = on;
  const say = useSay();
  const keys: Keys = {
    confirm: () => (claim === undefined ? undefined : void work.run(() => verdict("confirm", claim, claim.basis), { claim: claim.claim.id })),
    reject: () => (claim === undefined ? undefined : work.begin({ is: "rejecting", seen: claim, basis: claim.basis })),
    correct: () => (claim === undefined ? undefined : work.begin({ is: "correcting", seen: claim, basis: claim.basis })),
    parts: () => (claim === undefined ? undefined : work.begin({ is: "parting", seen: claim })),
  };
  const add = (): void => {
    const selected = text.current === null ? undefined : selectedIn(text.current);
    const span = selected === undefined ? undefined : trimmedSpan(document.text, selected);
    work.begin({ is: "adding", start: emptyDraft({ text: span === undefined ? "" : document.text.slice(span.start, span.end), span }) });
  };
  const promote = (of: Abstention): void => {
    const { start, end } = of;
    work.begin({ is: "adding", of, start: emptyDraft({ text: document.text.slice(start, end), span: { start, end } }, { ...of }) });
  };
  const undoOne = (seq: number): void => {
    const made = sitting.made.find((one) => one.seq === seq);
    const done = (): void => (made?.claim === undefined ? undefined : on.select(made.claim));
    void work.run(() => undoing(seq), { undo: seq, document: made?.document, done });
  };
  // What others decided, or oneself at another time, is undone where it stands, by who looks at it.
  const undo = (): void => {
    const last = sitting.made.at(-1);
    if (last === undefined) say("Nothing was decided here since the page was opened: undo older decisions at their claim");
    else undoOne(last.seq);
  };
  const showAbstained = (): void => {
    // They are drawn first.
    flushSync(openAbstained);
    globalThis.document.querySelector<HTMLElement>("[data-promote]")?.focus();
  };
  return { keys, add, promote, undo, undoOne, showAbstained };
}
