// Writers that are killed at random moments, and writers that write at once, on both stores: few of what `npm run bench -- faults` does.
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { chance, freshFiles, hasPostgres, knowledge, requirePostgres, seed } from "./ground.fixture.ts";
import { killWriters } from "./kills.ts";
import { loseAnswers } from "./lost-answers.ts";
import { FALLS, restartUnderLoad } from "./restarts.ts";
import { startServer } from "../server.fixture.ts";
import type { Server } from "../server.fixture.ts";
import { writeTogether } from "./together.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });
requirePostgres();

const KILLS = 2;
const ROUNDS = 6;
const FINE = { lost: 0, wrongs: [] };

describe("a ledger in a file", () => {
  const fresh = freshFiles();

  test(`keeps all that a writer acknowledged which was killed, with the book of deals (seed ${seed})`, async () => {
    const killed = await killWriters({ kills: KILLS, chance, knowledge, fresh, bytes: readFileSync });
    expect(killed).toMatchObject({ ...FINE, kills: KILLS });
  });

  test("keeps what two writers acknowledge that weave its book too, in one order", async () => {
    const held = await writeTogether(fresh(), ROUNDS, knowledge);
    expect(held).toMatchObject(FINE);
    expect(held.acknowledged).toBeGreaterThan(4 * ROUNDS);
  });
});

describe.runIf(hasPostgres)("a ledger on a server", () => {
  let server: Server;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.end());

  test(`keeps all that a writer acknowledged which was killed, with the book of deals (seed ${seed})`, async () => {
    let schemas = 0;
    const fresh = () => server.address(`killed_${(schemas += 1)}`);
    expect(await killWriters({ kills: KILLS, chance, knowledge, fresh })).toMatchObject({ ...FINE, kills: KILLS });
  });

  test("keeps what two writers acknowledge that weave its book too, in one order", async () => {
    expect(await writeTogether(server.address("together"), ROUNDS, knowledge)).toMatchObject(FINE);
  });

  test(`goes on for two writers after its server was ${FALLS.join(", ")} (seed ${seed})`, async () => {
    const restarted = await restartUnderLoad(server, "restarted", FALLS.length, chance, knowledge);
    expect(restarted).toMatchObject({ ...FINE, gaveUp: [] });
    expect(restarted.acknowledged).toBeGreaterThan(4 * FALLS.length);
  });

  test(`has once what was appended over a line that was lost at the commit, also where the server crashed then (seed ${seed})`, async () => {
    const unanswered = await loseAnswers(server, "unanswered", 5, chance, knowledge);
    expect(unanswered).toMatchObject({ ...FINE, crashes: 1 });
    expect(unanswered.losses).toBeGreaterThanOrEqual(5);
    expect(unanswered.acknowledged + 2 * unanswered.failed).toBe(10);
  });
});
