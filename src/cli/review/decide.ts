// Writing decisions and telling of them: all that a command line asks for in one append, or none.
import type { Decision, DecisionBody, Ledger } from "../../ledger/index.ts";
import type { Surroundings } from "../command.ts";
import { EXIT } from "../exit.ts";
import type { ExitCode } from "../exit.ts";
import { ledgerLocation, withLedger } from "../open.ts";
import { reviewerOf } from "./reviewer.ts";
import type { ReviewerArgs } from "./reviewer.ts";
import { decisionText } from "../../phrasing/index.ts";

/** A decision to be made; `basis` as in the ledger. */
export type Wanted = { readonly decision: Decision } & Pick<DecisionBody, "basis">;

/** Opens the ledger, asks for the decisions that a command line means, appends them under the person's name, and prints them. */
export async function decide(
  args: ReviewerArgs & { readonly ledger?: string | undefined; readonly json?: boolean | undefined },
  { env, out }: Surroundings,
  wanted: (ledger: Ledger, by: string) => Promise<readonly Wanted[]>,
): Promise<ExitCode> {
  const reviewer = reviewerOf(args, env);
  return withLedger(ledgerLocation(args.ledger, env), false, async (ledger) => {
    const bodies = (await wanted(ledger, reviewer.by)).map((one): DecisionBody => ({ ...reviewer, ...one }));
    const { seq: last } = await ledger.append(bodies.map((body) => ({ kind: "decision", body })));
    const made = bodies.map((body, n) => ({ seq: last - bodies.length + n + 1, ...body }));
    if (args.json === true) await out.write(`${JSON.stringify(made)}\n`);
    else for (const { seq, decision } of made) await out.write(`${seq}  ${decisionText(decision)}\n`);
    return EXIT.ok;
  });
}
