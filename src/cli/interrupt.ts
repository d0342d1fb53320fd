// Ctrl-C during long work: the first asks it to end cleanly, a second one ends it at once.
import { EXIT } from "./exit.ts";

/** A launcher passes on the signal that the terminal sends to both: two within this many milliseconds are one. */
const ONE = 500;

/** While work runs, the first SIGINT or SIGTERM aborts the signal that the work is given and calls `said`; a later one ends the process. */
export async function interruptible<T>(said: () => void, work: (stop: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  let first: number | undefined;
  const listener = (): void => {
    if (first !== undefined && performance.now() - first > ONE) process.exit(EXIT.interrupted);
    if (first !== undefined) return;
    first = performance.now();
    controller.abort();
    said();
  };
  process.on("SIGINT", listener).on("SIGTERM", listener);
  try {
    return await work(controller.signal);
  } finally {
    process.off("SIGINT", listener).off("SIGTERM", listener);
  }
}
