// `pacta deal ID`: the life of one deal.
import type { Deal } from "../deal/index.ts";
import { PactaError } from "../error.ts";
import { command, dayArgs, ledgerArg } from "./command.ts";
import { daysOf } from "./days.ts";
import { EXIT } from "./exit.ts";
import { lifeText } from "./life.ts";
import { dealReadings } from "./members.ts";
import { nearest } from "./nearest.ts";
import { ledgerLocation, withLedger } from "./open.ts";

/** `pacta deal`. */
export const deal = command({
  args: {
    id: { type: "positional", required: true, description: "the deal's id, or its first digits" },
    ledger: ledgerArg,
    ...dayArgs,
    json: { type: "boolean", description: "as JSON: the line of pacta deals with the life beside it" },
  },
  examples: ["pacta deal deal-1a2b3c4d5e6f --ledger deals.db", "pacta deal 1a2b --as-of 2010-12-31 --known 2010-12-31 --json"],
  run: async (args, around) => {
    const days = daysOf(args);
    const { cluster, dealLife, dealLine, fold, loadDealKnowledge } = await import("../deal/index.ts");
    const knowledge = loadDealKnowledge();
    const readings = await withLedger(ledgerLocation(args.ledger, around.env), false, dealReadings);
    const found = dealOf(args.id, cluster(readings, knowledge).deals);
    const state = fold(found, knowledge, days);
    const line = dealLine(found, state, knowledge, days);
    if (args.json === true) await around.out.write(`${JSON.stringify({ ...line, life: dealLife(found, knowledge, days) })}\n`);
    else await around.out.write(lifeText({ deal: found, line, state, days }, around.out));
    return EXIT.ok;
  },
});

/** The deal that the id or its only beginning names. Throws `PACTA_DEAL_UNKNOWN`. */
export function dealOf(named: string, deals: readonly Deal[]): Deal {
  const digits = named.replace(/^deal-/, "");
  const fitting = deals.filter(({ id }) => id.startsWith(`deal-${digits}`));
  const [only, another] = fitting;
  const exact = deals.find(({ id }) => id === named) ?? (another === undefined ? only : undefined);
  if (exact !== undefined && digits !== "") return exact;
  if (another !== undefined) {
    const some = fitting
      .slice(0, 3)
      .map(({ id }) => id)
      .join(", ");
    throw new PactaError("PACTA_DEAL_UNKNOWN", `"${named}" is the beginning of ${fitting.length} deals`, `Give more digits: ${some}`);
  }
  const meant = nearest(
    named,
    deals.map(({ id }) => id),
  );
  throw new PactaError(
    "PACTA_DEAL_UNKNOWN",
    `the ledger has no deal "${named}"`,
    meant === undefined ? "pacta deals lists them" : `Did you mean ${meant}?`,
  );
}
