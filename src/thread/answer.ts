// A question to a thread that has one answer, and the thread's side of it. Coded errors come over as they were.
import { workerData } from "node:worker_threads";
import type { PactaError } from "../error.ts";
import { runThread } from "./run.ts";
import type { ThreadLimits } from "./run.ts";
import { answered, tell, valueIn } from "./wire.ts";
import type { Answer } from "./wire.ts";

/** What the module at `entry` answers (by `answer`) to `data`. Throws the errors of its work, and `beyond` for one that takes too long or too much. */
export async function ask<Value>(
  entry: URL,
  data: unknown,
  limits: ThreadLimits,
  beyond: (why: string) => PactaError,
  handed: readonly ArrayBuffer[] = [],
): Promise<Value> {
  const ending = await runThread(entry, data, limits, (message) => ({ end: message as Answer<Value> }), handed);
  if (ending.kind === "time") throw beyond("it takes too long");
  if (ending.kind === "memory") throw beyond("it takes too much memory");
  if (ending.kind === "broken") throw beyond("reading it ended in the middle");
  return valueIn(ending.end);
}

/** In a thread: answers with what `work` makes of the data that the thread was given. `handed` tells the buffers of a value that go with it. */
export async function answer<Value>(
  work: (data: unknown) => Value | Promise<Value>,
  handed: (value: Value) => readonly ArrayBuffer[] = () => [],
): Promise<void> {
  const said = await answered(() => work(workerData));
  tell(said, said.kind === "value" ? handed(said.value) : []);
}
