// `pacta deal ID`: the life of one deal.
import { withBook } from "./book.ts";
import { command, dayArgs, ledgerArg } from "./command.ts";
import { daysOf } from "./days.ts";
import { POLICIES } from "./deals.ts";
import { EXIT } from "./exit.ts";
import { lifeText } from "./life.ts";

/** Where all deals are found. */
export const LISTING = "pacta deals lists them";

/** `pacta deal`. */
export const deal = command({
  args: {
    id: { type: "positional", required: true, description: "the deal's id, or its first digits" },
    ledger: ledgerArg,
    ...dayArgs,
    policy: { type: "enum", options: [...POLICIES], description: "which of contradicting claims is shown first (default: most-recent)" },
    json: { type: "boolean", description: "as JSON: the line of pacta deals with the life and, by slot, the sides of each conflict beside it" },
  },
  examples: ["pacta deal deal-1a2b3c4d5e6f --ledger deals.db", "pacta deal 1a2b --as-of 2010-12-31 --known 2010-12-31 --json"],
  run: async (args, around) => {
    const days = { ...daysOf(args), ...(args.policy === undefined ? {} : { policy: args.policy }) };
    return withBook(args.ledger, around, async (book, knowledge) => {
      const { chaptersOf, dealNamed, sidesBySlot, unknownDeal, wholeDeal } = await import("../deal/index.ts");
      const found = await book.deal(await dealNamed(args.id, book, LISTING), days);
      if (found === undefined) throw unknownDeal(args.id, LISTING);
      const { line, state } = found;
      if (args.json === true) await around.out.write(`${JSON.stringify(wholeDeal(found, knowledge, days))}\n`);
      else
        await around.out.write(lifeText({ line, state, days, chapters: chaptersOf(state.steps, knowledge), sides: sidesBySlot(found) }, around.out));
      return EXIT.ok;
    });
  },
});
