// `pacta deals`: every deal of the ledger with its state at a pair of days, those of most claims first.
import type { DealKind, DealLine } from "../deal/index.ts";
import { command, dayArgs, ledgerArg } from "./command.ts";
import type { Surroundings } from "./command.ts";
import { daysOf } from "./days.ts";
import { EXIT } from "./exit.ts";
import { tableOf } from "./layout.ts";
import { dealReadings } from "./members.ts";
import { ledgerLocation, withLedger } from "./open.ts";
import { inkOf } from "./output.ts";
import { boundsText } from "./phrasing.ts";

const KINDS = ["agreement", "transfer", "measure", "dispute"] as const satisfies readonly DealKind[];

/** `pacta deals`. */
export const deals = command({
  args: {
    ledger: ledgerArg,
    ...dayArgs,
    kind: { type: "enum", options: [...KINDS], description: "only deals of that kind" },
    jsonl: { type: "boolean", description: "one JSON object a line" },
  },
  examples: ["pacta deals --ledger deals.db", "pacta deals --kind transfer --as-of 2010-12-31 --jsonl"],
  run: async (args, around) => {
    const [days, kinds] = [daysOf(args), KINDS.filter((kind) => args.kind === undefined || args.kind === kind)];
    const { deals: fold, dealLine, loadDealKnowledge, mostClaimsFirst } = await import("../deal/index.ts");
    const knowledge = loadDealKnowledge();
    const readings = await withLedger(ledgerLocation(args.ledger, around.env), false, dealReadings);
    const lines = mostClaimsFirst(fold(readings, knowledge, { ...days, kinds }).map(({ deal, state }) => dealLine(deal, state, knowledge, days)));
    if (args.jsonl === true) for (const line of lines) await around.out.write(`${JSON.stringify(line)}\n`);
    else await around.out.write(listing(lines, around));
    return EXIT.ok;
  },
});

function listing(lines: readonly DealLine[], { out }: Surroundings): string {
  const ink = inkOf(out);
  if (lines.length === 0) return "no deals\n";
  const rows = lines.map(({ id, kind, state, dispute, since, name, conflicts }) => [
    id,
    kind,
    dispute === "none" ? state : `${state}, ${dispute}`,
    boundsText(since),
    conflicts.length === 0 ? name : `${name} [conflicts: ${conflicts.map(({ slot }) => slot).join(", ")}]`,
  ]);
  const [head = "", ...body] = tableOf([["ID", "KIND", "STATE", "SINCE", "NAME"], ...rows], out.columns).split("\n");
  const count = `${lines.length} deal${lines.length === 1 ? "" : "s"}; pacta deal ID tells the life of one`;
  return `${ink.strong(head)}\n${body.join("\n")}${ink.faint(count)}\n`;
}
