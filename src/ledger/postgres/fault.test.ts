// Faults on a server: writers that are killed, a server that crashes under them, a full disk, a damaged file. Nothing acknowledged is lost.
import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { appendTen, verdict } from "../contract/tampering.fixture.ts";
import { idsIn, KILLS, killWriters, writeAtOnce, writer } from "../fault.fixture.ts";
import { openLedger } from "../open.ts";
import { report } from "../report.fixture.ts";
import { verify } from "../verify.ts";
import { startServer } from "./server.fixture.ts";
import type { Server } from "./server.fixture.ts";
import { change, freshAddress, hasPostgres, requirePostgres } from "./shared.fixture.ts";

requirePostgres("src/ledger/postgres/fault.test.ts");

describe.runIf(hasPostgres)("writers on a server", () => {
  test(`that are killed ${KILLS} times keep all that they acknowledged`, { timeout: 20_000 * KILLS }, async () => {
    expect.hasAssertions();
    await killWriters(await freshAddress());
  });

  test("that write at once, to a schema that neither finds, lose and double nothing", { timeout: 60_000 }, async () => {
    expect.hasAssertions();
    await writeAtOnce(await freshAddress());
  });
});

describe.runIf(hasPostgres)("a server of its own", () => {
  let server: Server;
  beforeAll(async () => {
    server = await startServer();
  }, 60_000);
  afterAll(() => server.end(), 60_000);

  const crashes = Math.ceil(KILLS / 2);
  test(`that crashes ${crashes} times under two writers loses and doubles nothing, and they go on`, { timeout: 30_000 * KILLS }, async () => {
    const address = server.address("crashed");
    const writers = ["x", "y"].map((name) => writer(address, name, 1_000_000));
    const said = () => writers.reduce((sum, one) => sum + one.said().length, 0);
    // Who cannot open the ledger is told so and ends: it is to fall under writers that write.
    while (writers.some((one) => one.said().length === 0)) await new Promise((wake) => setTimeout(wake, 5));
    for (let crash = 0; crash < crashes; crash += 1) {
      const before = said();
      while (said() < before + 10) await new Promise((wake) => setTimeout(wake, 5));
      await server.crash();
    }
    const before = writers.map((one) => one.said().length);
    while (writers.some((one, n) => one.said().length === before[n])) await new Promise((wake) => setTimeout(wake, 5));
    for (const { child } of writers) child.kill("SIGKILL");
    await Promise.all(writers.map(({ ended }) => ended));
    const acknowledged = writers.flatMap((one) => one.said()).flatMap((id) => [id, `${id}+`]);
    expect(await idsIn(address)).toEqual(expect.arrayContaining(acknowledged));
    expect(acknowledged.length).toBeGreaterThan(20 * crashes);
  });

  test("finds a byte that was flipped in the file of its entries", { timeout: 30_000 + 6_000 * KILLS }, async () => {
    const address = server.address("flipped");
    const ledger = await openLedger(address);
    await appendTen(ledger);
    await ledger.close();
    const [where] = await change(address, "checkpoint; select pg_relation_filepath('entries') as path");
    const path = join(server.folder, "data", String(where?.["path"]));
    for (let flip = 0; flip < Math.ceil(KILLS / 2); flip += 1) {
      await server.stop();
      const bytes = readFileSync(path);
      const at = Math.floor(Math.random() * bytes.length);
      const changed = Buffer.from(bytes);
      changed.writeUInt8(bytes.readUInt8(at) ^ (1 << (flip % 8)), at);
      writeFileSync(path, changed);
      await server.start();
      expect([at, await verdict(address)]).toEqual([at, "PACTA_LEDGER_BROKEN at 1"]);
      await server.stop();
      writeFileSync(path, bytes);
      await server.start();
      expect(await verdict(address)).toBe("fits to 10");
    }
  });

  test("whose disk is full writes nothing of a batch, and goes on when there is room", { timeout: 60_000 }, async (context) => {
    const disk = mkdtempSync(join(server.folder, "disk-"));
    try {
      execFileSync("mount", ["-t", "tmpfs", "-o", "size=24m", "tmpfs", disk], { stdio: "ignore" });
    } catch {
      context.skip("mounting is not allowed here");
    }
    try {
      const { uid, gid } = statSync(server.folder);
      chownSync(disk, uid, gid);
      await change(server.address("public"), `create tablespace small location '${disk}'`);
      await change(server.address("public"), "create database small tablespace small template template0");
      const ledger = await openLedger(server.address("full").replace("/postgres?", "/small?"));
      await ledger.appendReadings([report("a")], "r1");
      // Letters in no order, since the server packs what repeats.
      const batch = Array.from({ length: 200 }, (_, n) => report(`b${n}`, `${randomBytes(60_000).toString("base64")} `));
      await expect(ledger.appendReadings(batch, "r1")).rejects.toMatchObject({ code: "PACTA_LEDGER_DISK_FULL" });
      expect((await verify(ledger)).seq).toBe(2);
      execFileSync("mount", ["-o", "remount,size=200m", disk]);
      await ledger.appendReadings(batch, "r1");
      expect((await verify(ledger)).seq).toBe(402);
      await ledger.close();
      await change(server.address("public"), "drop database small with (force)");
      await change(server.address("public"), "drop tablespace small");
    } finally {
      // Lazily: after a failure the server still has files there.
      execFileSync("umount", ["-l", disk]);
      rmSync(disk, { recursive: true, force: true });
    }
  });
});
