// What a deal is, in a few lines: what it is about, between whom, how long it holds, what it replaces.
import { Link } from "@tanstack/react-router";
import { intervalText } from "../../phrasing/index.ts";
import type { Forms } from "../asking/index.ts";
import { Fact, StateMark } from "../piece/index.ts";
import { given } from "../shell/index.ts";
import { useDeal } from "./asked.ts";
import type { Days } from "./asked.ts";
import { daysSaid, PartyLink } from "./telling.tsx";

type Deal = Forms["Deal"];

/** The facts of a deal. */
export function Facts({ deal, days }: { readonly deal: Deal; readonly days: Days }) {
  const { id, kind, parties, object, items, validity, replaces, replacedBy = [] } = deal;
  return (
    <dl className="deal-facts">
      <Fact name="Kind">{kind}</Fact>
      <Fact name={parties.length === 1 ? "Party" : "Parties"}>
        {parties.length === 0 ? "none is told" : ""}
        {parties.map((party, at) => (
          <span key={party.id ?? party.name}>
            {at === 0 ? "" : ", "}
            <PartyLink party={party} />
          </span>
        ))}
      </Fact>
      {object === null ? null : <Fact name="Object">{object}</Fact>}
      {items.length === 0 ? null : (
        <Fact name="Goods">
          {items.map((name, at) => (
            <span key={name}>
              {at === 0 ? "" : ", "}
              <Link to="/items/$name" params={{ name }}>
                {name}
              </Link>
            </span>
          ))}
        </Fact>
      )}
      {validity.length === 0 ? null : <Fact name="Holds">{daysSaid(validity.map(intervalText).join("; "))}</Fact>}
      {replaces === undefined ? null : (
        <Fact name="Replaces">
          <OtherDeal id={replaces} days={days} />
        </Fact>
      )}
      {replacedBy.length === 0 ? null : (
        <Fact name="Replaced by">
          {replacedBy.map((other) => (
            <OtherDeal key={other} id={other} days={days} />
          ))}
        </Fact>
      )}
      <Fact name="Id">
        <code>{id}</code>
      </Fact>
    </dl>
  );
}

/** Another deal by its name, with where it stood on the same days. */
function OtherDeal({ id, days }: { readonly id: string; readonly days: Days }) {
  const { data } = useDeal(id, days);
  return (
    <span className="row">
      <Link to="/deals/$id" params={{ id }} search={given(days)}>
        {data?.name ?? id}
      </Link>
      {data === undefined ? null : <StateMark state={data.state} />}
    </span>
  );
}
