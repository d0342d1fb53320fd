// How a job stands, in a word.
import { Mark } from "../piece/index.ts";
import type { Job } from "./follow.ts";

const STATES = {
  queued: ["quiet", "○", "waits for its turn"],
  running: ["open", "▸", "being read"],
  done: ["good", "✓", "done"],
  cancelled: ["quiet", "✕", "ended early"],
  failed: ["bad", "!", "failed"],
} as const;

/** The state of a job. */
export function JobMark({ job: { state } }: { readonly job: Job }) {
  const [tone, sign, text] = STATES[state];
  return <Mark tone={tone} sign={sign} text={text} />;
}
