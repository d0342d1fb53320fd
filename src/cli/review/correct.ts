// `pacta review correct`: one slot of a claim, as a person knows it from the text.
import { PactaError } from "../../error.ts";
import type { Correction, Ledger, Ref, Slot } from "../../ledger/index.ts";
import { actOf } from "../act.ts";
import { command } from "../command.ts";
import { decide } from "./decide.ts";
import { refNamed } from "./named.ts";
import { basisArg, basisOf, decisionArgs } from "./reviewer.ts";
import { jsonOf, partiesOf, placeOfWords } from "./values.ts";

const SLOTS = ["act", "mode", "negated", "actors", "targets", "object", "items", "money", "time", "place", "reason", "terms", "sources", "evidence"];

/** `pacta review correct`. */
export const correct = command({
  args: {
    claim: { type: "positional", required: true, description: "the claim's id, as pacta claims prints it" },
    slot: { type: "enum", valueHint: "SLOT", options: SLOTS, required: true, description: `what is corrected: ${SLOTS.join(", ")}` },
    value: {
      type: "string",
      valueHint: "VALUE",
      description:
        "the right value: text for act, mode, object, place and reason; NAME or ID=NAME, parted by commas, for actors and targets; the exact words for evidence; true or false for negated; JSON for the others",
    },
    empty: { type: "boolean", description: "the text does not say: the slot is emptied" },
    ...decisionArgs,
    basis: basisArg,
  },
  examples: [
    "pacta review correct c_1a2b3c4d5e6f7a8b9c0d --slot mode --value planned --by Ada",
    'pacta review correct c_1a2b3c4d5e6f7a8b9c0d --slot actors --value "NOR=Norway,Nordverft" --by Ada',
    `pacta review correct c_1a2b3c4d5e6f7a8b9c0d --slot money --value '[{"amount":4e7,"currency":"EUR","kind":"value","bound":"exact"}]' --by Ada`,
    "pacta review correct c_1a2b3c4d5e6f7a8b9c0d --slot reason --empty --by Ada",
  ],
  run: (args, around) => {
    const { slot, value, empty } = args;
    if ((value === undefined) !== (empty === true)) {
      throw new PactaError(
        "PACTA_USAGE_FLAG",
        "a correction needs --value or --empty, and not both",
        "Give the right value, or --empty where the text does not say",
      );
    }
    return decide(args, around, async (ledger) => {
      const claim = await refNamed(args.claim, ledger);
      // The ledger holds the value to the schema of its slot.
      const decision = { type: "correct", claim, slot, value: await valueOf(slot as Slot, value, claim, ledger) } as Correction;
      return [{ decision, ...basisOf(args.basis) }];
    });
  },
});

const LISTS: ReadonlySet<Slot> = new Set(["actors", "targets", "items", "money", "terms", "sources"]);
const TEXTS: ReadonlySet<Slot> = new Set(["mode", "object", "place", "reason"]);

async function valueOf(slot: Slot, written: string | undefined, claim: Ref, ledger: Ledger): Promise<unknown> {
  if (written === undefined) return LISTS.has(slot) ? [] : null;
  if (slot === "act") return actOf(written);
  if (TEXTS.has(slot)) return written;
  if (slot === "negated" && written !== "true" && written !== "false") {
    throw new PactaError("PACTA_USAGE_VALUE", `negated cannot be "${written}"`, "Give true or false");
  }
  if (slot === "evidence") return placeOfWords(written, (await ledger.document(claim.document, claim.version))?.text ?? "", claim.start);
  if (slot === "actors" || slot === "targets") return partiesOf(written);
  return jsonOf(`--value for ${slot}`, written);
}
