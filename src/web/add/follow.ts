// A job as it goes on. Events tell it as it happens; where their stream breaks (the server was started again, a proxy cut it) it is taken up again
// after a growing wait, and where streams do not come through at all the job is asked for now and then.
import { Trouble } from "../asking/index.ts";
import type { Forms } from "../asking/index.ts";

export type Job = Forms["Job"];

/** Whether nothing more comes of a job. */
export function isEnded({ state }: Job): boolean {
  return state !== "queued" && state !== "running";
}

/** Refusals that another try may not meet: the server waited too long, or is asked too often. */
const PASSING: ReadonlySet<number> = new Set([408, 429]);

/** Whether a failure stays one: there is no such job (any more), or somebody may not hear of it. */
export function isFinal(thrown: unknown): boolean {
  return thrown instanceof Trouble && thrown.status >= 400 && thrown.status < 500 && !PASSING.has(thrown.status);
}

/** How a job is heard of. */
export interface Following {
  /** The job at each change, until the stream ends. */
  readonly events: (signal: AbortSignal) => AsyncIterable<Job>;
  /** The job as it is now. */
  readonly ask: (signal: AbortSignal) => Promise<Job>;
  /** Waits so many milliseconds, or less by the signal. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Whether there is no such job (any more): trying again is of no use. */
  readonly isFinal: (thrown: unknown) => boolean;
}

/** Milliseconds before the first new try, and at the most. */
const [FIRST, LONGEST] = [500, 10_000];

/** Streams that gave nothing in a row, after which the job is asked for instead. */
const TRIES = 3;
const POLL = 2000;

/** The job at each change that is heard of, to its end or until the signal. Throws what is final. */
export async function* follow({ events, ask, wait, isFinal }: Following, signal: AbortSignal): AsyncGenerator<Job> {
  for (let [failed, pause] = [0, FIRST]; !signal.aborted;) {
    const isStreamed = failed < TRIES;
    try {
      for await (const job of isStreamed ? events(signal) : one(ask, signal)) {
        yield job;
        if (isEnded(job)) return;
        [failed, pause] = [isStreamed ? 0 : failed, FIRST];
      }
    } catch (thrown) {
      if (signal.aborted) return;
      if (isFinal(thrown)) throw thrown;
      failed += isStreamed ? 1 : 0;
    }
    await wait(isStreamed ? pause : Math.max(pause, POLL), signal);
    pause = Math.min(pause * 2, LONGEST);
  }
}

async function* one(ask: Following["ask"], signal: AbortSignal): AsyncGenerator<Job> {
  yield await ask(signal);
}
