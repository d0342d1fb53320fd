// That a deal and another are one: found by words or by its id, seen with the words that both begin with, and decided under a name.
import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { ask, Trouble } from "../asking/index.ts";
import type { Forms } from "../asking/index.ts";
import { Bones, TroubleNote } from "../piece/index.ts";
import { useDeal } from "./asked.ts";
import { AskingWhy, ClaimWords, openingOf } from "./asking-why.tsx";
import type { Deciding } from "./decide.ts";

interface JoinProps {
  readonly deal: Forms["Deal"];
  readonly deciding: Deciding;
  readonly close: () => void;
  /** Called when both are one, with the id of the other. */
  readonly joined: (other: string) => void;
}

/** A dialog to join a deal with another. */
export function Join({ deal, deciding, close, joined }: JoinProps) {
  const [other, setOther] = useState("");
  const found = useDeal(other === "" ? deal.id : other, {});
  const target = other === "" || found.data === undefined || found.data.id === deal.id ? undefined : found.data;
  const [own, theirs] = [openingOf(deal), target === undefined ? undefined : openingOf(target)];
  const decide = async (why: string): Promise<void> => {
    if (own === undefined || theirs === undefined || target === undefined) return;
    const claims = [own, theirs].map(({ claim, document }) => ({ claim, document: document.id }));
    const [one, two] = claims;
    if (one === undefined || two === undefined) return;
    const done = await deciding.decide({ type: "join", claims: [one, two], why, done: `“${deal.name}” and “${target.name}” are one deal` });
    if (done !== undefined) joined(target.id);
  };
  return (
    <AskingWhy
      title="Join with another deal"
      act="They are one deal"
      close={close}
      isReady={own !== undefined && theirs !== undefined}
      isBusy={deciding.isBusy}
      error={deciding.error}
      decide={(why) => void decide(why)}
    >
      <p>The claims that both begin with are said to be of one deal. What hangs on them follows; it can be taken back.</p>
      {own === undefined ? null : <ClaimWords row={own} />}
      <OtherChoice deal={deal} other={other} choose={setOther} />
      {other !== "" && found.isError ? <TroubleNote error={found.error} /> : null}
      {theirs === undefined ? null : <ClaimWords row={theirs} />}
    </AskingWhy>
  );
}

/** Deals that are offered. */
const OFFERED = 8;

function OtherChoice({ deal, other, choose }: { readonly deal: Forms["Deal"]; readonly other: string; readonly choose: (id: string) => void }) {
  const [typed, setTyped] = useState("");
  const words = useDeferredValue(typed.trim());
  const asked = words === "" ? { party: deal.parties[0]?.id ?? deal.parties[0]?.name } : { search: words };
  const { data, error, isPending } = useQuery({
    queryKey: ["deals", "offered", asked],
    queryFn: async ({ signal }) => ask<Forms["DealPage"]>("/deals", { query: { ...asked, limit: OFFERED + 1 }, signal }),
    enabled: !words.startsWith("deal-"),
  });
  const offered = (data?.deals ?? []).filter(({ id }) => id !== deal.id).slice(0, OFFERED);
  return (
    <>
      <label>
        The other deal, by words of it or its id
        <input
          type="search"
          value={typed}
          maxLength={200}
          onChange={({ target }) => {
            setTyped(target.value);
            choose(target.value.trim().startsWith("deal-") ? target.value.trim() : "");
          }}
        />
      </label>
      {error instanceof Trouble ? <TroubleNote error={error} /> : null}
      {words.startsWith("deal-") ? null : isPending ? (
        <Bones lines={3} />
      ) : (
        <fieldset className="choices">
          <legend>{words === "" ? "Deals of its first party" : "Deals with these words"}</legend>
          {offered.length === 0 ? <p className="soft">No other deal has these words.</p> : null}
          {offered.map(({ id, name }) => (
            <label key={id}>
              <input type="radio" name="other-deal" value={id} checked={other === id} onChange={() => choose(id)} />
              {name}
            </label>
          ))}
        </fieldset>
      )}
    </>
  );
}
