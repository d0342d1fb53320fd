// The list itself: a table, or cards on a narrow screen, of which only what is in sight is on the page.
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useMemo, useRef } from "react";
import type { ChangeEvent, MouseEvent } from "react";
import type { Forms } from "../asking/index.ts";
import { queryText } from "../asking/index.ts";
import { given, useKeys } from "../shell/index.ts";
import { counted } from "../piece/index.ts";
import { askedFor } from "./filter.ts";
import type { DealSearch, Sort } from "./filter.ts";
import type { Listing } from "./listing.ts";
import { useNarrow } from "./media.ts";
import { lineOf, SCROLLED, useWindow } from "./moving.ts";
import type { Window } from "./moving.ts";
import { Card } from "./row.tsx";
import type { LineActs, LineProps } from "./row.tsx";
import { Table } from "./table.tsx";

type Brief = Forms["DealBrief"];

/** Heights in rem: of a row, of a card, and of the table's head. They stand in deals.css too. */
const [ROW, CARD, HEAD] = [2.75, 9.5, 2.5];

/** What a list shows, and what can be done with it. */
export interface ListProps {
  readonly listing: Listing;
  readonly search: DealSearch;
  readonly hidden: ReadonlySet<string>;
  readonly picked: ReadonlyMap<string, Brief>;
  readonly pick: (deal: Brief) => void;
  /** Deals that changed since somebody was here last. */
  readonly changed: ReadonlySet<string>;
  readonly sortBy: (sort: Sort) => void;
  readonly chooseColumns: () => void;
}

/** Deals, a line each. */
export function List(props: ListProps) {
  const { listing, search, picked, pick, changed } = props;
  const { deals, hasMore, more } = listing;
  const isNarrow = useNarrow();
  const { region, height, before, active, stop, onKey, onFocus, ...shown } = useWindow(
    deals,
    isNarrow ? { size: CARD, head: 0 } : { size: ROW, head: HEAD },
    more,
  );
  useTopAnew(region, JSON.stringify(askedFor(search)));
  const acts = useActs({ onKey, onFocus }, deals, pick, search);
  usePickKey(deals[active], pick);
  const days = queryText({ asOf: search.asOf, known: search.known, policy: search.policy });
  const lines = shown.lines.flatMap((line): LineProps[] => {
    const deal = deals[line];
    if (deal === undefined) return [];
    const flags = { isStop: line === stop, isPicked: picked.has(deal.id), isChanged: changed.has(deal.id) };
    return [{ deal, line, days, acts, ...flags }];
  });
  const total = hasMore ? (listing.total?.more === true ? -1 : (listing.total?.deals ?? -1)) : deals.length;
  return (
    <>
      <section
        ref={region}
        className="deals-region"
        data-scroll-restoration-id={SCROLLED}
        data-before={listing.isBefore}
        aria-busy={listing.isBefore}
        aria-label="Deals that fit"
        tabIndex={-1}
      >
        <div style={{ height, paddingTop: before }}>
          {isNarrow ? <Cards lines={lines} total={total} /> : <Table {...props} lines={lines} total={total} />}
        </div>
      </section>
      <div className="soft small row deals-foot">
        <span>
          {hasMore ? `The first ${hereOf(listing)}; more come as you scroll.` : `${counted(deals.length, "deal")}.`}
          {listing.isMoreComing ? " The next are on their way." : ""}
        </span>
        {isNarrow ? null : (
          <button className="plain screen-only" onClick={props.chooseColumns}>
            Columns
          </button>
        )}
      </div>
    </>
  );
}

/** "100 of 4,321 deals". */
function hereOf({ deals: { length }, total }: ListProps["listing"]): string {
  if (total?.deals === undefined) return counted(length, "deal");
  return `${length.toLocaleString("en")} of ${total.more === true ? "more than " : ""}${counted(total.deals, "deal")}`;
}

/** A list of something else begins at its top. */
function useTopAnew(region: Window["region"], asked: string): void {
  const before = useRef(asked);
  useEffect(() => {
    if (before.current !== asked) region.current?.scrollTo(0, 0);
    before.current = asked;
  }, [region, asked]);
}

function useActs(
  { onKey, onFocus }: Pick<Window, "onKey" | "onFocus">,
  deals: readonly Brief[],
  pick: (deal: Brief) => void,
  { asOf, known, policy }: DealSearch,
): LineActs {
  const navigate = useNavigate();
  return useMemo(
    () => ({
      onKey,
      onFocus,
      open: (event: MouseEvent<HTMLAnchorElement>) => {
        const deal = deals[lineOf(event.currentTarget)];
        // With a key held down the browser opens a tab or a window, as for any link.
        if (deal === undefined || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        void navigate({ to: "/deals/$id", params: { id: deal.id }, search: given({ asOf, known, policy }) });
      },
      pick: (event: ChangeEvent<HTMLInputElement>) => {
        const deal = deals[lineOf(event.currentTarget)];
        if (deal !== undefined) pick(deal);
      },
    }),
    [onKey, onFocus, deals, pick, navigate, asOf, known, policy],
  );
}

function usePickKey(deal: Brief | undefined, pick: (deal: Brief) => void): void {
  useKeys(
    useMemo(() => [{ keys: "x", does: "Select the deal, or no more", run: () => (deal === undefined ? undefined : pick(deal)) }], [deal, pick]),
  );
}

function Cards({ lines, total }: { readonly lines: readonly LineProps[]; readonly total: number }) {
  return (
    <ul className="deals-cards">
      {lines.map((props) => (
        <Card key={props.deal.id} {...props} of={total} />
      ))}
    </ul>
  );
}
