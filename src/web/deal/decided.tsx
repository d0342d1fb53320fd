// What people decided about a deal's claims: who, when, why; each can be taken back.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { slotText } from "../../phrasing/index.ts";
import type { decisionText } from "../../phrasing/index.ts";
import { ask } from "../asking/index.ts";
import type { Forms } from "../asking/index.ts";
import { Day, Mark, TroubleNote } from "../piece/index.ts";
import type { Deciding } from "./decide.ts";

type Stored = Forms["StoredDecision"];

/** The newest decisions that are looked through for those about a deal. */
const LOOKED_AT = 300;

type DecisionType = Parameters<typeof decisionText>[0]["type"];

const DID: Readonly<Record<DecisionType, string>> = {
  confirm: "confirmed a claim",
  reject: "rejected a claim",
  correct: "corrected a claim",
  "add-claim": "added a claim",
  promote: "made a claim of words that were passed over",
  join: "said that two claims are of one deal",
  split: "said that two claims are of different deals",
  pin: "wants a claim shown first",
  "same-party": "said that two names are of one party",
  undo: "took a decision back",
  redact: "took the words of a report out of the ledger",
};

/** The decisions about a deal's claims. */
export function Decided({ deal, deciding }: { readonly deal: Forms["Deal"]; readonly deciding: Deciding }) {
  const { data, error, refetch } = useQuery({
    queryKey: ["decisions", "newest"],
    queryFn: async ({ signal }) => ask<Forms["DecisionPage"]>("/decisions", { query: { limit: LOOKED_AT }, signal }),
  });
  const own = new Set(deal.claims);
  const about = (data?.decisions ?? []).filter(({ found }) => found.some((claim) => claim !== null && own.has(claim)));
  const trouble = error === null ? null : <TroubleNote error={error} again={() => void refetch()} />;
  if (about.length === 0) return trouble;
  return (
    <section aria-labelledby="decided" className="sheet">
      <h2 id="decided">What people decided about it</h2>
      {trouble}
      <ul className="plain-list">
        {about.map((decision) => (
          <DecisionItem key={decision.seq} decision={decision} deciding={deciding} />
        ))}
      </ul>
      {data?.next === undefined ? null : <p className="small soft">Among the newest {LOOKED_AT} decisions of the ledger.</p>}
    </section>
  );
}

function DecisionItem({ decision: stored, deciding }: { readonly decision: Stored; readonly deciding: Deciding }) {
  const { seq, by, at, why, undone, found } = stored;
  const words = didText(stored);
  const claim = found.find((one) => one !== null);
  return (
    <li data-undone={undone}>
      <p>
        <strong>{by}</strong> {words} {undone ? <Mark tone="quiet" text="taken back" /> : null}
      </p>
      {why === undefined ? null : <p className="words">{why}</p>}
      <p className="row small soft">
        <Day iso={at} />
        {claim === undefined || claim === null ? null : <ClaimLink decision={stored} claim={claim} />}
        {undone ? null : (
          <button className="screen-only" disabled={deciding.isBusy} onClick={() => void deciding.undo({ seq, words: `${by} ${words}` })}>
            Take it back
          </button>
        )}
      </p>
    </li>
  );
}

function didText({ decision }: Stored): string {
  const type = decision?.["type"];
  const slot = decision?.["slot"];
  const did = typeof type === "string" ? (Object.entries(DID).find(([name]) => name === type)?.[1] ?? type) : "decided";
  return type === "pin" && typeof slot === "string" ? `${did} for “${slotText(slot)}”` : did;
}

function ClaimLink({ decision: { decision }, claim }: { readonly decision: Stored; readonly claim: string }) {
  const named = [decision?.["claim"], ...listIn(decision?.["claims"])].flatMap((one) => documentIn(one));
  const [id] = [...named, ...documentIn(decision)];
  return id === undefined ? null : (
    <Link to="/documents/$id" params={{ id }} search={{ claim }}>
      the claim in its report
    </Link>
  );
}

function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}

function documentIn(value: unknown): readonly string[] {
  return typeof value === "object" && value !== null && "document" in value && typeof value.document === "string" ? [value.document] : [];
}
