// A worker is a process of its own. A thread would share its end: where a thread's heap is exhausted by one large
// allocation, or native code fails, Node ends the whole process and the ledger with it.
import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { Socket } from "node:net";
import { fileURLToPath } from "node:url";
import { GIVING_BACK } from "../memory.ts";
import type { Answer, Order } from "./workers-wire.ts";

/** A started worker. `send` throws where the order cannot be copied; `ended` says how, once all that it said was heard. */
export interface Worker {
  readonly send: (order: Order) => void;
  readonly heard: (listener: (answer: Answer) => void) => void;
  readonly ended: Promise<string>;
  /** True while there is work: this process waits for it. */
  readonly hold: (busy: boolean) => void;
  readonly kill: () => Promise<void>;
}

/** Mebibytes for a worker's objects. */
const HEAP = 1024;
/** V8 gives up a tenth of a worker's memory where it is asked to be small, and reads no slower. */
const SMALL = "--optimize-for-size";

/** Starts the module at `entry` as a worker process with one argument. Its output is kept for the tale of its end. */
export function startWorker(entry: URL, argument: string, heap: number = HEAP): Worker {
  const child = fork(fileURLToPath(entry), [argument], {
    execArgv: [`--max-old-space-size=${heap}`, SMALL],
    env: { ...GIVING_BACK, ...process.env },
    serialization: "advanced",
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  const ended = endOf(child);
  return {
    send: (order) => void child.send(order, () => undefined),
    heard: (listener) => void child.on("message", (answer: Answer) => listener(answer)),
    ended,
    hold: (busy) => hold(child, busy),
    kill: async () => {
      child.kill("SIGKILL");
      hold(child, true);
      await ended;
    },
  };
}

function hold(child: ChildProcess, busy: boolean): void {
  const change = busy ? "ref" : "unref";
  child[change]();
  child.channel?.[change]();
}

/** What it said before its end may be heard after it: the end is when the channel and its output are empty too. */
function endOf(child: ChildProcess): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>();
  const last = lastWords(child);
  let missing = 2;
  const one = (): void => {
    missing -= 1;
    if (missing === 0) resolve(taleOf(child, last()));
  };
  child.once("close", one).once("disconnect", one);
  child.once("error", (cause) => child.pid === undefined && resolve(`could not be started (${cause.message})`));
  return promise;
}

/** The end of what the process writes on standard error. */
function lastWords(child: ChildProcess): () => string {
  let words = "";
  // Else it would keep this process waiting for a worker that does nothing.
  if (child.stderr instanceof Socket) child.stderr.unref();
  child.stderr?.setEncoding("utf8").on("data", (chunk: string) => (words = (words + chunk).slice(-4096)));
  return () => words;
}

function taleOf({ exitCode, signalCode }: ChildProcess, words: string): string {
  if (words.includes("heap out of memory")) return "ran out of memory";
  return signalCode === null ? `ended with exit code ${exitCode}` : `was ended by ${signalCode}`;
}
