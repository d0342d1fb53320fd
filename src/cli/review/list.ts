// `pacta review`: what people decided, newest first, and what of it finds nothing any more.
import type { StoredDecision } from "../../ledger/index.ts";
import { command, ledgerArg } from "../command.ts";
import { EXIT } from "../exit.ts";
import { wrap } from "../layout.ts";
import { ledgerLocation, withLedger } from "../open.ts";
import { inkOf } from "../output.ts";
import type { Ink } from "../output.ts";
import { decisionText, oneLine } from "../../phrasing/index.ts";

/** `pacta review`. */
export const list = command({
  args: {
    ledger: ledgerArg,
    orphaned: { type: "boolean", description: "only decisions that hold and whose claim or words the newest reading does not have" },
    jsonl: {
      type: "boolean",
      description: 'one JSON object a line: {"seq","at","by","why"?,"decision","undone","found"}; found holds null where a claim is not found',
    },
  },
  examples: ["pacta review", "pacta review --orphaned --jsonl", "pacta review reject --help"],
  run: async ({ ledger: named, orphaned, jsonl }, { env, out }) =>
    withLedger(ledgerLocation(named, env), false, async (ledger) => {
      const ink = inkOf(out);
      let count = 0;
      for await (const decision of ledger.decisions()) {
        if (orphaned === true && !isOrphaned(decision)) continue;
        count += 1;
        await out.write(jsonl === true ? `${JSON.stringify(decision)}\n` : lineOf(decision, Math.min(out.columns, 110), ink));
      }
      if (jsonl !== true) await out.write(`${count === 0 ? "no decisions" : ink.faint(`${count} decision${count === 1 ? "" : "s"}`)}\n`);
      return EXIT.ok;
    }),
});

function isOrphaned({ undone, found }: StoredDecision): boolean {
  return !undone && found.includes(null);
}

function lineOf(decision: StoredDecision, width: number, ink: Ink): string {
  const { seq, at, by, why, undone } = decision;
  const state = undone ? ink.faint(" (undone)") : isOrphaned(decision) ? ink.alert(" (orphaned)") : "";
  const head = `${String(seq).padStart(6)}  ${at.slice(0, 10)}  ${oneLine(by)}: `;
  const said = `${wrap(head + decisionText(decision.decision), width, "        ")}${state}\n`;
  return why === undefined ? said : `${said}        ${ink.faint(wrap(oneLine(why), width - 8, "        "))}\n`;
}
