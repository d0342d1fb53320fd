// `pacta review same-party`: two names that mean one party, or a name that means an id.
import { command } from "../command.ts";
import { PactaError } from "../../error.ts";
import { decide } from "./decide.ts";
import { decisionArgs } from "./reviewer.ts";

/** `pacta review same-party`. */
export const sameParty = command({
  args: {
    name: {
      type: "positional",
      valueHint: "...",
      description: "one name with --id, or two that mean the same party, as claims spell them; parties with an id are not renamed",
    },
    id: { type: "string", valueHint: "ID", description: "the party's id (RUS, UN, one of your own)" },
    ...decisionArgs,
  },
  examples: ['pacta review same-party "Nordverft" "North Yard" --by Ada', 'pacta review same-party "the Kingdom" --id NOR --by Ada'],
  run: (args, around) => {
    const { id, _: names } = args;
    if (names.length > 2 || (names.length === 1 && id === undefined)) {
      throw new PactaError("PACTA_USAGE_ARGUMENT", `pacta review same-party cannot join ${names.length} names`, "Give two names, or one and --id");
    }
    return decide(args, around, async () => [{ decision: { type: "same-party", names: [...names], ...(id === undefined ? {} : { id }) } }]);
  },
});
