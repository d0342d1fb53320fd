// `pacta review join` and `split`: that two claims are of one deal, or are not. A deal is named by its id too: its first claim stands for it,
// since deals come and go with what is known, and claims do not.
import type { Ledger, Ref } from "../../ledger/index.ts";
import { command } from "../command.ts";
import type { Command, Surroundings } from "../command.ts";
import { bookOf } from "../book.ts";
import { LISTING } from "../deal.ts";
import { decide } from "./decide.ts";
import { refNamed } from "./named.ts";
import { decisionArgs } from "./reviewer.ts";

/** A command about two deals. */
function aboutTwo(type: "join" | "split", examples: readonly string[]) {
  return command({
    args: {
      first: { type: "positional", required: true, description: "the id of a deal or of a claim" },
      second: { type: "positional", required: true, description: "the id of another" },
      ...decisionArgs,
    },
    examples,
    run: ({ first, second, ...args }, around) =>
      decide(args, around, async (ledger) => {
        const claims: [Ref, Ref] = [await refOfEither(first, ledger, around), await refOfEither(second, ledger, around)];
        return [{ decision: { type, claims } }];
      }),
  });
}

/** `pacta review join`. */
export const join: Command = aboutTwo("join", ["pacta review join deal-1a2b deal-3c4d --by Ada"]) as unknown as Command;

/** `pacta review split`. */
export const split: Command = aboutTwo("split", [
  'pacta review split deal-1a2b c_1a2b3c4d5e6f7a8b9c0d --by Ada --why "another contract"',
]) as unknown as Command;

async function refOfEither(named: string, ledger: Ledger, around: Surroundings): Promise<Ref> {
  return refNamed(named.startsWith("deal-") ? await firstClaimOf(named, ledger, around) : named, ledger);
}

async function firstClaimOf(named: string, ledger: Ledger, around: Surroundings): Promise<string> {
  const { dealNamed, loadDealKnowledge } = await import("../../deal/index.ts");
  const book = await bookOf(ledger, loadDealKnowledge(), around);
  const found = await book.deal(await dealNamed(named, book, LISTING));
  return found?.deal.members[0]?.member.claim.id ?? named;
}
