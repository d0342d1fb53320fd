// The order of the folders under src/, and the check that imports only go back along it, through doors, without cycles.
// A reader of src/ sees the way of the data; a part that looked ahead would end that.
import { dirname } from "node:path/posix";
import { checkoutFiles, findingLine } from "./checkout.ts";
import type { Finding, SourceFile } from "./checkout.ts";
import { cycles } from "./cycles.ts";
import { importsOf } from "./imports.ts";
import type { Import } from "./imports.ts";

/** The folders of src/ in the order of the data: each may import only from those before it. */
export const ORDER = [
  "thread",
  "source",
  "document",
  "language",
  "reading",
  "coder",
  "ledger",
  "intake",
  "deal",
  "phrasing",
  "import",
  "export",
  "watch",
  "settings",
  "subscription",
  "eval",
  "server",
  "mcp",
  "cli",
  "web",
] as const;

/** What every part may import. */
const GROUND: ReadonlySet<string> = new Set(["src/clock.ts", "src/error.ts", "src/memory.ts", "src/nearest.ts", "src/resources.ts", "src/yaml.ts"]);
/** The library's door, which stands over all parts. */
const LIBRARY = "src/index.ts";

function isTest(path: string): boolean {
  return /\.(?:test|fixture)\.tsx?$/.test(path);
}

/** The folder of src/ that a file belongs to, or undefined outside of them. */
function partOf(path: string): string | undefined {
  return /^src\/([^/]+)\//.exec(path)?.[1];
}

function rank(part: string | undefined): number {
  return part === undefined ? ORDER.length : ORDER.findIndex((name) => name === part);
}

/** Why an import goes the wrong way, if it does. */
function wrongWay({ from, to }: Import): string | undefined {
  if (!to.startsWith("src/")) return from.startsWith("src/") ? `src/ must not import ${to}` : undefined;
  if (GROUND.has(from) && !isTest(from)) return GROUND.has(to) ? undefined : `the ground imports ${to}`;
  if (GROUND.has(to)) return undefined;
  if (to === LIBRARY) return from.startsWith("src/") && !isTest(from) ? `the library's door is for others, not for ${from}` : undefined;
  const [mine, other] = [rank(partOf(from)), rank(partOf(to))];
  if (other < 0 || mine < 0) return `${other < 0 ? to : from} lies in a folder that has no place in the order`;
  return mine < other ? `${partOf(from)} comes before ${partOf(to)} and must not import it` : undefined;
}

/** The door of the folder that an import enters, or undefined where it enters none. Tools stand beside src/, as its parts do in it. */
function doorFor({ from, to }: Import): string | undefined {
  const here = from.startsWith("src/") ? dirname(from).split("/") : ["src"];
  const there = to.split("/");
  const common = there.findIndex((step, at) => step !== here[at]);
  return common < there.length - 1 ? [...there.slice(0, common + 1), "index.ts"].join("/") : undefined;
}

/** Why an import passes by a door, if it does. */
function pastDoor(found: Import): string | undefined {
  const { from, to } = found;
  const door = doorFor(found);
  if (!to.startsWith("src/")) return undefined;
  if (door !== undefined) return door === to || isTest(from) ? undefined : `enter through ${door}, not ${to}`;
  return to.endsWith("/index.ts") && to !== LIBRARY && !isTest(from) ? `${to} is the door for others; import the file that it exports` : undefined;
}

/** What is wrong with the imports of these files. Tests may look behind a door, but not ahead. */
export function layerFindings(files: readonly SourceFile[]): readonly Finding[] {
  const known = new Set(files.map((file) => file.path));
  const imports = files.filter((file) => file.path.endsWith(".ts")).flatMap(importsOf);
  const single = imports.flatMap((found) => {
    const absent = known.has(found.to) ? undefined : `${found.to} does not exist`;
    const reasons = [absent, wrongWay(found), pastDoor(found)].filter((what) => what !== undefined);
    return reasons.map((what) => ({ path: found.from, line: found.line, what }));
  });
  const round = cycles(imports).map((cycle) => ({ path: cycle[0] ?? "", what: `imports itself by way of ${cycle.slice(1).join(", ")}` }));
  return [...single, ...round];
}

if (import.meta.main) {
  const found = layerFindings(checkoutFiles());
  for (const finding of found) process.stderr.write(`${findingLine(finding)}\n`);
  process.stdout.write(`${found.length} findings; the order is ${ORDER.join(", ")}\n`);
  process.exitCode = found.length === 0 ? 0 : 1;
}
