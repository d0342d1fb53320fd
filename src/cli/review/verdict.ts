// `pacta review confirm`, `reject` and `pin`: what a person says about claims as they are.
import type { Decision, Ref } from "../../ledger/index.ts";
import { command } from "../command.ts";
import type { Command } from "../command.ts";
import { decide } from "./decide.ts";
import { refNamed } from "./named.ts";
import { basisArg, basisOf, decisionArgs } from "./reviewer.ts";

const claimsArg = { claim: { type: "positional", valueHint: "...", description: "ids of claims, as pacta claims prints them" } } as const;

/** A command that says the same about each of the claims. */
function verdict(type: "confirm" | "reject", examples: readonly string[]) {
  return command({
    args: { ...claimsArg, ...decisionArgs, basis: basisArg },
    examples,
    run: (args, around) =>
      decide(args, around, async (ledger) => {
        const refs = await Promise.all(args._.map((id) => refNamed(id, ledger)));
        return refs.map((claim) => ({ decision: { type, claim }, ...basisOf(args.basis) }));
      }),
  });
}

/** `pacta review confirm`. */
export const confirm: Command = verdict("confirm", ["pacta review confirm c_1a2b3c4d5e6f7a8b9c0d --by Ada"]) as unknown as Command;

/** `pacta review reject`. */
export const reject: Command = verdict("reject", [
  'pacta review reject c_1a2b3c4d5e6f7a8b9c0d --by Ada --why "it is a quotation from fiction"',
]) as unknown as Command;

/** `pacta review pin`. */
export const pin = command({
  args: {
    claim: { type: "positional", required: true, description: "the claim that is shown first" },
    slot: {
      type: "string",
      valueHint: "SLOT",
      required: true,
      description: "the conflict's slot, as pacta deal prints it (money.value.USD, quantity.frigates ...)",
    },
    ...decisionArgs,
    basis: basisArg,
  },
  examples: ["pacta review pin c_1a2b3c4d5e6f7a8b9c0d --slot money.value.USD --by Ada"],
  run: (args, around) =>
    decide(args, around, async (ledger) => [{ decision: pinned(await refNamed(args.claim, ledger), args.slot), ...basisOf(args.basis) }]),
});

function pinned(claim: Ref, slot: string): Decision {
  return { type: "pin", claim, slot };
}
