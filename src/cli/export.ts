// `pacta export`: what the ledger holds in forms that others read, each a word of its own.
import { PactaError } from "../error.ts";
import type { LeftOut } from "../export/index.ts";
import { command, ledgerArg } from "./command.ts";
import { EXIT } from "./exit.ts";
import { ledgerLocation, withLedger } from "./open.ts";
import { idText } from "../phrasing/index.ts";

/** `pacta export` without a form. */
export const forms = command({
  args: {},
  examples: ["pacta export gold > reviewed.jsonl"],
  run: async () => {
    throw new PactaError("PACTA_USAGE_ARGUMENT", "pacta export needs a form", "Write pacta export gold");
  },
});

/** `pacta export gold`. */
export const gold = command({
  args: {
    ledger: ledgerArg,
    complete: {
      type: "boolean",
      description: "only documents of which every claim that stands was reviewed: others do not tell what a reader may claim beside",
    },
  },
  examples: ["pacta export gold --complete > reviewed.jsonl"],
  run: async ({ ledger: named, complete }, { env, out, err }) =>
    withLedger(ledgerLocation(named, env), false, async (ledger) => {
      const { goldOf } = await import("../export/index.ts");
      const left = new Map<LeftOut["why"], string[]>();
      for await (const line of goldOf(ledger, { complete: complete === true })) {
        if ("why" in line) left.set(line.why, [...(left.get(line.why) ?? []), line.id]);
        else await out.write(`${JSON.stringify(line)}\n`);
      }
      for (const [why, ids] of left) await err.write(`left out: ${leftText(why, ids)}\n`);
      return EXIT.ok;
    }),
});

const WHY: Readonly<Record<LeftOut["why"], string>> = {
  undated: "without a day of publication",
  redacted: "whose words were redacted",
  spreadsheet: "that are rows of a spreadsheet",
  incomplete: "with claims that nobody reviewed",
};
/** Documents that are named of those that were left out. */
const NAMED = 3;

function leftText(why: LeftOut["why"], ids: readonly string[]): string {
  const named = ids.slice(0, NAMED).map(idText).join(", ");
  return `${ids.length} document${ids.length === 1 ? "" : "s"} ${WHY[why]} (${named}${ids.length > NAMED ? ", ..." : ""})`;
}
