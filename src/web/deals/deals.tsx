// The list of deals: filters on top, what changed since the last visit, and beneath it the same deals as a table or along time.
import { Link, useNavigate } from "@tanstack/react-router";
import { queryText } from "../asking/index.ts";
import { lazy, Suspense, useCallback, useMemo, useState } from "react";
import type { ReactNode } from "react";
import type { Forms } from "../asking/index.ts";
import { Bones, Page, TroubleNote } from "../piece/index.ts";
import { useKeys } from "../shell/index.ts";
import { ColumnsChoice } from "./columns-choice.tsx";
import { useHidden } from "./column.tsx";
import { changed, fieldTroubles, setIn, without } from "./filter.ts";
import type { DealSearch, Sort } from "./filter.ts";
import { Chips, FilterBar } from "./filter-bar.tsx";
import { List } from "./list.tsx";
import { useListing } from "./listing.ts";
import type { Listing } from "./listing.ts";
import { NoDeals, NoMatch } from "./nothing.tsx";
import { Picked } from "./picked.tsx";
import { dealsRoute } from "./route.ts";
import { SinceLastPanel, useSinceLast } from "./since-last.tsx";
import { Views } from "./views.tsx";
import "./deals.css";

const Timeline = lazy(async () => ({ default: (await import("./timeline.tsx")).Timeline }));

/** Deals that fit what the address asks for. */
export function Deals() {
  const search: DealSearch = dealsRoute.useSearch();
  const navigate = useNavigate();
  const listing = useListing(search);
  const change = useCallback((next: DealSearch) => void navigate({ to: "/deals", search: next }), [navigate]);
  const troubles = useMemo(() => fieldTroubles(listing.error), [listing.error]);
  const names = useNames(listing.deals);
  const picking = usePicking();
  const isLine = search.shown === "timeline";
  const toggle = useCallback(() => change(isLine ? without(search, ["shown"]) : { ...search, shown: "timeline" }), [change, isLine, search]);
  useKeys(useMemo(() => [{ keys: "v", does: "Table or timeline", run: toggle }], [toggle]));
  return (
    <Page title="Deals" aside={<Tools search={search} change={change} isLine={isLine} toggle={toggle} />}>
      <FilterBar search={search} change={change} troubles={troubles} />
      <Chips search={search} change={change} names={names} />
      <output className="unseen">{listing.fits}</output>
      <Shown {...{ listing, search, change, names, picking }} isPlaced={Object.keys(troubles).length > 0} />
    </Page>
  );
}

/** Deals that are selected, whatever is shown meanwhile. */
interface Picking {
  readonly picked: ReadonlyMap<string, Forms["DealBrief"]>;
  readonly pick: (deal: Forms["DealBrief"]) => void;
  readonly clear: () => void;
}

function usePicking(): Picking {
  const [picked, setPicked] = useState<Picking["picked"]>(new Map());
  const pick = useCallback(
    (deal: Forms["DealBrief"]) =>
      setPicked((before) => (before.has(deal.id) ? new Map([...before].filter(([id]) => id !== deal.id)) : new Map([...before, [deal.id, deal]]))),
    [],
  );
  return { picked, pick, clear: useCallback(() => setPicked(new Map()), []) };
}

/** Names of parties by their ids, as the deals here tell them. */
function useNames(deals: Listing["deals"]): ReadonlyMap<string, string> {
  const party = dealsRoute.useSearch().party;
  return useMemo(() => {
    const found = deals.flatMap(({ parties }) => parties).find(({ id }) => id !== null && id === party);
    return new Map(found?.id === undefined || found.id === null ? [] : [[found.id, found.name]]);
  }, [deals, party]);
}

interface ToolsProps {
  readonly search: DealSearch;
  readonly change: (search: DealSearch) => void;
  readonly isLine: boolean;
  readonly toggle: () => void;
}

/** What stands beside the title: the other picture of the same deals, and saved views. */
function Tools({ search, change, isLine, toggle }: ToolsProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="row screen-only">
      <button onClick={toggle} aria-pressed={isLine}>
        Timeline
      </button>
      <button onClick={() => setOpen(true)}>Saved views</button>
      {setIn(search).length === 0 ? null : (
        <Link to="/watches" search={{ query: queryText(search).slice(1) }}>
          Watch these
        </Link>
      )}
      {isOpen ? (
        <Views
          search={search}
          open={(view) => {
            setOpen(false);
            change(view);
          }}
          close={() => setOpen(false)}
        />
      ) : null}
    </div>
  );
}

interface ShownProps {
  readonly listing: Listing;
  readonly search: DealSearch;
  readonly change: (search: DealSearch) => void;
  readonly names: ReadonlyMap<string, string>;
  readonly picking: Picking;
  /** What is wrong is said at the fields already. */
  readonly isPlaced: boolean;
}

/** The deals, or why there are none. */
function Shown({ listing, search, change, names, picking, isPlaced }: ShownProps) {
  if (isPlaced) return <p className="note">A filter cannot be asked for as it is: its field says why.</p>;
  if (listing.isPending) return <Bones lines={8} label="Deals are on their way" />;
  const trouble = listing.error === null ? null : <TroubleNote error={listing.error} again={listing.again} />;
  if (listing.deals.length > 0) return <Found {...{ listing, search, change, picking, trouble }} />;
  return trouble ?? (setIn(search).length === 0 ? <NoDeals /> : <NoMatch search={search} names={names} change={change} />);
}

interface FoundProps extends Pick<ShownProps, "listing" | "search" | "change" | "picking"> {
  /** What went wrong since these deals came. */
  readonly trouble: ReactNode;
}

function Found({ listing, search, change, picking, trouble }: FoundProps) {
  const since = useSinceLast();
  const changedDeals = useMemo(() => new Set(since.news.map(({ id }) => id)), [since.news]);
  const isLine = search.shown === "timeline";
  return (
    <>
      <SinceLastPanel since={since} />
      {trouble}
      {listing.isOld ? <Old anew={listing.anew} /> : null}
      {isLine ? (
        <Suspense fallback={<Bones lines={8} label="The timeline is on its way" />}>
          <Timeline listing={listing} search={search} change={change} />
        </Suspense>
      ) : (
        <Lines listing={listing} search={search} change={change} picking={picking} changed={changedDeals} />
      )}
    </>
  );
}

/** The ledger has grown since a long list was asked for: its lines stay where they are until somebody wants others. */
function Old({ anew }: { readonly anew: () => void }) {
  return (
    <output className="note row screen-only deals-old">
      The ledger has grown since this list was asked for. <button onClick={anew}>Show it anew</button>
    </output>
  );
}

interface LinesProps extends Pick<ShownProps, "listing" | "search" | "change" | "picking"> {
  readonly changed: ReadonlySet<string>;
}

/** The list with what is selected in it. */
function Lines({ listing, search, change, picking: { picked, pick, clear }, changed: changedDeals }: LinesProps) {
  const [hidden, hide] = useHidden();
  const [isChoosing, setChoosing] = useState(false);
  const sortBy = (sort: Sort): void => change(changed(search, "sort", sort === "claims" ? "" : sort));
  return (
    <>
      <Picked deals={[...picked.values()]} clear={clear} />
      <List {...{ listing, search, hidden, picked, pick, sortBy }} changed={changedDeals} chooseColumns={() => setChoosing(true)} />
      {isChoosing ? <ColumnsChoice hidden={hidden} hide={hide} close={() => setChoosing(false)} /> : null}
    </>
  );
}
