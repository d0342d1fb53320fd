// That a claim is not of this deal: it is parted from the claim that the deal begins with. Where it goes then follows from what it says.
import { useState } from "react";
import { oneLine, short } from "../../phrasing/index.ts";
import type { Forms } from "../asking/index.ts";
import { actName } from "../piece/index.ts";
import { AskingWhy, claimRows, ClaimWords, openingOf } from "./asking-why.tsx";
import type { Deciding } from "./decide.ts";

type Row = Forms["LifeRow"];

interface SplitProps {
  readonly deal: Forms["Deal"];
  /** The claim that is meant; empty where it is still to be chosen. */
  readonly claim: string;
  readonly deciding: Deciding;
  readonly close: () => void;
}

/** A dialog to split a claim off. */
export function Split({ deal, claim, deciding, close }: SplitProps) {
  const [chosen, setChosen] = useState(claim);
  const rows = claimRows(deal.life);
  const own = rows.find((row) => row.claim === chosen);
  const opening = openingOf(deal);
  // What the deal begins with is parted from what comes next.
  const rest = opening?.claim === chosen ? rows.find((row) => row.claim !== chosen) : opening;
  const decide = async (why: string): Promise<void> => {
    if (own === undefined || rest === undefined) return;
    const claims = [
      { claim: own.claim, document: own.document.id },
      { claim: rest.claim, document: rest.document.id },
    ] as const;
    const done = await deciding.decide({ type: "split", claims, why, done: `“${shortWords(own)}” is of another deal than “${deal.name}”` });
    if (done !== undefined) close();
  };
  return (
    <AskingWhy
      title="Split a claim off"
      act="It is of another deal"
      close={close}
      isReady={own !== undefined && rest !== undefined}
      isBusy={deciding.isBusy}
      error={deciding.error}
      decide={(why) => void decide(why)}
    >
      <label>
        The claim that is not of this deal
        <select value={chosen} onChange={({ target }) => setChosen(target.value)}>
          <option value="">Choose a claim</option>
          {rows.map((row) => (
            <option key={row.claim} value={row.claim}>
              {actName(row.act)}: {shortWords(row)}
            </option>
          ))}
        </select>
      </label>
      {own === undefined ? null : <ClaimWords row={own} />}
      {own === undefined || rest === undefined ? null : (
        <>
          <p>It is said not to be of one deal with this claim:</p>
          <ClaimWords row={rest} />
        </>
      )}
      {rows.length > 1 ? null : <p>This deal has one claim alone: there is nothing to part it from.</p>}
    </AskingWhy>
  );
}

const SHORT = 70;

function shortWords({ words }: Row): string {
  return short(oneLine(words), SHORT);
}
