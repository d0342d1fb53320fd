// Where the bench's ledgers lie: in a folder of their own, or on a server of their own.
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { postgresPrograms, startServer } from "../server.fixture.ts";

/** Room for ledgers. */
export interface Place {
  readonly store: string;
  /** A folder for other files. */
  readonly folder: string;
  /** The location of a new ledger. */
  readonly fresh: (name: string) => string;
  /** Bytes on disk of all that lies here. */
  readonly size: () => number;
  readonly end: () => Promise<void>;
}

/** A folder for files of SQLite. */
export function folderPlace(): Place {
  const folder = mkdtempSync(join(tmpdir(), "pacta-bench-"));
  return {
    store: "SQLite",
    folder,
    fresh: (name) => join(folder, `${name}.db`),
    size: () => sizeOf(folder),
    end: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A server of PostgreSQL with a gigabyte of buffers, undefined where there is none. */
export async function serverPlace(): Promise<Place | undefined> {
  if (postgresPrograms() === undefined) return undefined;
  const { folder, address, end } = await startServer(tmpdir(), { settings: ["shared_buffers=1GB", "max_wal_size=4GB"] });
  return { store: "PostgreSQL", folder, fresh: address, size: () => sizeOf(join(folder, "data", "base")), end };
}

function sizeOf(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.reduce((sum, { parentPath, name }) => sum + (statSync(join(parentPath, name), { throwIfNoEntry: false })?.size ?? 0), 0);
}
