// The keyboard: views say which keys do what while they are shown; one listener hears them all, and `?` lists them. Single letters mean nothing
// while somebody writes, and can be switched off (WCAG 2.1.4).
import { createContext, useContext, useEffect, useLayoutEffect, useMemo, useState } from "react";
import type { ReactNode } from "react";
import { advance, isIdleRepeat, isWriting, KeyTable } from "./key-table.ts";
import type { Binding } from "./key-table.ts";

const OFF = "pacta-keys-off";

/** How long the first key of two waits for the second. */
const PATIENCE = 1200;

interface Keyboard {
  readonly table: KeyTable;
  readonly isOn: boolean;
  readonly setOn: (on: boolean) => void;
}

const KeyboardContext = createContext<Keyboard | undefined>(undefined);

/** Hears keys for all within. */
export function KeyboardProvider({ children }: { readonly children: ReactNode }) {
  const [table] = useState(() => new KeyTable());
  const [isOn, setIsOn] = useState(() => localStorage.getItem(OFF) === null);
  useEffect(() => {
    let [held, since] = ["", 0];
    const hear = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key !== "Escape" && (!isOn || isWriting(event.target) || document.querySelector("dialog[open]") !== null)) return;
      const step = advance(table, event.timeStamp - since > PATIENCE ? "" : held, event.key);
      [held, since] = [step.held, event.timeStamp];
      if (step.binding === undefined) return;
      event.preventDefault();
      if (!isIdleRepeat(event, step.binding)) step.binding.run();
    };
    window.addEventListener("keydown", hear);
    return () => window.removeEventListener("keydown", hear);
  }, [table, isOn]);
  const keyboard = useMemo(
    () => ({
      table,
      isOn,
      setOn: (on: boolean) => {
        setIsOn(on);
        if (on) localStorage.removeItem(OFF);
        else localStorage.setItem(OFF, "1");
      },
    }),
    [table, isOn],
  );
  return <KeyboardContext value={keyboard}>{children}</KeyboardContext>;
}

/** The keyboard of the desk. */
export function useKeyboard(): Keyboard {
  const keyboard = useContext(KeyboardContext);
  if (keyboard === undefined) throw new Error("outside of a KeyboardProvider");
  return keyboard;
}

/**
 * What keys do while the caller is shown: "j", "Enter", or two after each other with a blank between ("g d"). Where several name the same, the one
 * that came last is meant.
 */
export function useKeys(bindings: readonly Binding[]): void {
  const { table } = useKeyboard();
  // Before it is painted: who sees it may press its keys.
  useLayoutEffect(() => table.add(bindings), [table, bindings]);
}
