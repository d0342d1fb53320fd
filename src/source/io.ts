// The effects that reading needs, as parameters: tests hand in a small world of their own, the command line the real one.
import { createReadStream } from "node:fs";
import files, { open, readdir, realpath, stat } from "node:fs/promises";
import type { FileBytes } from "./archive/index.ts";
import type { FetchResult } from "./fetch/index.ts";

/** What a path names. `other` is a pipe or a device: read when named, passed over when met in a folder. */
export type PathKind = "file" | "folder" | "other";

/** The outside world, as far as source/ touches it. Each may reject with a file system error. */
export interface SourceIo {
  kindOf(path: string): Promise<PathKind>;
  /** Names in a folder, in any order. */
  list(folder: string): Promise<readonly string[]>;
  /** The path with every symbolic link resolved. */
  realPath(path: string): Promise<string>;
  open(path: string): AsyncIterable<Uint8Array>;
  /** A file to read from anywhere in it. Where there is none, what must be read so is held in memory. */
  file?(path: string): Promise<FileBytes | undefined>;
  /** The paths that a pattern (`*`, `**`, `?`, `[…]`, `{…,…}`) matches, in any order. Where it is absent, nothing is matched. */
  glob?(pattern: string): AsyncIterable<string>;
  standardInput(): AsyncIterable<Uint8Array>;
  /** Fetches an address of the web; rejects only with what must end the run. Where it is absent, nothing is fetched. */
  fetch?(address: string): Promise<FetchResult>;
}

const CHUNK = 256 * 1024;

/** The file system and standard input of this process. */
export function nodeIo(): SourceIo {
  return {
    async kindOf(path) {
      const entry = await stat(path);
      return entry.isFile() ? "file" : entry.isDirectory() ? "folder" : "other";
    },
    list: (folder) => readdir(folder),
    realPath: (path) => realpath(path),
    open: (path) => createReadStream(path, { highWaterMark: CHUNK }),
    file: fileAt,
    // Not every Node that may load the library has it.
    ...(typeof files.glob === "function" ? { glob: (pattern: string) => files.glob(pattern) } : {}),
    standardInput: () => process.stdin,
  };
}

async function fileAt(path: string): Promise<FileBytes> {
  const handle = await open(path);
  const { size } = await handle.stat();
  return {
    size,
    read: async (position, length) => {
      const { buffer, bytesRead } = await handle.read(Buffer.allocUnsafe(length), 0, length, position);
      return buffer.subarray(0, bytesRead);
    },
    close: () => handle.close(),
  };
}
