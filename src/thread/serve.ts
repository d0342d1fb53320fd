// The side of a thread that answers one question after another.
import { parentPort, workerData } from "node:worker_threads";
import { answered, tell } from "./wire.ts";

/** What a thread that serves says when it is ready to be asked. */
export const READY = "ready";

/** In a thread: answers each question that it is sent, in turn, with what `work` makes of it and of the data that the thread was given. */
export function serve(work: (question: unknown, data: unknown) => unknown): void {
  let last: Promise<void> = Promise.resolve();
  parentPort?.on("message", (question: unknown) => {
    last = last.then(async () => tell(await answered(() => work(question, workerData))));
  });
  tell(READY);
}
