// That another was first: what they decided, and a way to go on without losing what was typed.
import { Trouble } from "../asking/index.ts";
import { Day, TroubleNote } from "../piece/index.ts";
import { useDecision } from "./decisions.tsx";
import { differences } from "./differences.ts";
import { saidOf } from "./saying.ts";
import type { Doing, Refusal } from "./work.ts";

interface Refused {
  readonly refused: Refusal;
  /** Looks at what stands now; what was typed stays. */
  readonly look: () => void;
  readonly dismiss: () => void;
}

/** Why a decision was refused. */
export function RefusedNote({ refused: { error, about, again }, look, dismiss }: Refused) {
  const other = error instanceof Trouble && error.code === "PACTA_LEDGER_DECISION_CONFLICT" ? error.place?.line : undefined;
  if (other !== undefined) return <FirstNote seq={other} look={look} />;
  return (
    <div className="stack">
      {about.undo === undefined ? null : <p>Decision {about.undo} was not undone.</p>}
      <TroubleNote error={error} {...(again === undefined ? {} : { again })} />
      <div>
        <button onClick={dismiss}>{about.undo === undefined ? "Close" : "Leave it as it is"}</button>
      </div>
    </div>
  );
}

/** How the claim of an open form stands now, where its author looked again. */
export function NowNote({ doing }: { readonly doing: Doing }) {
  if ((doing.is !== "rejecting" && doing.is !== "correcting") || doing.now === undefined) return null;
  const { seen, now } = doing;
  if (now.is === "gone")
    return (
      <p className="note" data-tone="warn" role="alert">
        This claim stands no more: its document was read anew, or what it came from was taken back. What you typed is still here to be copied.
      </p>
    );
  const found = differences(seen.claim, now.claim.claim);
  return (
    <section className="note" aria-label="How it stands now" aria-live="polite">
      <p>
        <strong>{found.length === 0 ? "The claim says what it said when you began." : "The claim says something else than when you began:"}</strong>
        {now.isRejected ? " It is rejected now." : ""}
        {now.claim.confirmed && !seen.confirmed ? " It is confirmed now." : ""}
      </p>
      {found.length === 0 ? null : (
        <ul>
          {found.map(({ slot, label, seen: before, now: after }) => (
            <li key={slot}>
              {label}: now “{after}”, before “{before}”
            </li>
          ))}
        </ul>
      )}
      <p>Decide again if you still mean it.</p>
    </section>
  );
}

function FirstNote({ seq, look }: { readonly seq: number; readonly look: () => void }) {
  const other = useDecision(seq);
  return (
    <div className="note" data-tone="warn" role="alert">
      <p>
        <strong>Somebody else decided about this claim while you looked at it. Nothing of yours was written.</strong>
      </p>
      {other === undefined ? (
        <p>Decision {seq}</p>
      ) : (
        <p>
          {other.by}, <Day iso={other.at} />: {saidOf(other.decision)}
          {other.why === undefined ? "" : ` — ${other.why}`}
        </p>
      )}
      <p>What you typed is still here. Look at the claim as it stands now, then decide again.</p>
      <button onClick={look}>Look again</button>
    </div>
  );
}
