// The part that asks a server of a ledger of each size at an open rate, and finds the rate at which it is full.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { resource } from "../../src/resources.ts";
import type { Section } from "../../src/eval/index.ts";
import { PactaError } from "../../src/error.ts";
import { drawDeals, FIRST, folderPlace, growthAt, sizesTo, stuffFor } from "../ledger/index.ts";
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

async function run(bench: Bench): Promise<Section> {
  const place = folderPlace();
  try {
    const most = bench.small ? FIRST : (bench.claims ?? 1_000_000);
    const stuff = await stuffFor(bench, most);
    const growth = await growthAt(place, "grown", stuff);
    const command = `npm run bench -- server${bench.ledger === undefined ? "" : " --ledger FILE"}${bench.claims === undefined ? "" : ` --claims ${bench.claims}`}`;
    const served: Served[] = [];
    let section: Section | undefined;
    try {
      for (const size of sizesTo(most)) {
        await growth.to(size);
        const requests = mixFrom(await drawDeals(growth.book, DEALS, SEED), SEED);
        served.push({ size, ...(await measureOn(growth.ledger.location, requests, bench.small)) });
        section = { name: "bench-server", body: report(command, served) };
        bench.print(section.body);
        bench.keep(section);
      }
    } finally {
      await growth.ledger.close();
    }
    if (section === undefined) throw new PactaError("PACTA_USAGE", `${most} claims are too few to measure`, `Give --claims ${FIRST} or more`);
    return section;
  } finally {
    await place.end();
  }
}

/** `npm run bench -- server`. */
export const server: Part = {
  what: "a server of a ledger of up to a million claims, asked at an open rate (--ledger FILE, --claims N)",
  run,
};
