// Goods: the deals that are about them, and who is in these.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ask } from "../asking/index.ts";
import type { Forms } from "../asking/index.ts";
import { Bones, DealList, Empty, Page, TroubleNote } from "../piece/index.ts";
import type { ListedDeal } from "../piece/index.ts";
import { itemRoute } from "./route.ts";

type Party = Forms["DealBrief"]["parties"][number];

interface DealPage {
  readonly deals: readonly ListedDeal[];
  readonly next?: string;
}

/** Deals that are looked at for who is in them. */
const LOOKED_AT = 100;

/** The goods of the address. */
export function ItemView() {
  const { name } = itemRoute.useParams();
  const query = { item: name, limit: LOOKED_AT };
  const found = useQuery({ queryKey: ["deals", query], queryFn: async ({ signal }) => ask<DealPage>("/deals", { query, signal }) });
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
      {found.isPending ? <Bones /> : null}
      {found.isError ? <TroubleNote error={found.error} again={() => void found.refetch()} /> : null}
      {found.isSuccess ? <Known page={found.data} /> : null}
    </Page>
  );
}

function Known({ page: { deals, next } }: { readonly page: DealPage }) {
  if (deals.length === 0)
    return (
      <Empty title="No deal is about it">
        <p>
          <Link to="/items">Items that are in deals</Link>
        </p>
      </Empty>
    );
  return (
    <div className="columns">
      <section className="sheet" aria-label="Deals">
        <h2>{next === undefined ? "Deals" : `Its ${deals.length} largest deals`}</h2>
        <DealList deals={deals} />
      </section>
      <section className="sheet" aria-label="Parties">
        <h2>Who is in them</h2>
        <ul className="plain-list values">
          {partiesOf(deals).map(({ party: { id, name }, times }) => (
            <li key={id ?? name}>
              <Link to="/parties/$key" params={{ key: id ?? name }}>
                {name}
              </Link>
              <span className="soft small">{times === 1 ? "1 deal" : `${times} deals`}</span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

function partiesOf(deals: readonly ListedDeal[]): readonly { readonly party: Party; readonly times: number }[] {
  const all = Map.groupBy(
    deals.flatMap(({ parties }) => parties),
    ({ id, name }) => id ?? name,
  );
  return [...all.values()].flatMap((same) => same.slice(0, 1).map((party) => ({ party, times: same.length }))).toSorted((a, b) => b.times - a.times);
}
