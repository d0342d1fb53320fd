// Who of a deal's parties has deals with whom, and the other deals between them: a list with links, and a small picture of the same.
import { Link } from "@tanstack/react-router";
import { useQueries, useQuery } from "@tanstack/react-query";
import type { UseQueryResult } from "@tanstack/react-query";
import { short } from "../../phrasing/index.ts";
import { ask, pathOf } from "../asking/index.ts";
import type { Forms } from "../asking/index.ts";
import { counted, DisputeMark, StateMark, TroubleNote } from "../piece/index.ts";
import { OF_DEAL } from "../shell/index.ts";
import { PartyLink } from "./telling.tsx";

type Deal = Forms["Deal"];
type Party = Forms["PartyAlone"];

/** Parties that are looked at, partners of each, and other deals that are shown. */
const PARTIES = 5;
const PARTNERS = 5;
const OTHERS = 8;
/** Deals of the first party that are looked through for others. */
const LOOKED_AT = 100;

/** A deal's parties with their partners. */
export function Around({ deal }: { readonly deal: Deal }) {
  const { parties, failed } = useQueries({
    queries: deal.parties.slice(0, PARTIES).map(({ id, name }) => ({
      queryKey: ["parties", id ?? name],
      queryFn: async ({ signal }: { readonly signal: AbortSignal }) => ask<Party>(pathOf("parties", id ?? name), { signal }),
      meta: OF_DEAL,
    })),
    combine: (results: readonly UseQueryResult<Party>[]) => ({
      parties: results.flatMap(({ data }) => (data === undefined ? [] : [data])),
      failed: results.filter(({ isError }) => isError),
    }),
  });
  if (deal.parties.length === 0) return null;
  return (
    <section aria-labelledby="network" className="sheet">
      <h2 id="network">Its parties and their partners</h2>
      {failed[0] === undefined ? null : <TroubleNote error={failed[0].error} again={() => failed.forEach((one) => void one.refetch())} />}
      <PartnerPicture parties={parties} />
      <ul className="plain-list partners">
        {parties.map((party) => (
          <li key={party.id ?? party.name}>
            <PartyLink party={party} />{" "}
            <span className="small soft">
              {counted(party.of, "deal")}
              {party.more ? " or more" : ""}
            </span>
            <Partners party={party} />
          </li>
        ))}
      </ul>
      <OtherDeals deal={deal} />
    </section>
  );
}

function Partners({ party: { partners } }: { readonly party: Party }) {
  if (partners.length === 0) return <p className="small soft">No partner is told.</p>;
  const more = partners.length - PARTNERS;
  return (
    <p className="small">
      with{" "}
      {partners.slice(0, PARTNERS).map((partner, at) => (
        <span key={partner.id ?? partner.name}>
          {at === 0 ? "" : ", "}
          <PartyLink party={partner} /> ({partner.deals})
        </span>
      ))}
      {more > 0 ? ` and ${counted(more, "other")}` : ""}
    </p>
  );
}

const WIDTH = 340;
const LINE = 24;
/** Letters of a name that there is room for. */
const NAMED = 18;

const keyOf = ({ id, name }: { readonly id: string | null; readonly name: string }): string => id ?? name;

/** The deal's parties at the left, whom they have most deals with at the right; the more deals, the stronger the line. The list says the same. */
function PartnerPicture({ parties }: { readonly parties: readonly Party[] }) {
  const own = new Set(parties.map(keyOf));
  const ties = parties.flatMap((party) =>
    party.partners
      .slice(0, PARTNERS)
      .filter((partner) => !own.has(keyOf(partner)))
      .map((partner) => ({ from: keyOf(party), partner })),
  );
  const partners = [...new Map(ties.map(({ partner }) => [keyOf(partner), partner])).values()];
  if (ties.length === 0) return null;
  const height = LINE * Math.max(parties.length, partners.length) + 8;
  const place = (all: readonly string[], key: string): number => ((all.indexOf(key) + 0.5) * height) / all.length;
  const [left, right] = [parties.map(keyOf), partners.map(keyOf)];
  const most = Math.max(...ties.map(({ partner }) => partner.deals));
  return (
    <svg className="partner-picture screen-only" viewBox={`0 0 ${WIDTH} ${height}`} aria-hidden="true">
      {ties.map(({ from, partner }) => (
        <line
          key={`${from} ${keyOf(partner)}`}
          x1={136}
          x2={204}
          y1={place(left, from)}
          y2={place(right, keyOf(partner))}
          strokeWidth={1 + (4 * partner.deals) / most}
        />
      ))}
      {parties.map((party) => (
        <text key={keyOf(party)} x={130} y={place(left, keyOf(party)) + 4} textAnchor="end">
          {short(party.name, NAMED)}
        </text>
      ))}
      {partners.map((partner) => (
        <text key={keyOf(partner)} x={210} y={place(right, keyOf(partner)) + 4}>
          {short(partner.name, NAMED)}
        </text>
      ))}
    </svg>
  );
}

/** Deals of the first party in which another of the deal's parties stands too. */
function OtherDeals({ deal: { id, parties } }: { readonly deal: Deal }) {
  const [first] = parties;
  const party = first === undefined ? undefined : keyOf(first);
  const { data, error, refetch } = useQuery({
    queryKey: ["deals", "of", party],
    meta: OF_DEAL,
    queryFn: async ({ signal }) => ask<Forms["DealPage"]>("/deals", { query: { party, limit: LOOKED_AT }, signal }),
    enabled: party !== undefined,
  });
  const others = new Set(parties.map(keyOf).filter((key) => key !== party));
  const shared = (deal: Forms["DealPage"]["deals"][number]): number => deal.parties.filter((one) => others.has(keyOf(one))).length;
  const found = (data?.deals ?? []).filter((deal) => deal.id !== id && shared(deal) > 0).toSorted((a, b) => shared(b) - shared(a));
  if (error !== null) return <TroubleNote error={error} again={() => void refetch()} />;
  const isPart = data?.next !== undefined;
  if (party === undefined || (found.length === 0 && !isPart)) return null;
  return (
    <>
      <h3>Other deals between them</h3>
      {isPart ? (
        <p className="small soft">
          Among the {LOOKED_AT} deals of {first?.name} with most claims{found.length === 0 ? ": none" : ""}.
        </p>
      ) : null}
      <ul className="plain-list">
        {found.slice(0, OTHERS).map(({ id: other, name, state, dispute }) => (
          <li key={other} className="row other-deal">
            <Link to="/deals/$id" params={{ id: other }}>
              {name}
            </Link>
            <StateMark state={state} />
            <DisputeMark dispute={dispute} />
          </li>
        ))}
      </ul>
      {found.length <= OTHERS && !isPart ? null : (
        <p>
          <Link to="/deals" search={{ party }}>
            All deals of {first?.name}
          </Link>
        </p>
      )}
    </>
  );
}
