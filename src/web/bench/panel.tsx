// Beside the text: the claim that is looked at and what can be decided about it, or the form in which it is worked on.
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { FormEvent } from "react";
import type { Forms } from "../asking/index.ts";
import { ClaimCard, SLOT_LABELS } from "../evidence/index.ts";
import { Mark } from "../piece/index.ts";
import { ClaimForm } from "./claim-form.tsx";
import { DealsDialog } from "./deals-dialog.tsx";
import { added, changedSlots, corrections, verdict } from "./decision.ts";
import { DecisionList } from "./decisions.tsx";
import { draftOf } from "./draft.ts";
import type { Draft } from "./draft.ts";
import { useUnsaved } from "./leaving.tsx";
import type { DealNamed, Keys } from "./on-bench.ts";
import type { useWork } from "./work.ts";

interface Shown {
  readonly work: ReturnType<typeof useWork>;
  readonly where: { readonly document: string; readonly version: number };
  readonly claim: Forms["StandingClaim"] | undefined;
  readonly number: number | undefined;
  readonly isRejected: boolean;
  readonly deal: DealNamed | undefined;
  readonly mayDecide: boolean;
  readonly point: (path: string | undefined) => void;
  readonly undo: (seq: number) => void;
  readonly keys: Keys;
}

/** The claim, or the form that is open. */
export function Panel(shown: Shown) {
  const { work, where } = shown;
  const { doing, run, end, isBusy } = work;
  if (doing.is === "rejecting") return <RejectForm {...shown} basis={doing.basis} seen={doing.seen} />;
  if (doing.is === "correcting") {
    const { seen, basis } = doing;
    return (
      <ClaimForm
        key={seen.claim.id}
        title={`Correct claim ${shown.number ?? ""}`}
        start={draftOf(seen.claim)}
        does="Save what is corrected"
        isBusy={isBusy}
        cancel={end}
        tellTyped={work.tellTyped}
        preview={(draft) => changesText(seen.claim, draft)}
        save={(draft, why) =>
          changedSlots(seen.claim, draft).length === 0 ? end() : void run(() => corrections(seen, draft, basis, why), { claim: seen.claim.id })
        }
      />
    );
  }
  if (doing.is === "adding") {
    const { start, of } = doing;
    return (
      <ClaimForm
        title={of === undefined ? "Add a missed claim" : "Claim it after all"}
        start={start}
        does="Add the claim"
        isBusy={isBusy}
        cancel={end}
        tellTyped={work.tellTyped}
        preview={() => "It will stand under your name."}
        save={(draft, why) => void run((signed) => added(where, draft, signed, why, of))}
      />
    );
  }
  return <Looking {...shown} />;
}

function changesText(claim: Forms["Claim"], draft: Draft): string {
  const slots = changedSlots(claim, draft).map((slot) => SLOT_LABELS[slot][0].toLowerCase());
  return slots.length === 0 ? "Nothing is changed yet." : `Changes: ${slots.join(", ")}.`;
}

function Looking(shown: Shown) {
  const { work, claim, number, isRejected, deal, mayDecide, point, undo } = shown;
  if (claim === undefined) return <p className="soft">Choose a claim: its number in the text, or j and k.</p>;
  return (
    <ClaimCard
      claim={claim.claim}
      number={number}
      corrected={claim.corrected}
      point={point}
      actions={mayDecide ? <Actions keys={shown.keys} isBusy={work.isBusy} /> : null}
    >
      <p className="row small">
        {isRejected ? <Mark tone="bad" sign="✕" text="rejected" /> : null}
        {claim.confirmed ? <Mark tone="good" sign="✓" text="confirmed" /> : null}
        {claim.origin === "read" ? null : (
          <Mark tone="open" sign="+" text={claim.origin === "added" ? "added by a person" : "claimed after all by a person"} />
        )}
      </p>
      {deal === undefined ? null : (
        <p>
          {deal.isUnsure === true ? "May be of the deal" : "Deal:"}{" "}
          <Link to="/deals/$id" params={{ id: deal.id }}>
            {deal.name}
          </Link>
        </p>
      )}
      <DecisionList seqs={claim.decisions} undo={mayDecide ? undo : undefined} />
      {work.doing.is === "parting" ? (
        <DealsDialog
          claim={claim}
          deal={deal}
          refused={work.refused?.error}
          close={work.end}
          decide={(wanted) => void work.run(() => wanted, { claim: claim.claim.id })}
        />
      ) : null}
    </ClaimCard>
  );
}

function Actions({ keys, isBusy }: { readonly keys: Keys; readonly isBusy: boolean }) {
  const all = [
    ["Confirm", "c", keys.confirm],
    ["Reject", "r", keys.reject],
    ["Correct", "e", keys.correct],
    ["Deals", "d", keys.parts],
  ] as const;
  return (
    <div className="row actions screen-only">
      {all.map(([name, key, act]) => (
        <button key={key} onClick={act} disabled={isBusy} className={key === "c" ? "main" : undefined} aria-keyshortcuts={key}>
          {name} <kbd aria-hidden="true">{key}</kbd>
        </button>
      ))}
    </div>
  );
}

interface Rejection extends Shown {
  readonly seen: Forms["StandingClaim"];
  readonly basis: number;
}

function RejectForm({ work, seen, basis, number }: Rejection) {
  const [why, setWhy] = useState("");
  useUnsaved(work.tellTyped, why !== "");
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    void work.run(() => verdict("reject", seen, basis, why), { claim: seen.claim.id });
  };
  return (
    <form className="stack" onSubmit={submit}>
      <h2 tabIndex={-1} data-card-head>
        Reject claim {number}
      </h2>
      <blockquote className="words">{seen.claim.evidence.quote}</blockquote>
      <label>
        Why is it wrong?
        <input value={why} maxLength={2000} data-first-field onChange={(event) => setWhy(event.target.value)} />
      </label>
      <div className="row">
        <button className="main" disabled={work.isBusy}>
          Reject it
        </button>
        <button type="button" onClick={work.end}>
          Cancel
        </button>
      </div>
    </form>
  );
}
