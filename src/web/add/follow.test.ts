// A job is followed to its end whatever happens to the line in between.
import { expect, test } from "vitest";
import { Trouble } from "../asking/index.ts";
import { follow, isFinal } from "./follow.ts";
import type { Following, Job } from "./follow.ts";

const job = (documents: number, state: Job["state"] = "running"): Job => ({
  id: "j",
  made: "2030-01-01T00:00:00Z",
  state,
  documents,
  claims: 0,
  known: 0,
  failures: 0,
  errors: [],
  read: [],
  given: 3,
});

/** Streams one after the other: what each gives, and whether it breaks behind that. */
function streams(all: readonly (readonly (Job | Error)[])[]): Following["events"] {
  const left = [...all];
  return async function* () {
    for (const one of left.shift() ?? [new Error("no line")]) {
      if (one instanceof Error) throw one;
      yield one;
    }
  };
}

async function followed(following: Partial<Following>): Promise<{ readonly told: readonly number[]; readonly waits: readonly number[] }> {
  const waits: number[] = [];
  const whole: Following = {
    events: streams([]),
    ask: async () => job(9, "done"),
    wait: async (milliseconds) => void waits.push(milliseconds),
    isFinal: () => false,
    ...following,
  };
  const told: number[] = [];
  for await (const { documents } of follow(whole, new AbortController().signal)) told.push(documents);
  return { told, waits };
}

test("a stream that ends or breaks in the middle is taken up again", async () => {
  const events = streams([[job(0), job(1)], [job(1), new Error("cut")], [new Error("down")], [job(2), job(3, "done")]]);
  expect(await followed({ events })).toEqual({ told: [0, 1, 1, 2, 3], waits: [500, 500, 1000] });
});

test("where no stream comes through, the job is asked for until it has ended", async () => {
  const answers = [job(1), job(2), job(3, "failed")];
  const ask = async (): Promise<Job> => answers.shift() ?? job(0, "done");
  expect((await followed({ ask })).told).toEqual([1, 2, 3]);
});

test("a job that is no more ends it with why", async () => {
  await expect(followed({ isFinal: () => true })).rejects.toThrow("no line");
});

test("whoever goes away is told no more", async () => {
  const stop = new AbortController();
  const told: Job[] = [];
  const endless: Following["events"] = async function* () {
    for (;;) yield job(1);
  };
  const following: Following = { events: endless, ask: async () => job(1), wait: async () => undefined, isFinal: () => false };
  for await (const one of follow(following, stop.signal)) {
    told.push(one);
    if (told.length === 3) break;
  }
  stop.abort();
  expect(await Array.fromAsync(follow(following, stop.signal))).toEqual([]);
});

test("what there is not stays so; a server that is asked too often, fails or does not answer is asked again", () => {
  const final = (status: number): boolean => isFinal(new Trouble({ status, code: "PACTA_X", detail: "it failed", remedy: "wait" }));
  expect([404, 401, 403, 400].map(final)).toEqual([true, true, true, true]);
  expect([429, 408, 500, 503, 0].map(final)).toEqual([false, false, false, false, false]);
  expect(isFinal(new Error("the line broke"))).toBe(false);
});
