// Faults with real processes: one that is killed at any moment loses nothing that it acknowledged, two that write at once lose and double nothing.
import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { openLedger, verify } from "./index.ts";
import { listOf } from "./report.fixture.ts";

const folder = mkdtempSync(join(tmpdir(), "pacta-fault-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const WRITER = fileURLToPath(new URL("writer.fixture.ts", import.meta.url));
const KILLS = process.env["PACTA_FULL"] === "1" ? 20 : 5;

interface Writer {
  readonly child: ChildProcess;
  /** What it acknowledged so far, a document id a line. */
  readonly said: () => readonly string[];
  /** Resolves when it ended and everything that it said was read. */
  readonly ended: Promise<unknown>;
}

function writer(path: string, name: string, count: number): Writer {
  const child = spawn(process.execPath, [WRITER, path, name, String(count)], { stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (said += text));
  return { child, said: () => said.split("\n").slice(0, -1), ended: once(child, "close") };
}

async function idsIn(path: string): Promise<readonly string[]> {
  const ledger = await openLedger(path, { create: false });
  const { seq } = await verify(ledger);
  const ids = (await listOf(ledger.documents())).map(({ id }) => id);
  await ledger.close();
  expect(seq).toBe(2 * ids.length);
  expect(new Set(ids).size).toBe(ids.length);
  return ids;
}

test(`a writer that is killed ${KILLS} times keeps all that it acknowledged, and verifies`, { timeout: 20_000 * KILLS }, async () => {
  const path = join(folder, "killed.db");
  const acknowledged = new Set<string>();
  for (let kill = 0; kill < KILLS; kill += 1) {
    const { child, said, ended } = writer(path, `w${kill}`, 1_000_000);
    while (said().length === 0) await new Promise((wake) => setTimeout(wake, 5));
    await new Promise((wake) => setTimeout(wake, Math.random() * 150));
    child.kill("SIGKILL");
    await ended;
    for (const id of said()) acknowledged.add(id).add(`${id}+`);
    expect(await idsIn(path)).toEqual(expect.arrayContaining([...acknowledged]));
  }
  expect(acknowledged.size).toBeGreaterThan(KILLS);
});

test("two processes that write at once, to a file that neither finds, lose and double nothing", { timeout: 60_000 }, async () => {
  const path = join(folder, "two.db");
  const writers = ["x", "y"].map((name) => writer(path, name, 60));
  await Promise.all(writers.map(({ ended }) => ended));
  expect(writers.map(({ child, said }) => [child.exitCode, said().length])).toEqual([
    [0, 60],
    [0, 60],
  ]);
  const expected = new Set(writers.flatMap(({ said }) => said()).flatMap((id) => [id, `${id}+`]));
  expect([...(await idsIn(path))].sort()).toEqual([...expected].sort());
  expect(expected.size).toBe(200);
});
