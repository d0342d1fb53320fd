// `pacta restore`: a ledger out of the file of a backup, in whatever store, with the same head.
import { PactaError } from "../error.ts";
import { openBackup } from "./backup-file.ts";
import { command, ledgerArg } from "./command.ts";
import { EXIT } from "./exit.ts";
import { ledgerLocation, withLedger } from "./open.ts";

/** `pacta restore`. */
export const restore = command({
  args: {
    file: { type: "positional", required: true, description: "a file that pacta backup made" },
    ledger: { ...ledgerArg, description: `${ledgerArg.description}; it must be new or hold no entry` },
    json: { type: "boolean", description: 'as JSON: {"file","seq","hash"}' },
  },
  examples: ["pacta restore ledger-2030-05-06.jsonl.gz --ledger again.db", "pacta restore news.jsonl.gz --ledger postgres://me@db/news"],
  run: async ({ file, json, ledger: named }, { env, out }) => {
    const lines = await openBackup(file);
    return withLedger(ledgerLocation(named, env), true, async (ledger) => {
      const { restoreLines } = await import("../ledger/index.ts");
      const head = await restoreLines(ledger, lines).catch((thrown: unknown) => Promise.reject(inFile(thrown, file)));
      await out.write(json === true ? `${JSON.stringify({ file, ...head })}\n` : `restored ${head.seq} entries, head ${head.hash}\n`);
      return EXIT.ok;
    });
  },
});

/** Codes of what is wrong with a backup. */
const OF_FILE: ReadonlySet<string> = new Set(["PACTA_BACKUP_INVALID", "PACTA_BACKUP_NEWER", "PACTA_BACKUP_CUT", "PACTA_BACKUP_BROKEN"]);

/** What is wrong with a backup is told of its file, and not of the ledger that was to be filled. */
function inFile(thrown: unknown, source: string): unknown {
  if (!(thrown instanceof PactaError) || !OF_FILE.has(thrown.code)) return thrown;
  return new PactaError(thrown.code, thrown.message, thrown.remedy, { ...thrown.place, source }, thrown.cause);
}
