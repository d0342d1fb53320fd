// The pool's own part: which worker gets which order, and what becomes of orders whose worker ends. An order is always
// answered: by a result, by an error of its own, or by the error that ended its worker.
import { PactaError, toPactaError } from "../error.ts";
import type { Worker } from "./workers-start.ts";
import { errorOf } from "./workers-wire.ts";
import type { Answer, Order } from "./workers-wire.ts";

/** Orders that a worker holds at most: one that it works on, and one so that it never waits for the next. */
const HELD = 2;

/** Workers that answer orders. `opened` is the version of their reader, and rejects where the first worker cannot be opened. */
export interface Pool {
  readonly opened: Promise<string>;
  readonly submit: (order: Order) => Promise<Done>;
  /** Bytes that the workers take together, as each said with its last answer. */
  readonly memory: () => number;
  readonly close: () => Promise<void>;
}

/** An order's good answer. */
export type Done = Extract<Answer, { readonly kind: "done" }>;

interface Job {
  readonly order: Order;
  readonly resolve: (answer: Done) => void;
  readonly reject: (error: PactaError) => void;
}

/** A worker and the jobs that it holds, the one in work first. */
interface Seat {
  readonly worker: Worker;
  readonly jobs: Job[];
  open: boolean;
  memory: number;
}

interface State {
  readonly size: number;
  readonly start: () => Worker;
  readonly seats: Set<Seat>;
  readonly waiting: Job[];
  readonly opened: PromiseWithResolvers<string>;
  version?: string;
  /** A worker beside others could not be opened: those do without it. */
  full: boolean;
  closed: boolean;
}

/** Starts a pool with its first worker; another is started when an order would have to wait, up to `size`. */
export function createPool(size: number, start: () => Worker): Pool {
  const pool: State = { size, start, seats: new Set(), waiting: [], opened: Promise.withResolvers(), full: false, closed: false };
  seat(pool);
  return {
    opened: pool.opened.promise,
    submit: (order) => submit(pool, order),
    memory: () => [...pool.seats].reduce((sum, one) => sum + one.memory, 0),
    close: () => close(pool),
  };
}

function submit(pool: State, order: Order): Promise<Done> {
  const { promise, resolve, reject } = Promise.withResolvers<Done>();
  if (pool.closed) reject(closedError());
  else {
    pool.waiting.push({ order, resolve, reject });
    dispatch(pool);
  }
  return promise;
}

/** Gives waiting jobs to the workers that hold fewest, starts a worker where jobs would wait, and keeps this process up while there are any. */
function dispatch(pool: State): void {
  if (pool.closed) return;
  for (let free = freest(pool); free !== undefined && pool.waiting.length > 0; free = freest(pool)) give(free, pool.waiting.shift());
  if (isShort(pool)) seat(pool);
  const seats = [...pool.seats];
  const busy = pool.waiting.length > 0 || seats.some(({ jobs }) => jobs.length > 0);
  for (const { worker } of seats) worker.hold(busy);
}

/** One is opened at a time: what the next is needed for may be done by then, and opening takes the most memory. */
function isShort({ seats, waiting, full, size }: State): boolean {
  const all = [...seats];
  const stuck = waiting.length > 0 || all.some(({ jobs }) => jobs.length > 1);
  return stuck && (all.length === 0 || (!full && all.length < size && all.every(({ open }) => open)));
}

function freest({ seats }: State): Seat | undefined {
  const free = [...seats].filter(({ open, jobs }) => open && jobs.length < HELD);
  return free.reduce<Seat | undefined>((best, one) => (best === undefined || one.jobs.length < best.jobs.length ? one : best), undefined);
}

function give({ worker, jobs }: Seat, job: Job | undefined): void {
  if (job === undefined) return;
  try {
    worker.send(job.order);
    jobs.push(job);
  } catch (thrown) {
    job.reject(toPactaError(thrown));
  }
}

/** Starts a worker; what it says and how it ends is heard from here on. */
function seat(pool: State): void {
  const worker = pool.start();
  const one: Seat = { worker, jobs: [], open: false, memory: 0 };
  pool.seats.add(one);
  worker.heard((answer) => (one.open ? answered(pool, one, answer) : opening(pool, one, answer)));
  worker.ended.then(
    (tale) => left(pool, one, tale),
    () => undefined,
  );
}

function opening(pool: State, one: Seat, answer: Answer): void {
  if (answer.kind === "done") return;
  if (answer.kind === "failed") return unopened(pool, one, errorOf(answer.error));
  if (pool.version !== undefined && pool.version !== answer.version) return unopened(pool, one, changedError());
  one.open = true;
  pool.version = answer.version;
  pool.opened.resolve(answer.version);
  dispatch(pool);
}

function answered(pool: State, one: Seat, answer: Answer): void {
  const job = one.jobs.shift();
  if (answer.kind === "failed") job?.reject(errorOf(answer.error));
  if (answer.kind === "done") {
    one.memory = answer.memory;
    job?.resolve(answer);
  }
  dispatch(pool);
}

/** The others go on without it; where there are none, nobody can do what waits. */
function unopened(pool: State, one: Seat, error: PactaError): void {
  pool.seats.delete(one);
  void one.worker.kill();
  pool.full = true;
  pool.opened.reject(error);
  if (pool.seats.size === 0) for (const { reject } of pool.waiting.splice(0)) reject(error);
  dispatch(pool);
}

/** The job in work is taken for the cause; the one behind it is another's. */
function left(pool: State, one: Seat, tale: string): void {
  if (!pool.seats.has(one)) return;
  if (!one.open) return unopened(pool, one, diedError(tale));
  pool.seats.delete(one);
  const [head, ...behind] = one.jobs;
  head?.reject(diedError(tale, head.order));
  pool.waiting.unshift(...behind);
  dispatch(pool);
}

/** Ends all workers; whatever they hold is `PACTA_READER_CLOSED`. */
async function close(pool: State): Promise<void> {
  pool.closed = true;
  const seats = [...pool.seats];
  pool.seats.clear();
  for (const { reject } of [...seats.flatMap(({ jobs }) => jobs), ...pool.waiting.splice(0)]) reject(closedError());
  await Promise.all(seats.map(({ worker }) => worker.kill()));
}

function diedError(tale: string, order?: Order): PactaError {
  const [only, another] = order?.documents ?? [];
  if (only === undefined || another !== undefined) {
    return new PactaError("PACTA_READER_DIED", `a worker ${tale}`, "Give it fewer documents at once, or take fewer workers");
  }
  const remedy = "Split the document, or leave it out";
  return new PactaError("PACTA_READER_DIED", `the worker that read the document ${tale}`, remedy, { source: only.id });
}

function closedError(): PactaError {
  return new PactaError("PACTA_READER_CLOSED", "the reader was closed", "Open it again");
}

function changedError(): PactaError {
  return new PactaError("PACTA_READER_CHANGED", "the model or the knowledge changed on disk while documents were read", "Open the reader again");
}
