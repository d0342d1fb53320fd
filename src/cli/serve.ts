// `pacta serve`: everything the ledger knows, over HTTP.
import { PactaError } from "../error.ts";
import { command, ledgerArg } from "./command.ts";
import { countOption } from "./days.ts";
import { EXIT } from "./exit.ts";
import { fetchArgs } from "./fetching.ts";
import { interruptible } from "./interrupt.ts";
import { openBrowser } from "./browser.ts";
import { ledgerLocation } from "./open.ts";
import { packageVersion } from "./version.ts";

const LEVELS = ["silent", "error", "warn", "info", "debug"] as const;
const LAST_PORT = 65_535;
const MEBIBYTE = 1024 * 1024;

/** The port that is listened on unless told. */
const PORT = 7480;

/** `pacta serve`. */
export const serve = command({
  args: {
    ledger: ledgerArg,
    host: {
      type: "string",
      valueHint: "ADDRESS",
      description: "the address to listen on (default: 127.0.0.1; on another one a token is asked for, and one must be there)",
    },
    port: { type: "string", valueHint: "PORT", description: `the port to listen on, 0 for any that is free (default: ${PORT})` },
    name: { type: "string", valueHint: "NAMES", description: "names by which a proxy calls this server, parted by commas" },
    tokens: { type: "boolean", description: "ask for a token on 127.0.0.1 too" },
    "fetch-allow": fetchArgs["fetch-allow"],
    contact: {
      type: "string",
      valueHint: "URI",
      description: "where operators of push services reach you, which push to browsers needs: mailto:… or https://…",
    },
    rate: { type: "string", valueHint: "N", description: "requests a second that one asker may make (default: 200)" },
    body: { type: "string", valueHint: "MIB", description: "how large a request may be, in MiB (default: 1)" },
    seconds: { type: "string", valueHint: "N", description: "how long a request may take (default: 30)" },
    slow: { type: "string", valueHint: "MS", description: "milliseconds after which an answer is logged as slow (default: 500)" },
    open: { type: "boolean", description: "open the desk in a browser" },
    log: { type: "enum", options: [...LEVELS], description: "how much is logged, as lines of JSON on standard error (default: info)" },
  },
  examples: ["pacta serve --ledger deals.db", "pacta token add ada --role admin && pacta serve --host 0.0.0.0 --name deals.example.org"],
  run: async (args, { env, out, err }) => {
    const told = (): void => void err.write("stopping: what is under way is finished first (again: end at once)\n");
    return interruptible(told, async (stop) => {
      const { serve: start } = await import("../server/index.ts");
      const [rate, body, seconds, slow] = (["rate", "body", "seconds", "slow"] as const).map((name) => countOption(name, args[name]));
      const serving = await start({
        ledger: ledgerLocation(args.ledger, env),
        version: packageVersion(),
        port: portOf(args.port),
        ...(args.host === undefined ? {} : { host: args.host }),
        names: args.name?.split(",").map((name) => name.trim()) ?? [],
        tokens: args.tokens === true,
        ...(args.contact === undefined ? {} : { contact: args.contact }),
        allow: args["fetch-allow"] ?? env["PACTA_FETCH_ALLOW"] ?? "",
        ...(rate === undefined ? {} : { rate }),
        ...(body === undefined ? {} : { body: body * MEBIBYTE }),
        ...(seconds === undefined ? {} : { seconds }),
        ...(slow === undefined ? {} : { slow }),
        level: args.log ?? "info",
      });
      await out.write(`${serving.url}\n`);
      if (args.open === true) openBrowser(serving.url, env);
      await aborted(stop);
      await serving.stop();
      return EXIT.ok;
    });
  },
});

function portOf(written: string | undefined): number {
  if (written === undefined) return PORT;
  if (/^\d{1,5}$/.test(written) && Number(written) <= LAST_PORT) return Number(written);
  throw new PactaError("PACTA_USAGE_VALUE", `--port ${written} is no port`, `Give a number up to ${LAST_PORT}, 0 for any that is free`);
}

async function aborted(stop: AbortSignal): Promise<void> {
  if (stop.aborted) return;
  await new Promise<void>((resolve) => stop.addEventListener("abort", () => resolve(), { once: true }));
}
