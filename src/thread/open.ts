// A thread that is asked one thing after another, and is watched: what takes more than its share ends the thread, and what waits
// behind it is asked of a fresh one. Starting a thread takes longer than most questions.
import { Worker } from "node:worker_threads";
import type { PactaError } from "../error.ts";
import { READY } from "./serve.ts";
import { stopwatch } from "./stopwatch.ts";
import type { Stopwatch } from "./stopwatch.ts";
import { valueIn } from "./wire.ts";
import type { Answer } from "./wire.ts";

/** What one question may cost. */
export interface TurnLimits {
  /** Milliseconds of work on it. */
  readonly time: number;
  /** Bytes that the thread's heap may hold. */
  readonly memory: number;
}

/** A thread to be asked. Questions are answered in their order; each rejects with its own error alone. */
export interface OpenThread<Question, Value> {
  readonly ask: (question: Question) => Promise<Value>;
  /** Ends the thread; a question after that begins another. */
  readonly close: () => Promise<void>;
}

const MEBIBYTE = 1024 * 1024;

/** Questions in the thread's hands: one that it works on, and one so that it never waits while this process is busy. */
const IN_HAND = 2;

interface Asked<Question, Value> {
  readonly question: Question;
  readonly settle: PromiseWithResolvers<Value>;
}

/**
 * A thread with the module at `entry`, which serves (by `serve`) and is given `data`. It is begun with the first question, and keeps
 * nobody from ending while it has none. What a question costs beyond `limits` is `beyond`.
 */
export function openThread<Question, Value>(
  entry: URL,
  data: unknown,
  limits: TurnLimits,
  beyond: (why: string) => PactaError,
): OpenThread<Question, Value> {
  const owner = new Owner<Question, Value>(() => start(entry, data, limits), limits, beyond);
  return { ask: (question) => owner.ask(question), close: () => owner.close() };
}

function start(entry: URL, data: unknown, { memory }: TurnLimits): Worker {
  return new Worker(entry, { workerData: data, resourceLimits: { maxOldGenerationSizeMb: memory / MEBIBYTE, maxYoungGenerationSizeMb: 16 } });
}

class Owner<Question, Value> {
  readonly #start: () => Worker;
  readonly #limits: TurnLimits;
  readonly #beyond: (why: string) => PactaError;
  readonly #waiting: Asked<Question, Value>[] = [];
  #inHand: Asked<Question, Value>[] = [];
  #worker: Worker | undefined;
  /** The last thread that is on its way out, and has its memory still. */
  #ending: Promise<unknown> | undefined;
  #watch: Stopwatch | undefined;

  constructor(begin: () => Worker, limits: TurnLimits, beyond: (why: string) => PactaError) {
    this.#start = begin;
    this.#limits = limits;
    this.#beyond = beyond;
  }

  ask(question: Question): Promise<Value> {
    const settle = Promise.withResolvers<Value>();
    this.#waiting.push({ question, settle });
    this.#hand();
    return settle.promise;
  }

  async close(): Promise<void> {
    for (const { settle } of [...this.#inHand, ...this.#waiting.splice(0)]) settle.reject(this.#beyond("reading it was given up"));
    this.#inHand = [];
    await this.#drop();
    // Who asked meanwhile wants another thread.
    this.#hand();
  }

  /** Hands on what waits, as far as there is room. */
  #hand(): void {
    while (this.#ending === undefined && this.#inHand.length < IN_HAND && this.#waiting.length > 0) {
      const next = this.#waiting.shift();
      if (next === undefined) return;
      this.#worker ??= this.#begun();
      this.#inHand.push(next);
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
      this.#worker.postMessage(next.question);
    }
    if (this.#inHand.length > 0) this.#worker?.ref();
    else this.#worker?.unref();
  }

  #begun(): Worker {
    const worker = this.#start();
    const mine = (then: () => void): void => {
      if (worker === this.#worker) then();
    };
    worker.on("message", (message: unknown) => mine(() => this.#hear(worker, message)));
    worker.on("error", (thrown: Error & { readonly code?: string }) => {
      mine(() => this.#giveUp(thrown.code === "ERR_WORKER_OUT_OF_MEMORY" ? "it takes too much memory" : "taking it apart ended in the middle"));
    });
    worker.on("exit", () => mine(() => this.#giveUp("taking it apart ended in the middle")));
    this.#time(worker);
    return worker;
  }

  #hear(worker: Worker, message: unknown): void {
    if (message !== READY) this.#settle(message as Answer<Value>);
    this.#watch?.stop();
    this.#hand();
    if (this.#inHand.length > 0) this.#time(worker);
  }

  #settle(answer: Answer<Value>): void {
    const { resolve, reject } = this.#inHand.shift()?.settle ?? {};
    try {
      resolve?.(valueIn(answer));
    } catch (thrown) {
      reject?.(thrown);
    }
  }

  #time(worker: Worker): void {
    this.#watch?.stop();
    this.#watch = stopwatch(worker, this.#limits.time, () => this.#giveUp("it takes too long"));
  }

  /** The question that the thread was at has its error, and those behind it are asked again. */
  #giveUp(why: string): void {
    const [first, ...others] = this.#inHand;
    this.#inHand = [];
    this.#waiting.unshift(...others);
    void this.#restart(first, why);
  }

  /** The memory of the old thread is free before a new one takes some. */
  async #restart(first: Asked<Question, Value> | undefined, why: string): Promise<void> {
    await this.#drop();
    first?.settle.reject(this.#beyond(why));
    this.#hand();
  }

  async #drop(): Promise<void> {
    this.#watch?.stop();
    const worker = this.#worker;
    this.#worker = undefined;
    if (worker !== undefined) this.#ending = worker.terminate();
    // Who comes while it ends waits for the same end.
    const ending = this.#ending;
    await ending;
    if (this.#ending === ending) this.#ending = undefined;
  }
}
