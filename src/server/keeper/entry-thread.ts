// The thread that keeps the book of deals at the end of the chain. The server's own thread then has only to look things up: weaving a batch in takes
// a tenth of a second, for which every question would wait.
import { parentPort, workerData } from "node:worker_threads";
import { loadDealKnowledge, openBook } from "../../deal/index.ts";
import { toPactaError } from "../../error.ts";
import { openLedger } from "../../ledger/index.ts";
import type { KeeperMessage, KeeperSetup } from "./wire.ts";

function say(message: KeeperMessage): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
  parentPort?.postMessage(message);
}

/** Weaves in what came since, again and again: whenever it is told to look, and once in a while, since other processes write too. */
async function keep({ location, every }: KeeperSetup): Promise<void> {
  const ledger = await openLedger(location, { create: false });
  const book = await openBook(ledger, loadDealKnowledge());
  const stop = new AbortController();
  let wake: () => void = () => undefined;
  parentPort?.on("message", (told: "look" | "stop") => {
    if (told === "stop") stop.abort();
    wake();
  });
  while (!stop.signal.aborted) {
    try {
      const seq = await book.catchUp((at) => {
        say({ kind: "at", seq: at });
        if (stop.signal.aborted) throw new Stopped();
      });
      say({ kind: "at", seq, end: true });
    } catch (thrown) {
      if (!(thrown instanceof Stopped)) say({ kind: "trouble", error: toPactaError(thrown).toString() });
    }
    if (!stop.signal.aborted)
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, every);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
  }
  await ledger.close();
  parentPort?.close();
}

/** Ends a long way to the chain's end in between two stretches. */
class Stopped extends Error {}

await keep(workerData as KeeperSetup);
