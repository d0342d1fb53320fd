// onnxruntime-node 1.16 keeps a reference to its class in one variable for the whole process, and each thread that loads
// it releases the one of the thread before: in memory that is freed where that thread has ended, and behind its back where
// it is running. So a thread that never ends and never does anything else loads it again after every worker, while the
// worker waits: what is released is then always that of a thread that is there and idle.
import { extname } from "node:path";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { createRequire } from "node:module";

const ANCHOR = "pacta-anchor";

/** One for the process, as the variable is. */
let anchor: Worker | undefined;
let last: Promise<unknown> = Promise.resolve();

/** Takes over the reference from the worker that loaded ONNX Runtime last. The worker must wait meanwhile. */
export function takeOver(): Promise<void> {
  const mine = last.then(() => loadAgain((anchor ??= startAnchor())));
  last = mine.catch(() => undefined);
  return mine;
}

function startAnchor(): Worker {
  const limits = { maxYoungGenerationSizeMb: 1, maxOldGenerationSizeMb: 16 };
  const file = new URL(`./workers-anchor${extname(import.meta.url)}`, import.meta.url);
  return new Worker(file, { workerData: ANCHOR, resourceLimits: limits }).on("exit", () => (anchor = undefined));
}

function loadAgain(thread: Worker): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const heard = (): void => {
    thread.unref();
    thread.off("error", reject);
    resolve();
  };
  thread.ref();
  thread.once("message", heard).once("error", reject);
  thread.postMessage("load");
  return promise;
}

/** In the anchor's own thread. Where there is no native build there is nothing to hold. */
function load(): void {
  const require = createRequire(import.meta.url);
  for (const file of Object.keys(require.cache)) delete require.cache[file];
  try {
    require("onnxruntime-node");
  } catch {
    return;
  }
}

if (!isMainThread && workerData === ANCHOR) {
  parentPort?.on("message", () => {
    load();
    parentPort?.postMessage("loaded");
  });
}
