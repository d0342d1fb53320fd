// The error budget: missed and extra claims of every set by cause, as far as a program can tell the cause. Counts alone, so that the
// set that is kept for totals may be among them.
import { overlaps } from "../document/index.ts";
import type { Reading } from "../reading/index.ts";
import { namedSets } from "./claims.ts";
import { GOLD_SETS, loadGold } from "./gold.ts";
import type { GoldDocument, GoldSet } from "./gold.ts";
import { samePlace } from "./match.ts";
import type { ScoredClaim } from "./match.ts";
import type { Section } from "./page.ts";
import type { Bench, Part } from "./part.ts";
import { unmatched } from "./score.ts";
import { share, table } from "./table.ts";

/** A cause for each claim of a set that went unmatched. */
interface Causes {
  readonly name: GoldSet;
  readonly gold: number;
  readonly missed: readonly string[];
  readonly extra: readonly string[];
}

/** What the reader did where gold has a claim that it lacks: the nearest thing to it. */
export function whyMissed(claim: ScoredClaim, { claims, abstained }: Omit<Reading, "id">): string {
  const here = claims.filter((other) => samePlace(claim, other));
  const near = claims.filter((other) => overlaps(other.evidence, claim.evidence));
  const left = abstained.filter((other) => overlaps(other, claim.evidence));
  const same = left.find(({ act }) => act === claim.act);
  if (here.some(({ act }) => act === claim.act)) return "the act, but not its parties";
  if (near.some(({ act }) => act === claim.act)) return "the act, but not its words";
  if (same) return `abstained from the act: ${same.reason}`;
  if (here.length > 0) return "another act claimed";
  if (left.some(({ act }) => act !== undefined)) return "abstained from another act";
  const [unread] = left;
  return unread ? `not read: ${unread.reason}` : "nothing";
}

/** What gold has where the reader claims too much. */
export function whyExtra(claim: ScoredClaim, gold: readonly ScoredClaim[]): string {
  const here = gold.filter((other) => samePlace(other, claim));
  if (here.some(({ act }) => act === claim.act)) return "the act, with other parties or once more";
  if (here.length > 0) return "another act";
  return gold.length > 0 ? "nothing here" : "nothing in the document";
}

function causesOf(name: GoldSet, gold: readonly GoldDocument[], readings: readonly Reading[]): Causes {
  const { missed, extra } = unmatched(gold, readings);
  const claims = new Map(gold.map((document) => [document.id, document.claims]));
  const read = new Map(readings.map((reading) => [reading.id, reading]));
  return {
    name,
    gold: gold.flatMap((document) => document.claims).length,
    missed: missed.map(({ id, claim }) => whyMissed(claim, read.get(id) ?? { claims: [], abstained: [] })),
    extra: extra.map(({ id, claim }) => whyExtra(claim, claims.get(id) ?? [])),
  };
}

/** Causes as rows, the most frequent over all sets first; in each column the count and its share of the set's. */
function causeTable(sets: readonly Causes[], what: "missed" | "extra"): string {
  const count = (causes: Causes, cause: string): number => causes[what].filter((each) => each === cause).length;
  const all = (cause: string): number => sets.reduce((sum, causes) => sum + count(causes, cause), 0);
  const found = [...new Set(sets.flatMap((causes) => causes[what]))].sort((a, b) => all(b) - all(a) || a.localeCompare(b));
  const cell = (causes: Causes, cause: string): string => {
    const n = count(causes, cause);
    return n === 0 ? "–" : `${n} (${share(n / causes[what].length)})`;
  };
  const rows = found.map((cause) => [cause, ...sets.map((causes) => cell(causes, cause))]);
  const totals = ["all", ...sets.map((causes) => String(causes[what].length))];
  return table([what, ...sets.map(({ name }) => name)], [...rows, totals]);
}

const HOW =
  "A program tells the cause from what the reader claims and abstains from at the place of a missed claim, or what gold has at the place of an\n" +
  "extra one: the first that fits, in the order of the rows of src/eval/budget.ts. Counts, and in brackets the share of the set's.";

/** The section's Markdown: of each set the missed and the extra claims by cause. */
function budgetReport(sets: readonly Causes[], command: string): string {
  const gold = sets.map(({ name, gold: n }) => `${name} ${n}`).join(", ");
  return [`## Error budget`, `Printed by \`${command}\`. Gold claims: ${gold}.\n${HOW}`, causeTable(sets, "missed"), causeTable(sets, "extra")].join(
    "\n\n",
  );
}

async function run(bench: Bench): Promise<Section> {
  const names = bench.words.length > 0 ? namedSets(bench.words) : GOLD_SETS;
  const read = await bench.openReader();
  const sets: Causes[] = [];
  for (const name of names) {
    const gold = loadGold(bench.shared, name).slice(0, bench.limit);
    sets.push(causesOf(name, gold, await read(gold)));
  }
  const body = budgetReport(sets, ["npm run eval -- budget", ...bench.words].join(" "));
  bench.print(body);
  return { name: ["budget", ...bench.words].join("-"), body };
}

/** `npm run eval -- budget [SET...]`. */
export const budget: Part = { what: "missed and extra claims by cause, counts alone [SET...]", run };
