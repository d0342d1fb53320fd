// A server that goes down under load: it is stopped and started again, stopped as by a crash, or one of its processes is killed, which makes
// it throw all lines away and recover. Two writers go on as soon as it is back, or end with a coded error; what they acknowledged is there.
import pg from "pg";
import type { DealKnowledge } from "../../src/deal/index.ts";
import type { Chance } from "../../src/eval/index.ts";
import { heldIn } from "./held.ts";
import type { Held } from "./held.ts";
import type { Server } from "./server.fixture.ts";
import { pause, startWriting } from "./writing.ts";
import type { Writing } from "./writing.ts";

/** How a server goes down. */
export const FALLS = ["stopped", "crashed", "backend killed"] as const;

/** Most milliseconds between a server's being back and its next fall. */
const BETWEEN = 1200;

/** What came of it. */
export interface Restarted extends Held {
  readonly falls: number;
  /** Writers that gave up with a coded error and were started again. */
  readonly gaveUp: readonly string[];
}

/** Lets the server fall `falls` times, in turns in each way, under two writers. */
export async function restartUnderLoad(server: Server, schema: string, falls: number, chance: Chance, knowledge: DealKnowledge): Promise<Restarted> {
  const location = server.address(schema);
  const writers = [writingTo(location, "x"), writingTo(location, "y")];
  const gaveUp: string[] = [];
  const progress = async (): Promise<void> => {
    for (const writer of writers) gaveUp.push(...(await writer.goesOn()));
  };
  await progress();
  for (let fall = 0; fall < falls; fall += 1) {
    await pause(chance.below(BETWEEN));
    await bringDown(server, FALLS[fall % FALLS.length] ?? "crashed");
    await progress();
  }
  for (const writer of writers) await writer.end();
  const held = await heldIn(location, new Map(writers.map(({ name, said }) => [name, said()])), knowledge);
  const uncoded = gaveUp.filter((code) => code === "PACTA_INTERNAL" || code === "nothing").map((code) => `a writer ended with ${code}`);
  return { ...held, falls, gaveUp, wrongs: [...held.wrongs, ...uncoded] };
}

async function bringDown(server: Server, how: (typeof FALLS)[number]): Promise<void> {
  switch (how) {
    case "stopped":
      await server.stop();
      return server.start();
    case "crashed":
      return server.crash();
    case "backend killed":
      return killBackend(server);
  }
}

/** Kills the process that serves a writer, if there is one now. */
async function killBackend(server: Server): Promise<void> {
  const client = new pg.Client(server.address("public").replace(/\?.*/, ""));
  client.on("error", () => undefined);
  await client.connect();
  const { rows } = await client.query<{ pid: number }>("select pid from pg_stat_activity where application_name = 'pacta' order by random() limit 1");
  for (const { pid } of rows) process.kill(pid, "SIGKILL");
  await client.end().catch(() => undefined);
}

/** A writer that is started again where it gives up. */
function writingTo(location: string, name: string) {
  const past: Writing[] = [];
  const start = (): Writing => {
    const from = 1 + Math.max(0, ...past.flatMap((writing) => writing.said().flatMap((said) => ("begun" in said ? said.begun : []))));
    const writing = startWriting();
    past.push(writing);
    writing.tell({ location, name, from, rounds: 1e9, patience: 20_000, weaves: true, redacts: false });
    return writing;
  };
  let writing = start();
  return {
    name,
    said: () => past.flatMap((one) => one.said()),
    /** Waits until it has acknowledged something that it had not before; gives the codes with which it gave up meanwhile. */
    goesOn: async (): Promise<readonly string[]> => {
      const codes: string[] = [];
      for (let heard = writing.said().length; ;) {
        const before = heard;
        await writing.until("read", before);
        if (
          writing
            .said()
            .slice(before)
            .some((line) => "read" in line)
        )
          return codes;
        const failed = writing.said().find((line) => "failed" in line);
        codes.push(failed === undefined ? "nothing" : failed.failed);
        writing = start();
        heard = 0;
      }
    },
    end: async (): Promise<void> => {
      writing.kill();
      await writing.ended;
    },
  };
}
