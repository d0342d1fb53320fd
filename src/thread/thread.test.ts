// Threads end by their answer, by a limit, or by themselves, and their last message is heard.
import { expect, test } from "vitest";
import { PactaError } from "../error.ts";
import { ask, runThread } from "./index.ts";

/** A module from its words. */
const moduleOf = (code: string): URL =>
  new URL(`data:text/javascript,${encodeURIComponent(`import { parentPort, workerData } from "node:worker_threads";${code}`)}`);
const LIMITS = { pause: 1500, whole: 3000, memory: 128 * 1024 * 1024 };
const beyond = (why: string): PactaError => new PactaError("PACTA_INPUT_TOO_LARGE", why, "Split it");
const run = (code: string, limits = LIMITS) => runThread(moduleOf(code), 7, limits, (end) => ({ end }));

test("the last message of a thread that ends is heard, however often", async () => {
  const ends = await Promise.all(Array.from({ length: 20 }, () => run("parentPort.postMessage(workerData + 1)")));
  expect(ends).toEqual(Array.from({ length: 20 }, () => ({ kind: "taken", end: 8 })));
});

test("a thread that never ends, that eats memory (of its heap or beside it), or that falls is ended and said to", async () => {
  expect(await run("for (;;);")).toEqual({ kind: "time" });
  expect(await run("const all = []; for (;;) all.push(new Array(100_000).fill(1.5));")).toEqual({ kind: "memory" });
  expect(await run("const all = []; setInterval(() => all.push(new Uint8Array(8e6).fill(1)), 1);")).toEqual({ kind: "memory" });
  expect(await run("throw new Error('fallen');")).toMatchObject({ kind: "broken", thrown: { message: "fallen" } });
  expect(await run("")).toEqual({ kind: "broken" });
});

test("a coded error comes over as it was, and one that takes too long is the caller's", async () => {
  const error = '{ kind: "error", code: "PACTA_FEED_BROKEN", what: "no feed", remedy: "Fetch it", place: { line: 3 } }';
  await expect(ask(moduleOf(`parentPort.postMessage(${error})`), 0, LIMITS, beyond)).rejects.toMatchObject({
    code: "PACTA_FEED_BROKEN",
    place: { line: 3 },
  });
  await expect(ask(moduleOf("for (;;);"), 0, { ...LIMITS, pause: 300 }, beyond)).rejects.toMatchObject({
    code: "PACTA_INPUT_TOO_LARGE",
    message: "it takes too long",
  });
});

test("bytes are handed to a thread and back, and are the sender's no longer", async () => {
  const bytes = Uint8Array.of(1, 2, 3);
  const entry = moduleOf(`parentPort.postMessage({ kind: "value", value: workerData }, [workerData.buffer]);`);
  expect(await ask<Uint8Array>(entry, bytes, LIMITS, beyond, [bytes.buffer])).toEqual(Uint8Array.of(1, 2, 3));
  expect(bytes.length).toBe(0);
});
