// Goods: their other names, the deals that are about them, and who deals in them with whom.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { ask, pathOf } from "../asking/index.ts";
import type { Forms } from "../asking/index.ts";
import { Bones, DealList, dealsText, Empty, Page, TroubleNote } from "../piece/index.ts";
import type { ListedDeal } from "../piece/index.ts";
import { Names } from "./names.tsx";
import { itemRoute } from "./route.ts";

const Network = lazy(() => import("../network/index.ts").then(({ Network: picture }) => ({ default: picture })));
const Dealers = lazy(() => import("../network/index.ts").then(({ Dealers: list }) => ({ default: list })));

type Alone = Forms["ItemAlone"];

/** How many deals are shown here; the list of deals has the rest. */
const SHOWN = 20;

/** The goods of the address. */
export function ItemView() {
  const { name } = itemRoute.useParams();
  const item = useQuery({ queryKey: ["item", name], queryFn: async ({ signal }) => ask<Alone>(pathOf("items", name), { signal }) });
  return (
    <Page
      key={name}
      title={name}
      aside={
        <span className="row screen-only">
          <Link to="/deals" search={{ item: name }}>
            All its deals
          </Link>
          <a href={`/watches?item=${encodeURIComponent(name)}`}>Watch it</a>
        </span>
      }
    >
      {item.isPending ? <Bones /> : null}
      {item.isError ? <TroubleNote error={item.error} again={() => void item.refetch()} /> : null}
      {item.isSuccess ? <Known item={item.data} /> : null}
    </Page>
  );
}

function Known({ item }: { readonly item: Alone }) {
  const { name, deals } = item;
  return (
    <div className="stack">
      <Names item={item} />
      {deals === 0 ? (
        <Nothing />
      ) : (
        <>
          <div className="columns">
            <Deals of={item} />
            <section className="sheet" aria-label="Parties">
              <h2>Who is in them</h2>
              <Suspense fallback={<Bones />}>
                <Dealers name={name} />
              </Suspense>
            </section>
          </div>
          <section className="sheet" aria-label="Network">
            <h2>Who deals in it with whom</h2>
            <Suspense fallback={<Bones />}>
              <Network kind="items" name={name} />
            </Suspense>
          </section>
        </>
      )}
    </div>
  );
}

function Nothing() {
  return (
    <Empty title="No deal is about it under this name">
      <p>
        <Link to="/items">Items that are in deals</Link>
      </p>
    </Empty>
  );
}

function Deals({ of }: { readonly of: Alone }) {
  const query = { item: of.name, limit: SHOWN };
  const found = useQuery({
    queryKey: ["deals", query],
    queryFn: async ({ signal }) => ask<{ readonly deals: readonly ListedDeal[]; readonly next?: string }>("/deals", { query, signal }),
  });
  return (
    <section className="sheet" aria-label="Deals">
      <h2>{found.data?.next === undefined ? "Deals" : `Its largest deals, of ${dealsText(of)}`}</h2>
      {found.isPending ? <Bones /> : null}
      {found.isError ? <TroubleNote error={found.error} again={() => void found.refetch()} /> : null}
      <DealList deals={found.data?.deals ?? []} />
    </section>
  );
}
