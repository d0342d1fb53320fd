// Whether claims are of one deal: joining the claim's deal with another, or parting the claim from another claim of its deal.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { ask, pathOf } from "../asking/index.ts";
import type { Forms } from "../asking/index.ts";
import { ActWord, Bones, Modal, TroubleNote } from "../piece/index.ts";
import { partiesText } from "../../phrasing/index.ts";
import type { Wanted } from "../shell/index.ts";
import { ofDeals } from "./decision.ts";
import type { DealNamed } from "./on-bench.ts";
import { standingAsked } from "./standing.ts";

type Ref = Forms["StandingClaim"]["ref"];

interface Dialog {
  readonly claim: Forms["StandingClaim"];
  readonly deal: DealNamed | undefined;
  readonly close: () => void;
  readonly decide: (wanted: readonly Wanted[]) => void;
  /** Why the last decision was not taken. */
  readonly refused: unknown;
}

/** Joins and parts deals. */
export function DealsDialog({ claim, deal, close, decide, refused }: Dialog) {
  const client = useQueryClient();
  const [error, setError] = useState<unknown>();
  const [why, setWhy] = useState("");
  // Whoever closes the dialog while it is still asked which claim is meant decides nothing.
  const isOpen = useRef(true);
  useEffect(() => {
    isOpen.current = true;
    return () => {
      isOpen.current = false;
    };
  }, []);
  const say = async (type: "join" | "split", other: Promise<Ref>): Promise<void> => {
    setError(undefined);
    try {
      const found = await other;
      if (isOpen.current) decide(ofDeals(type, [claim.ref, found], why));
    } catch (thrown) {
      setError(thrown);
    }
  };
  const refOf = async (document: string, id: string): Promise<Ref> => {
    const { claims } = await client.fetchQuery(standingAsked(document));
    const found = claims.find((one) => one.claim.id === id);
    if (found === undefined) throw new Error("that claim stands no more");
    return found.ref;
  };
  const firstOf = async (id: string): Promise<Ref> => {
    const { life } = await client.fetchQuery(dealOf(id));
    const row = life.find((one) => one.part !== "touches" && one.part !== "hints");
    if (row === undefined) throw new Error("that deal has no claim");
    return refOf(row.document.id, row.claim);
  };
  return (
    <Modal title="Of which deal is this claim?" close={close}>
      <div className="stack">
        <p>{deal === undefined ? "It is of no deal that is known here." : `It ${deal.isUnsure === true ? "may be" : "is"} of “${deal.name}”.`}</p>
        <label>
          Why
          <input value={why} maxLength={2000} onChange={(event) => setWhy(event.target.value)} />
        </label>
        <Join own={deal?.id} join={(id) => void say("join", firstOf(id))} />
        {deal === undefined ? null : <Part deal={deal.id} own={claim.claim.id} part={(document, id) => void say("split", refOf(document, id))} />}
        {(error ?? refused) === undefined ? null : <TroubleNote error={error ?? refused} />}
      </div>
    </Modal>
  );
}

function dealOf(id: string) {
  return { queryKey: ["deals", id, {}], queryFn: async () => ask<Forms["Deal"]>(pathOf("deals", id)) };
}

function Join({ own, join }: { readonly own: string | undefined; readonly join: (id: string) => void }) {
  const [typed, setTyped] = useState("");
  const search = typed.trim();
  const { data, error, refetch } = useQuery({
    queryKey: ["deals", "joining", search],
    queryFn: async ({ signal }) => ask<Forms["DealPage"]>("/deals", { query: { search, limit: 8 }, signal }),
    enabled: search !== "",
  });
  const found = data?.deals.filter(({ id }) => id !== own) ?? [];
  return (
    <section className="stack" aria-label="Join">
      <label>
        Join with another deal: words of its name, parties or goods
        <input type="search" value={typed} maxLength={500} onChange={(event) => setTyped(event.target.value)} />
      </label>
      <ul className="plain-list">
        {found.map(({ id, name, state }) => (
          <li key={id} className="row">
            <span>
              {name} <span className="soft">({state})</span>
            </span>
            <button onClick={() => join(id)} aria-label={`They are one: this and ${name}`}>
              They are one
            </button>
          </li>
        ))}
      </ul>
      {error === null ? null : <TroubleNote error={error} again={() => void refetch()} />}
      {data !== undefined && found.length === 0 ? <p className="soft">No other deal has these words.</p> : null}
    </section>
  );
}

/** Claims of the deal that are offered for parting. */
const OFFERED = 30;

function Part({ deal, own, part }: { readonly deal: string; readonly own: string; readonly part: (document: string, claim: string) => void }) {
  const { data, error, refetch } = useQuery(dealOf(deal));
  if (data === undefined) return error === null ? <Bones lines={2} /> : <TroubleNote error={error} again={() => void refetch()} />;
  const others = data.life.filter(({ claim }) => claim !== own).slice(0, OFFERED);
  return (
    <section aria-label="Part">
      <h3>Part it from a claim of its deal</h3>
      <ul className="plain-list">
        {others.map((row) => (
          <li key={row.claim} className="row">
            <span>
              <ActWord {...row} /> {partiesText(row)} <span className="soft small">{row.document.published}</span>
            </span>
            <button onClick={() => part(row.document.id, row.claim)} aria-label={`Not the same deal: ${row.act}, ${partiesText(row)}`}>
              Not the same deal
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
