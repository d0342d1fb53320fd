// The same deals along time: a bar each, from the first to the last day on which it was told of. Loaded only where it is looked at.
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useMemo, useRef, useState } from "react";
import { queryText } from "../asking/index.ts";
import { counted, Day, useWidth } from "../piece/index.ts";
import { given } from "../shell/index.ts";
import { drawn } from "./bars.ts";
import type { Bar } from "./bars.ts";
import { SORTS, sortOf, without } from "./filter.ts";
import type { DealSearch } from "./filter.ts";
import type { Listing } from "./listing.ts";
import { spanOf, stepped, WAYS } from "./span.ts";
import type { Span, Way } from "./span.ts";

interface TimelineProps {
  readonly listing: Listing;
  readonly search: DealSearch;
  readonly change: (search: DealSearch) => void;
}

/** Deals that are drawn at first, and as many more each time that somebody wants more. */
const STEP = 100;

/** Bars of deals. */
export function Timeline({ listing, search, change }: TimelineProps) {
  const [most, setMost] = useState(STEP);
  const { deals, hasMore, more } = listing;
  const told = useMemo(() => deals.slice(0, most).filter(({ first }) => first !== undefined), [deals, most]);
  const span = useMemo(() => spanOf(told, given({ from: search.from, to: search.to })), [told, search.from, search.to]);
  const untold = Math.min(most, deals.length) - told.length;
  const rest = deals.length > most || hasMore;
  if (span === undefined) return <p className="note">No day is told of any of these deals. The table shows them.</p>;
  return (
    <figure className="deals-timeline">
      <Steps span={span} search={search} change={change} />
      <Picture deals={told} span={span} search={search} />
      <figcaption>
        {counted(told.length, "deal")}
        {untold === 0 ? "" : ` (and ${untold.toLocaleString("en")} of which no day is told)`}
        {rest ? `, those that come first by ${SORTS[sortOf(search)]}` : ""}, from the first to the last day told of; colour and sign tell the state.
        The table tells the same in words:{" "}
        <button className="plain" onClick={() => change(without(search, ["shown"]))}>
          Show the table
        </button>
        {rest ? (
          <button
            onClick={() => {
              if (deals.length < most + STEP) more();
              setMost(most + STEP);
            }}
          >
            Draw {STEP} more
          </button>
        ) : null}
      </figcaption>
    </figure>
  );
}

/** Ways along the time that is shown. */
function Steps({ span, search, change }: { readonly span: Span; readonly search: DealSearch; readonly change: (search: DealSearch) => void }) {
  return (
    <fieldset className="row screen-only deals-group">
      <legend className="unseen">Time shown</legend>
      <span>
        <Day iso={span.from} /> to <Day iso={span.to} />
      </span>
      {(Object.keys(WAYS) as readonly Way[]).map((way) => (
        <button key={way} onClick={() => change({ ...search, ...stepped(span, way) })}>
          {WAYS[way]}
        </button>
      ))}
      {search.from === undefined && search.to === undefined ? null : (
        <button className="plain" onClick={() => change(without(search, ["from", "to"]))}>
          All time
        </button>
      )}
    </fieldset>
  );
}

function Picture({ deals, span, search }: { readonly deals: readonly Bar[]; readonly span: Span; readonly search: DealSearch }) {
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const navigate = useNavigate();
  const { asOf, known, policy } = search;
  useEffect(() => {
    const shown = place.current;
    if (shown === null || width === 0) return undefined;
    const days = queryText({ asOf, known, policy });
    const svg = drawn(deals, span, width, (id) => `/deals/${encodeURIComponent(id)}${days}`);
    const open = (event: MouseEvent): void => {
      const id = event.target instanceof Element ? event.target.closest("a")?.dataset["deal"] : undefined;
      if (id === undefined || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      void navigate({ to: "/deals/$id", params: { id }, search: given({ asOf, known, policy }) });
    };
    svg.addEventListener("click", open);
    shown.replaceChildren(svg);
    return () => shown.replaceChildren();
  }, [deals, span, width, asOf, known, policy, navigate]);
  return <div ref={place} className="deals-bars" />;
}
