// `pacta review undo`: takes a decision back. The decision stays in the ledger, and so does that it was undone.
import { command } from "../command.ts";
import { PactaError } from "../../error.ts";
import { decide } from "./decide.ts";
import { decisionArgs } from "./reviewer.ts";

/** `pacta review undo`. */
export const undo = command({
  args: { seq: { type: "positional", required: true, description: "the decision's number, as pacta review prints it" }, ...decisionArgs },
  examples: ["pacta review undo 1204 --by Ada"],
  run: (args, around) => {
    const decision = seqOf(args.seq);
    return decide(args, around, async () => [{ decision: { type: "undo", decision } }]);
  },
});

function seqOf(written: string): number {
  if (/^[1-9]\d{0,14}$/.test(written)) return Number(written);
  throw new PactaError("PACTA_USAGE_VALUE", `"${written}" is no decision's number`, "pacta review lists them");
}
