// That another was first: what they decided, and a way to go on without losing what was typed.
import { Trouble } from "../asking/index.ts";
import { Day, TroubleNote } from "../piece/index.ts";
import { useDecision } from "./decisions.tsx";
import { saidOf } from "./saying.ts";

interface Refused {
  readonly error: unknown;
  /** Looks at what stands now; what was typed stays. */
  readonly look: () => void;
  readonly dismiss: () => void;
}

/** Why a decision was refused. */
export function RefusedNote({ error, look, dismiss }: Refused) {
  const other = error instanceof Trouble && error.status === 409 ? error.place?.line : undefined;
  if (other === undefined) return <TroubleNote error={error} again={dismiss} />;
  return <FirstNote seq={other} look={look} />;
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
