// Sources against gold: behind the words of every gold claim, and of the claims that the reader finds.
import { GOLD_SETS } from "../gold.ts";
import type { GoldClaim } from "../gold.ts";
import type { ReadGold } from "../part.ts";
import { score } from "../score.ts";
import { cells, table } from "../table.ts";
import type { SourceMention } from "../../reading/index.ts";
import { sameLastWord, sameSource, sourcesBehind, sourcesOver } from "./behind.ts";
import { sumOf, tallyCells } from "./count.ts";
import type { Tally } from "./count.ts";
import type { GoldPair } from "./texts.ts";

/** One way to hold the recogniser against gold: who is taken to be behind a claim, and when two names are one. */
interface Measure {
  readonly behind: (claim: GoldClaim, sources: readonly SourceMention[], text: string) => readonly SourceMention[];
  readonly same: (wanted: { readonly name: string }, found: { readonly name: string }) => boolean;
}

const FAIR: Measure = { behind: sourcesBehind, same: sameSource };
const BY_LAST_WORD: Measure = { behind: sourcesBehind, same: sameLastWord };
const PLAIN: Measure = { behind: sourcesOver, same: sameLastWord };

/** Those who say it together count as one: right where gold's innermost is among them. */
function tallyOfClaims({ gold, found }: GoldPair, { behind, same }: Measure): Tally[] {
  return gold.claims.map((claim) => {
    const wanted = claim.sources?.[0];
    const got = behind(claim, found.sources, gold.text);
    const right = wanted !== undefined && got.some((one) => same(wanted, one));
    return { right: right ? 1 : 0, found: got.length === 0 ? 0 : 1, wanted: wanted === undefined ? 0 : 1 };
  });
}

/** The table over every gold claim. */
export function behindGold(pairs: readonly GoldPair[]): string {
  const rows = [...GOLD_SETS, "all"].map((set) => {
    const chosen = pairs.filter((pair) => set === "all" || pair.set === set);
    const cellsBy = (measure: Measure) => tallyCells(sumOf(chosen.flatMap((pair) => tallyOfClaims(pair, measure))));
    const [p = "", r = "", f1 = "", n = ""] = cellsBy(FAIR);
    return [set, p, r, f1, cellsBy(BY_LAST_WORD)[2] ?? "", cellsBy(PLAIN)[2] ?? "", n];
  });
  return table(["innermost source of gold's claims", "P", "R", "F1", "F1, last words", "F1, plain", "n"], rows);
}

/** The table over matched claims, as gold's own scorer counts them: every source of the chain, by last words. */
export async function ofMatched(pairs: readonly GoldPair[], read: ReadGold): Promise<string> {
  const rows: (readonly string[])[] = [];
  for (const set of GOLD_SETS) {
    const gold = pairs.filter((pair) => pair.set === set).map((pair) => pair.gold);
    rows.push([set, ...cells(score(gold, await read(gold)).slots.sources)]);
  }
  return table(["sources of matched claims", "P", "R", "F1", "n"], rows);
}
