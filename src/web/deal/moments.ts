// The pair of days that is looked at. It lives in the address; while somebody drags it is ahead of the address, which follows in steps, since
// browsers take only so many new addresses a second and the server need not answer for every day that is passed.
import { given } from "../shell/index.ts";
import { getRouteApi } from "@tanstack/react-router";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Days } from "./asked.ts";

const route = getRouteApi("/deals/$id");

const FOLLOWS_AFTER = 150;

/** The days that are looked at: `shown` at once, `asked` when the address has followed. */
export interface Moments {
  readonly shown: Days;
  readonly asked: Days;
  readonly move: (to: Days) => void;
}

/** The days in the address, and a way to move them. */
export function useMoments(): Moments {
  const { asOf, known, policy } = route.useSearch();
  const navigate = route.useNavigate();
  const [ahead, setAhead] = useState<Days>();
  const wanted = useRef<Days>({});
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const move = useCallback(
    (to: Days) => {
      wanted.current = { ...wanted.current, ...to };
      setAhead(wanted.current);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        const settled = wanted.current;
        wanted.current = {};
        const follow = async (): Promise<void> => {
          await navigate({ search: (before) => given({ ...before, ...settled }), replace: true, resetScroll: false });
          setAhead((now) => (now === settled ? undefined : now));
        };
        void follow();
      }, FOLLOWS_AFTER);
    },
    [navigate],
  );
  return useMemo(() => {
    const asked = { asOf, known, policy };
    return { shown: ahead === undefined ? asked : { ...asked, ...ahead }, asked, move };
  }, [asOf, known, policy, ahead, move]);
}
