// The fault suite: whatever can happen to a ledger is done to it, on both stores, and what it holds then is held against what was
// acknowledged before. No acknowledged entry may be lost, and no damage to one go unnoticed.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { loadDealKnowledge } from "../../src/deal/index.ts";
import type { DealKnowledge } from "../../src/deal/index.ts";
import { chanceOf } from "../../src/eval/index.ts";
import type { Chance } from "../../src/eval/index.ts";
import type { Bench, Part } from "../part.ts";
import { cutFiles, cutOnServer } from "./cuts.ts";
import { flipInColumns, flipInFile } from "./flips.ts";
import { fillToLimit, fillUnderFiles, fillUnderServers } from "./full-disk.ts";
import { killWriters } from "./kills.ts";
import { fillLedger } from "./ledgers.ts";
import { loseAnswers } from "./lost-answers.ts";
import { restartUnderLoad } from "./restarts.ts";
import { anyBit } from "./place.ts";
import { sectionOf, wrongsOf } from "./section.ts";
import type { Faults } from "./section.ts";
import { postgresPrograms, startServer } from "../server.fixture.ts";
import type { Server } from "../server.fixture.ts";
import { flipInServerColumns, flipInServerFiles } from "./server-flips.ts";
import { writeTogether } from "./together.ts";

/** How often each thing is done, in full and with `--small`. */
const SIZES = {
  full: {
    kills: 100,
    batches: 100,
    disks: 6,
    serverDisks: 3,
    limits: 3,
    flips: 400,
    fileFlips: 2000,
    serverFlips: 60,
    cuts: 25,
    serverCuts: 5,
    falls: 30,
    appends: 40,
  },
  small: {
    kills: 3,
    batches: 10,
    disks: 1,
    serverDisks: 1,
    limits: 1,
    flips: 10,
    fileFlips: 50,
    serverFlips: 5,
    cuts: 2,
    serverCuts: 1,
    falls: 3,
    appends: 5,
  },
} as const;

type Size = (typeof SIZES)["full" | "small"];

/** What a store's rounds are given. */
interface Setup {
  readonly size: Size;
  readonly chance: Chance;
  readonly knowledge: DealKnowledge;
  readonly folder: string;
  /** Does something, and tells when it is done how long it took. */
  readonly timed: <T>(what: string, work: () => Promise<T>) => Promise<T>;
}

async function onSqlite({ size, chance, knowledge, folder, timed }: Setup): Promise<Faults> {
  let files = 0;
  const fresh = (): string => join(folder, `${(files += 1)}.db`);
  const [sound, copy] = [fresh(), fresh()];
  const killed = await timed("kills, SQLite", () => killWriters({ kills: size.kills, chance, knowledge, fresh, bytes: bytesOf }));
  const together = await timed("two writers, SQLite", () => writeTogether(fresh(), size.batches, knowledge));
  const filled = await timed("full disks, SQLite", () => fillUnderFiles(size.disks, chance, knowledge));
  const limited = await timed("files at their limit, SQLite", () => fillToLimit(size.limits, fresh, chance, knowledge));
  await fillLedger(sound);
  return {
    store: "SQLite",
    killed,
    together,
    filled: { ...(filled === undefined ? {} : { "disk full": filled }), "file at its limit of size": limited },
    flipped: await timed("changed bits, SQLite", async () => ({
      "in columns, through SQL": await flipInColumns(sound, copy, size.flips, chance),
      "in rows of the file": await flipInFile(sound, copy, size.fileFlips, anyBit(chance)),
    })),
    cut: await timed("cuts, SQLite", () => cutFiles(mkdtempSync(join(folder, "cut-")), size.cuts, chance)),
  };
}

/** All bytes of a ledger in a file: the file, and those that SQLite keeps beside it. */
function bytesOf(location: string): Buffer {
  const folder = dirname(location);
  const files = readdirSync(folder).filter((file) => file.startsWith(basename(location)));
  return Buffer.concat(files.map((file) => readFileSync(join(folder, file))));
}

async function onPostgres({ size, chance, knowledge, timed }: Setup, server: Server, plain: Server): Promise<Faults> {
  let schemas = 0;
  const fresh = (): string => server.address(`killed_${(schemas += 1)}`);
  const killed = await timed("kills, PostgreSQL", () => killWriters({ kills: size.kills, chance, knowledge, fresh }));
  const together = await timed("two writers, PostgreSQL", () => writeTogether(server.address("together"), size.batches, knowledge));
  const filled = await timed("full disks, PostgreSQL", () => fillUnderServers(size.serverDisks, chance, knowledge));
  return {
    store: "PostgreSQL",
    killed,
    together,
    restarted: await timed("falls of the server", () => restartUnderLoad(server, "restarted", size.falls, chance, knowledge)),
    unanswered: await timed("lost lines", () => loseAnswers(server, "unanswered", size.appends, chance, knowledge)),
    filled: filled === undefined ? {} : { "disk full": filled },
    flipped: await timed("changed bits, PostgreSQL", async () => ({
      "in columns, through SQL": await flipInServerColumns(server, "flipped", size.serverFlips, chance),
      "in rows of its files, without sums of pages": await flipInServerFiles(plain, "flipped", size.serverFlips, anyBit(chance), false),
      "in rows of its files, with sums of pages": await flipInServerFiles(server, "summed", Math.ceil(size.serverFlips / 2), anyBit(chance), true),
    })),
    cut: await timed("cuts, PostgreSQL", () => cutOnServer(server, size.serverCuts, chance)),
  };
}

/** Both stores at once, each on a core of its own; PostgreSQL only where its programs are. */
async function onBoth(size: Size, seed: number, timed: Setup["timed"]): Promise<readonly Faults[]> {
  const folder = mkdtempSync(join(tmpdir(), "pacta-faults-"));
  const knowledge = loadDealKnowledge();
  const setup = (more: number): Setup => ({ size, chance: chanceOf(seed + more), knowledge, folder, timed });
  const servers = postgresPrograms() === undefined ? [] : [await startServer(), await startServer(undefined, { sums: false })];
  const [server, plain] = servers;
  try {
    const rounds = [onSqlite(setup(0)), ...(server === undefined || plain === undefined ? [] : [onPostgres(setup(1), server, plain)])];
    return await Promise.all(rounds);
  } finally {
    for (const one of servers) await one.end();
    rmSync(folder, { recursive: true });
  }
}

async function run({ small, environment, print }: Bench) {
  const seed = Number(environment["PACTA_SEED"] ?? Date.now() % 1_000_000);
  const start = performance.now();
  print(`faults: seed ${seed} (PACTA_SEED repeats its draws)`);
  const timed: Setup["timed"] = async (what, work) => {
    const began = performance.now();
    const result = await work();
    print(`${what}: ${((performance.now() - began) / 1000).toFixed(0)} s`);
    return result;
  };
  const faults = await onBoth(small ? SIZES.small : SIZES.full, seed, timed);
  const body = sectionOf(faults, { seed, seconds: (performance.now() - start) / 1000 });
  print(body);
  const wrongs = wrongsOf(faults);
  if (wrongs.length > 0) throw new Error(`the ledger does not stand what it promises to stand (seed ${seed}):\n${wrongs.join("\n")}`);
  // Without a server there is half a figure.
  return faults.length === 2 ? { name: "bench-faults", body } : undefined;
}

/** `npm run bench -- faults`. */
export const faults: Part = { what: "kill -9, full disks, damage, cuts, two writers, servers that fall: what the ledger keeps and notices", run };
