// The part that scores whole readings against gold: claims, slots and acts.
import { GOLD_SETS, loadGold } from "./gold.ts";
import type { GoldDocument, GoldSet } from "./gold.ts";
import type { Section } from "./page.ts";
import type { Bench, ExplainAll, Part, ReadGold } from "./part.ts";
import { PactaError } from "../error.ts";
import type { Reading } from "../reading/index.ts";
import { constructionTable, toldClaims } from "./construction.ts";
import type { ToldClaim } from "./construction.ts";
import { matchClaims } from "./match.ts";
import { score } from "./score.ts";
import type { Score } from "./score.ts";
import { SLOT_NAMES } from "./slots.ts";
import { cells, share, table } from "./table.ts";

/** Sets that are scored when none is named; items.train is large and coded once, so it is read on request. */
const USUAL: readonly GoldSet[] = ["items.dev", "items.test", "articles", "articles.open"];
/** Single sets hold too few amounts and times to judge a slot by; these are judged together. */
const POOLED: readonly GoldSet[] = ["items.test", "articles", "articles.open"];
/** Only totals are looked at here, so that nobody writes a rule from it. */
export const TOTALS_ONLY: GoldSet = "items.test";

/** A set with its gold and what was read from it. */
interface ReadSet {
  readonly name: string;
  readonly gold: readonly GoldDocument[];
  readonly readings: readonly Reading[];
  readonly told: readonly ToldClaim[];
}

/** The gold sets that the words name. Throws `PACTA_EVAL_UNKNOWN_SET`. */
export function namedSets(words: readonly string[]): readonly GoldSet[] {
  return words.map((word) => {
    const set = GOLD_SETS.find((name) => name === word);
    if (set === undefined) throw new PactaError("PACTA_EVAL_UNKNOWN_SET", `there is no gold set "${word}"`, `Name one of ${GOLD_SETS.join(", ")}`);
    return set;
  });
}

async function readSet(bench: Bench, read: ReadGold, explain: ExplainAll, name: GoldSet): Promise<ReadSet> {
  const gold = loadGold(bench.shared, name).slice(0, bench.limit);
  const telling = gold.filter(({ claims: all }) => all.length > 0);
  const told = (await explain(telling)).flatMap((explanation, i) => toldClaims(telling[i] ?? { claims: [] }, explanation));
  return { name, gold, readings: await read(gold), told };
}

function pool(sets: readonly ReadSet[]): ReadSet {
  return {
    name: sets.map((set) => set.name).join(" + "),
    gold: sets.flatMap((set) => set.gold),
    readings: sets.flatMap((set) => set.readings),
    told: sets.flatMap((set) => set.told),
  };
}

function claimTable(scores: readonly (readonly [string, Score])[]): string {
  const rows = scores.map(([name, { documents, silent, claims }]) => [name, String(documents), `${silent.right}/${silent.n}`, ...cells(claims)]);
  return table(["set", "documents", "silent where gold is", "P", "R", "F1", "n"], rows);
}

function slotTable(result: Score): string {
  return table(
    ["slot", "P", "R", "F1", "n"],
    SLOT_NAMES.map((name) => [name, ...cells(result.slots[name])]),
  );
}

function actTable(result: Score): string {
  return table(
    ["act", "P", "R", "F1", "n"],
    [...result.acts].map(([act, row]) => [act, ...cells(row)]),
  );
}

/** Lower bounds of the bands in which confidence is held against what was right. */
const BANDS = [0, 0.5, 0.6, 0.7, 0.8, 0.9] as const;

interface Sure {
  readonly confidence: number;
  readonly right: boolean;
}

function surenessIn({ gold, readings }: ReadSet): Sure[] {
  return readings.flatMap((reading, i) => {
    const right = new Set(matchClaims(gold[i]?.claims ?? [], reading.claims).map(({ predicted }) => predicted));
    return reading.claims.map(({ confidence }, j) => ({ confidence, right: right.has(j) }));
  });
}

/** Expected calibration error: over ten bands of confidence, how far its mean is from the share that is right. */
export function calibrationError(claims: readonly Sure[]): number {
  const bands = Map.groupBy(claims, ({ confidence }) => Math.min(9, Math.floor(10 * confidence)));
  const off = [...bands.values()].map((band) => Math.abs(band.reduce((sum, { confidence, right }) => sum + confidence - (right ? 1 : 0), 0)));
  return off.reduce((sum, each) => sum + each, 0) / Math.max(1, claims.length);
}

/** Of the claims in each band of confidence, the share that gold has: a calibrated reader's shares lie in their bands. */
function confidenceTable(set: ReadSet): string {
  const claims = surenessIn(set);
  const rows = BANDS.map((least, i) => {
    const band = claims.filter(({ confidence }) => confidence >= least && confidence < (BANDS[i + 1] ?? 2));
    const right = band.filter((claim) => claim.right).length;
    return [`${share(least)} and more`, band.length === 0 ? "–" : share(right / band.length), String(band.length)];
  });
  return table(["confidence", "right", "n"], rows);
}

function calibrationLine(sets: readonly ReadSet[]): string {
  return `Expected calibration error over ten bands: ${sets.map((set) => `${set.name} ${share(calibrationError(surenessIn(set)))}`).join("; ")}.`;
}

const CONSTRUCTIONS =
  "How the evidence of each gold claim tells its act, taken from the tree that Pacta gives it: the trigger of the claim that answers it; of a\n" +
  "missed one the topmost word that names a frame of its act, else the head of the evidence. Recall, and in brackets the number of gold claims.";

/** The section's Markdown: totals of every set, constructions and slots of each and of the pool, acts of the sets that may be looked into. */
export function claimsReport(sets: readonly ReadSet[], command: string): string {
  const scores = sets.map((set) => [set.name, score(set.gold, set.readings)] as const);
  const pooled = pool(sets.filter((set) => POOLED.some((name) => name === set.name)));
  const judged = pooled.name.includes(" + ") ? [...scores, [pooled.name, score(pooled.gold, pooled.readings)] as const] : scores;
  const slots = judged.map(([name, result]) => `### Slots over matched claims, ${name}\n\n${slotTable(result)}`);
  const acts = scores.filter(([name]) => name !== TOTALS_ONLY).map(([name, result]) => `### Acts, ${name}\n\n${actTable(result)}`);
  const sure = pooled.name.includes(" + ")
    ? [`### Confidence against gold, ${pooled.name}\n\n${confidenceTable(pooled)}\n\n${calibrationLine([...sets, pooled])}`]
    : [];
  const shown = pooled.name.includes(" + ") ? [...sets, pooled] : sets;
  const constructions = `### Recall by construction\n\n${CONSTRUCTIONS}\n\n${constructionTable(shown)}`;
  return [`## Claims\n\nPrinted by \`${command}\`.`, claimTable(judged), ...sure, constructions, ...slots, ...acts].join("\n\n");
}

async function run(bench: Bench): Promise<Section> {
  const names = bench.words.length > 0 ? namedSets(bench.words) : USUAL;
  const [read, explain] = [await bench.openReader(), await bench.openExplainer()];
  const sets: ReadSet[] = [];
  for (const name of names) sets.push(await readSet(bench, read, explain, name));
  const body = claimsReport(sets, ["npm run eval -- claims", ...bench.words].join(" "));
  bench.print(body);
  return { name: ["claims", ...bench.words].join("-"), body };
}

/** `npm run eval -- claims [SET...]`. */
export const claims: Part = { what: "claims, slots and acts against gold [SET...]", run };
