// Which line of the list is the one that keys move, and the window of lines that are on the page around it.
import { useElementScrollRestoration } from "@tanstack/react-router";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { FocusEvent, KeyboardEvent, RefObject } from "react";
import { useKeys } from "../shell/index.ts";

/** By this the list's place is found again when somebody comes back to it. */
export const SCROLLED = "deals";

/** Lines kept on the page beyond those in sight, on either side. */
const BEYOND = 6;

/** What a list of lines of one height is shown by. */
export interface Window {
  readonly region: RefObject<HTMLDivElement | null>;
  /** Indices of the lines that are on the page. */
  readonly lines: readonly number[];
  /** Pixels before the first of them, and of all lines. */
  readonly before: number;
  readonly height: number;
  /** The line that keys move. */
  readonly active: number;
  /** The one line that the tab key stops at: the active one, where it is on the page. */
  readonly stop: number;
  /** Arrow keys, Home and End on a line; they need no single letters. */
  readonly onKey: (event: KeyboardEvent) => void;
  /** A line that takes the focus is the one that keys move. */
  readonly onFocus: (event: FocusEvent) => void;
}

/** Pixels of so many rem, which whoever wants larger letters has made larger. */
function pixels(rem: number): number {
  return rem * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}

/** What a line is of. */
interface Named {
  readonly id: string;
}

/** The window on lines of these things, each of `size` rem under a head of `head` rem that stays in sight; `more` is called near the end. */
export function useWindow(of: readonly Named[], { size, head }: { readonly size: number; readonly head: number }, more: () => void): Window {
  const count = of.length;
  const region = useRef<HTMLDivElement>(null);
  const [line, top] = useMemo(() => [pixels(size), pixels(head)], [size, head]);
  const restored = useElementScrollRestoration({ id: SCROLLED });
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => region.current,
    estimateSize: useCallback(() => line, [line]),
    overscan: BEYOND,
    scrollMargin: top,
    scrollPaddingStart: top,
    ...(restored === undefined ? {} : { initialOffset: restored.scrollY }),
  });
  useEffect(() => virtual.measure(), [virtual, line]);
  const items = virtual.getVirtualItems();
  const lines = items.map(({ index }) => index);
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (count > 0 && last >= count - 50) more();
  }, [count, last, more]);
  const firstSeen = useCallback(() => Math.ceil((region.current?.scrollTop ?? 0) / line), [line]);
  const { active, moveTo, setActive } = useActive(of, region, firstSeen, virtual.scrollToIndex);
  const onKey = useArrows(count, moveTo);
  const onFocus = useCallback((event: FocusEvent) => setActive(lineOf(event.currentTarget)), [setActive]);
  return {
    region,
    lines,
    before: (items[0]?.start ?? top) - top,
    height: virtual.getTotalSize() + top,
    active,
    stop: lines.includes(active) ? active : ((count <= lines.length ? lines[0] : lines[Math.min(BEYOND, lines.length - 1)]) ?? 0),
    onKey,
    onFocus,
  };
}

/** The line that keys move. It takes the focus as soon as it is on the page. */
function useActive(of: readonly Named[], region: RefObject<HTMLDivElement | null>, firstSeen: () => number, scrollTo: (line: number) => void) {
  const count = of.length;
  const [chosen, setChosen] = useState<{ readonly line: number; readonly id: string | undefined }>({ line: -1, id: undefined });
  const wanted = useRef<number>(undefined);
  const active = useMemo(() => lineIn(of, chosen), [of, chosen]);
  const setActive = useCallback((line: number) => setChosen({ line, id: of[line]?.id }), [of]);
  const moveTo = useCallback(
    (line: number) => {
      if (count === 0) return;
      const next = Math.max(0, Math.min(line, count - 1));
      wanted.current = next;
      setActive(next);
      scrollTo(next);
    },
    [count, scrollTo, setActive],
  );
  // The line may come onto the page only with a later rendering, when what was scrolled to has been drawn.
  useEffect(() => {
    const link = wanted.current === undefined ? null : region.current?.querySelector<HTMLElement>(`[data-line="${wanted.current}"] a`);
    if (link === null || link === undefined) return;
    wanted.current = undefined;
    link.focus({ preventScroll: true });
  });
  useKeys(
    useMemo(() => {
      // Somebody who scrolled away goes on from where they are.
      const step = (by: number): void => {
        const isHere = region.current?.querySelector(`[data-line="${active}"]`) !== null;
        moveTo(isHere && active !== -1 ? active + by : firstSeen());
      };
      return [
        { keys: "j", does: "Next deal (Enter opens it)", run: () => step(1), repeats: true },
        { keys: "k", does: "Deal before", run: () => step(-1), repeats: true },
      ];
    }, [active, moveTo, region, firstSeen]),
  );
  return { active, moveTo, setActive };
}

/** Where a line is that was chosen: with what it is of, also where a list that was asked for anew has it elsewhere; else where it was. */
export function lineIn(of: readonly Named[], { line, id }: { readonly line: number; readonly id: string | undefined }): number {
  const at = of[line]?.id === id || id === undefined ? line : of.findIndex((one) => one.id === id);
  return Math.min(at === -1 ? line : at, of.length - 1);
}

/** The line that something on the page belongs to; -1 where it belongs to none. */
export function lineOf(target: Element): number {
  const line = target.closest<HTMLElement>("[data-line]")?.dataset["line"];
  return line === undefined ? -1 : Number(line);
}

function useArrows(count: number, moveTo: (line: number) => void) {
  return useCallback(
    (event: KeyboardEvent) => {
      const line = lineOf(event.currentTarget);
      const to = { ArrowDown: line + 1, ArrowUp: line - 1, Home: 0, End: count - 1 }[event.key];
      if (to === undefined || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      event.preventDefault();
      moveTo(to);
    },
    [count, moveTo],
  );
}
