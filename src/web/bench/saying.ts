// What was decided, in words.
import { decisionText } from "../../phrasing/index.ts";

/** A decision in words; of one whose words were redacted only its kind. */
export function saidOf(decision: unknown): string {
  const told = decision as Parameters<typeof decisionText>[0] | undefined;
  return told === undefined ? "a decision" : decisionText(told);
}
