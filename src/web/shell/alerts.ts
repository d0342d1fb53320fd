// Alerts while the desk is open: what watches told is asked for again and again, what is new is said, and counted until somebody has seen it.
import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { ask } from "../asking/index.ts";
import type { Forms } from "../asking/index.ts";
import { alertText } from "./alert-text.ts";
import { useSay } from "./live.tsx";
import { heardIn, isNews, notSeen, withSeen, SEEN } from "./seen.ts";

const EVERY = 4000;

/** Alerts that are asked for at once. */
const MOST = 100;

/** The newest alerts of all watches, newest first. */
export function useAlerts() {
  return useQuery({
    queryKey: ["alerts"],
    queryFn: async ({ signal }) => (await ask<Forms["Alerts"]>("/alerts", { query: { limit: MOST }, signal })).alerts,
    refetchInterval: EVERY,
  });
}

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}

const held = (): string | null => localStorage.getItem(SEEN);

/** Keeps that these were seen, in this browser. */
function markSeen(ids: readonly string[]): void {
  const before = held();
  const after = withSeen(before, ids);
  if (after === before) return;
  localStorage.setItem(SEEN, after);
  for (const listener of listeners) listener();
}

/** The ids of alerts that nobody at this browser has seen, newest first. What was there before somebody first came here is none of them. */
function useUnseen(): readonly string[] {
  const seen = useSyncExternalStore(subscribe, held);
  const { data } = useAlerts();
  return useMemo(() => (data === undefined ? [] : notSeen(seen, data)), [data, seen]);
}

/** How long something is shown before it counts as seen. */
const LOOKED_AT = 1000;

/** Which of alerts that are shown here are new; they count as seen after a moment, and stay marked for as long as this is shown. */
export function useLookedAt(shown: readonly { readonly id: string }[] | undefined): ReadonlySet<string> {
  const unseen = useUnseen();
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const ids = (shown ?? []).map(({ id }) => id).filter((id) => unseen.includes(id));
    if (ids.length === 0) return;
    const timer = setTimeout(() => {
      setFresh((before) => new Set([...before, ...ids]));
      markSeen(ids);
    }, LOOKED_AT);
    return () => clearTimeout(timer);
  }, [shown, unseen]);
  return useMemo(() => new Set([...fresh, ...unseen]), [fresh, unseen]);
}

/** Says alerts as they come; gives how many were not seen yet. */
export function useTold(): number {
  const say = useSay();
  const unseen = useUnseen();
  const { data } = useAlerts();
  useEffect(() => {
    if (data === undefined) return;
    if (held() === null) markSeen(data.map(({ id }) => id));
    const [newest, ...others] = data.filter(({ id }) => unseen.includes(id) && isNews(id));
    if (newest === undefined) return;
    heardIn([newest, ...others].map(({ id }) => id));
    const more = others.length === 0 ? "" : ` (and ${others.length} more)`;
    say(`${newest.watch.name}: ${alertText(newest)}${more}`);
  }, [data, say, unseen]);
  return unseen.length;
}
