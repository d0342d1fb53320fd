// A party: what its deals come to, and with whom it has them.
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import type { ReactNode } from "react";
import { ask, pathOf } from "../asking/index.ts";
import type { Forms } from "../asking/index.ts";
import { Bones, DealList, Empty, Page, StateMark, TroubleNote } from "../piece/index.ts";
import type { ListedDeal } from "../piece/index.ts";
import { partyRoute } from "./route.ts";
import { SaidNote, SameParty } from "./same.tsx";
import type { Said } from "./same.tsx";

const Network = lazy(() => import("../network/index.ts").then(({ Network: picture }) => ({ default: picture })));

type Alone = Forms["PartyAlone"];

/** How many deals are shown here; the list of deals has the rest. */
const SHOWN = 20;

/** The party of the address. */
export function PartyView() {
  const { key } = partyRoute.useParams();
  const [said, setSaid] = useState<Said>();
  const navigate = useNavigate();
  const party = useQuery({ queryKey: ["party", key], queryFn: async ({ signal }) => ask<Alone>(pathOf("parties", key), { signal }) });
  const note = said === undefined ? null : <SaidNote said={said} forget={() => setSaid(undefined)} />;
  if (!party.isSuccess)
    return (
      <Page title={key}>
        {note}
        {party.isError ? <TroubleNote error={party.error} again={() => void party.refetch()} /> : <Bones />}
      </Page>
    );
  const same = (made: Said, other: string): void => {
    setSaid(made);
    void navigate({ to: "/parties/$key", params: { key: other } });
  };
  return (
    <Known key={key} party={party.data} of={key} same={same}>
      {note}
    </Known>
  );
}

interface KnownProps {
  readonly party: Alone;
  readonly of: string;
  readonly same: (said: Said, other: string) => void;
  readonly children: ReactNode;
}

function Known({ party, of, same, children }: KnownProps) {
  return (
    <Page title={party.name} aside={<Aside party={party} of={of} same={same} />}>
      <div className="stack">
        {children}
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

/** Beside the name: its id, or who it is where only its name is known, and where one can go from here. */
function Aside({ party: { id, name }, of, same }: Omit<KnownProps, "children">) {
  const [isAsked, setAsked] = useState(false);
  return (
    <span className="row screen-only">
      {id === null ? <span className="soft">no id: known by its name alone</span> : <code>{id}</code>}
      <Link to="/deals" search={{ party: of }}>
        All its deals
      </Link>
      <a href={`/watches?party=${encodeURIComponent(of)}`}>Watch it</a>
      {id === null ? <button onClick={() => setAsked(true)}>Say who it is …</button> : null}
      {isAsked ? <SameParty name={name} close={() => setAsked(false)} said={same} /> : null}
    </span>
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
