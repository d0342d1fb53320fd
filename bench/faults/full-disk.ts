// A disk that fills up under a writer. It ends with a coded error, what it acknowledged is there, can be read as long as the disk stays full,
// and writing goes on once there is room.
import { statfsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { DealKnowledge } from "../../src/deal/index.ts";
import type { Chance } from "../../src/eval/index.ts";
import { heldIn } from "./held.ts";
import type { Held } from "./held.ts";
import { onLedger, verdictOn } from "./ledgers.ts";
import type { Said } from "./order.ts";
import { startServer } from "../server.fixture.ts";
import type { Server } from "../server.fixture.ts";
import { smallDisk } from "./small-disk.ts";
import type { SmallDisk } from "./small-disk.ts";
import { pause, startWriting } from "./writing.ts";

/** KiB of a disk for a file: so much, and up to so much more. */
const FILE_DISK = [800, 3000] as const;
/** KiB of a disk for a server, and of the room that is left on it once it runs. */
const SERVER_DISK = 120_000;
const LEFT = [500, 8000] as const;
/** KiB that are room enough. */
const ROOM = 400_000;

/** What a ledger must not be called that only has no room. */
const ACCUSATIONS = /^PACTA_(?:LEDGER_(?:BROKEN|CUT|NOT_A_LEDGER|MISSING|NEWER)|INTERNAL)$/;

/** What came of it. */
export interface Filled extends Held {
  readonly disks: number;
  /** The codes with which writers ended, and with which a full disk was opened and verified ("fits" where it was). */
  readonly ended: readonly string[];
  readonly reopened: readonly string[];
}

/** Fills disks under ledgers in files: every other one by the ledger alone, the rest by another file at a random moment. Undefined where mounting is not allowed. */
export async function fillUnderFiles(disks: number, chance: Chance, knowledge: DealKnowledge): Promise<Filled | undefined> {
  const rounds: Round[] = [];
  for (let n = 0; n < disks; n += 1) {
    const disk = smallDisk(FILE_DISK[0] + chance.below(FILE_DISK[1]));
    if (disk === undefined) return undefined;
    try {
      const other = n % 2 === 0 ? undefined : chance.below(1500);
      rounds.push(await fillOne(join(disk.folder, "full.db"), disk, other, knowledge, async () => undefined));
    } finally {
      disk.end();
    }
  }
  return summed(rounds);
}

/** The same under servers whose data lie on the disk, the log of changes among them. */
export async function fillUnderServers(disks: number, chance: Chance, knowledge: DealKnowledge): Promise<Filled | undefined> {
  const rounds: Round[] = [];
  for (let n = 0; n < disks; n += 1) {
    const disk = smallDisk(SERVER_DISK);
    if (disk === undefined) return undefined;
    let server: Server | undefined;
    try {
      server = await startServer(disk.folder);
      const { address, start } = server;
      await onLedger(address("full"), (ledger) => ledger.head());
      fill(disk.folder, LEFT[0] + chance.below(LEFT[1]));
      const other = n % 2 === 0 ? undefined : chance.below(1500);
      // A server that could not write its log has given up, and must be started again; one that runs refuses to be started twice.
      rounds.push(await fillOne(address("full"), disk, other, knowledge, () => start().catch(() => undefined)));
    } finally {
      await server?.end();
      disk.end();
    }
  }
  return summed(rounds);
}

/** A file that may grow only so far, by the system's limit for a process: where no disk can be made, and another error of the system besides. */
export async function fillToLimit(files: number, fresh: () => string, chance: Chance, knowledge: DealKnowledge): Promise<Filled> {
  const rounds: Round[] = [];
  for (let n = 0; n < files; n += 1) {
    const location = fresh();
    const first = await writeUntilFull(location, 1, { limit: FILE_DISK[0] + chance.below(FILE_DISK[1]) });
    rounds.push(await afterwards(location, first, knowledge));
  }
  return summed(rounds);
}

type Round = Omit<Filled, "disks">;

async function fillOne(
  location: string,
  disk: SmallDisk,
  other: number | undefined,
  knowledge: DealKnowledge,
  revive: () => Promise<unknown>,
): Promise<Round> {
  const first = await writeUntilFull(location, 1, other === undefined ? {} : { after: other, fill: () => fill(disk.folder) });
  const { code: reopened } = await verdictOn(location);
  disk.grow(ROOM);
  await revive();
  const round = await afterwards(location, first, knowledge);
  const wronged = ACCUSATIONS.test(reopened) ? [`a disk that was full was taken for ${reopened}`] : [];
  return { ...round, reopened: [reopened], wrongs: [...round.wrongs, ...wronged] };
}

let fillings = 0;

/** Takes all the room that there is but so many KiB. */
function fill(folder: string, left = 0): void {
  const { bavail, bsize } = statfsSync(folder);
  const size = bavail * bsize - 1024 * left;
  try {
    if (size > 0) writeFileSync(join(folder, `filling-${(fillings += 1)}`), Buffer.alloc(size, 1));
  } catch {
    // Somebody else took some of it meanwhile: what was written fills the disk.
  }
}

interface Filling {
  readonly limit?: number;
  readonly after?: number;
  readonly fill?: () => void;
}

async function writeUntilFull(location: string, from: number, { limit, after = 0, fill }: Filling): Promise<readonly Said[]> {
  const writing = startWriting(limit === undefined ? {} : { limit });
  await writing.until("ready");
  writing.tell({ location, name: "w", from, rounds: 1e9, patience: 3000, weaves: true, redacts: false });
  if (fill !== undefined) {
    await writing.until("read");
    await pause(after);
    fill();
  }
  await writing.ended;
  return writing.said();
}

/** With room again: what was acknowledged is there, and the next writer goes on. */
async function afterwards(location: string, first: readonly Said[], knowledge: DealKnowledge): Promise<Round> {
  const held = await heldIn(location, new Map([["w", first]]), knowledge);
  const from = 1 + Math.max(0, ...first.flatMap((line) => ("begun" in line ? line.begun : [])));
  const writing = startWriting();
  writing.tell({ location, name: "w", from, rounds: 6, patience: 3000, weaves: true, redacts: false });
  await writing.ended;
  const later = await heldIn(location, new Map([["w", [...first, ...writing.said()]]]), knowledge);
  const failed = first.find((line) => "failed" in line);
  const wrongs = [
    ...held.wrongs,
    ...later.wrongs,
    ...(failed === undefined || failed.failed === "PACTA_INTERNAL"
      ? [`a full disk ended a writer with ${JSON.stringify(failed ?? first.at(-1))}`]
      : []),
    ...(writing.said().some((line) => "ended" in line)
      ? []
      : [`with room again a writer said ${JSON.stringify(writing.said().at(-1))} ${writing.complaints()}`]),
  ];
  return { ...later, lost: held.lost + later.lost, wrongs, ended: [failed?.failed ?? "nothing"], reopened: [] };
}

function summed(rounds: readonly Round[]): Filled {
  const sum = (of: (round: Round) => number): number => rounds.reduce((total, round) => total + of(round), 0);
  return {
    disks: rounds.length,
    acknowledged: sum(({ acknowledged }) => acknowledged),
    lost: sum(({ lost }) => lost),
    entries: sum(({ entries }) => entries),
    deals: sum(({ deals }) => deals),
    gone: rounds.flatMap(({ gone }) => gone),
    wrongs: rounds.flatMap(({ wrongs }) => wrongs),
    ended: rounds.flatMap(({ ended }) => ended),
    reopened: rounds.flatMap(({ reopened }) => reopened),
  };
}
