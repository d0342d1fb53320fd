// The pool's own part: which worker gets which order, and what becomes of orders whose worker ends. An order is always
// answered: by a result, by an error of its own, or by the error that ended its worker.
import type { Worker } from "node:worker_threads";
import { PactaError, toPactaError } from "../error.ts";
import type { PassCount } from "./reader.ts";
import { takeOver } from "./workers-anchor.ts";
import { errorOf } from "./workers-wire.ts";
import type { Answer, Answers, Order, Task } from "./workers-wire.ts";

/** Orders that a worker holds at most: one that it works on, and one so that it never waits for the next. */
const HELD = 2;

/** Workers that answer orders. `opened` is the version of their reader, and rejects where the first worker cannot be opened. */
export interface Pool {
  readonly opened: Promise<string>;
  readonly submit: (order: Order) => Promise<Answers[Task]>;
  readonly close: () => Promise<void>;
}

interface Job {
  readonly order: Order;
  readonly resolve: (result: Answers[Task]) => void;
  readonly reject: (error: PactaError) => void;
}

/** A worker and the jobs that it holds, the one in work first. */
interface Seat {
  readonly worker: Worker;
  readonly jobs: Job[];
  open: boolean;
  cause?: unknown;
}

interface State {
  readonly size: number;
  readonly start: () => Worker;
  readonly count: (passed: PassCount) => void;
  readonly seats: Set<Seat>;
  readonly waiting: Job[];
  readonly opened: PromiseWithResolvers<string>;
  version?: string;
  /** A worker beside others could not be opened: those do without it. */
  full: boolean;
  closed: boolean;
}

/** Starts a pool with its first worker; another is started when an order would have to wait, up to `size`. */
export function createPool(size: number, start: () => Worker, count: (passed: PassCount) => void): Pool {
  const opened = Promise.withResolvers<string>();
  const pool: State = { size, start, count, seats: new Set(), waiting: [], opened, full: false, closed: false };
  seat(pool);
  return { opened: opened.promise, submit: (order) => submit(pool, order), close: () => close(pool) };
}

function submit(pool: State, order: Order): Promise<Answers[Task]> {
  const { promise, resolve, reject } = Promise.withResolvers<Answers[Task]>();
  if (pool.closed) reject(closedError());
  else {
    pool.waiting.push({ order, resolve, reject });
    dispatch(pool);
  }
  return promise;
}

/** Gives waiting jobs to the workers that hold fewest, starts a worker where jobs would wait, and keeps the process up while there are any. */
function dispatch(pool: State): void {
  for (let free = freest(pool); free !== undefined && pool.waiting.length > 0; free = freest(pool)) give(free, pool.waiting.shift());
  if (pool.closed) return;
  const seats = [...pool.seats];
  const stuck = pool.waiting.length > 0 || seats.some(({ jobs }) => jobs.length > 1);
  const room = seats.length === 0 || (!pool.full && seats.length < pool.size && seats.every(({ open }) => open));
  if (stuck && room) seat(pool);
  const busy = pool.waiting.length > 0 || seats.some(({ jobs }) => jobs.length > 0);
  for (const { worker } of pool.seats) if (busy) worker.ref(); else worker.unref();
}

function freest({ seats }: State): Seat | undefined {
  const free = [...seats].filter(({ open, jobs }) => open && jobs.length < HELD);
  return free.reduce<Seat | undefined>((best, one) => (best === undefined || one.jobs.length < best.jobs.length ? one : best), undefined);
}

function give({ worker, jobs }: Seat, job: Job | undefined): void {
  if (job === undefined) return;
  try {
    worker.postMessage(job.order);
    jobs.push(job);
  } catch (thrown) {
    job.reject(toPactaError(thrown));
  }
}

/** Starts a worker; what it says and how it ends is heard from here on. */
function seat(pool: State): void {
  const worker = pool.start();
  const one: Seat = { worker, jobs: [], open: false };
  pool.seats.add(one);
  worker.on("message", (answer: Answer) => (one.open ? answered(pool, one, answer) : opening(pool, one, answer)));
  worker.on("error", (cause) => (one.cause = cause));
  worker.on("exit", (code) => left(pool, one, code));
}

function opening(pool: State, one: Seat, answer: Answer): void {
  if (answer.kind === "done") return;
  if (answer.kind === "loaded") return goOn(pool, one);
  if (answer.kind === "failed") return unopened(pool, one, errorOf(answer.error));
  if (pool.version !== undefined && pool.version !== answer.version) return unopened(pool, one, changedError());
  one.open = true;
  pool.version = answer.version;
  pool.opened.resolve(answer.version);
  dispatch(pool);
}

function goOn(pool: State, one: Seat): void {
  takeOver().then(
    () => one.worker.postMessage("go on"),
    (thrown: unknown) => unopened(pool, one, toPactaError(thrown)),
  );
}

function answered(pool: State, one: Seat, answer: Answer): void {
  const job = one.jobs.shift();
  if (answer.kind === "failed") job?.reject(errorOf(answer.error));
  if (answer.kind === "done") {
    pool.count(answer.passed);
    job?.resolve(answer.result);
  }
  dispatch(pool);
}

/** The others go on without it; where there are none, nobody can do what waits. */
function unopened(pool: State, one: Seat, error: PactaError): void {
  pool.seats.delete(one);
  void one.worker.terminate();
  pool.full = true;
  pool.opened.reject(error);
  if (pool.seats.size === 0) for (const { reject } of pool.waiting.splice(0)) reject(error);
  dispatch(pool);
}

/** The job in work is taken for the cause; the one behind it is another's. */
function left(pool: State, one: Seat, code: number): void {
  if (!pool.seats.has(one)) return;
  if (!one.open) return unopened(pool, one, diedError(one, code));
  pool.seats.delete(one);
  const [head, ...behind] = one.jobs;
  head?.reject(diedError(one, code, head.order));
  pool.waiting.unshift(...behind);
  dispatch(pool);
}

/** Ends all workers; whatever they hold is `PACTA_READER_CLOSED`. */
async function close(pool: State): Promise<void> {
  pool.closed = true;
  const seats = [...pool.seats];
  pool.seats.clear();
  for (const { reject } of [...seats.flatMap(({ jobs }) => jobs), ...pool.waiting.splice(0)]) reject(closedError());
  await Promise.all(seats.map(({ worker }) => worker.terminate()));
}

function diedError({ cause }: Seat, code: number, order?: Order): PactaError {
  const how = cause instanceof Error ? `ended: ${cause.message}` : `ended with exit code ${code}`;
  const [only, another] = order?.documents ?? [];
  if (only !== undefined && another === undefined) {
    const place = { source: only.id };
    return new PactaError("PACTA_READER_DIED", `the worker that read the document ${how}`, "Split the document, or leave it out", place, cause);
  }
  return new PactaError("PACTA_READER_DIED", `a worker ${how}`, "Give it fewer documents at once, or take fewer workers", {}, cause);
}

function closedError(): PactaError {
  return new PactaError("PACTA_READER_CLOSED", "the reader was closed", "Open it again");
}

function changedError(): PactaError {
  return new PactaError("PACTA_READER_CHANGED", "the model or the knowledge changed on disk while documents were read", "Open the reader again");
}
