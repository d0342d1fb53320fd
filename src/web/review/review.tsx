// What waits for a person to look at it: the queue, and beside it the text with the claim.
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useCallback, useMemo, useState } from "react";
import { ask, pathOf } from "../asking/index.ts";
import type { Forms } from "../asking/index.ts";
import { Bench, documentAsked, standingAsked, useAim, useHeld, useLatest, useSitting } from "../bench/index.ts";
import type { Aim, DealNamed, Sitting } from "../bench/index.ts";
import { Bones, Empty, Page, TroubleNote } from "../piece/index.ts";
import { useKeys, useStatus } from "../shell/index.ts";
import type { Binding } from "../shell/index.ts";
import { queueAsked } from "./asked.ts";
import type { Waiting } from "./asked.ts";
import { KindChoice, Queue } from "./queue.tsx";
import { reviewRoute } from "./route.ts";
import "./review.css";

/** What waits for a person to look at it. */
export function Review() {
  const { kind } = reviewRoute.useSearch();
  const sitting = useSitting();
  const queue = useInfiniteQuery(queueAsked(kind));
  const items = useMemo(() => queue.data?.pages.flatMap((page) => page.items) ?? [], [queue.data]);
  return (
    <Page title="Review" aside={<KindChoice />}>
      {queue.isPending ? <Bones lines={10} /> : null}
      {queue.isError ? <TroubleNote error={queue.error} again={() => void queue.refetch()} /> : null}
      {queue.data === undefined ? null : (
        <Desk key={kind ?? "all"} items={items} sitting={sitting} more={queue.hasNextPage ? () => void queue.fetchNextPage() : undefined} />
      )}
    </Page>
  );
}

interface DeskProps {
  readonly items: readonly Waiting[];
  readonly sitting: Sitting;
  readonly more: (() => void) | undefined;
}

/** The queue beside what is looked at. */
function Desk({ items, sitting, more }: DeskProps) {
  const { selected, go, select, aim, decided, shown } = useQueue(items, more);
  const [isWorking, setWorking] = useState(false);
  const asked = useQuery({
    queryKey: ["claims", "one", selected],
    queryFn: async ({ signal }) => ask<Forms["StoredClaim"]>(pathOf("claims", selected ?? ""), { query: { readings: "all" }, signal }),
    enabled: selected !== undefined && shown === undefined,
    retry: false,
  });
  const claim = shown?.claim ?? asked.data;
  useQueueKeys(go, isWorking);
  if (items.length === 0 && selected === undefined)
    return (
      <Empty title="Nothing waits for review">
        <p>Claims come here that the reader is unsure of, that move a deal, or that others contradict. Add documents, or look at one by itself.</p>
      </Empty>
    );
  return (
    <div className="review">
      <Queue items={items} selected={selected} select={select} more={more} />
      <div className="review-bench">
        {asked.isError && claim === undefined ? <TroubleNote error={asked.error} again={() => void asked.refetch()} /> : null}
        {claim === undefined ? null : (
          <Beside
            key={claim.document}
            document={claim.document}
            selected={selected}
            select={select}
            aim={aim}
            deal={dealOf(shown)}
            sitting={sitting}
            decided={decided}
            working={setWorking}
          />
        )}
      </div>
    </div>
  );
}

/** The keys of the queue, while nobody works in a form. */
function useQueueKeys(go: (by: number) => void, isWorking: boolean): void {
  const all = useMemo(
    () => [
      { keys: "j", does: "Next in the queue", run: () => go(1), repeats: true },
      { keys: "k", does: "The one before", run: () => go(-1), repeats: true },
      { keys: "s", does: "Skip it", run: () => go(1) },
    ],
    [go],
  );
  useKeys(isWorking ? NO_KEYS : all);
}

const NO_KEYS: readonly Binding[] = [];

function dealOf(item: Waiting | undefined): DealNamed | undefined {
  return item?.deal === undefined ? undefined : { id: item.deal.id, name: item.deal.name, isUnsure: item.why.includes("unsure-attachment") };
}

/** Where in the queue somebody is. What is looked at stays in sight after it left the queue. */
function useQueue(items: readonly Waiting[], more: (() => void) | undefined) {
  const navigate = useNavigate({ from: reviewRoute.to });
  const { claim } = reviewRoute.useSearch();
  // Who looks at the first goes on looking at it, whatever comes before it meanwhile; who comes back to the queue begins with what is first by then.
  const [pinned, setPinned] = useState({ claim, first: items[0]?.claim.claim.id });
  const isBack = pinned.claim !== claim && claim === undefined;
  const first = isBack || pinned.first === undefined ? items[0]?.claim.claim.id : pinned.first;
  if (pinned.claim !== claim || pinned.first !== first) setPinned({ claim, first });
  const selected = claim ?? first;
  const place = items.findIndex((item) => item.claim.claim.id === selected);
  const [held, setHeld] = useState<Waiting>();
  const now = items[place];
  if (now !== undefined && now !== held) setHeld(now);
  const select = useCallback(
    (id: string | undefined) => void navigate({ search: (before) => ({ ...before, claim: id ?? "" }), replace: true, resetScroll: false }),
    [navigate],
  );
  const aim = useAim(selected, select);
  const go = useCallback(
    (by: number) => {
      const to = items.findIndex((item) => item.claim.claim.id === aim.at()) + by;
      const next = items[Math.max(0, Math.min(items.length - 1, to))];
      if (to >= items.length - 1) more?.();
      if (next !== undefined) aim.go(next.claim.claim.id);
    },
    [items, aim, more],
  );
  const latest = useLatest(selected);
  // Who went on by themselves while it was written stays where they are.
  const decided = (id: string | undefined): void => {
    const next = items[place + 1] ?? items[place - 1];
    if (id !== undefined && id === latest() && next !== undefined) select(next.claim.claim.id);
  };
  const shown = now ?? (held?.claim.claim.id === selected ? held : undefined);
  return { selected, select, aim, go, decided, shown };
}

interface BesideProps {
  readonly document: string;
  readonly selected: string | undefined;
  readonly select: (id: string | undefined) => void;
  readonly aim: Aim;
  readonly deal: DealNamed | undefined;
  readonly sitting: Sitting;
  readonly decided: (claim: string | undefined) => void;
  /** Hears whether a form is open; one and the same. */
  readonly working: (isWorking: boolean) => void;
}

/** The text of the document, with the claim. */
function Beside({ document: id, selected, select, aim, deal, sitting, decided, working }: BesideProps) {
  const role = useStatus().data?.asker.role;
  const standing = useQuery(standingAsked(id));
  const version = standing.data?.version;
  const document = useQuery({ ...documentAsked(id, version), enabled: version !== undefined });
  // Claims are only shown over the text in which they stand; while a form is open neither changes.
  const whole = useMemo(
    () => (standing.data === undefined || document.data === undefined ? undefined : { document: document.data, standing: standing.data }),
    [standing.data, document.data],
  );
  const { shown, hold } = useHeld(whole);
  const tell = useCallback(
    (isWorking: boolean) => {
      hold(isWorking);
      working(isWorking);
    },
    [hold, working],
  );
  if (shown === undefined) {
    const error = standing.error ?? document.error;
    if (error === null) return <Bones lines={10} />;
    return <TroubleNote error={error} again={() => void Promise.all([standing.refetch(), document.refetch()])} />;
  }
  const { claims, rejected, abstained } = shown.standing;
  return (
    <Bench
      document={shown.document}
      claims={claims}
      rejected={rejected}
      abstained={abstained}
      selected={selected}
      select={select}
      aim={aim}
      mayDecide={role !== undefined && role !== "reader"}
      deal={deal}
      sitting={sitting}
      decided={decided}
      working={tell}
      movesByKeys={false}
    />
  );
}
