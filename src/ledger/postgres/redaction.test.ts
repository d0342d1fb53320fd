// Redacted words are gone from the server's tables, not only from the rows: its data files are searched, as a thief of the disk would.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decide, harbour, harbourRef, talks } from "../decided.fixture.ts";
import type { Ledger } from "../ledger.ts";
import { openLedger } from "../open.ts";
import { CLOCK, credited, report } from "../report.fixture.ts";
import { verify } from "../verify.ts";
import { startServer } from "./server.fixture.ts";
import type { Server } from "./server.fixture.ts";
import { change, hasPostgres, requirePostgres } from "./shared.fixture.ts";

requirePostgres("src/ledger/postgres/redaction.test.ts");

/** Words of the report that stand in its text and quotes alone, and not in a slot. */
const WORDS = ["Talks on the lighthouse", "agreed to mend a pier"];

describe.runIf(hasPostgres)("a server of its own", () => {
  let server: Server;
  beforeAll(async () => {
    server = await startServer();
  }, 60_000);
  afterAll(() => server.end(), 60_000);

  /** Which of the words are in the files of the server's tables, once all that it remembers is in files. */
  async function left(address: string, words: readonly string[] = WORDS): Promise<readonly string[]> {
    await change(address, "checkpoint");
    const tables = ["base", "global"].map((name) => join(server.folder, "data", name));
    const names = tables.flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }));
    const files = names.filter((entry) => entry.isFile()).map((entry) => readFileSync(join(entry.parentPath, entry.name)));
    return words.filter((one) => files.some((file) => file.includes(one)));
  }

  async function withLedger(address: string, patience: number, work: (ledger: Ledger) => Promise<void>): Promise<void> {
    const ledger = await openLedger(address, { clock: CLOCK, patience });
    try {
      await work(ledger);
    } finally {
      await ledger.close();
    }
  }

  /** Holds a view of the database from before what follows. */
  async function looking(address: string): Promise<pg.Client> {
    const reader = new pg.Client(address.replace(/\?.*/, ""));
    await reader.connect();
    await reader.query("begin isolation level repeatable read; select 1");
    return reader;
  }

  test("holds the words in no table's file once the redaction is acknowledged, and those of others it does", async () => {
    const address = server.address("redacted");
    // Nothing that the server could pack, so that the words of a long text can be found where it keeps it in parts.
    const long = Array.from({ length: 400 }, (_, n) => `Boat ${createHash("sha256").update(`${n}`).digest("base64")} is blue. `).join("");
    const [boat = ""] = /Boat \S+/.exec(long.slice(9000)) ?? [];
    await withLedger(address, 10_000, async (ledger) => {
      for (let n = 0; n < 10; n += 1) await ledger.appendReadings([report(`other-${n}`, "Rain. ".repeat(n * 7))], "r1");
      await ledger.appendReadings([harbour("a"), harbour("a", long), harbour("a", "Short. "), credited("c", "Lantern Photo Desk")], "r1");
      for (const n of [0, 1, 2]) await decide(ledger, { type: "confirm", claim: harbourRef("a", n) });
      await decide(ledger, { type: "add-claim", document: "a", version: 1, claim: talks("a") });
      await change(address, "analyze");
      expect(await left(address, [...WORDS, boat, "lantern photo desk"])).toHaveLength(4);
      for (const document of ["a", "c"]) await decide(ledger, { type: "redact", document, reason: "asked" });
      expect(await left(address, [...WORDS, boat, "Lantern Photo Desk", "lantern photo desk"])).toEqual([]);
      expect(await left(address, ["Norway signed a ferry contract", "Rain. Rain."])).toHaveLength(2);
      expect((await verify(ledger)).seq).toBe(10 * 2 + 4 * 2 + 6);
      expect((await ledger.document("a", 2))?.text).toBe("");
    });
  });

  test("holds them while a transaction could still see them, says so, and the next that opens the ledger takes them out", async () => {
    const address = server.address("looked_at");
    let reader: pg.Client | undefined;
    await withLedger(address, 300, async (ledger) => {
      await ledger.appendReadings([harbour("a")], "r1");
      reader = await looking(address);
      await expect(decide(ledger, { type: "redact", document: "a", reason: "asked" })).rejects.toMatchObject({ code: "PACTA_LEDGER_WORDS_LEFT" });
      expect((await ledger.document("a"))?.text).toBe("");
    });
    expect(await left(address)).toEqual(WORDS);
    await withLedger(address, 300, async () => expect(await left(address)).toEqual(WORDS));
    await reader?.end();
    await withLedger(address, 300, async (ledger) => {
      expect(await left(address)).toEqual([]);
      expect((await verify(ledger)).seq).toBe(3);
    });
    expect(await change(address, "select 1 from meta where key = 'scrub'")).toEqual([]);
  });

  test("tells a user who does not own the tables that they are not written anew", async () => {
    const address = server.address("owned");
    await withLedger(address, 300, async (ledger) => void (await ledger.appendReadings([harbour("a")], "r1")));
    await change(
      address,
      "create role scribe login; grant usage on schema owned to scribe; grant select, insert, update, delete on all tables in schema owned to scribe",
    );
    await withLedger(server.address("owned", "scribe"), 300, async (ledger) => {
      const refused = decide(ledger, { type: "redact", document: "a", reason: "asked" });
      await expect(refused).rejects.toMatchObject({ code: "PACTA_LEDGER_WORDS_LEFT", message: expect.stringContaining("own") });
    });
    await withLedger(address, 300, async () => expect(await left(address)).toEqual([]));
  });
});
