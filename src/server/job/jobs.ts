// Documents that are to be read: kept in the settings before they are promised, read one job after the other by a process of their own, and begun
// again where the server ended in the middle. What was appended before is known to the ledger, so that nothing is doubled.
import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { EventEmitter, on } from "node:events";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import type { Clock } from "../../clock.ts";
import { PactaError } from "../../error.ts";
import { GIVING_BACK } from "../../memory.ts";
import type { Job, Records } from "../../settings/index.ts";
import type { Ask, ReadingSetup, Reply } from "./wire.ts";

/** How many errors and ids of documents are kept of a job. */
const MOST = { errors: 100, read: 1000 };

/** Jobs that may wait, and that are kept when they have ended. */
const WAITING = 100;
const KEPT = 500;

/** Milliseconds after which the process that reads is ended where it has nothing to do. */
const IDLE = 5 * 60_000;

/** The process that reads ended in the middle; after so many times a job is given up. */
const CUT = "PACTA_SERVER_READING";
const TRIES = 3;

/** Milliseconds between two notes of how far a job is. */
const NOTED = 1000;

/** What jobs are kept in and read with. */
export interface JobsSetting {
  readonly records: Records<Job>;
  readonly clock: Pick<Clock, "now">;
  readonly setup: ReadingSetup;
  /** Hears of what ends the process that reads. */
  readonly trouble: (error: string) => void;
  /** Hears of each document that was appended. */
  readonly appended: () => void;
  /** Whether some feed is to be polled now. */
  readonly isDue: () => Promise<boolean>;
  /** Hears what a feed came to that was polled. */
  readonly polled: (told: Polled) => void;
}

type Polled = Extract<Reply, { readonly kind: "polled" }>;

/** Milliseconds between two looks at whether a feed is due. */
const LOOK = 15_000;

/** The jobs of a server, and between them the feeds that it follows. */
export class Jobs {
  readonly #setting: JobsSetting;
  readonly #news = new EventEmitter();
  readonly #stop = new AbortController();
  #current: Job | undefined;
  #cancelled = false;
  #process: ChildProcess | undefined;
  #ready = false;
  #idle: NodeJS.Timeout | undefined;
  #looking: NodeJS.Timeout | undefined;
  #isAsked = false;
  #isPolling = false;
  #working: Promise<void> = Promise.resolve();

  constructor(setting: JobsSetting) {
    this.#setting = setting;
    this.#news.setMaxListeners(0);
  }

  #now(): string {
    return new Date(this.#setting.clock.now()).toISOString();
  }

  /** Goes on with what was not read when the server ended, and from now on polls feeds when they are due. */
  async resume(): Promise<void> {
    if ((await this.#waiting()).length > 0) this.#work();
    this.#looking = setInterval(() => this.look(), LOOK).unref();
    this.look();
  }

  /** Polls the feeds that are due, once the jobs that wait are read. */
  look(): void {
    if (this.#isAsked) return;
    this.#isAsked = true;
    this.#then(async () => {
      this.#isAsked = false;
      if (!this.#stop.signal.aborted && (await this.#setting.isDue())) await this.#poll();
    });
  }

  async #poll(): Promise<void> {
    this.#isPolling = true;
    const failed = await this.#replies({ kind: "poll" }, async (reply) => {
      if (reply.kind === "read") this.#setting.appended();
      if (reply.kind === "polled") this.#setting.polled(reply);
    });
    this.#isPolling = false;
    if (failed !== undefined) this.#setting.trouble(`${failed.code}: ${failed.what}`);
    this.#rest();
  }

  async #waiting(): Promise<readonly Job[]> {
    return (await this.#setting.records.list()).filter(({ state }) => state === "queued" || state === "running");
  }

  /** Keeps a job, and begins it in its turn. Throws `PACTA_SERVER_BUSY` where too many wait. */
  async add(given: Job["given"], by: string | undefined): Promise<Job> {
    if ((await this.#waiting()).length >= WAITING) throw new PactaError("PACTA_SERVER_BUSY", `${WAITING} jobs wait to be read`, "Try again later");
    // Ids in the order in which jobs came.
    const id = `job-${this.#setting.clock.now().toString(36).padStart(9, "0")}-${randomBytes(4).toString("hex")}`;
    const none = { documents: 0, claims: 0, known: 0, failures: 0, errors: [], read: [] };
    const job: Job = { id, made: this.#now(), ...(by === undefined ? {} : { by }), given, size: given.length, state: "queued", ...none };
    await this.#setting.records.put(job);
    // Somebody waits for it; feeds go on behind it.
    if (this.#isPolling) this.#ask({ kind: "stop" });
    this.#work();
    return job;
  }

  /** The job of that id, as far as it is. */
  async get(id: string): Promise<Job | undefined> {
    return this.#current?.id === id ? this.#current : this.#setting.records.get(id);
  }

  /** All jobs, the last that came first. */
  async list(): Promise<readonly Job[]> {
    const all = await this.#setting.records.list();
    return all.map((job) => (job.id === this.#current?.id ? this.#current : job)).toSorted((a, b) => (a.id < b.id ? 1 : -1));
  }

  /** Ends a job: what was appended stays. False where it has ended. */
  async cancel(id: string): Promise<boolean> {
    if (this.#current?.id === id) {
      this.#cancelled = true;
      this.#ask({ kind: "stop" });
      return true;
    }
    if ((await this.#setting.records.get(id))?.state !== "queued") return false;
    const ended = await this.#setting.records.change(id, (job) =>
      job?.state === "queued" ? { ...job, state: "cancelled", ended: this.#now(), given: [] } : job,
    );
    if (ended?.state === "cancelled") this.#news.emit(id, ended);
    return ended?.state === "cancelled";
  }

  /** The job as it is now and after each change, to its end. Ends early by `signal`. */
  async *watch(id: string, signal: AbortSignal): AsyncGenerator<Job> {
    // Who listens is heard of by the emitter until it is told that they went.
    const news = on(this.#news, id, { signal: AbortSignal.any([signal, this.#stop.signal]) });
    try {
      const job = await this.get(id);
      if (job === undefined) return;
      yield job;
      if (isEnded(job)) return;
      for await (const [changed] of news as AsyncIterable<[Job]>) {
        yield changed;
        if (isEnded(changed)) return;
      }
    } catch (thrown) {
      if (!(thrown instanceof Error && thrown.name === "AbortError")) throw thrown;
    } finally {
      await news.return?.();
    }
  }

  /** Begins no job and ends those who watch; see `close`. */
  stop(): void {
    clearInterval(this.#looking);
    this.#stop.abort();
  }

  /** Stops reading after the batch in hand; the job goes on when the server is started again. */
  async close(): Promise<void> {
    this.stop();
    this.#ask({ kind: "stop" });
    await this.#working;
    this.#end();
  }

  /** Reads what waits, one job after the other, behind what is under way. */
  #work(): void {
    this.#then(async () => {
      for (;;) {
        const [next] = (await this.#waiting()).toSorted((a, b) => (a.id < b.id ? -1 : 1));
        if (next === undefined || this.#stop.signal.aborted) return;
        await this.#read(next).finally(() => (this.#current = undefined));
      }
    });
  }

  #then(work: () => Promise<void>): void {
    this.#working = this.#working.then(work).catch((thrown: unknown) => this.#setting.trouble(String(thrown)));
  }

  async #read(job: Job): Promise<void> {
    const { records } = this.#setting;
    this.#cancelled = false;
    // Begun anew: what it had counted is counted again, mostly as known. It may have been cancelled just now.
    if ((await records.get(job.id))?.state === "cancelled") return;
    let now: Job = {
      ...job,
      state: "running",
      began: this.#now(),
      documents: 0,
      claims: 0,
      known: 0,
      failures: 0,
      errors: [],
      read: [],
      unchanged: [],
    };
    this.#current = now;
    await records.put(now);
    this.#news.emit(job.id, now);
    let noted = this.#setting.clock.now();
    const ended = await this.#replies({ kind: "read", given: job.given }, async (reply) => {
      now = after(now, reply);
      this.#current = now;
      if (reply.kind === "read") this.#setting.appended();
      this.#news.emit(job.id, now);
      if (this.#setting.clock.now() - noted < NOTED) return;
      noted = this.#setting.clock.now();
      await records.put(now);
    });
    // What was promised is tried again where the process ended under it: another document of this or that may have been at fault.
    const tries = (job.tries ?? 0) + (ended?.code === CUT ? 1 : 0);
    const goesOn = ended === undefined ? this.#stop.signal.aborted : ended.code === CUT && tries < TRIES;
    const state = goesOn && !this.#cancelled ? "queued" : ended !== undefined ? "failed" : this.#cancelled ? "cancelled" : "done";
    const errors = ended === undefined ? now.errors : [ended, ...now.errors].slice(0, MOST.errors);
    // What it was given is in the ledger, or is nobody's any more: words that are redacted there must not stay here.
    now = { ...now, state, errors, ...(tries === 0 ? {} : { tries }), ...(state === "queued" ? {} : { ended: this.#now(), given: [] }) };
    await records.put(now);
    this.#current = undefined;
    await this.#forget();
    this.#news.emit(job.id, now);
    this.#rest();
  }

  /** Forgets the jobs that ended longest ago. */
  async #forget(): Promise<void> {
    const ended = (await this.#setting.records.list()).filter(isEnded).toSorted((a, b) => (a.id < b.id ? 1 : -1));
    for (const { id } of ended.slice(KEPT)) await this.#setting.records.remove(id);
  }

  /** Ends the process that reads, unless there is something to do for it before long. */
  #rest(): void {
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => this.#end(), IDLE).unref();
  }

  /** Has the process do something, and gives why it could not be done to its end. */
  async #replies(ask: Ask, heard: (reply: Reply) => Promise<void>): Promise<Job["errors"][number] | undefined> {
    clearTimeout(this.#idle);
    const process = this.#process ?? this.#begin();
    const over = new AbortController();
    const ended = (): void => over.abort();
    process.once("exit", ended);
    const replies = on(process, "message", { signal: over.signal }) as AsyncIterable<[Reply]>;
    if (process === this.#process && this.#ready) this.#ask(ask);
    try {
      for await (const [reply] of replies) {
        if (reply.kind === "ready") {
          this.#ready = true;
          this.#ask(ask);
          if (this.#cancelled || this.#stop.signal.aborted) this.#ask({ kind: "stop" });
        } else if (reply.kind === "end") return reply.error;
        else await heard(reply);
      }
    } catch (thrown) {
      if (!(thrown instanceof Error && thrown.name === "AbortError")) throw thrown;
    } finally {
      process.off("exit", ended);
    }
    return {
      code: CUT,
      what: "the process that reads ended in the middle",
      remedy: "Give its documents anew; where it comes again, report it with them",
    };
  }

  #begin(): ChildProcess {
    const entry = fileURLToPath(new URL(`./entry-process${extname(import.meta.url)}`, import.meta.url));
    const env = { ...GIVING_BACK, ...process.env };
    const begun = fork(entry, [JSON.stringify(this.#setting.setup)], { env, stdio: ["ignore", "ignore", "inherit", "ipc"] });
    this.#process = begun;
    this.#ready = false;
    begun.on("error", (error) => this.#setting.trouble(String(error)));
    begun.once("exit", () => {
      if (this.#process === begun) this.#process = undefined;
    });
    return begun;
  }

  #ask(ask: Ask): void {
    if (this.#process?.connected === true) this.#process.send(ask);
  }

  #end(): void {
    clearTimeout(this.#idle);
    this.#process?.disconnect();
    this.#process = undefined;
  }
}

/** Whether nothing more comes of a job. */
function isEnded({ state }: Job): boolean {
  return state !== "queued" && state !== "running";
}

/** A job with what was read of it now. */
function after(job: Job, reply: Reply): Job {
  if (reply.kind === "ready" || reply.kind === "end" || reply.kind === "polled") return job;
  if (reply.kind === "read") {
    const { document, claims, known } = reply;
    const isListed = job.read.length < MOST.read && !job.read.includes(document);
    const read = isListed ? [...job.read, document] : job.read;
    const unchanged = isListed && known ? { unchanged: [...(job.unchanged ?? []), document] } : {};
    return { ...job, documents: job.documents + 1, claims: job.claims + claims, known: job.known + (known ? 1 : 0), read, ...unchanged };
  }
  const { kind, ...told } = reply;
  const errors = job.errors.length < MOST.errors ? [...job.errors, told] : job.errors;
  return { ...job, errors, failures: job.failures + (kind === "failure" ? 1 : 0) };
}
