// Small ledgers whose bytes the fault suite changes, and what opening and verifying them comes to.
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { toPactaError } from "../../src/error.ts";
import { openLedger, verify } from "../../src/ledger/index.ts";
import type { Head, Ledger } from "../../src/ledger/index.ts";
import { reportOf } from "./reports.ts";
import type { Server } from "../server.fixture.ts";

/** Reports in such a ledger, some of them long. */
const REPORTS = 10;
/** Entries in it: each report and its reading. */
export const ENTRIES = 2 * REPORTS;

/** Makes such a ledger; gives its head. */
export function fillLedger(location: string): Promise<Head> {
  return onLedger(location, async (ledger) => {
    for (let n = 0; n < REPORTS; n += 1) await ledger.appendReadings([reportOf("w", n)], "r1");
    return ledger.head();
  });
}

/** Appends three more reports; gives the new head. */
export async function appendMore(ledger: Ledger): Promise<Head> {
  for (const n of [91, 92, 93]) await ledger.appendReadings([reportOf("w", n)], "r1");
  return ledger.head();
}

/** Opens a ledger for some work. */
export async function onLedger<T>(location: string, work: (ledger: Ledger) => Promise<T>): Promise<T> {
  const ledger = await openLedger(location);
  try {
    return await work(ledger);
  } finally {
    await ledger.close();
  }
}

/** `fits`, or the code of the error, and the entry that it names. */
export interface Verdict {
  readonly code: string;
  readonly entry?: number;
}

/** Milliseconds to wait for a server that recovers from what a changed byte did to it: on a busy disk that takes a while. */
const PATIENCE = 40_000;

/** Opens a ledger that must be there, and verifies it, against a head that it had where one is given. */
export async function verdictOn(location: string, options: { readonly head?: string } = {}): Promise<Verdict> {
  try {
    const ledger = await openLedger(location, { create: false, patience: PATIENCE });
    try {
      await verify(ledger, options);
      return { code: "fits" };
    } finally {
      await ledger.close();
    }
  } catch (thrown) {
    const { code, place } = toPactaError(thrown);
    return { code, ...(place.line === undefined ? {} : { entry: place.line }) };
  }
}

const COMMAND = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));

/** The same by the command line, for a share of what is verified: what a user sees. */
export async function verdictOfCommand(location: string, head?: string): Promise<Verdict> {
  const args = ["verify", "--json", "--ledger", location, ...(head === undefined ? [] : ["--head", head])];
  const { out, err } = await new Promise<{ readonly out: string; readonly err: string }>((resolve) =>
    execFile(process.execPath, [COMMAND, ...args], (_, stdout, stderr) => resolve({ out: stdout, err: stderr })),
  );
  if (out === "") return { code: /^PACTA_\w+/.exec(err)?.[0] ?? err };
  const { ok, code = "", entry } = JSON.parse(out) as { readonly ok: boolean; readonly code?: string; readonly entry?: number };
  return ok ? { code: "fits" } : { code, ...(entry === undefined ? {} : { entry }) };
}

/** Runs a statement in the schema of a ledger as the server's superuser, past all that keeps entries from being changed. Gives its rows. */
export async function tellServer({ port }: Server, schema: string, statement: string): Promise<readonly Record<string, unknown>[]> {
  const options = `-c search_path="${schema}" -c session_replication_role=replica`;
  const client = new pg.Client({ host: "127.0.0.1", port, user: "pacta", database: "postgres", options });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}
