// kill -9 at random moments: a process writes reports, decisions and the book of deals, and is killed after a random while, some while they
// still open the ledger. The next one that opens it finds all that was acknowledged.
import type { DealKnowledge } from "../../src/deal/index.ts";
import type { Chance } from "../../src/eval/index.ts";
import { heldIn } from "./held.ts";
import type { Held } from "./held.ts";
import type { Said } from "./order.ts";
import { inReserve, pause } from "./writing.ts";
import type { Writing } from "./writing.ts";

/** Kills that one ledger lives through. */
const A_LEDGER = 10;
/** After every so many of them the book of deals is looked at too: until then each writer goes on with what the one before left of it. */
const A_BOOK = 5;
/** A share of the processes is killed within so many milliseconds of being told to open the ledger. */
const [EARLY, OPENING] = [0.2, 80];
/** The others are killed within so many of their first acknowledgement, and a share of them in the middle of the batch that comes then. */
const [WRITING, AMID, BATCH] = [300, 0.5, 12];

/** What came of killing. */
export interface Killed {
  readonly kills: number;
  /** Of them, those that came before anything was acknowledged. */
  readonly early: number;
  /** Entries that were acknowledged, and those of them that were not there at the end of each ledger. */
  readonly acknowledged: number;
  readonly lost: number;
  /** Entries of batches that were under way at a kill and whose commit the ledger holds. */
  readonly unacknowledged: number;
  readonly deals: number;
  /** Documents that were redacted. */
  readonly redacted: number;
  readonly wrongs: readonly string[];
}

/** What killing needs. */
export interface Killing {
  readonly kills: number;
  readonly chance: Chance;
  readonly knowledge: DealKnowledge;
  /** The place of a new ledger. */
  readonly fresh: () => string;
  /** All bytes that a ledger takes, where they can be looked at: words that were redacted must be in none of them. */
  readonly bytes?: (location: string) => Buffer;
}

/** Kills writers. After each kill the ledger is held against all that was acknowledged in it so far. */
export async function killWriters({ kills, chance, knowledge, fresh, bytes }: Killing): Promise<Killed> {
  const writers = inReserve();
  const sum = { kills: 0, early: 0, acknowledged: 0, lost: 0, unacknowledged: 0, deals: 0, redacted: 0 };
  const wrongs: string[] = [];
  try {
    while (sum.kills < kills) {
      const location = fresh();
      const said: Said[] = [];
      let held: Held | undefined;
      for (let kill = 0; kill < A_LEDGER && sum.kills < kills; kill += 1) {
        const writer = writers.next();
        await writer.until("ready");
        const from = 1 + Math.max(0, ...said.flatMap((line) => ("begun" in line ? line.begun : [])));
        writer.tell({ location, name: "w", from, rounds: 1e9, patience: 10_000, weaves: true, redacts: true });
        await killAtSomeTime(writer, chance);
        const heard = writer.said();
        said.push(...heard);
        sum.kills += 1;
        if (!heard.some((line) => "read" in line)) sum.early += 1;
        const failed = heard.find((line) => "failed" in line);
        if (failed !== undefined || writer.complaints() !== "") wrongs.push(`a writer failed: ${JSON.stringify(failed)} ${writer.complaints()}`);
        const isBookDue = (kill + 1) % A_BOOK === 0 || sum.kills === kills;
        held = await heldAfterKill(location, said, isBookDue ? knowledge : undefined);
        wrongs.push(...held.wrongs);
        const left = bytes?.(location);
        wrongs.push(...held.gone.filter((mark) => left?.includes(mark) === true).map((mark) => `${mark} was redacted, and is in the file`));
      }
      sum.acknowledged += held?.acknowledged ?? 0;
      sum.lost += held?.lost ?? 0;
      sum.deals += held?.deals ?? 0;
      sum.redacted += held?.gone.length ?? 0;
      sum.unacknowledged += (held?.entries ?? 0) - (held?.acknowledged ?? 0);
    }
  } finally {
    await writers.end();
  }
  return { ...sum, wrongs };
}

async function killAtSomeTime(writer: Writing, chance: Chance): Promise<void> {
  if (chance.share(EARLY)) await pause(chance.below(OPENING));
  else {
    await writer.until("read");
    await pause(chance.below(WRITING));
    if (chance.share(AMID)) {
      await writer.until("begun", writer.said().length);
      await pause(chance.below(BATCH));
    }
  }
  writer.kill();
  await writer.ended;
}

const NOTHING: Held = { acknowledged: 0, lost: 0, entries: 0, deals: 0, gone: [], wrongs: [] };

/** A ledger whose maker was killed before it was made is not there; that is no loss as long as nothing was acknowledged. */
async function heldAfterKill(location: string, said: readonly Said[], knowledge: DealKnowledge | undefined): Promise<Held> {
  try {
    return await heldIn(location, new Map([["w", said]]), knowledge);
  } catch (thrown) {
    const isMissing = thrown instanceof Error && "code" in thrown && thrown.code === "PACTA_LEDGER_MISSING";
    if (isMissing && !said.some((line) => "read" in line)) return NOTHING;
    throw thrown;
  }
}
