// What reports contradict each other in, side by side in each side's words. A policy says which is shown first; a person's pin goes before it.
import { getRouteApi } from "@tanstack/react-router";
import { slotText } from "../../phrasing/index.ts";
import type { Forms } from "../asking/index.ts";
import { counted, Mark } from "../piece/index.ts";
import { POLICY_NAMES } from "../vocabulary/index.ts";
import { valueText } from "./slot.ts";
import { Origin, Words } from "./telling.tsx";

const route = getRouteApi("/deals/$id");

type Deal = Forms["Deal"];
type Side = Forms["ConflictSide"];

/** Says of one claim that its side is to be shown first. */
export type Pin = (slot: string, claim: Side["claims"][number]) => void;

/** What a policy goes by, in words. */
export function policyText(policy: string | undefined): string {
  return Object.entries(POLICY_NAMES).find(([name]) => name === (policy ?? "most-recent"))?.[1] ?? policy ?? "";
}

/** The conflicts of a deal. `life` is the whole of it, by which sides are said as their claims have them. */
export function Conflicts({ deal, life, pin }: { readonly deal: Deal; readonly life: Deal["life"]; readonly pin: Pin }) {
  if (deal.conflicts.length === 0) return null;
  return (
    <section aria-labelledby="conflicts" className="sheet">
      <div className="page-head">
        <h2 id="conflicts">What reports contradict each other in</h2>
        <PolicyChoice />
      </div>
      {deal.conflicts.map((conflict) => (
        <section key={conflict.slot} aria-label={slotText(conflict.slot)}>
          <h3>{slotText(conflict.slot)}</h3>
          <ul className="plain-list sides">
            {(deal.sides[conflict.slot] ?? []).map((side) => (
              <SideItem key={side.value} conflict={conflict} side={side} life={life} pin={pin} />
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

function PolicyChoice() {
  const { policy = "most-recent" } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <label className="inline screen-only">
      Shown first
      <select
        value={policy}
        onChange={({ target }) => void navigate({ search: (before) => ({ ...before, policy: target.value }), replace: true, resetScroll: false })}
      >
        {Object.entries(POLICY_NAMES).map(([name, text]) => (
          <option key={name} value={name}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

interface SideProps {
  readonly conflict: Forms["Conflict"];
  readonly side: Side;
  readonly life: Deal["life"];
  readonly pin: Pin;
}

function SideItem({ conflict: { slot, shown }, side, life, pin }: SideProps) {
  const own = new Set(side.claims.map(({ id }) => id));
  const reports = new Set(side.claims.map(({ document }) => document)).size;
  const isShown = own.has(shown);
  const ordered = side.claims.toSorted((a, b) => Number(b.id === shown) - Number(a.id === shown));
  const [first] = ordered;
  return (
    <li className="side" data-shown={isShown}>
      <p className="row">
        <strong className="side-value">
          {valueText(
            slot,
            side.value,
            life.filter(({ claim }) => own.has(claim)),
          )}
        </strong>
        {isShown ? <Mark tone="open" sign="★" text="shown first" /> : null}
      </p>
      <p className="small soft">
        {counted(reports, "report")}
        {side.origins === reports ? "" : ` of ${counted(side.origins, "origin")}`}
      </p>
      {ordered.map((claim) => (
        <div key={claim.id}>
          <Words words={claim.words} />
          <Origin sources={claim.sources} claim={claim.id} document={documentOf(claim, life)} />
        </div>
      ))}
      {isShown || first === undefined ? null : (
        <button className="screen-only" onClick={() => pin(slot, first)}>
          Show this side first, whatever the policy
        </button>
      )}
    </li>
  );
}

/** A report with its address, where the life has it. */
export function documentOf({ document: id, published }: Side["claims"][number], life: Deal["life"]): Deal["life"][number]["document"] {
  return life.find(({ document }) => document.id === id)?.document ?? { id, ...(published === undefined ? {} : { published }) };
}
