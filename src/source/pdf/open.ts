// A PDF to the lines of its pages, by a thread of its own that is watched and ended when it takes too long or too much.
import { on, once } from "node:events";
import { extname } from "node:path";
import { setTimeout } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { PactaError } from "../../error.ts";
import type { PdfMessage, PdfPage, PdfTask } from "./wire.ts";

/** A PDF taken apart. `cut` says why not all of its pages are there. */
export interface PdfText {
  /** Pages that the file has. */
  readonly count: number;
  readonly pages: readonly PdfPage[];
  readonly title?: string;
  /** As PDFs write it: `D:20150120083000+01'00'`. */
  readonly created?: string;
  readonly cut?: PactaError;
}

/** What one PDF may cost. */
export interface PdfLimits {
  readonly pages: number;
  /** Milliseconds without a page done. */
  readonly pause: number;
  /** Milliseconds in all. */
  readonly whole: number;
  /** Bytes held by the thread. */
  readonly memory: number;
  readonly characters: number;
}

const MEBIBYTE = 1024 * 1024;

/** Three seconds a page and a minute in all: a page of text takes 3 to 50 ms. */
export const PDF_LIMITS: PdfLimits = { pages: 1000, pause: 3000, whole: 60_000, memory: 160 * MEBIBYTE, characters: 8 * MEBIBYTE };

/** Milliseconds between two looks at the memory of the thread. */
const WATCH = 20;

/**
 * Takes a PDF apart. Throws `PACTA_PDF_BROKEN`, `PACTA_PDF_ENCRYPTED` and `PACTA_PDF_TOO_LARGE` where no page could be
 * read; where some were, they come with the error as `cut`.
 */
export async function openPdf(bytes: Uint8Array, limits: PdfLimits = PDF_LIMITS): Promise<PdfText> {
  const worker = start(bytes, limits);
  const over = new AbortController();
  const taken: Taken = { pages: [], opened: {}, last: performance.now() };
  // Whichever comes first ends it; what the others then say is of no interest.
  const ends = [received(worker, taken, limits, over.signal), crashed(worker), watched(worker, taken, limits, over.signal)];
  const cut = await Promise.race(ends).catch((thrown: unknown) => crashOf(thrown));
  over.abort();
  await worker.terminate();
  if (cut !== undefined && taken.pages.length === 0) throw cut;
  return { count: taken.pages.length, ...taken.opened, pages: taken.pages, ...(cut === undefined ? {} : { cut }) };
}

/** What has come from the thread so far, and when the last of it came. */
interface Taken {
  readonly pages: PdfPage[];
  opened: Partial<Omit<PdfText, "pages" | "cut">>;
  last: number;
}

/** The thread's modules have the ending of this one: the sources run as they are. */
function start(bytes: Uint8Array, { memory, pages }: PdfLimits): Worker {
  const own = Uint8Array.from(bytes);
  const task: PdfTask = { bytes: own, pages };
  return new Worker(new URL(`./entry${extname(import.meta.url)}`, import.meta.url), {
    workerData: task,
    transferList: [own.buffer],
    resourceLimits: { maxOldGenerationSizeMb: memory / MEBIBYTE, maxYoungGenerationSizeMb: 32 },
  });
}

/** Takes in what the thread sends, until its end (undefined), its fault, or more than the limit. */
async function received(worker: Worker, taken: Taken, { characters }: PdfLimits, signal: AbortSignal): Promise<PactaError | undefined> {
  let left = characters;
  for await (const [message] of on(worker, "message", { signal }) as AsyncIterable<[PdfMessage]>) {
    taken.last = performance.now();
    if (message.kind === "end") return undefined;
    if (message.kind === "fault") return faultOf(message);
    if (message.kind === "opened") taken.opened = openedOf(message);
    if (message.kind !== "page") continue;
    taken.pages.push(message.page);
    left -= message.page.lines.reduce((sum, line) => sum + line.text.length, 0);
    if (left < 0) return tooLarge(`it has more than ${characters} characters`);
  }
  return undefined;
}

/** The thread's own end. */
async function crashed(worker: Worker): Promise<PactaError> {
  await once(worker, "exit");
  return new PactaError("PACTA_PDF_BROKEN", "taking the PDF apart ended in the middle", BROKEN);
}

/** Looks at the thread again and again, until it takes too long or too much; also while the thread is at work. */
async function watched(worker: Worker, taken: Taken, limits: PdfLimits, signal: AbortSignal): Promise<PactaError> {
  const began = performance.now();
  const memory = gauge(worker);
  for (;;) {
    await setTimeout(WATCH, undefined, { signal });
    const now = performance.now();
    if (now - taken.last > limits.pause || now - began > limits.whole) return tooLarge("it takes too long");
    if (memory() > limits.memory) return tooLarge("it takes too much memory");
  }
}

/** What the thread held when it was last asked; asks again. A thread that is slow to answer holds nobody up. */
function gauge(worker: Worker): () => number {
  let [bytes, asked] = [0, false];
  const ask = async (): Promise<void> => {
    asked = true;
    bytes = await held(worker).catch(() => 0);
    asked = false;
  };
  return () => {
    if (!asked) void ask();
    return bytes;
  };
}

const BROKEN = "Save it again, or give its text";

function openedOf({ pages: count, title, created }: Extract<PdfMessage, { kind: "opened" }>): Partial<Omit<PdfText, "pages">> {
  return { count, ...(title === undefined ? {} : { title }), ...(created === undefined ? {} : { created }) };
}

/** Bytes of the thread's heap and of what hangs on it, also while it is at work. */
async function held(worker: Worker): Promise<number> {
  const { used_heap_size: heap, external_memory: external } = await worker.getHeapStatistics();
  return heap + external;
}

function faultOf({ name, message }: Extract<PdfMessage, { kind: "fault" }>): PactaError {
  if (name === "PasswordException") return new PactaError("PACTA_PDF_ENCRYPTED", "the PDF asks for a password", "Save it without one");
  return new PactaError("PACTA_PDF_BROKEN", `the PDF cannot be taken apart (${message})`, BROKEN);
}

function crashOf(thrown: unknown): PactaError {
  const memory = thrown instanceof Error && "code" in thrown && thrown.code === "ERR_WORKER_OUT_OF_MEMORY";
  return memory ? tooLarge("it takes too much memory") : new PactaError("PACTA_PDF_BROKEN", "the PDF cannot be taken apart", BROKEN, {}, thrown);
}

function tooLarge(why: string): PactaError {
  return new PactaError("PACTA_PDF_TOO_LARGE", `the PDF is not read to its end: ${why}`, "Give its text, or a smaller file");
}
