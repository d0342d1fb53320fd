// The thread that keeps the book of deals at the end of the chain, and tells whoever watches of what changed. The server's own thread then has only
// to look things up: weaving a batch in takes a tenth of a second, for which every question would wait.
import { setTimeout } from "node:timers/promises";
import { parentPort, workerData } from "node:worker_threads";
import { loadDealKnowledge, openBook } from "../../deal/index.ts";
import type { DealBook } from "../../deal/index.ts";
import { toPactaError } from "../../error.ts";
import { openLedger } from "../../ledger/index.ts";
import { openSettings } from "../../settings/index.ts";
import { allowanceOf } from "../../source/index.ts";
import { createWatching } from "../../watch/index.ts";
import type { Watching } from "../../watch/index.ts";
import type { KeeperMessage, KeeperSetup } from "./wire.ts";

/** Milliseconds between two looks at what is due to be delivered. */
const DELIVERED = 1000;

function say(message: KeeperMessage): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
  parentPort?.postMessage(message);
}

function trouble(kind: "trouble" | "untold", thrown: unknown): void {
  say({ kind, error: toPactaError(thrown).toString() });
}

/** Something that is told to be done now, or waits for some time. */
class Bell {
  #ring: () => void = () => undefined;

  ring(): void {
    this.#ring();
  }

  async wait(milliseconds: number): Promise<void> {
    const over = new AbortController();
    const rung = new Promise<void>((resolve) => (this.#ring = resolve));
    await Promise.race([rung, setTimeout(milliseconds, undefined, { signal: over.signal }).catch(() => undefined)]);
    over.abort();
  }
}

/** Ends a long way to the chain's end in between two stretches. */
class Stopped extends Error {}

/** Weaves in what came since and looks who wants to hear of it, again and again: whenever it is told to, and once in a while, since other processes write too. */
async function keepUp(book: DealBook, watching: Watching, every: number, bell: Bell, stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    try {
      const seq = await book.catchUp((at) => {
        say({ kind: "at", seq: at });
        if (stop.aborted) throw new Stopped();
      });
      say({ kind: "at", seq, end: true });
      await look(watching);
    } catch (thrown) {
      if (!(thrown instanceof Stopped)) trouble("trouble", thrown);
    }
    if (!stop.aborted) await bell.wait(every);
  }
}

/** The book goes on also where nobody can be told. */
async function look(watching: Watching): Promise<void> {
  try {
    const { alerts, digests } = await watching.look();
    if (alerts + digests > 0) say({ kind: "watching", told: { alerts, digests, sent: 0, again: 0, dead: 0 } });
  } catch (thrown) {
    trouble("untold", thrown);
  }
}

/** Delivers what is due, beside the weaving: a receiver that hangs must not hold up the book. */
async function deliver(watching: Watching, stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    try {
      const { sent, again, dead } = await watching.deliver(stop);
      if (sent + again + dead > 0) say({ kind: "watching", told: { alerts: 0, digests: 0, sent, again, dead } });
    } catch (thrown) {
      trouble("untold", thrown);
    }
    await setTimeout(DELIVERED, undefined, { signal: stop }).catch(() => undefined);
  }
}

async function keep({ location, every, agent, allow, subject }: KeeperSetup): Promise<void> {
  const ledger = await openLedger(location, { create: false });
  const settings = await openSettings(location);
  const book = await openBook(ledger, loadDealKnowledge());
  const allowed = allowanceOf(allow);
  const watching = createWatching({ ledger, book, settings, allowed, agent, ...(subject === undefined ? {} : { subject }) });
  const [stop, bell] = [new AbortController(), new Bell()];
  parentPort?.on("message", (told: "look" | "stop") => {
    if (told === "stop") stop.abort();
    bell.ring();
  });
  await Promise.all([keepUp(book, watching, every, bell, stop.signal), deliver(watching, stop.signal)]);
  await settings.close();
  await ledger.close();
  parentPort?.close();
}

await keep(workerData as KeeperSetup);
