// A ledger that lost its end: cut with all that is derived of it, so that it is a sound ledger of fewer entries; rolled back to an older copy;
// its file or its log cut off in the middle. Who noted a head can tell by `verify --head`, whatever was done; some of it shows without.
import { copyFileSync, rmSync, statSync, truncateSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import type { Chance } from "../../src/eval/index.ts";
import { appendMore, ENTRIES, fillLedger, onLedger, tellServer, verdictOfCommand, verdictOn } from "./ledgers.ts";
import type { Verdict } from "./ledgers.ts";
import type { Server } from "../server.fixture.ts";

/** What came of cutting in one way. */
export interface Cut {
  readonly what: string;
  readonly cuts: number;
  /** Those that verifying finds without a head, and those that it finds by it. */
  readonly alone: number;
  readonly byHead: number;
  /** The codes with which they were found. */
  readonly codes: readonly string[];
  readonly wrongs: readonly string[];
}

/** A ledger that was cut, and the head that it had. */
interface Case {
  readonly where: string;
  readonly location: string;
  readonly head: string;
}

const WAYS = {
  entries: "entries cut off, all that is derived made anew",
  older: "rolled back to an older copy",
  file: "file of entries cut off",
  log: "log cut off that a killed process left",
} as const;

/** The cut of each way that the command line verifies too. */
const BY_COMMAND = 4;

/** Codes that tell a ledger that is not what was written, or that is none any more. */
const FOUND = /^PACTA_LEDGER_(?:BROKEN|CUT|NOT_A_LEDGER)$/;

/** Cuts ledgers in files of a folder, in every way so many times. */
export async function cutFiles(folder: string, each: number, chance: Chance): Promise<readonly Cut[]> {
  const [sound, location] = [join(folder, "sound.db"), join(folder, "cut.db")];
  const { hash } = await fillLedger(sound);
  const { size } = statSync(sound);
  const afresh = (): void => {
    for (const end of ["-wal", "-shm"]) rmSync(`${location}${end}`, { force: true });
    copyFileSync(sound, location);
  };
  return [
    await many(WAYS.entries, each, async () => {
      afresh();
      const left = chance.below(ENTRIES);
      const db = new Database(location);
      db.pragma("foreign_keys = off");
      db.exec(`drop trigger entries_last; delete from entries where seq > ${left}`);
      db.close();
      await onLedger(location, (ledger) => ledger.rebuild());
      return { where: `behind entry ${left}`, location, head: hash };
    }),
    await many(WAYS.older, each, async () => {
      afresh();
      const { hash: head } = await onLedger(location, appendMore);
      afresh();
      return { where: "six entries", location, head };
    }),
    await many(WAYS.file, each, async () => {
      afresh();
      const left = chance.below(size);
      truncateSync(location, left);
      return { where: `behind byte ${left} of ${size}`, location, head: hash };
    }),
    await many(WAYS.log, each, async () => cutLog(sound, location, chance)),
  ];
}

/** The file and its log as a killed process leaves them, with the log cut off: its last entries stood there alone. */
async function cutLog(sound: string, location: string, chance: Chance): Promise<Case> {
  const work = `${location}.work`;
  copyFileSync(sound, work);
  return onLedger(work, async (ledger) => {
    const { hash } = await appendMore(ledger);
    rmSync(`${location}-shm`, { force: true });
    for (const end of ["", "-wal"]) copyFileSync(`${work}${end}`, `${location}${end}`);
    const { size } = statSync(`${location}-wal`);
    const left = chance.below(size);
    truncateSync(`${location}-wal`, left);
    return { where: `behind byte ${left} of ${size}`, location, head: hash };
  });
}

/** Cuts ledgers on a server, in every way so many times. */
export async function cutOnServer(server: Server, each: number, chance: Chance): Promise<readonly Cut[]> {
  let ledgers = 0;
  const fresh = async () => {
    const schema = `cut_${(ledgers += 1)}`;
    const location = server.address(schema);
    return { schema, location, head: (await fillLedger(location)).hash };
  };
  return [
    await many(WAYS.entries, each, async () => {
      const { schema, location, head } = await fresh();
      const left = chance.below(ENTRIES);
      await tellServer(server, schema, `delete from entries where seq > ${left}`);
      await onLedger(location, (ledger) => ledger.rebuild());
      return { where: `behind entry ${left}`, location, head };
    }),
    await many(WAYS.older, each, async () => {
      const { schema, location } = await fresh();
      await tellServer(server, schema, `create database ${schema} template postgres`);
      const { hash: head } = await onLedger(location, appendMore);
      return { where: "six entries", location: location.replace("/postgres?", `/${schema}?`), head };
    }),
    await many(WAYS.file, each, async () => {
      const { schema, location, head } = await fresh();
      const [row] = await tellServer(server, schema, "select pg_relation_filepath('entries') as path");
      await server.stop();
      const path = join(server.folder, "data", String(row?.["path"]));
      const { size } = statSync(path);
      const left = chance.below(size);
      truncateSync(path, left);
      await server.start();
      return { where: `behind byte ${left} of ${size}`, location, head };
    }),
  ];
}

async function many(what: string, cuts: number, cut: () => Promise<Case>): Promise<Cut> {
  const found: { readonly where: string; readonly alone: Verdict; readonly byHead: Verdict }[] = [];
  for (let n = 0; n < cuts; n += 1) {
    const { where, location, head } = await cut();
    // First by its head: opening a file that was cut to nothing makes a ledger of it.
    const byHead = await verdictOn(location, { head });
    const byCommand = n === BY_COMMAND ? await verdictOfCommand(location, head) : byHead;
    if (byCommand.code !== byHead.code) throw new Error(`${what}, ${where}: ${byHead.code}, and by the command ${byCommand.code}`);
    found.push({ where, byHead, alone: await verdictOn(location) });
  }
  const isFound = ({ code }: Verdict): boolean => FOUND.test(code);
  return {
    what,
    cuts,
    alone: found.filter(({ alone }) => isFound(alone)).length,
    byHead: found.filter(({ byHead }) => isFound(byHead)).length,
    codes: [...new Set(found.map(({ byHead }) => byHead.code))].sort(),
    wrongs: found.filter(({ byHead }) => !isFound(byHead)).map(({ where, byHead }) => `${what}, ${where}: ${JSON.stringify(byHead)}`),
  };
}
