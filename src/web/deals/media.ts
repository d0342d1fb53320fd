// Whether the window is so narrow that lines become cards.
import { useSyncExternalStore } from "react";

const NARROW = "(max-width: 40rem)";

function follow(changed: () => void): () => void {
  const query = window.matchMedia(NARROW);
  query.addEventListener("change", changed);
  return () => query.removeEventListener("change", changed);
}

/** True as long as the window is narrow. */
export function useNarrow(): boolean {
  return useSyncExternalStore(follow, () => window.matchMedia(NARROW).matches);
}
