// What changed since somebody was here last, deal by deal. On a first visit there is nothing to say.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useMemo, useState } from "react";
import { wordsText } from "../../phrasing/index.ts";
import { ask } from "../asking/index.ts";
import type { Forms } from "../asking/index.ts";
import { counted, Day, StateMark } from "../piece/index.ts";
import { useSay, useStatus } from "../shell/index.ts";
import { keepSeen, newsOf, otherwiseText, seenOf } from "./visit.ts";
import type { DealNews, Seen } from "./visit.ts";

/** Changes that are asked for: who was away for longer reads the list instead. */
const MOST = 1000;

/** Deals that are told at first. */
const SHORT = 5;

/** What changed since the last visit. */
export interface SinceLast {
  readonly seen: Seen | undefined;
  readonly news: readonly DealNews[];
  /** There were more changes than are asked for, or the oldest are no longer kept. */
  readonly isPart: boolean;
  readonly markSeen: () => void;
}

/** What changed since the last visit to this ledger, and a way to say that one has seen it. */
export function useSinceLast(): SinceLast {
  const status = useStatus().data;
  const [location, seq] = [status?.ledger.location, status?.book.seq ?? 0];
  const [marked, setMarked] = useState(0);
  // What was kept is read again where somebody marked what they saw.
  const seen = useMemo(() => (location === undefined || marked < 0 ? undefined : seenOf(location)), [location, marked]);
  const markSeen = (): void => {
    // What came since these changes were asked for was not shown, and is told the next time.
    if (location !== undefined) keepSeen(location, { seq: asked.data?.through ?? seq, at: new Date().toISOString() });
    setMarked((times) => times + 1);
  };
  const asked = useQuery({
    queryKey: ["changes", location, seen?.seq],
    queryFn: async ({ signal }) => ask<Forms["DealChanges"]>("/changes", { query: { after: seen?.seq ?? 0, limit: MOST }, signal }),
    enabled: seen !== undefined && seen.seq < seq,
  });
  const { data } = asked;
  const news = useMemo(() => newsOf(data?.changes ?? []), [data]);
  const isPart = data !== undefined && seen !== undefined && (data.forgotten > seen.seq || data.changes.length >= MOST);
  // A first visit, a ledger that was put back, or one in which nothing that concerns deals came: all was seen.
  const isClear = location !== undefined && (seen === undefined || seen.seq > seq || (data !== undefined && data.changes.length === 0 && !isPart));
  const through = data?.through ?? seq;
  useEffect(() => {
    if (isClear && location !== undefined) keepSeen(location, { seq: through, at: new Date().toISOString() });
  }, [isClear, location, through]);
  return { seen, news, isPart, markSeen };
}

/** The panel that tells it. */
export function SinceLastPanel({ since: { seen, news, isPart, markSeen } }: { readonly since: SinceLast }) {
  const [isLong, setLong] = useState(false);
  const say = useSay();
  if (seen === undefined || (news.length === 0 && !isPart)) return null;
  const told = isLong ? news : news.slice(0, SHORT);
  const mark = (): void => {
    markSeen();
    say("Marked as seen");
  };
  return (
    <section className="sheet deals-news screen-only" aria-labelledby="deals-news">
      <div className="page-head">
        <h2 id="deals-news">
          {counted(news.length, "deal")} changed since your last visit on <Day iso={seen.at} />
        </h2>
        <button onClick={mark}>Mark as seen</button>
      </div>
      {isPart ? (
        <p className="soft small">Not all of it: changes are kept for 30 days, and at most {MOST.toLocaleString("en")} are told here.</p>
      ) : null}
      <ul>
        {told.map((deal) => (
          <News key={deal.id} news={deal} />
        ))}
      </ul>
      {news.length > told.length ? (
        <button className="plain" onClick={() => setLong(true)}>
          Show all {news.length.toLocaleString("en")}
        </button>
      ) : null}
    </section>
  );
}

function News({ news }: { readonly news: DealNews }) {
  const { id, name, isNew, isGone, before, after } = news;
  const said = news.told.at(-1);
  const otherwise = otherwiseText(news);
  return (
    <li>
      {isGone ? (
        <span>{name}</span>
      ) : (
        <Link to="/deals/$id" params={{ id }}>
          {name}
        </Link>
      )}{" "}
      <span className="deals-step">
        {isNew ? <span className="soft">new</span> : <StateMark state={before.state} />}
        {isGone ? (
          <span className="soft">→ there is no such deal any more</span>
        ) : before.state === after.state && !isNew ? null : (
          <>
            <span aria-hidden="true">→</span>
            <span className="unseen"> became </span>
            <StateMark state={after.state} />
          </>
        )}
      </span>
      {otherwise === "" ? null : <span> {otherwise}</span>}
      {said === undefined ? null : <q className="words deals-said">{wordsText(said.words).replaceAll(/^“|”$/g, "")}</q>}
    </li>
  );
}
