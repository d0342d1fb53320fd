// Choosing words of the text for a field: with the pointer, or by keys in the text itself.
import { createContext, useCallback, useContext, useEffect, useMemo, useState } from "react";
import type { RefObject } from "react";
import { choiceOf, moved, selectedIn, spanOf, trimmedSpan, wordsOf } from "../evidence/index.ts";
import type { Choice, Span } from "../evidence/index.ts";

/** A field that waits for words. */
export interface Armed {
  readonly key: string;
  /** What the words are for: "Who". */
  readonly label: string;
}

/** What a field does with words, as it is by then. */
export interface Taking {
  readonly take: (span: Span) => void;
  /** Goes back to the field. */
  readonly back: () => void;
}

/** How fields get words of the text. */
export interface Picking {
  readonly text: string;
  /** Where the claim is: of words that stand in several places the nearest is meant. */
  readonly near: number;
  readonly armed: Armed | undefined;
  /** A field waits for words; `span` is where those that it has stand. */
  readonly arm: (armed: Armed, span: Span | undefined) => void;
  /** Goes into the text, to choose by keys. */
  readonly enter: () => void;
  /** The fields that are there. */
  readonly fields: Map<string, Taking>;
}

const PickingContext = createContext<Picking | undefined>(undefined);

/** Gives fields within the words of a text. */
export const PickingProvider = PickingContext.Provider;

/** How a field gets words. */
export function usePicking(): Picking {
  const picking = useContext(PickingContext);
  if (picking === undefined) throw new Error("outside of a PickingProvider");
  return picking;
}

const STEPS: Readonly<Record<string, readonly [by: number, isExtended: boolean]>> = {
  ArrowRight: [1, false],
  ArrowLeft: [-1, false],
  ArrowDown: [10, false],
  ArrowUp: [-10, false],
  "]": [1, true],
  "[": [-1, true],
};

/** A field that waits, and what is chosen for it so far. */
interface Waiting {
  readonly armed: Armed;
  readonly span: Span | undefined;
  /** By keys: from which word to which. */
  readonly choice?: Choice | undefined;
}

interface Choosing {
  readonly text: string;
  readonly fields: ReadonlyMap<string, Taking>;
  readonly waiting: Waiting | undefined;
  readonly setChosen: (span: Span, choice: Choice) => void;
}

/** While a field waits, words of the text are moved to and extended by keys, and taken with Enter or the pointer. */
export function useChoosing(root: RefObject<HTMLElement | null>, { text, fields, waiting, setChosen }: Choosing): void {
  const isWaiting = waiting !== undefined;
  const words = useMemo(() => (isWaiting ? wordsOf(text) : []), [isWaiting, text]);
  useEffect(() => {
    const place = root.current;
    if (waiting === undefined || place === null) return;
    const { armed, span, choice } = waiting;
    const key = (event: KeyboardEvent): void => {
      if (event.target !== place || event.ctrlKey || event.metaKey || event.altKey) return;
      const step = STEPS[event.key];
      if (step !== undefined) {
        const next = moved(words, choice ?? choiceOf(words, span ?? { start: 0, end: 1 }), step[0], step[1] || event.shiftKey);
        const chosen = spanOf(words, next);
        if (chosen !== undefined) setChosen(chosen, next);
      } else if (event.key === "Enter" || event.key === "Escape") {
        if (event.key === "Enter" && span !== undefined) fields.get(armed.key)?.take(span);
        fields.get(armed.key)?.back();
      } else return;
      event.preventDefault();
      event.stopPropagation();
    };
    const up = (): void => {
      const selected = selectedIn(place);
      const chosen = selected === undefined ? undefined : trimmedSpan(text, selected);
      const field = fields.get(armed.key);
      if (chosen === undefined || field === undefined) return;
      document.getSelection()?.removeAllRanges();
      field.take(chosen);
    };
    place.addEventListener("keydown", key);
    place.addEventListener("pointerup", up);
    return () => {
      place.removeEventListener("keydown", key);
      place.removeEventListener("pointerup", up);
    };
  }, [root, text, fields, words, waiting, setChosen]);
}

/** Fields that wait for words, and the words that are chosen for them. */
export function useFields(root: RefObject<HTMLDivElement | null>, text: string, near: number, isOpen: boolean) {
  const [waiting, setWaiting] = useState<Waiting>();
  // A form that is closed leaves no field behind that waits.
  if (!isOpen && waiting !== undefined) setWaiting(undefined);
  const [fields] = useState(() => new Map<string, Taking>());
  const setChosen = useCallback((span: Span, choice: Choice) => setWaiting((now) => (now === undefined ? now : { ...now, span, choice })), []);
  useChoosing(root, { text, fields, waiting, setChosen });
  useChosenInSight(root, waiting?.choice);
  const armed = waiting?.armed;
  const picking = useMemo(
    () => ({
      text,
      near,
      armed,
      fields,
      arm: (next: Armed, at: Span | undefined) =>
        setWaiting((now) => ({ armed: now?.armed.key === next.key && now.armed.label === next.label ? now.armed : next, span: at })),
      enter: () => root.current?.focus(),
    }),
    [text, near, armed, fields, root],
  );
  const { span, choice } = waiting ?? {};
  return {
    fields: picking,
    armed,
    span,
    /** The words that keys have come to, for those who hear them. */
    heard: span === undefined || choice === undefined ? "" : text.slice(span.start, span.end),
  };
}

/** Words that keys come to are brought into sight. */
function useChosenInSight(root: RefObject<HTMLElement | null>, choice: Choice | undefined): void {
  useEffect(() => {
    if (choice !== undefined) root.current?.querySelector("[data-over=chosen]")?.scrollIntoView({ block: "nearest" });
  }, [root, choice]);
}
