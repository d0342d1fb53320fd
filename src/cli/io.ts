// The effects of reading as the command line has them: with the bytes counted for a progress bar, and blind to the ledger's own files.
import { readdir, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { FileBytes, SourceIo } from "../source/index.ts";

/** The same effects, which do not see the files of databases in a folder that is read: a ledger lies beside the reports more often than not. */
export function withoutDatabases(io: SourceIo, locations: readonly string[]): SourceIo {
  const own = new Set(locations.flatMap((location) => ["", "-wal", "-shm", "-journal"].map((suffix) => resolve(location + suffix))));
  return { ...io, list: async (folder) => (await io.list(folder)).filter((name) => !own.has(resolve(folder, name))) };
}

/** The same effects, with the bytes that came through counted. */
export function measured(io: SourceIo): { readonly io: SourceIo; readonly bytes: () => number } {
  let bytes = 0;
  async function* counted(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      bytes += chunk.length;
      yield chunk;
    }
  }
  const fileAt = async (path: string): Promise<FileBytes | undefined> => {
    const opened = await io.file?.(path);
    if (opened === undefined) return undefined;
    const read = async (position: number, length: number): Promise<Uint8Array> => {
      const chunk = await opened.read(position, length);
      bytes += chunk.length;
      return chunk;
    };
    return { ...opened, read };
  };
  return { io: { ...io, file: fileAt, open: (path) => counted(io.open(path)) }, bytes: () => bytes };
}

/** The bytes at the paths; undefined where that cannot be told (standard input, a pipe, a path that is not there). */
export async function sizeOf(paths: readonly string[]): Promise<number | undefined> {
  let sum = 0;
  for (const path of paths) {
    const size = path === "-" ? undefined : await sizeAt(path).catch(() => undefined);
    if (size === undefined) return undefined;
    sum += size;
  }
  return sum;
}

async function sizeAt(path: string): Promise<number | undefined> {
  const entry = await stat(path);
  if (entry.isFile()) return entry.size;
  return entry.isDirectory() ? sizeOf((await readdir(path)).filter((name) => !name.startsWith(".")).map((name) => join(path, name))) : undefined;
}
