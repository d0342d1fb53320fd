// Paths to files: a folder is walked in sorted order, so that two runs over the same files give the same ledger.
import { join } from "node:path";
import { PactaError } from "../error.ts";
import type { SourceIo } from "./io.ts";
import { isPattern, pathsLike } from "./pattern.ts";
import { failure } from "./resource.ts";
import type { Failure } from "./resource.ts";

/** A file to read, named as it was reached. */
interface Found {
  readonly kind: "file";
  readonly path: string;
}

/**
 * The files at a path or like a pattern, depth first; what is there by that very name is no pattern. What cannot be read is a
 * failure in its place; an empty folder is `PACTA_INPUT_EMPTY`.
 */
export async function* walk(path: string, io: SourceIo): AsyncGenerator<Found | Failure> {
  let paths: readonly string[];
  try {
    paths = isPattern(path) && !(await isThere(path, io)) ? await pathsLike(path, io) : [path];
  } catch (thrown) {
    return yield failure(thrown, { source: path });
  }
  for (const each of paths) yield* walkPath(each, io);
}

async function isThere(path: string, io: SourceIo): Promise<boolean> {
  return await io.kindOf(path).then(
    () => true,
    () => false,
  );
}

async function* walkPath(path: string, io: SourceIo): AsyncGenerator<Found | Failure> {
  try {
    if ((await io.kindOf(path)) !== "folder") yield { kind: "file", path };
    else yield* walkFolder(path, io);
  } catch (thrown) {
    yield failure(thrown, { source: path });
  }
}

async function* walkFolder(path: string, io: SourceIo): AsyncGenerator<Found | Failure> {
  let found = false;
  for await (const each of visit(path, io, new Set())) {
    found = true;
    yield each;
  }
  if (!found)
    yield failure(new PactaError("PACTA_INPUT_EMPTY", "the folder holds no file to read", "Name a folder with files in it", { source: path }), {});
}

/** `seen` holds the real paths of the folders entered, so that a link back to one of them ends there. */
async function* visit(folder: string, io: SourceIo, seen: Set<string>): AsyncGenerator<Found | Failure> {
  const real = await io.realPath(folder);
  if (seen.has(real)) return;
  seen.add(real);
  const names = (await io.list(folder)).filter((name) => !name.startsWith(".")).toSorted();
  for (const name of names) yield* visitEntry(join(folder, name), io, seen);
}

async function* visitEntry(path: string, io: SourceIo, seen: Set<string>): AsyncGenerator<Found | Failure> {
  try {
    const kind = await io.kindOf(path);
    if (kind === "folder") yield* visit(path, io, seen);
    else if (kind === "file") yield { kind: "file", path };
  } catch (thrown) {
    yield failure(thrown, { source: path });
  }
}
