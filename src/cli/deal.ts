// `pacta deal ID`: the life of one deal.
import type { DealBook } from "../deal/index.ts";
import { PactaError } from "../error.ts";
import { withBook } from "./book.ts";
import { command, dayArgs, ledgerArg } from "./command.ts";
import { daysOf } from "./days.ts";
import { POLICIES } from "./deals.ts";
import { EXIT } from "./exit.ts";
import { lifeText } from "./life.ts";
import { nearest } from "./nearest.ts";

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
      const { chaptersOf, sidesBySlot, wholeDeal } = await import("../deal/index.ts");
      const found = await book.deal(await dealNamed(args.id, book), days);
      if (found === undefined) throw unknownDeal(args.id, "pacta deals lists them");
      const { line, state } = found;
      if (args.json === true) await around.out.write(`${JSON.stringify(wholeDeal(found, knowledge, days))}\n`);
      else
        await around.out.write(lifeText({ line, state, days, chapters: chaptersOf(state.steps, knowledge), sides: sidesBySlot(found) }, around.out));
      return EXIT.ok;
    });
  },
});

/** Ids that are shown where a beginning has several, and that are looked at where one is misspelt. */
const SHOWN = 3;
const LOOKED_AT = 20_000;

/** The id of the deal that the id or its only beginning names. Throws `PACTA_DEAL_UNKNOWN`. */
export async function dealNamed(named: string, book: DealBook): Promise<string> {
  const digits = named.replace(/^deal-/, "");
  const fitting = await book.named(`deal-${digits}`, SHOWN + 1);
  const [only, another] = fitting;
  if (only === `deal-${digits}` || (only !== undefined && another === undefined && digits !== "")) return only;
  if (only === undefined) {
    const meant = nearest(named, await book.named("deal-", LOOKED_AT));
    throw unknownDeal(named, meant === undefined ? "pacta deals lists them" : `Did you mean ${meant}?`);
  }
  const all = await book.named(`deal-${digits}`, LOOKED_AT);
  throw new PactaError(
    "PACTA_DEAL_UNKNOWN",
    `"${named}" is the beginning of ${all.length} deals`,
    `Give more digits: ${fitting.slice(0, SHOWN).join(", ")}`,
  );
}

function unknownDeal(named: string, remedy: string): PactaError {
  return new PactaError("PACTA_DEAL_UNKNOWN", `the ledger has no deal "${named}"`, remedy);
}
