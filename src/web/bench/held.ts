// What is shown stays while somebody works on it, whatever comes in meanwhile.
import { useState } from "react";

/** What is shown, and whether it is held. */
interface Held<T> {
  readonly shown: T | undefined;
  readonly isHeld: boolean;
  readonly hold: (isHeld: boolean) => void;
}

/** What is newest, or as long as it is held what was newest before that. What is not there yet leaves the last in sight. `now` must be one and the same until it changes. */
export function useHeld<T extends object>(now: T | undefined): Held<T> {
  const [isHeld, hold] = useState(false);
  const [kept, setKept] = useState(now);
  if (!isHeld && now !== undefined && now !== kept) setKept(now);
  return { shown: isHeld ? kept : (now ?? kept), isHeld, hold };
}
