// The pool's promises with test workers that end, refuse and dawdle; and that the real reader gives the same with any number of them.
import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { afterEach, describe, expect, it, test } from "vitest";
import type { Document } from "../document/index.ts";
import { PactaError } from "../error.ts";
import { resource } from "../resources.ts";
import { allThere, documentOf, MODEL, WEIGHTS } from "./model.fixture.ts";
import { openReader } from "./open.ts";
import type { Reader } from "./reader.ts";
import { workersFor } from "./workers-count.ts";
import type { Worker } from "./workers-start.ts";
import { testWorker } from "./workers.fixture.ts";
import type { TestSetup } from "./workers.fixture.ts";
import { openWorkers, poolReader } from "./workers.ts";

const opened: Reader[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((reader) => reader.close()));
});

async function pool(size: number, start: () => Worker = testWorker): Promise<Reader> {
  const reader = await poolReader(size, start);
  opened.push(reader);
  return reader;
}

const documents = (...texts: readonly string[]): Document[] => texts.map((text, i) => documentOf(text, { id: `d${i}` }));
const texts = (count: number, text = "news"): string[] => Array.from({ length: count }, (_, i) => `${text} ${i}`);
const quotes = async (read: ReturnType<Reader["read"]>): Promise<(string | undefined)[]> => (await read).map(({ abstained }) => abstained[0]?.quote);

test("readings come in the order of the documents, however many workers read them and however they are parted", async () => {
  for (const size of [1, 2, 3]) {
    const reader = await pool(size);
    const shape = fc.array(fc.constantFrom("news", "slow", "x".repeat(40_000)), { maxLength: 150 });
    await fc.assert(
      fc.asyncProperty(shape, async (words) => {
        const given = words.map((word, i) => `${word} ${i}`);
        expect(await quotes(reader.read(documents(...given)))).toEqual(given);
      }),
      { numRuns: 6 },
    );
  }
});

test("the sentences that all workers saw are counted together", async () => {
  const reader = await pool(2);
  await Promise.all([reader.read(documents(...texts(100))), reader.read(documents(...texts(50)))]);
  expect(reader.passed).toEqual({ seen: 150, analysed: 0 });
  expect(reader.parallel).toBe(2);
});

test("an error comes over as it was: class, code, place and remedy, with the other process's trace as its cause", async () => {
  const reader = await pool(1);
  const error: unknown = await reader.read(documents("news", "refuse")).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(PactaError);
  expect(error).toMatchObject({
    code: "PACTA_TEST_REFUSED",
    message: "it was refused",
    remedy: "Ask for less",
    place: { source: "d1", line: 7 },
    cause: expect.stringContaining("readOne"),
  });
  expect(await quotes(reader.read(documents("news")))).toEqual(["news"]);
});

test.each([
  ["exit", /^the worker that read the document ended with exit code 9$/],
  ["memory", /^the worker that read the document ran out of memory$/],
])("a document on which its worker ends (%s) is a coded error, and the pool reads on with a fresh worker", async (text, message) => {
  const reader = await pool(1);
  const given = [documents(text), documents("before"), documents("after")];
  const [bad, ...good] = await Promise.allSettled(given.map((one) => quotes(reader.read(one))));
  expect(bad).toMatchObject({ reason: { code: "PACTA_READER_DIED", message: expect.stringMatching(message), place: { source: "d0" } } });
  expect(good).toMatchObject([{ value: ["before"] }, { value: ["after"] }]);
});

test("of many batches on three workers only those with a document that ends its worker fail", async () => {
  const reader = await pool(3);
  const given = Array.from({ length: 30 }, (_, i) => documents("slow", i % 7 === 3 ? "exit" : `news ${i}`));
  const results = await Promise.allSettled(given.map((some) => reader.read(some)));
  expect(results.flatMap(({ status }, i) => (status === "rejected" ? [i] : []))).toEqual([3, 10, 17, 24]);
});

test("no worker holds more than two batches at a time, and another is started only when one would wait", async () => {
  const held = new Map<Worker, number>();
  let most = 0;
  const counted = (): Worker => {
    const worker = testWorker();
    const count = (change: number): void => {
      held.set(worker, (held.get(worker) ?? 0) + change);
      most = Math.max(most, held.get(worker) ?? 0);
    };
    count(0);
    worker.heard(({ kind }) => kind === "done" && count(-1));
    return {
      ...worker,
      send: (order) => {
        count(1);
        worker.send(order);
      },
    };
  };
  const reader = await pool(2, counted);
  await reader.read(documents("news"));
  expect(held.size).toBe(1);
  await Promise.all(texts(40, "slow").map((text) => reader.read(documents(text))));
  expect([held.size, most]).toEqual([2, 2]);
});

test("closing ends every worker and what they hold, twice if need be; a closed reader says so", async () => {
  const workers: Worker[] = [];
  const reader = await pool(2, () => {
    const worker = testWorker();
    workers.push(worker);
    return worker;
  });
  const pending = texts(20, "slow").map((text) => reader.read(documents(text)));
  await pending[0];
  const rest = Promise.allSettled(pending);
  await reader.close();
  await reader.close();
  expect(await Promise.all(workers.map(({ ended }) => ended))).toEqual(["was ended by SIGKILL", "was ended by SIGKILL"]);
  const codes = (await rest).map((one) => (one.status === "rejected" ? (one.reason as PactaError).code : "read"));
  expect(codes.at(-1)).toBe("PACTA_READER_CLOSED");
  expect(new Set(codes)).toEqual(new Set(["read", "PACTA_READER_CLOSED"]));
  await expect(reader.read(documents("news"))).rejects.toMatchObject({ code: "PACTA_READER_CLOSED" });
});

test.each([
  ["refuse", "PACTA_MODEL_MISSING"],
  ["exit", "PACTA_READER_DIED"],
] as const)("a first worker that does not open (%s) is the error of opening", async (opening, code) => {
  await expect(poolReader(2, () => testWorker({ opening }))).rejects.toMatchObject({ code });
});

test.each<TestSetup>([{ version: "other" }, { opening: "refuse" }, { opening: "exit" }])(
  "without a second worker, for it is another or does not open (%j), the first reads all",
  async (setup) => {
    let started = 0;
    const reader = await pool(2, () => testWorker((started += 1) === 1 ? {} : setup));
    const given = texts(30, "slow");
    expect(await quotes(Promise.all(given.map((text) => reader.read(documents(text)))).then((all) => all.flat()))).toEqual(given);
    expect(started).toBe(2);
  },
);

test("where every worker ends and none opens any more, what waits is an error", async () => {
  let started = 0;
  const reader = await pool(1, () => testWorker((started += 1) === 1 ? {} : { opening: "refuse" }));
  const results = await Promise.allSettled(["exit", "a", "b", "c"].map((text) => reader.read(documents(text))));
  const codes = results.map((one) => (one.status === "rejected" ? (one.reason as PactaError).code : "read"));
  expect(codes).toEqual(["PACTA_READER_DIED", "PACTA_MODEL_MISSING", "PACTA_MODEL_MISSING", "PACTA_MODEL_MISSING"]);
});

test("a document that cannot go to another process is an error of its own", async () => {
  const reader = await pool(1);
  const strange = { ...documentOf("news"), tags: [(() => undefined) as unknown as string] };
  await expect(reader.read([strange])).rejects.toMatchObject({ code: "PACTA_INTERNAL" });
  expect(await quotes(reader.read(documents("news")))).toEqual(["news"]);
});

test.each([0, 1.5, Number.NaN])("%d is no number of workers", async (size) => {
  await expect(poolReader(size, testWorker)).rejects.toMatchObject({ code: "PACTA_USAGE_VALUE" });
});

test("a program that does not close its reader ends all the same", () => {
  const code = `const { poolReader } = await import("./workers.ts"); const { testWorker } = await import("./workers.fixture.ts");
    const reader = await poolReader(2, testWorker);
    const document = { id: "a", text: "slow", blocks: [], sources: [], tags: [] };
    console.log((await Promise.all([1, 2, 3, 4, 5].map(() => reader.read([document])))).length);`;
  const ended = spawnSync(process.execPath, ["--input-type=module", "--eval", code], {
    cwd: resource("src", "reading"),
    encoding: "utf8",
    timeout: 15_000,
  });
  expect([ended.status, ended.stdout, ended.stderr]).toEqual([0, "5\n", ""]);
});

test("as many workers as cores, fewer where memory is short, never none", () => {
  const gib = 1024 ** 3;
  expect(workersFor(2, 1, 8 * gib)).toBe(2);
  expect(workersFor(16, 1, 64 * gib)).toBe(16);
  expect(workersFor(16, 4, 64 * gib)).toBe(4);
  expect(workersFor(16, 1, 2 * gib)).toBe(4);
  expect(workersFor(4, 1, 0.2 * gib)).toBe(1);
  expect(workersFor(2, 8, 8 * gib)).toBe(1);
});

const NEWS = [
  "Norway cancelled the contract with Poland on Friday, citing costs.",
  "Ministers of Peru and Chile met in Lima. The two countries will sign a fishing treaty next week, the Chilean foreign ministry said.",
  "France urged Turkey to pay Greece 20 million euros in compensation.",
  "Rain fell.",
  "",
  "Brazil ordered twelve helicopters from Italy. The deal is worth $300 million.",
  "The European Union lifted its sanctions against Belarus, a spokesman told reporters on Monday.",
];

describe.runIf(allThere("workers.test.ts", WEIGHTS))("the reader with workers", () => {
  const given = NEWS.map((text, i) => documentOf(text, { id: `n${i}`, published: { day: "2015-01-20", basis: "caller" } }));

  it("gives byte for byte what it gives in this process, for any number of workers and any batches", async () => {
    const alone = await openReader({ model: MODEL, threads: 1 });
    const expected = JSON.stringify(await alone.read(given));
    const annotated = await alone.annotate(given);
    const explained = await alone.explain(given);
    const { version } = alone;
    await alone.close();
    expect(expected).toContain('"act":"cancel"');
    for (const workers of [2, 3]) {
      const reader = await openReader({ model: MODEL, workers });
      opened.push(reader);
      expect(reader.version).toBe(version);
      for (const size of [1, 2, given.length]) {
        const parts = Array.from({ length: Math.ceil(given.length / size) }, (_, k) => given.slice(k * size, (k + 1) * size));
        const readings = (await Promise.all(parts.map((part) => reader.read(part)))).flat();
        expect(JSON.stringify(readings)).toBe(expected);
      }
      expect(await reader.annotate(given)).toEqual(annotated);
      expect(await reader.explain(given)).toEqual(explained);
      expect((await reader.analyse(given)).map(({ document }) => document)).toEqual(given);
      await reader.close();
    }
  }, 120_000);

  it("says at once that there is no model", async () => {
    await expect(openWorkers(2, { model: "no/such/folder" })).rejects.toMatchObject({ code: "PACTA_MODEL_MISSING" });
  }, 60_000);
});
