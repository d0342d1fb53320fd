// What one person decided since the page was opened: theirs to undo by a key.
import { useCallback, useState } from "react";

/** A decision of this sitting, and the claim that it was about. */
export interface Made {
  readonly seq: number;
  readonly document: string;
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
