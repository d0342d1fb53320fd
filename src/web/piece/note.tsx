// What a view shows instead of its contents: that they are on their way, that there are none yet, or why they do not come.
import type { ReactNode } from "react";
import { Trouble } from "../asking/index.ts";

/** Why something failed, with its code and what to do about it. */
export function TroubleNote({ error, again }: { readonly error: unknown; readonly again?: () => void }) {
  const { message, code, remedy } = error instanceof Trouble ? error : inside(error);
  return (
    <div className="note" data-tone="bad" role="alert">
      <p>
        <strong>{sentence(message)}</strong>
      </p>
      <p>
        {sentence(remedy)} <code>{code}</code>
      </p>
      {again === undefined ? null : <button onClick={again}>Try again</button>}
    </div>
  );
}

function inside(error: unknown): Pick<Trouble, "message" | "code" | "remedy"> {
  return { message: error instanceof Error ? error.message : String(error), code: "PACTA_WEB_PAGE", remedy: "Load the page again" };
}

/** A first letter for a sentence, and a stop at its end. */
function sentence(text: string): string {
  const whole = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(whole) ? whole : `${whole}.`;
}

/** That there is nothing yet, and what to do so that there is. */
export function Empty({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      {children}
    </div>
  );
}

/** Lines of which only the places are shown while they are on their way. */
export function Bones({ lines = 4, label = "Loading" }: { readonly lines?: number; readonly label?: string }) {
  return (
    <output className="stack">
      <span className="unseen">{label}</span>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className="bone" style={{ width: `${WIDTHS[line % WIDTHS.length] ?? 80}%` }} aria-hidden="true" />
      ))}
    </output>
  );
}

const WIDTHS = [92, 78, 85, 64];
