// The part that shows what went unmatched, in its context: the developer's list of what to look at next.
import { namedSets, TOTALS_ONLY } from "./claims.ts";
import { loadGold } from "./gold.ts";
import type { GoldSet } from "./gold.ts";
import type { Bench, Part } from "./part.ts";
import { PactaError } from "../error.ts";
import type { ScoredClaim } from "./match.ts";
import { unmatched } from "./score.ts";

/** Code units of text shown on each side of the evidence. */
const CONTEXT = 90;

function inContext(text: string, { start, end }: { readonly start: number; readonly end: number }): string {
  const before = text.slice(Math.max(0, start - CONTEXT), start);
  const after = text.slice(end, end + CONTEXT);
  return `${before}[${text.slice(start, end)}]${after}`.replaceAll("\n", " ");
}

/** `missed ID: sign actual RUS IRN -> –` and below it the evidence in brackets within its text. */
export function missLine(kind: "missed" | "extra", id: string, claim: ScoredClaim, text: string): string {
  const names = (parties: ScoredClaim["actors"]): string => (parties ?? []).map((party) => party.id ?? party.name).join(" ") || "–";
  const mode = `${claim.negated === true ? "not " : ""}${claim.mode ?? "actual"}`;
  return `${kind} ${id}: ${claim.act} ${mode} ${names(claim.actors)} -> ${names(claim.targets)}\n    ${inContext(text, claim.evidence)}`;
}

async function missesOf(bench: Bench, set: GoldSet): Promise<void> {
  const gold = loadGold(bench.shared, set).slice(0, bench.limit);
  const readings = await (await bench.openReader())(gold);
  const texts = new Map(gold.map((document) => [document.id, document.text]));
  const { missed, extra } = unmatched(gold, readings);
  for (const { id, claim } of missed) bench.print(missLine("missed", id, claim, texts.get(id) ?? ""));
  for (const { id, claim } of extra) bench.print(missLine("extra", id, claim, texts.get(id) ?? ""));
  bench.print(`${set}: ${missed.length} missed, ${extra.length} extra`);
}

async function run(bench: Bench): Promise<undefined> {
  const sets = namedSets(bench.words.length > 0 ? bench.words : ["items.dev"]);
  if (sets.includes(TOTALS_ONLY))
    throw new PactaError("PACTA_EVAL_TOTALS_ONLY", `${TOTALS_ONLY} is kept for totals`, "Look at the misses of another set");
  for (const set of sets) await missesOf(bench, set);
  return undefined;
}

/** `npm run eval -- misses [SET...]`. */
export const misses: Part = { what: "missed and extra claims in their context [SET...]", run };
