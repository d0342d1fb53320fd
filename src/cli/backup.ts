// `pacta backup`: the ledger into one file, while others go on writing to it.
import { writeBackup } from "./backup-file.ts";
import { command, ledgerArg } from "./command.ts";
import { EXIT } from "./exit.ts";
import { ledgerLocation, withLedger } from "./open.ts";

/** `pacta backup`. */
export const backup = command({
  args: {
    file: { type: "positional", required: true, description: "the file to make: JSON lines, packed by gzip" },
    ledger: ledgerArg,
    json: { type: "boolean", description: 'as JSON: {"file","seq","hash"}' },
  },
  examples: ["pacta backup ledger-2030-05-06.jsonl.gz", "pacta backup --ledger postgres://me@db/news news.jsonl.gz"],
  run: async ({ file, json, ledger: named }, { env, out }) =>
    withLedger(ledgerLocation(named, env), false, async (ledger) => {
      const { backupLines } = await import("../ledger/index.ts");
      const head = await ledger.head();
      await writeBackup(file, backupLines(ledger, head));
      await out.write(json === true ? `${JSON.stringify({ file, ...head })}\n` : `${file}: ${head.seq} entries, head ${head.hash}\n`);
      return EXIT.ok;
    }),
});
