// `pacta rebuild`: what follows from the entries is dropped and made again. The fingerprint before and after says whether it was as it should be.
import { command, ledgerArg } from "./command.ts";
import { EXIT } from "./exit.ts";
import { ledgerLocation, withLedger } from "./open.ts";

/** `pacta rebuild`. */
export const rebuild = command({
  args: { ledger: ledgerArg, json: { type: "boolean", description: 'as JSON: {"before","after","changed","seq","hash"}' } },
  examples: ["pacta rebuild --ledger deals.db"],
  run: async ({ json, ledger: named }, { env, out }) =>
    withLedger(ledgerLocation(named, env), false, async (ledger) => {
      const { fingerprint } = await import("../ledger/index.ts");
      const before = await fingerprint(ledger).catch(() => null);
      const head = await ledger.rebuild();
      const after = await fingerprint(ledger);
      const changed = before !== after;
      const text = `before  ${before ?? "unreadable"}\nafter   ${after}\n${changed ? "changed: what followed from the entries was not as it should be" : "unchanged"} (${head.seq} entries)\n`;
      await out.write(json === true ? `${JSON.stringify({ before, after, changed, ...head })}\n` : text);
      return EXIT.ok;
    }),
});
