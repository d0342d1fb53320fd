// `pacta review redact`: takes the words of a document away for good.
import { command } from "../command.ts";
import { decide } from "./decide.ts";
import { decisionArgs } from "./reviewer.ts";

/** `pacta review redact`. */
export const redact = command({
  args: {
    document: {
      type: "positional",
      required: true,
      description: "the document's id; all of its versions are redacted, and nothing brings the words back",
    },
    reason: { type: "string", valueHint: "TEXT", required: true, description: "why, as it is kept in the words' place" },
    ...decisionArgs,
  },
  examples: ['pacta review redact brief-7 --reason "the publisher asked for it" --by Ada'],
  run: (args, around) => decide(args, around, async () => [{ decision: { type: "redact", document: args.document, reason: args.reason } }]),
});
