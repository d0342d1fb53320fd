// Deals in a short list, as other views show them beside what they are about.
import { Link } from "@tanstack/react-router";
import type { Forms } from "../asking/index.ts";
import { DisputeMark, StateMark } from "./mark.tsx";

/** What a line of a short list needs of a deal. */
export type ListedDeal = Pick<Forms["DealBrief"], "id" | "name" | "kind" | "parties" | "state" | "dispute">;

/** Deals, each with its parties, kind and state. */
export function DealList({ deals }: { readonly deals: readonly ListedDeal[] }) {
  return (
    <ul className="deal-list">
      {deals.map(({ id, name, kind, parties, state, dispute }) => (
        <li key={id}>
          <Link to="/deals/$id" params={{ id }}>
            {name}
          </Link>
          <span className="soft small">
            {kind} · {parties.map((party) => party.name).join(", ")}
          </span>
          <span className="row">
            <StateMark state={state} />
            <DisputeMark dispute={dispute} />
          </span>
        </li>
      ))}
    </ul>
  );
}
