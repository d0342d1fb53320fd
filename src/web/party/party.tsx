// A party: what its deals come to, and with whom it has them.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { ask, pathOf } from "../asking/index.ts";
import type { Forms } from "../asking/index.ts";
import { Bones, DealList, Empty, Page, StateMark, TroubleNote } from "../piece/index.ts";
import type { ListedDeal } from "../piece/index.ts";
import { partyRoute } from "./route.ts";

const Network = lazy(() => import("../network/index.ts").then(({ Network: picture }) => ({ default: picture })));

type Alone = Forms["PartyAlone"];

/** How many deals are shown here; the list of deals has the rest. */
const SHOWN = 20;

/** The party of the address. */
export function PartyView() {
  const { key } = partyRoute.useParams();
  const party = useQuery({ queryKey: ["party", key], queryFn: async ({ signal }) => ask<Alone>(pathOf("parties", key), { signal }) });
  if (party.isPending)
    return (
      <Page title={key}>
        <Bones />
      </Page>
    );
  if (party.isError)
    return (
      <Page title={key}>
        <TroubleNote error={party.error} again={() => void party.refetch()} />
      </Page>
    );
  return <Known key={key} party={party.data} of={key} />;
}

function Known({ party, of }: { readonly party: Alone; readonly of: string }) {
  const { id, name } = party;
  return (
    <Page
      title={name}
      aside={
        <span className="row screen-only">
          {id === null ? <span className="soft">no id: known by its name alone</span> : <code>{id}</code>}
          <Link to="/deals" search={{ party: of }}>
            All its deals
          </Link>
          <a href={`/watches?party=${encodeURIComponent(of)}`}>Watch it</a>
        </span>
      }
    >
      <div className="stack">
        <Tallies party={party} />
        <div className="columns">
          <Deals of={of} />
          <Partners party={party} />
        </div>
        <section className="sheet" aria-label="Network">
          <h2>Network</h2>
          <Suspense fallback={<Bones />}>
            <Network kind="parties" name={of} />
          </Suspense>
        </section>
      </div>
    </Page>
  );
}

function Tallies({ party: { of, more, states, kinds, aliases } }: { readonly party: Alone }) {
  return (
    <section className="sheet stack" aria-label="In numbers">
      {aliases.length === 0 ? null : <p>Also: {aliases.join("; ")}</p>}
      <p className="soft">
        {more ? `Of its ${of} largest deals` : `Of its ${of === 1 ? "one deal" : `${of} deals`}`}: {tallyText(kinds)}.
      </p>
      <ul className="tally" aria-label="States of its deals">
        {Object.entries(states)
          .toSorted(([, a], [, b]) => b - a)
          .map(([state, deals]) => (
            <li key={state}>
              {deals} × <StateMark state={state as ListedDeal["state"]} />
            </li>
          ))}
      </ul>
    </section>
  );
}

function tallyText(counts: Readonly<Record<string, number>>): string {
  const largest = Object.entries(counts).toSorted(([, a], [, b]) => b - a);
  return largest.map(([kind, deals]) => `${deals} ${deals === 1 ? kind : `${kind}s`}`).join(", ");
}

function Deals({ of }: { readonly of: string }) {
  const found = useQuery({
    queryKey: ["deals", { party: of, limit: SHOWN }],
    queryFn: async ({ signal }) => ask<{ readonly deals: readonly ListedDeal[] }>("/deals", { query: { party: of, limit: SHOWN }, signal }),
  });
  return (
    <section className="sheet" aria-label="Its largest deals">
      <h2>Its largest deals</h2>
      {found.isPending ? <Bones /> : null}
      {found.isError ? <TroubleNote error={found.error} again={() => void found.refetch()} /> : null}
      <DealList deals={found.data?.deals ?? []} />
    </section>
  );
}

/** Partners that are listed at once. */
const PARTNERS = 30;

function Partners({ party: { partners } }: { readonly party: Alone }) {
  if (partners.length === 0)
    return (
      <section className="sheet" aria-label="With whom">
        <h2>With whom</h2>
        <Empty title="Alone in all of its deals" />
      </section>
    );
  return (
    <section className="sheet" aria-label="With whom">
      <h2>With whom</h2>
      <ul className="plain-list values">
        {partners.slice(0, PARTNERS).map(({ id, name, deals }) => (
          <li key={id ?? name}>
            <Link to="/parties/$key" params={{ key: id ?? name }}>
              {name}
            </Link>
            <span className="soft small">{deals === 1 ? "1 deal" : `${deals} deals`}</span>
          </li>
        ))}
      </ul>
      {partners.length > PARTNERS ? <p className="soft">and {partners.length - PARTNERS} more</p> : null}
    </section>
  );
}
