// Who decides, and why: every decision needs a name, and none is taken from the machine.
import { PactaError } from "../../error.ts";
import { ledgerArg } from "../command.ts";

/** The arguments of every decision. */
export const decisionArgs = {
  ledger: ledgerArg,
  by: { type: "string", valueHint: "NAME", description: "who decides (default: $PACTA_REVIEWER)" },
  why: { type: "string", valueHint: "TEXT", description: "why, for whoever looks at it later" },
  json: { type: "boolean", description: 'as JSON: [{"seq","by","why"?,"decision"}], one for each decision' },
} as const;

/** The argument of decisions about a claim by which two people do not decide past each other. */
export const basisArg = {
  type: "string",
  valueHint: "SEQ",
  description: "the newest decision about the claim that you saw, 0 for none: refuse where another came in between",
} as const;

/** What is said of who decides. */
export interface ReviewerArgs {
  readonly by?: string | undefined;
  readonly why?: string | undefined;
}

/** The person and the reason. Throws `PACTA_USAGE_REVIEWER` where nobody is named. */
export function reviewerOf({ by, why }: ReviewerArgs, env: Readonly<Record<string, string | undefined>>): { by: string; why?: string } {
  const name = (by ?? env["PACTA_REVIEWER"] ?? "").trim();
  if (name === "") throw new PactaError("PACTA_USAGE_REVIEWER", "a decision needs a person's name", "Give it with --by NAME, or set PACTA_REVIEWER");
  return { by: name, ...(why === undefined ? {} : { why }) };
}

/** The basis of a decision; absent where not given. Throws `PACTA_USAGE_VALUE`. */
export function basisOf(written: string | undefined): { basis?: number } {
  if (written === undefined) return {};
  if (/^\d{1,15}$/.test(written)) return { basis: Number(written) };
  throw new PactaError(
    "PACTA_USAGE_VALUE",
    `--basis ${written} is no entry's number`,
    "Give the basis that pacta review printed with the claim, or 0",
  );
}
