// Processes of their own that write to a ledger, for tests that kill them or take the ground from under them; and what the ledger holds then.
import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";
import { openLedger, verify } from "./index.ts";
import { listOf } from "./report.fixture.ts";

const WRITER = fileURLToPath(new URL("writer.fixture.ts", import.meta.url));

/** Kills in a test. */
export const KILLS = process.env["PACTA_FULL"] === "1" ? 20 : 5;

/** A process that writes. */
export interface Writer {
  readonly child: ChildProcess;
  /** What it acknowledged so far, a document id a line. */
  readonly said: () => readonly string[];
  /** Resolves when it ended and everything that it said was read. */
  readonly ended: Promise<unknown>;
}

/** Starts a process that appends `count` pairs of reports to the ledger. */
export function writer(location: string, name: string, count: number): Writer {
  const child = spawn(process.execPath, [WRITER, location, name, String(count)], { stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (said += text));
  return { child, said: () => said.split("\n").slice(0, -1), ended: once(child, "close") };
}

/** The ids of the documents in a ledger that verifies and holds each of them once, with one reading. */
export async function idsIn(location: string): Promise<readonly string[]> {
  const ledger = await openLedger(location, { create: false });
  const { seq } = await verify(ledger);
  const ids = (await listOf(ledger.documents())).map(({ id }) => id);
  await ledger.close();
  expect(seq).toBe(2 * ids.length);
  expect(new Set(ids).size).toBe(ids.length);
  return ids;
}

/** Kills a writer `KILLS` times at random moments, and holds what it acknowledged against what the ledger keeps. */
export async function killWriters(location: string): Promise<void> {
  const acknowledged = new Set<string>();
  for (let kill = 0; kill < KILLS; kill += 1) {
    const { child, said, ended } = writer(location, `w${kill}`, 1_000_000);
    // The first one that it writes is also another writer's; the second and third are its own.
    while (said().length < 3) await new Promise((wake) => setTimeout(wake, 5));
    await new Promise((wake) => setTimeout(wake, Math.random() * 150));
    child.kill("SIGKILL");
    await ended;
    for (const id of said()) acknowledged.add(id).add(`${id}+`);
    expect(await idsIn(location)).toEqual(expect.arrayContaining([...acknowledged]));
  }
  expect(acknowledged.size).toBeGreaterThan(4 * KILLS);
}

/** Lets two processes write at once; they lose and double nothing. */
export async function writeAtOnce(location: string): Promise<void> {
  const writers = ["x", "y"].map((name) => writer(location, name, 60));
  await Promise.all(writers.map(({ ended }) => ended));
  expect(writers.map(({ child, said }) => [child.exitCode, said().length])).toEqual([
    [0, 60],
    [0, 60],
  ]);
  const expected = new Set(writers.flatMap(({ said }) => said()).flatMap((id) => [id, `${id}+`]));
  expect([...(await idsIn(location))].sort()).toEqual([...expected].sort());
  expect(expected.size).toBe(200);
}
