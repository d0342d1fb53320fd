// The part that asks a server of a ledger of each size at an open rate, and finds the rate at which it is full.
import { spawn } from "node:child_process";
import { once } from "node:events";
import Database from "better-sqlite3";
import { loadDealKnowledge, openBook } from "../../src/deal/index.ts";
import { openLedger } from "../../src/ledger/index.ts";
import { resource } from "../../src/resources.ts";
import type { Section } from "../../src/eval/index.ts";
import { PactaError } from "../../src/error.ts";
import { drawDeals, FIRST, folderPlace, growthAt, sizesTo, stuffFor } from "../ledger/index.ts";
import type { Growth } from "../ledger/index.ts";
import type { Bench, Part } from "../part.ts";
import { load } from "./load.ts";
import type { Loaded, Request } from "./load.ts";
import { mixFrom } from "./mix.ts";
import { report } from "./report.ts";
import type { Served } from "./report.ts";

/** Requests a second that are promised, and seconds that it is asked so often. */
const RATE = 100;
const SECONDS = { full: 60, small: 5 };

/** From the promised rate on it is asked a half more often each time, so many seconds each, until answers come late. */
const STEP = { more: 1.5, seconds: 8 };

/** Milliseconds at the p95 beyond which it is full, or so much of the rate not reached. */
const FULL = { p95: 100, reached: 0.95 };

const SEED = 11;
const DEALS = 300;

async function measureOn(file: string, requests: readonly Request[], small: boolean): Promise<Omit<Served, "size">> {
  const args = [resource("bin", "pacta.cjs"), "serve", "--ledger", file, "--port", "0", "--rate", "1000000", "--log", "error"];
  const server = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  try {
    const [said] = (await once(server.stdout.setEncoding("utf8"), "data")) as [string];
    const url = said.trim();
    await load(url, requests, RATE, RATE * 3);
    const promised = await load(url, requests, RATE, RATE * (small ? SECONDS.small : SECONDS.full));
    const steps: Loaded[] = [];
    if (small) return { promised, steps };
    for (let rate = RATE * STEP.more; ; rate *= STEP.more) {
      const step = await load(url, requests, Math.round(rate), Math.round(rate * STEP.seconds));
      steps.push(step);
      if (step.all.p95 > FULL.p95 || step.reached < FULL.reached * rate) break;
    }
    return { promised, steps };
  } finally {
    server.kill("SIGINT");
    if (server.exitCode === null) await once(server, "exit");
  }
}

/** A ledger of one size, asked about deals of its own. */
async function servedOf({ ledger, book }: Pick<Growth, "ledger" | "book">, size: number, small: boolean): Promise<Served> {
  const requests = mixFrom(await drawDeals(book, DEALS, SEED), SEED);
  return { size, ...(await measureOn(ledger.location, requests, small)) };
}

/** A ledger that was grown before, at the size that it has. */
async function servedAsItIs(file: string): Promise<Served> {
  const database = new Database(file, { readonly: true });
  const { claims } = database.prepare("select count(*) as claims from claims").get() as { readonly claims: number };
  database.close();
  const ledger = await openLedger(file, { create: false });
  try {
    const book = await openBook(ledger, loadDealKnowledge());
    await book.catchUp();
    return await servedOf({ ledger, book }, claims, false);
  } finally {
    await ledger.close();
  }
}

async function run(bench: Bench): Promise<Section> {
  const place = folderPlace();
  const { small, grown } = bench;
  const most = small ? FIRST : (bench.claims ?? 1_000_000);
  const command = `npm run bench -- server${bench.ledger === undefined ? "" : " --ledger FILE"}${grown === undefined ? "" : " --grown FILE"}${bench.claims === undefined ? "" : ` --claims ${bench.claims}`}`;
  const served: Served[] = [];
  const told = (one: Served): Section => {
    served.push(one);
    const section: Section = { name: "bench-server", body: report(command, served) };
    bench.print(section.body);
    bench.keep(section);
    return section;
  };
  try {
    const growth = await growthAt(place, "grown", await stuffFor(bench, most));
    let section: Section | undefined;
    try {
      for (const size of sizesTo(most)) {
        await growth.to(size);
        section = told(await servedOf(growth, size, small));
      }
    } finally {
      await growth.ledger.close();
    }
    if (grown !== undefined) section = told(await servedAsItIs(grown));
    if (section === undefined) throw new PactaError("PACTA_USAGE", `${most} claims are too few to measure`, `Give --claims ${FIRST} or more`);
    return section;
  } finally {
    await place.end();
  }
}

/** `npm run bench -- server`. */
export const server: Part = {
  what: "a server of a ledger of up to a million claims, asked at an open rate (--ledger FILE, --grown FILE, --claims N)",
  run,
};
