// The effects that reading needs, as parameters: tests hand in a small world of their own, the command line the real one.
import { createReadStream } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
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
  standardInput(): AsyncIterable<Uint8Array>;
  /** Fetches an address of the web; never rejects. Where it is absent, nothing is fetched. */
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
    standardInput: () => process.stdin,
  };
}
