// Patterns of paths, for shells that do not expand them: quoted ones, and those of Windows.
import { dirname } from "node:path";
import { PactaError } from "../error.ts";
import type { SourceIo } from "./io.ts";

/** Names that one pattern may match: all are held to be put in order. */
const MOST = 200_000;

/** Braces multiply. */
const MOST_BRACES = 8;

/** True for a path with signs that stand for others: `*`, `?`, `[…]`, `{…,…}`. */
export function isPattern(path: string): boolean {
  return /[*?]|\[[^\]]+\]|\{[^{}]*,[^{}]*\}/.test(path);
}

/**
 * The paths that a pattern matches, in order, without those that lie in a folder that it matches too. Throws
 * `PACTA_INPUT_NO_MATCH` for none and `PACTA_INPUT_TOO_LARGE` for too many.
 */
export async function pathsLike(pattern: string, io: Pick<SourceIo, "glob">): Promise<readonly string[]> {
  if ((pattern.match(/\{/g)?.length ?? 0) > MOST_BRACES) throw tooMany(`it has more than ${MOST_BRACES} braces`);
  if (io.glob === undefined) {
    const what = "patterns are not expanded here";
    throw new PactaError("PACTA_INPUT_NO_MATCH", what, "Name the files or their folder, or let the shell expand the pattern");
  }
  const found: string[] = [];
  for await (const path of io.glob(pattern)) {
    found.push(path);
    if (found.length > MOST) throw tooMany(`it matches more than ${MOST} names`);
  }
  if (found.length === 0) throw new PactaError("PACTA_INPUT_NO_MATCH", "no file or folder is named like the pattern", "Check it against the folder");
  const all = new Set(found);
  return found.toSorted().filter((path) => !hasFolderIn(path, all));
}

/** True where a folder around the path is among the paths. */
function hasFolderIn(path: string, paths: ReadonlySet<string>): boolean {
  for (let [inner, outer] = [path, dirname(path)]; outer !== inner; [inner, outer] = [outer, dirname(outer)]) if (paths.has(outer)) return true;
  return false;
}

function tooMany(why: string): PactaError {
  return new PactaError("PACTA_INPUT_TOO_LARGE", `the pattern is too wide: ${why}`, "Name a folder, or narrower patterns");
}
