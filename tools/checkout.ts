// The files of this checkout, as the house rules look at them: text by path, so that each rule is a pure function.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** A text file of the checkout; `path` is relative to its root, with `/`. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** What a rule objects to, and where; `line` counts from 1. */
export interface Finding {
  readonly path: string;
  readonly line?: number;
  readonly what: string;
}

/** The checkout's root folder. */
export const ROOT = fileURLToPath(new URL("..", import.meta.url));

const TEXT = /\.(?:tsx?|css|cjs|js|json|md|ya?ml|tsv|py|sh|txt|jsonl|html)$|(?:^|\/)(?:run|LICENSE|\.npmrc|\.gitignore)$/;

/** Every text file that git tracks or would track, the way a fresh clone would hold it. */
export function checkoutFiles(root: string = ROOT): readonly SourceFile[] {
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], { cwd: root, encoding: "utf8" });
  const paths = [...new Set(listed.split("\0"))].filter((path) => TEXT.test(path) && existsSync(join(root, path)));
  return paths.map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
}

/** `path:line: what`. */
export function findingLine({ path, line, what }: Finding): string {
  return `${path}${line === undefined ? "" : `:${line}`}: ${what}`;
}
