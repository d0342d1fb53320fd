// Where keys lead from: an address is gone to a while before it is shown, and whoever presses `j` twice means the one after the next.
import { useCallback, useLayoutEffect, useMemo, useRef } from "react";

/** What somebody is at, and how they go on. */
export interface Aim {
  /** What was gone to last, shown or not. */
  readonly at: () => string | undefined;
  readonly go: (id: string) => void;
}

/** Goes from what is selected to another by `select`, which may take a while. What it gives is one and the same as long as `select` is. */
export function useAim(selected: string | undefined, select: (id: string) => void): Aim {
  const aim = useRef(selected);
  useLayoutEffect(() => {
    aim.current = selected;
  }, [selected]);
  const go = useCallback(
    (id: string) => {
      aim.current = id;
      select(id);
    },
    [select],
  );
  return useMemo(() => ({ at: () => aim.current, go }), [go]);
}
