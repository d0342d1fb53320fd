// A claim in words: what is done by whom, each slot, who says so, and who made the claim.
import type { ReactNode } from "react";
import type { Forms } from "../asking/index.ts";
import { ActWord, modeText } from "../piece/index.ts";
import { partiesText } from "../../phrasing/index.ts";
import { slotRows } from "./slot.ts";
import type { SlotRow } from "./slot.ts";
import { ruleText } from "./word.ts";

interface Card {
  readonly claim: Forms["Claim"];
  readonly number?: number | undefined;
  /** Which slots a person corrected. */
  readonly corrected?: readonly string[];
  /** Shows where a slot's words stand; undefined when it is looked at no more. */
  readonly point: (path: string | undefined) => void;
  /** What can be done about it: stands before its slots, so that it is always at the same place. */
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}

/** A claim in words. */
export function ClaimCard({ claim, number, corrected, point, actions, children }: Card) {
  const rows = slotRows(claim);
  return (
    <section className="claim-card" aria-label={`Claim ${number ?? ""}`}>
      <h2 tabIndex={-1} data-card-head>
        {number === undefined ? null : <span className="soft">{number} </span>}
        <ActWord act={claim.act} mode={claim.mode} negated={claim.negated} />
      </h2>
      <p>{partiesText(claim)}</p>
      {actions}
      <blockquote className="words">{claim.evidence.quote === "" ? "The words were redacted." : cut(claim.evidence.quote)}</blockquote>
      <dl className="slots">
        {rows.map((row) => (
          <Slot key={row.path} row={row} isCorrected={corrected?.includes(row.slot) === true} point={point} />
        ))}
        {claim.sources.length > 0 ? null : <Plain label="Who says so" text="the document itself" />}
        <Plain label="Presented as" text={`${claim.negated ? "not done: the text denies it; " : ""}${modeText(claim.mode)}`} />
        <Plain label="Found" text={`${ruleText(claim.rule)}, confidence ${Math.round(claim.confidence * 100)} %`} />
      </dl>
      {children}
    </section>
  );
}

const LONGEST = 400;

function cut(quote: string): string {
  return quote.length <= LONGEST ? quote : `${quote.slice(0, LONGEST)}…`;
}

function Plain({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{text}</dd>
    </div>
  );
}

function Slot({ row, isCorrected, point }: { readonly row: SlotRow; readonly isCorrected: boolean; readonly point: Card["point"] }) {
  const { path, label, text, more, span } = row;
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {span === undefined ? (
          text
        ) : (
          <button
            className="slot"
            onFocus={() => point(path)}
            onBlur={() => point(undefined)}
            onPointerEnter={() => point(path)}
            onPointerLeave={() => point(undefined)}
            title="Show its words in the text"
          >
            {text}
          </button>
        )}
        {more === undefined ? null : <span className="soft small"> {more}</span>}
        {isCorrected ? <span className="small"> · corrected</span> : null}
      </dd>
    </div>
  );
}
