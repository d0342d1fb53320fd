// A server that goes down under load: it is stopped and started again, stopped as by a crash, or one of its processes is killed, which makes
// it throw all lines away and recover. Two writers go on as soon as it is back, or end with a coded error; what they acknowledged is there.
import pg from "pg";
import type { DealKnowledge } from "../../src/deal/index.ts";
import type { Chance } from "../../src/eval/index.ts";
import { heldIn } from "./held.ts";
import type { Held } from "./held.ts";
import type { Server } from "../server.fixture.ts";
import { pause, startWriting } from "./writing.ts";
import type { Writing } from "./writing.ts";

/** How a server goes down. */
export const FALLS = ["stopped", "crashed", "backend killed"] as const;

/** Most milliseconds between a server's being back and its next fall. */
const BETWEEN = 1200;

/** What came of it. */
export interface Restarted extends Held {
  readonly falls: number;
  /** The codes with which writers gave up, and were started again. */
  readonly gaveUp: readonly string[];
}

/** Lets the server fall `falls` times, in turns in each way, under two writers. */
export async function restartUnderLoad(server: Server, schema: string, falls: number, chance: Chance, knowledge: DealKnowledge): Promise<Restarted> {
  const location = server.address(schema);
  const writers = [writingTo(location, "x"), writingTo(location, "y")];
  const ends: End[] = [];
  const progress = async (): Promise<void> => {
    for (const writer of writers) ends.push(...(await writer.goesOn()));
  };
  await progress();
  for (let fall = 0; fall < falls; fall += 1) {
    await pause(chance.below(BETWEEN));
    await bringDown(server, FALLS[fall % FALLS.length] ?? "crashed");
    await progress();
  }
  for (const writer of writers) await writer.end();
  const held = await heldIn(location, new Map(writers.map(({ name, said }) => [name, said()])), knowledge);
  const uncoded = ends.filter(({ code }) => code === "PACTA_INTERNAL").map(({ what }) => `a writer ended without a code: ${what}`);
  return { ...held, falls, gaveUp: ends.map(({ code }) => code), wrongs: [...held.wrongs, ...uncoded] };
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

/** With what a writer gave up. */
interface End {
  readonly code: string;
  readonly what: string;
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
    /** Waits until it has acknowledged something that it had not before; gives what it gave up with meanwhile. */
    goesOn: async (): Promise<readonly End[]> => {
      const given: End[] = [];
      for (let heard = writing.said().length; ;) {
        const before = heard;
        await writing.until("read", before);
        if (
          writing
            .said()
            .slice(before)
            .some((line) => "read" in line)
        )
          return given;
        const failed = writing.said().find((line) => "failed" in line);
        given.push(failed === undefined ? { code: "PACTA_INTERNAL", what: writing.complaints() } : { code: failed.failed, what: failed.what });
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
