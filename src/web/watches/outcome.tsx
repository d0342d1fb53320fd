// What came of one try to deliver.
import type { Forms } from "../asking/index.ts";
import { Mark } from "../piece/index.ts";

type Line = Pick<Forms["DeliveryTry"], "alert" | "kind" | "outcome" | "status" | "code" | "what">;

const OUTCOMES = {
  sent: ["good", "✓", "arrived"],
  again: ["warn", "↻", "is tried again"],
  dead: ["bad", "✕", "given up"],
  gone: ["quiet", "◌", "receiver is gone"],
} as const;

/** Whether an alert was only a test. */
export function isTest(alert: string): boolean {
  return alert.startsWith("test-");
}

/** The outcome, with the receiver's status or why it failed. */
export function OutcomeMark({ line: { alert, kind, outcome, status, code, what } }: { readonly line: Line }) {
  const [tone, sign, told] = OUTCOMES[outcome];
  // A test is tried once: nothing of it is given up.
  const text = outcome === "dead" && isTest(alert) ? "failed" : told;
  return (
    <>
      <Mark tone={tone} sign={sign} text={text} />
      <span className="small outcome">
        {" "}
        {status === undefined ? "" : `${kind === "email" ? "SMTP" : "HTTP"} ${status} `}
        {what ?? ""} {code === undefined ? null : <code>{code}</code>}
      </span>
    </>
  );
}
