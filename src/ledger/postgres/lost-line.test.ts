// Lines that are lost at the worst moments: what was acknowledged is there once, what was not can be asked for again.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openLedger } from "../open.ts";
import type { Ledger } from "../ledger.ts";
import { CLOCK, listOf, report } from "../report.fixture.ts";
import { verify } from "../verify.ts";
import { startRelay } from "./relay.fixture.ts";
import type { Loss, Relay } from "./relay.fixture.ts";
import { freshAddress, hasPostgres, requirePostgres, sharedPort } from "./shared.fixture.ts";

requirePostgres("src/ledger/postgres/lost-line.test.ts");

describe.runIf(hasPostgres)("a line that is lost", () => {
  let relay: Relay;
  beforeAll(async () => {
    relay = await startRelay(await sharedPort());
  });
  afterAll(() => relay.end());

  /** Runs work on a ledger behind the relay that holds the reports a and b. */
  async function behindRelay(work: (ledger: Ledger) => Promise<void>): Promise<void> {
    const address = await freshAddress();
    const ledger = await openLedger(address.replace(/:\d+\//, `:${relay.port}/`), { clock: CLOCK });
    await ledger.appendReadings([report("a"), report("b")], "r1");
    try {
      await work(ledger);
    } finally {
      await ledger.close();
    }
  }

  const moments: readonly (readonly [what: string, words: string, when: Loss, times: number])[] = [
    ["before a commit reached the server", "commit\0", "before", 1],
    ["before the answer to a commit came back", "commit\0", "after", 1],
    ["before the answer to two commits came back, that which asks about the first among them", "commit\0", "after", 2],
    ["before the first statement of a transaction, on every line of the pool", "begin isolation", "before", 4],
    ["in the middle of a transaction", 'insert into "entries"', "after", 1],
    ["while it waits for the lock", "pg_advisory_xact_lock", "after", 2],
  ];

  test.for(moments)("%s costs a write nothing, and doubles nothing", async ([, words, when, times]) => {
    await behindRelay(async (ledger) => {
      const before = relay.lost();
      relay.lose(words, when, times);
      const [receipt] = await ledger.appendReadings([report("c")], "r1");
      expect(relay.lost() - before).toBe(times);
      expect(receipt?.appended).toEqual({ document: true, reading: true });
      expect((await verify(ledger)).seq).toBe(6);
      expect((await listOf(ledger.documents())).map(({ id }) => id)).toEqual(["a", "b", "c"]);
    });
  });

  test("while reading, is had again, and the answer is whole", async () => {
    await behindRelay(async (ledger) => {
      for (const when of ["before", "after"] as const) {
        const before = relay.lost();
        relay.lose("select", when, 3);
        expect((await ledger.claims()).claims.map(({ document }) => document)).toEqual(["a", "b"]);
        expect(relay.lost() - before).toBe(3);
      }
    });
  });

  test("while nothing is asked, is not noticed", async () => {
    await behindRelay(async (ledger) => {
      await Promise.all([ledger.head(), ledger.claims(), ledger.document("a"), ledger.claim("b#31")]);
      relay.cut();
      expect((await ledger.head()).seq).toBe(4);
      relay.cut();
      await ledger.appendReadings([report("c")], "r1");
      expect((await verify(ledger)).seq).toBe(6);
    });
  });

  test("again and again while a ledger is opened, is not taken for tables of another program", async () => {
    await behindRelay(async ({ location }) => {
      relay.lose("select key, value from meta", "after", 20);
      await expect(openLedger(location, { create: false })).rejects.toMatchObject({ code: "PACTA_LEDGER_UNREACHABLE" });
      relay.lose("", "after", 0);
    });
  });

  test("again and again while it is asked whether an entry without words was redacted, is not taken for damage", async () => {
    await behindRelay(async (ledger) => {
      await ledger.append([{ kind: "decision", body: { by: "Ada", decision: { type: "redact", document: "a", reason: "asked" } } }]);
      relay.lose("decision_documents", "after", 20);
      await expect(listOf(ledger.entries())).rejects.toMatchObject({ code: "PACTA_LEDGER_UNREACHABLE" });
      relay.lose("", "after", 0);
      expect((await verify(ledger)).seq).toBe(5);
    });
  });

  test("for good, is told, and the ledger goes on elsewhere with what was acknowledged", async () => {
    const address = await freshAddress();
    const own = await startRelay(await sharedPort());
    const ledger = await openLedger(address.replace(/:\d+\//, `:${own.port}/`), { clock: CLOCK, patience: 200 });
    await ledger.appendReadings([report("a")], "r1");
    own.end();
    await expect(ledger.head()).rejects.toMatchObject({ code: "PACTA_LEDGER_UNREACHABLE" });
    await expect(ledger.appendReadings([report("b")], "r1")).rejects.toMatchObject({ code: "PACTA_LEDGER_UNREACHABLE" });
    await ledger.close();
    const again = await openLedger(address, { create: false });
    expect((await verify(again)).seq).toBe(2);
    await again.close();
  });
});
