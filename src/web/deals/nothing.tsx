// What the list says where it is empty: how a ledger is filled, or which filter stands in the way.
import { useQueries } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ask } from "../asking/index.ts";
import type { Forms } from "../asking/index.ts";
import { Empty } from "../piece/index.ts";
import { askedFor, filterText, FILTERS, setIn, without } from "./filter.ts";
import type { DealSearch } from "./filter.ts";

/** A ledger without deals. */
export function NoDeals() {
  return (
    <Empty title="No deals yet">
      <p>
        Deals come of reports: <Link to="/add">paste a text or add documents</Link>, and whatever they tell of agreements, transfers, measures and
        disputes stands here.
      </p>
      <p>
        On the command line: <code>pacta read FILE</code>
      </p>
    </Empty>
  );
}

interface NoMatchProps {
  readonly search: DealSearch;
  readonly names: ReadonlyMap<string, string>;
  readonly change: (search: DealSearch) => void;
}

/** Filters that no deal fits, and those without which some do. */
export function NoMatch({ search, names, change }: NoMatchProps) {
  const set = setIn(search);
  const tries = useQueries({
    queries: set.map((name) => ({
      queryKey: ["deals", "one", askedFor(without(search, [name]))],
      queryFn: async ({ signal }: { readonly signal: AbortSignal }) =>
        ask<Forms["DealPage"]>("/deals", { query: { ...askedFor(without(search, [name])), limit: 1 }, signal }),
      enabled: set.length > 1,
    })),
  });
  const helpful = set.filter((_, at) => (tries[at]?.data?.deals.length ?? 0) > 0);
  const isLooking = tries.some(({ isFetching }) => isFetching);
  return (
    <Empty title="No deal fits">
      <p>
        {helpful.length > 0
          ? "There are deals without one of these:"
          : isLooking
            ? "Whether some do without one of the filters is being looked up …"
            : tries.some(({ isError }) => isError)
              ? "Whether some do without one of the filters could not be looked up."
              : "Nothing in this ledger fits what is asked for."}
      </p>
      <p className="row deals-loosen">
        {helpful.map((name) => (
          <button key={name} onClick={() => change(without(search, [name]))}>
            Without {filterText(name, search[name] ?? "", names)}
          </button>
        ))}
        <button onClick={() => change(without(search, FILTERS))}>Clear all filters</button>
      </p>
    </Empty>
  );
}
