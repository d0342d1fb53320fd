// What is not among the claims that stand: what was not claimed and why, and what people rejected.
import type { Forms } from "../asking/index.ts";
import { ActWord, Empty } from "../piece/index.ts";
import { reasonText } from "../evidence/index.ts";
import { partiesText } from "../../phrasing/index.ts";
import type { Abstention } from "./decision.ts";

const LONGEST = 160;

function cut(quote: string): string {
  const line = quote.replaceAll(/\s+/g, " ");
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST)}…`;
}

interface Abstained {
  readonly all: readonly Abstention[];
  /** Shows where one stands. */
  readonly point: (one: Abstention | undefined) => void;
  readonly promote: ((one: Abstention) => void) | undefined;
}

/** What was not claimed, each with its reason. */
export function AbstainedList({ all, point, promote }: Abstained) {
  if (all.length === 0) return <Empty title="Nothing was left out">{<p>Every passage that may tell an act became a claim.</p>}</Empty>;
  return (
    <section aria-label="Not claimed">
      <h3>Not claimed, and why</h3>
      <ul className="plain-list">
        {all.map((one) => (
          <li
            key={`${one.start} ${one.end} ${one.reason} ${one.act ?? ""}`}
            onPointerEnter={() => point(one)}
            onPointerLeave={() => point(undefined)}
            className="abstained"
          >
            {one.act === undefined ? null : <ActWord act={one.act} mode={one.mode ?? "actual"} negated={one.negated === true} />}{" "}
            <q className="words">{cut(one.quote)}</q>
            <p className="small soft">{reasonText(one.reason)}</p>
            {promote === undefined ? null : (
              <button onClick={() => promote(one)} onFocus={() => point(one)} data-promote>
                Claim it after all
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface Rejected {
  readonly all: readonly Forms["StandingClaim"][];
  readonly select: (id: string) => void;
}

/** What people rejected. */
export function RejectedList({ all, select }: Rejected) {
  if (all.length === 0) return <Empty title="Nothing was rejected" />;
  return (
    <section aria-label="Rejected">
      <h3>Rejected</h3>
      <ul className="plain-list">
        {all.map(({ claim }) => (
          <li key={claim.id}>
            <ActWord {...claim} /> {partiesText(claim)} <q className="words">{cut(claim.evidence.quote)}</q>{" "}
            <button onClick={() => select(claim.id)}>Look at it</button>
          </li>
        ))}
      </ul>
    </section>
  );
}
