// `pacta verify`: whether the ledger is still what was written.
import { toPactaError } from "../error.ts";
import { PactaError } from "../error.ts";
import type { Head, Ledger } from "../ledger/index.ts";
import { command, ledgerArg } from "./command.ts";
import { EXIT, exitOf } from "./exit.ts";
import { ledgerLocation, withLedger } from "./open.ts";

/** `pacta verify`. */
export const verify = command({
  args: {
    ledger: ledgerArg,
    head: { type: "string", valueHint: "HASH", description: "a head that the ledger had before: also find that entries were cut off or rolled back" },
    json: { type: "boolean", description: 'as JSON: {"ok","seq","hash"}, or {"ok","code","what","entry"}' },
  },
  examples: ["pacta verify --ledger deals.db", "pacta verify --head $(cat last-head)"],
  run: async ({ head, json, ledger: named }, { env, out }) =>
    withLedger(ledgerLocation(named, env), false, async (ledger) => {
      const found = await verified(ledger, headOption(head));
      if (found instanceof PactaError && json !== true) throw found;
      if (json === true) await out.write(`${JSON.stringify(asData(found))}\n`);
      else if (!(found instanceof PactaError)) await out.write(`ok: ${found.seq} entries, head ${found.hash}\n`);
      return found instanceof PactaError ? exitOf(found) : EXIT.ok;
    }),
});

/** A hash is 64 hexadecimal digits. Throws `PACTA_USAGE_VALUE`. */
function headOption(written: string | undefined): { head?: string } {
  if (written === undefined) return {};
  if (/^[0-9a-f]{64}$/i.test(written)) return { head: written.toLowerCase() };
  throw new PactaError("PACTA_USAGE_VALUE", `--head ${written} is no hash`, "Give the 64 hexadecimal digits that pacta verify printed");
}

async function verified(ledger: Ledger, options: { head?: string }): Promise<Head | PactaError> {
  const { verify: walk } = await import("../ledger/index.ts");
  return walk(ledger, options).catch((thrown: unknown) => toPactaError(thrown));
}

function asData(found: Head | PactaError): object {
  if (!(found instanceof PactaError)) return { ok: true, ...found };
  const { code, message, place } = found;
  return { ok: false, code, what: message, ...(place.line === undefined ? {} : { entry: place.line }) };
}
