// A session over two streams: from its first message to the end of the input, or until it is told to stop.
import { setImmediate as turn, setTimeout as timer } from "node:timers/promises";
import type { Readable, Writable } from "node:stream";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { systemClock } from "../clock.ts";
import type { DealKnowledge } from "../deal/index.ts";
import { PactaError } from "../error.ts";
import type { Ledger } from "../ledger/index.ts";
import { freshBook } from "./book.ts";
import type { TimeLimits } from "./desk.ts";
import { Lines } from "./lines.ts";
import { mcpServer } from "./server.ts";
import { troubleText } from "./trouble.ts";

/** What a session needs. `output` carries the protocol alone; `log` takes lines for people. */
export interface McpSession {
  readonly ledger: Ledger;
  /** Loaded when the first question needs it. */
  readonly knowledge: () => DealKnowledge;
  readonly version: string;
  readonly input: Readable;
  readonly output: Writable;
  readonly log: (line: string) => void;
  readonly stop: AbortSignal;
  readonly limits?: TimeLimits;
}

/** Clients wait a minute, more often than not. */
const LIMITS: TimeLimits = { soft: 8_000, hard: 30_000 };
/** Bytes of one message. */
const LONGEST = 1 << 20;
/** How long questions under way may still take once the session is told to stop. */
const GRACE = 2_000;

/**
 * Serves the Model Context Protocol until the input ends (questions under way are answered first) or `stop` is aborted. The ledger is the
 * caller's to close.
 */
export async function serveMcp({ ledger, knowledge, version, input, output, log, stop, limits = LIMITS }: McpSession): Promise<void> {
  const fresh = freshBook(ledger, knowledge);
  const { server, idle } = mcpServer({ ledger, knowledge, ...fresh, clock: systemClock, limits, version, log });
  const lines = new Lines(LONGEST, () => log(messageText(`a message is longer than ${LONGEST} bytes and was dropped`)));
  const gone = new Promise<void>((resolve) => {
    lines.once("end", resolve);
    Object.assign(server.server, { onerror: told(log), onclose: resolve });
  });
  const stopped = new Promise<void>((resolve) => {
    if (stop.aborted) resolve();
    else stop.addEventListener("abort", () => resolve(), { once: true });
  });
  await server.connect(new StdioServerTransport(lines, output));
  // An assistant asks some seconds after it has started its servers: until then the book can be caught up.
  fresh.book().catch(() => undefined);
  input.on("error", () => lines.end()).pipe(lines);
  await Promise.race([gone, stopped]);
  input.unpipe(lines);
  // What was read last begins in the next turn, and what was answered last is written in the one after.
  await turn();
  await (stop.aborted ? Promise.race([idle(), timer(GRACE)]) : idle());
  await turn();
  await server.close();
  input.destroy();
}

/** What the protocol's library finds wrong with a message, or with sending one. */
const told =
  (log: McpSession["log"]) =>
  ({ message }: Error): void =>
    log(messageText(`a message could not be taken or sent: ${message.slice(0, 300)}`));

function messageText(what: string): string {
  return troubleText(new PactaError("PACTA_MCP_MESSAGE", what, "Send JSON-RPC, one object a line and no longer than a megabyte"));
}
