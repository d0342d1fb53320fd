// The log of tries: the oldest go, however many come at once.
import { expect, test } from "vitest";
import type { LogLine } from "../watch/index.ts";
import { openFile } from "./sqlite.ts";
import { noteTries } from "./watch-delivery.ts";

const line = (tries: number): LogLine => ({
  at: "2026-03-05T12:00:00.000Z",
  alert: "a",
  watch: "w",
  channel: "c",
  kind: "webhook",
  outcome: "again",
  tries,
  ms: 5,
});

test("ten thousand tries are kept, the newest", async () => {
  const { db, close } = openFile(":memory:", 1000);
  const kept = async (): Promise<readonly number[]> => {
    const rows = await db.selectFrom("tries").select("body").orderBy("n").execute();
    return rows.map(({ body }) => (JSON.parse(body) as LogLine).tries);
  };
  const note = async (from: number, to: number): Promise<void> =>
    db.transaction().execute(async (one) =>
      noteTries(
        one,
        Array.from({ length: to - from }, (_, n) => line(from + n)),
      ),
    );
  await note(0, 9998);
  expect((await kept()).length).toBe(9998);
  await note(9998, 10_005);
  const all = await kept();
  expect([all.length, all[0], all.at(-1)]).toEqual([10_000, 5, 10_004]);
  await close();
});
