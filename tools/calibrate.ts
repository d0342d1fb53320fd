// `npm run calibrate`: counts on coded text how often each rule is right and writes knowledge/reading/confidence.tsv.
// The rules were developed on part of this text, so the counts flatter them a little; docs/figures.md shows by how much
// on text that nobody tuned to.
import { writeFileSync } from "node:fs";
import { toPactaError } from "../src/error.ts";
import { loadGold, matchClaims, openReader, sharedFolder, type GoldSet } from "../src/eval/index.ts";
import { resource } from "../src/resources.ts";

const SETS: readonly GoldSet[] = ["items.train", "items.dev"];
const FILE = resource("knowledge", "reading", "confidence.tsv");

interface Count {
  readonly made: number;
  readonly right: number;
}

async function count(): Promise<Map<string, Count>> {
  const gold = SETS.flatMap((set) => loadGold(sharedFolder(process.env), set));
  const readings = await (await openReader())(gold);
  const counts = new Map<string, Count>();
  gold.forEach((document, i) => {
    const claims = readings[i]?.claims ?? [];
    const right = new Set(matchClaims(document.claims, claims).map(({ predicted }) => predicted));
    claims.forEach(({ rule }, index) => {
      const known = counts.get(rule) ?? { made: 0, right: 0 };
      counts.set(rule, { made: known.made + 1, right: known.right + (right.has(index) ? 1 : 0) });
    });
  });
  return counts;
}

async function main(): Promise<void> {
  const counts = await count();
  const rows = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([rule, { made, right }]) => `${rule}\t${made}\t${right}`);
  writeFileSync(FILE, [`# rule, claims made, claims right, on gold ${SETS.join(" + ")}; written by npm run calibrate`, ...rows, ""].join("\n"));
  process.stdout.write(`${rows.length} rules counted\n`);
}

main().catch((thrown: unknown) => {
  process.stderr.write(`${toPactaError(thrown).toString()}\n`);
  process.exitCode = 1;
});
