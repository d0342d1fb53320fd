// A thread that serves answers in order, outlives its questions, and is ended by one that takes too much without the others.
import type { EventEmitter } from "node:events";
import { expect, test } from "vitest";
import { PactaError } from "../error.ts";
import { openThread } from "./index.ts";

const ENTRY = new URL("./serving.fixture.ts", import.meta.url);
const beyond = (why: string): PactaError => new PactaError("PACTA_INPUT_TOO_LARGE", why, "Split it");

function opened(limits: Partial<{ time: number; memory: number }> = {}) {
  return openThread<string, string>(ENTRY, "data", { time: 800, memory: 64 * 1024 * 1024, ...limits }, beyond);
}

test("questions are answered in their order by one thread, each with its own error", async () => {
  const { ask, close } = opened();
  const asked = ["a", "coded", "b", "c"].map((question) => ask(question));
  await expect(asked[1]).rejects.toMatchObject({ code: "PACTA_FEED_BROKEN", message: "no feed", remedy: "Fetch it", place: { line: 3 } });
  expect(await Promise.all([asked[0], asked[2], asked[3]])).toEqual(["data a 1", "data b 3", "data c 4"]);
  await close();
});

test.each([
  ["forever", "it takes too long"],
  ["pattern", "it takes too long"],
  ["memory", "it takes too much memory"],
  ["end", "taking it apart ended in the middle"],
])("a question that goes on %s costs the thread, and those behind it are answered by another", async (question, why) => {
  const { ask, close } = opened(question === "memory" ? { time: 10_000 } : {});
  const before = ask("before");
  const asked = ask(question);
  const after = ["x", "y", "z"].map((each) => ask(each));
  await expect(asked).rejects.toMatchObject({ code: "PACTA_INPUT_TOO_LARGE", message: why });
  expect(await before).toBe("data before 1");
  expect(await Promise.all(after)).toEqual(["data x 1", "data y 2", "data z 3"]);
  await close();
});

test("a thread that is closed gives up what it was asked, and begins anew when it is asked again", async () => {
  const { ask, close } = opened({ time: 10_000 });
  const asked = ask("forever");
  await Promise.all([close(), expect(asked).rejects.toMatchObject({ message: "reading it was given up" })]);
  expect(await ask("x")).toBe("data x 1");
  await close();
});

test("time in which the program itself was held up is not the thread's", async () => {
  const { ask, close } = opened({ time: 150 });
  expect(await ask("first")).toBe("data first 1");
  const asked = ask("x");
  for (const end = performance.now() + 800; performance.now() < end;);
  expect(await asked).toBe("data x 2");
  await close();
});

test("a module that is not there fails each question and holds nothing up", async () => {
  const { ask, close } = openThread(new URL("./absent.ts", import.meta.url), 0, { time: 400, memory: 64 * 1024 * 1024 }, beyond);
  await expect(ask("a")).rejects.toMatchObject({ code: "PACTA_INPUT_TOO_LARGE" });
  await expect(ask("b")).rejects.toMatchObject({ message: "taking it apart ended in the middle" });
  await close();
});

test("a question that comes while a thread is ended waits for its end, so that two never hold memory at once", async () => {
  const { ask, close } = opened();
  let alive = 0;
  const most = { of: 0 };
  const counted = (worker: EventEmitter): void => {
    alive += 1;
    most.of = Math.max(most.of, alive);
    worker.once("exit", () => (alive -= 1));
  };
  process.on("worker", counted);
  const asked = ask("forever");
  const others: Promise<string>[] = [];
  // Asked at every moment, the one between the end of a thread and that of its memory too.
  const asking = setInterval(() => others.push(ask("x")), 1);
  await expect(asked).rejects.toMatchObject({ message: "it takes too long" });
  clearInterval(asking);
  others.push(ask("last"));
  const answers = await Promise.all(others);
  expect(answers.at(-1)).toMatch(/^data last \d+$/);
  expect(most.of).toBe(1);
  await close();
  process.off("worker", counted);
});
