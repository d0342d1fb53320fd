// Choosing words of the text for a field: with the pointer, or by keys in the text itself.
import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState } from "react";
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

interface Choosing {
  readonly text: string;
  readonly fields: ReadonlyMap<string, Taking>;
  readonly armed: Armed | undefined;
  /** What is chosen so far. */
  readonly span: Span | undefined;
  readonly setSpan: (span: Span) => void;
}

/** While a field waits, words of the text are moved to and extended by keys, and taken with Enter or the pointer. */
export function useChoosing(root: RefObject<HTMLElement | null>, { text, fields, armed, span, setSpan }: Choosing): void {
  const words = useMemo(() => (armed === undefined ? [] : wordsOf(text)), [armed, text]);
  const choice = useRef<Choice>(undefined);
  useEffect(() => {
    const place = root.current;
    if (armed === undefined || place === null) return;
    const key = (event: KeyboardEvent): void => {
      if (event.target !== place || event.ctrlKey || event.metaKey || event.altKey) return;
      const step = STEPS[event.key];
      if (step !== undefined) {
        choice.current = moved(words, choice.current ?? choiceOf(words, span ?? { start: 0, end: 1 }), step[0], step[1] || event.shiftKey);
        const chosen = spanOf(words, choice.current);
        if (chosen !== undefined) setSpan(chosen);
      } else if (event.key === "Enter" || event.key === "Escape") {
        choice.current = undefined;
        if (event.key === "Enter" && span !== undefined) fields.get(armed.key)?.take(span);
        fields.get(armed.key)?.back();
      } else return;
      event.preventDefault();
      event.stopPropagation();
    };
    const up = (): void => {
      const selected = selectedIn(place);
      const chosen = selected === undefined ? undefined : trimmedSpan(text, selected);
      if (chosen === undefined) return;
      choice.current = undefined;
      document.getSelection()?.removeAllRanges();
      fields.get(armed.key)?.take(chosen);
    };
    place.addEventListener("keydown", key);
    place.addEventListener("pointerup", up);
    return () => {
      place.removeEventListener("keydown", key);
      place.removeEventListener("pointerup", up);
    };
  }, [root, text, fields, words, armed, span, setSpan]);
}

/** Fields that wait for words, and the words that are chosen for them. */
export function useFields(root: RefObject<HTMLDivElement | null>, text: string, near: number, isOpen: boolean) {
  const [waiting, setWaiting] = useState<{ readonly armed: Armed; readonly span: Span | undefined }>();
  const [fields] = useState(() => new Map<string, Taking>());
  const armed = isOpen ? waiting?.armed : undefined;
  const span = isOpen ? waiting?.span : undefined;
  const setSpan = useCallback((chosen: Span) => setWaiting((now) => (now === undefined ? now : { ...now, span: chosen })), []);
  useChoosing(root, { text, fields, armed, span, setSpan });
  const picking = useMemo(
    () => ({
      text,
      near,
      armed,
      fields,
      arm: (next: Armed, at: Span | undefined) => setWaiting((now) => ({ armed: now?.armed.key === next.key ? now.armed : next, span: at })),
      enter: () => root.current?.focus(),
    }),
    [text, near, armed, fields, root],
  );
  return { fields: picking, armed, span };
}
