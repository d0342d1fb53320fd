// `pacta mcp`: the ledger for assistants. Standard output carries the protocol alone; what people should read goes to standard error.
import { command, ledgerArg } from "./command.ts";
import { EXIT } from "./exit.ts";
import { interruptible } from "./interrupt.ts";
import { ledgerLocation, withLedger } from "./open.ts";
import { packageVersion } from "./version.ts";

/** How assistants are told of a server, as most of them want it. */
const SETTING = `{"mcpServers": {"pacta": {"command": "npx", "args": ["-y", "pacta-ledger", "mcp", "--ledger", "/path/to/deals.db"]}}}`;

/** `pacta mcp`. */
export const mcp = command({
  args: { ledger: ledgerArg },
  examples: ["pacta mcp --ledger deals.db", `in the settings of an assistant (claude_desktop_config.json, .mcp.json ...):\n    ${SETTING}`],
  run: async ({ ledger: named }, { env, err }) =>
    withLedger(ledgerLocation(named, env), false, async (ledger) => {
      const [{ serveMcp }, { loadDealKnowledge }] = await Promise.all([import("../mcp/index.ts"), import("../deal/index.ts")]);
      let loaded: ReturnType<typeof loadDealKnowledge> | undefined;
      if (process.stdin.isTTY) await err.write("waiting for an assistant on standard input; pacta mcp --help tells how to set one up\n");
      return interruptible(
        () => undefined,
        async (stop) => {
          const log = (line: string): void => void err.write(`${line}\n`);
          const knowledge = (): typeof loaded & object => (loaded ??= loadDealKnowledge());
          await serveMcp({ ledger, knowledge, version: packageVersion(), input: process.stdin, output: process.stdout, log, stop });
          return EXIT.ok;
        },
      );
    }),
});
