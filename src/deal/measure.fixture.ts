// Measures clustering and folding on gold claims: node src/deal/measure.fixture.ts [all] [verbose]
// B-cubed, near misses and states are those of shared/tools/score_deals.py, restricted to documents that have gold claims.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { cluster, fold, readingsOf, loadDealKnowledge } from "./index.ts";
import type { Deal, DealKind } from "./index.ts";
import { goldClaims, SHARED } from "./gold.fixture.ts";

interface GoldDeal {
  readonly deal: string;
  readonly documents: readonly string[];
  readonly not?: readonly string[];
  readonly states: readonly {
    readonly as_of_valid: string;
    readonly as_known: string;
    readonly state: string;
    readonly also?: readonly string[];
    readonly dispute?: string;
    readonly because: readonly string[];
  }[];
}

const claims = goldClaims();
const knowledge = loadDealKnowledge();
const coded = new Set(claims.map(({ document }) => document.id));
const gold = JSON.parse(readFileSync(join(SHARED, "gold", "deals.json"), "utf8")) as readonly GoldDeal[];
const verbose = process.argv.includes("verbose");

const documentsOf = (deal: Deal): ReadonlySet<string> => new Set(deal.members.map(({ member }) => member.document.id));

function bcubed(predicted: readonly ReadonlySet<string>[]): { p: number; r: number; n: number } {
  const wanted = (id: string): Set<string> =>
    new Set(gold.filter(({ documents }) => documents.includes(id)).flatMap(({ documents }) => documents.filter((d) => coded.has(d))));
  const ids = [...new Set(gold.flatMap(({ documents }) => documents))].filter((id) => coded.has(id));
  let [p, r] = [0, 0];
  for (const id of ids) {
    const together = new Set(
      predicted
        .filter((documents) => documents.has(id))
        .flatMap((documents) => [...documents])
        .filter((d) => ids.includes(d)),
    );
    const right = [...together].filter((d) => wanted(id).has(d)).length;
    p += together.size > 0 ? right / together.size : 0;
    r += right / wanted(id).size;
    if (verbose && right < wanted(id).size) console.log("  recall", id, right, "of", wanted(id).size);
    if (verbose && right < together.size)
      console.log(
        "  precision",
        id,
        [...together].filter((d) => !wanted(id).has(d)),
      );
  }
  return { p: p / ids.length, r: r / ids.length, n: ids.length };
}

function answers(deals: readonly Deal[]): Map<number, Deal> {
  const pairs = gold
    .flatMap((g, i) => deals.map((deal, j) => ({ i, j, shared: g.documents.filter((d) => documentsOf(deal).has(d)).length })))
    .filter(({ shared }) => shared > 0);
  pairs.sort((a, b) => b.shared - a.shared || a.i - b.i || a.j - b.j);
  const [chosen, taken] = [new Map<number, Deal>(), new Set<number>()];
  for (const { i, j } of pairs) {
    const deal = deals[j];
    if (chosen.has(i) || taken.has(j) || deal === undefined) continue;
    chosen.set(i, deal);
    taken.add(j);
  }
  return chosen;
}

function report(label: string, kinds: readonly DealKind[]): void {
  const deals = cluster(readingsOf(claims), knowledge).deals.filter(({ kind }) => kinds.includes(kind));
  const { p, r, n } = bcubed(deals.map(documentsOf));
  const chosen = answers(deals);
  let [near, nears, rows, state, dispute, allRows, allState, allDispute] = [0, 0, 0, 0, 0, 0, 0, 0];
  for (const [i, g] of gold.entries()) {
    const deal = chosen.get(i);
    for (const d of (g.not ?? []).filter((id) => coded.has(id))) {
      nears += 1;
      if (deal !== undefined && documentsOf(deal).has(d) && !g.documents.includes(d)) near += 1;
      if (verbose && deal !== undefined && documentsOf(deal).has(d) && !g.documents.includes(d)) console.log("  near", g.deal, d);
    }
    for (const row of g.states) {
      const got = deal === undefined ? undefined : fold(deal, knowledge, { asOf: row.as_of_valid, known: row.as_known });
      const [s, t] = [[row.state, ...(row.also ?? [])].includes(got?.state ?? "none"), (got?.dispute ?? "none") === (row.dispute ?? "none")];
      allRows += 1;
      allState += Number(s);
      allDispute += Number(t);
      if (!row.because.every((id) => coded.has(id))) continue;
      rows += 1;
      state += Number(s);
      dispute += Number(t);
      if (verbose && !(s && t))
        console.log("  row", g.deal, row.as_of_valid, row.as_known, "want", row.state, row.dispute, "got", got?.state, got?.dispute);
    }
  }
  console.log(
    `${label}: answered ${chosen.size}/${gold.length}; B-cubed P ${p.toFixed(3)} R ${r.toFixed(3)} F1 ${((2 * p * r) / (p + r)).toFixed(3)} (n ${n}); near misses joined ${near} (n ${nears}); state ${state} dispute ${dispute} (n ${rows}); of all rows state ${allState} dispute ${allDispute} (n ${allRows})`,
  );
}

console.log(`claims ${claims.length}, documents ${coded.size}`);
report("agreements and transfers", ["agreement", "transfer", "dispute"]);
if (process.argv.includes("all")) report("with measures", ["agreement", "transfer", "dispute", "measure"]);
