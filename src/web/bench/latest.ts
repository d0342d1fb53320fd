// What was shown last, for what is done later: when a key is pressed, when an answer comes.
import { useCallback, useLayoutEffect, useRef } from "react";

/** Gives a value as it is by then. What it gives is one and the same. */
export function useLatest<T>(value: T): () => T {
  const latest = useRef(value);
  useLayoutEffect(() => {
    latest.current = value;
  });
  return useCallback(() => latest.current, []);
}
