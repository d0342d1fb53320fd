// A PostgreSQL server of the tests' own: in a temporary folder, on a free port of the loopback, ended with them. It needs Debian's package
// `postgresql` or the like, whose own cluster it leaves alone.
import { execFile, execFileSync } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** A running server. Its superuser is `pacta`; passwords are asked of the user `guarded` alone, whom a test must make. */
export interface Server {
  readonly port: number;
  readonly folder: string;
  /** The address of a ledger in the schema `schema`. */
  readonly address: (schema: string, user?: string) => string;
  /** Stops it as a crash would, and starts it again. */
  readonly crash: () => Promise<void>;
  readonly stop: () => Promise<void>;
  readonly start: () => Promise<void>;
  /** Ends it and removes its folder. */
  readonly end: () => Promise<void>;
}

/** The folder of the server's programs, undefined where there is none. */
export function postgresPrograms(): string | undefined {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...versions.map((version) => join(debian, version, "bin")), ...(process.env["PATH"] ?? "").split(delimiter)];
  return folders.find((folder) => ["initdb", "pg_ctl", "postgres"].every((program) => existsSync(join(folder, program))));
}

/** How a server is made: `sums`, whether it keeps a sum of each page, by which it notices damage itself; `settings` of the server. */
interface Making {
  readonly sums?: boolean;
  readonly settings?: readonly string[];
}

/** The server of a test has little to do. */
const SPARING = ["shared_buffers=16MB", "max_wal_size=64MB", "min_wal_size=32MB"];

/** Makes and starts a server; `parent` is where its folder is made. Throws where there are no programs. */
export async function startServer(parent = tmpdir(), { sums = true, settings: how = SPARING }: Making = {}): Promise<Server> {
  const programs = postgresPrograms();
  if (programs === undefined) throw new Error("there is no PostgreSQL here");
  const owner = ownerOf();
  const folder = mkdtempSync(join(parent, "pacta-postgres-"));
  if (owner.uid !== undefined) chownSync(folder, owner.uid, owner.gid ?? owner.uid);
  const port = await freePort();
  const call = async (program: string, args: readonly string[]) => {
    // What the server inherits stays open as long as it runs: it must not be a pipe that we read to its end.
    await run(join(programs, program), ["-D", join(folder, "data"), ...args], {
      ...owner,
      cwd: folder,
      env: { LC_ALL: "C.UTF-8", PATH: process.env["PATH"] },
    });
  };
  const settings = ["listen_addresses=127.0.0.1", "unix_socket_directories=", ...how].reduce((all, one) => `${all} -c ${one}`, `-p ${port}`);
  const start = () => call("pg_ctl", ["start", "-w", "-s", "-l", join(folder, "log"), "-o", settings]);
  const stop = (how: "fast" | "immediate") => call("pg_ctl", ["stop", "-w", "-s", "-m", how]);
  await call("initdb", [
    "--auth=trust",
    "--username=pacta",
    "--encoding=UTF8",
    "--locale=C.UTF-8",
    ...(sums ? ["--data-checksums"] : []),
    "--no-sync",
    "--wal-segsize=16",
  ]);
  const access = join(folder, "data", "pg_hba.conf");
  writeFileSync(access, `host all guarded 127.0.0.1/32 scram-sha-256\n${readFileSync(access, "utf8")}`);
  await start();
  return {
    port,
    folder,
    address: (schema, user = "pacta") => `postgres://${user}@127.0.0.1:${port}/postgres?schema=${schema}`,
    crash: async () => {
      await stop("immediate");
      await start();
    },
    start,
    stop: () => stop("fast"),
    end: async () => {
      await stop("immediate").catch(() => undefined);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL refuses to run as root: then it runs as Debian's user for it, or as nobody. */
function ownerOf(): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const idOf = (flag: string, user: string) => Number(execFileSync("id", [flag, user], { stdio: ["ignore", "pipe", "ignore"], encoding: "utf8" }));
  for (const user of ["postgres", "nobody"]) {
    try {
      return { uid: idOf("-u", user), gid: idOf("-g", user) };
    } catch {
      // There is no such user: the next one.
    }
  }
  return {};
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((done) => server.close(() => done()));
  return port;
}
