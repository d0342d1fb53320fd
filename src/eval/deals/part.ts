// The part that scores deals: B-cubed, near misses, states and disputes, over gold, over deals that nobody looked at and over those that were
// developed on, apart.
import { join } from "node:path";
import { cluster, dealLine, fold, loadDealKnowledge, mostClaimsFirst, statesOf } from "../../deal/index.ts";
import type { DealKnowledge, DealReading } from "../../deal/index.ts";
import { resource } from "../../resources.ts";
import type { Section } from "../page.ts";
import type { Bench, Part } from "../part.ts";
import { share, table } from "../table.ts";
import { loadGoldDeals } from "./gold.ts";
import type { GoldDeal } from "./gold.ts";
import { fullLedger, pactaRead, smallLedger } from "./ledger.ts";
import type { Held, ReadInto } from "./ledger.ts";
import { scoreDeals } from "./score.ts";
import type { DealScore, Listed, ScoredDeal, ScoredRow } from "./score.ts";

/** A file of gold deals with what it is for. */
interface GoldFile {
  readonly name: string;
  readonly role: string;
  readonly deals: readonly GoldDeal[];
}

/** Readings folded once, listed as `pacta deals` lists them: the order settles which of two deals answers that share as many documents. */
export function listedDeals(readings: readonly DealReading[], knowledge: DealKnowledge): readonly Listed[] {
  const all = statesOf(cluster(readings, knowledge).deals, knowledge);
  const deals = new Map(all.map(({ deal }) => [deal.id, deal]));
  return mostClaimsFirst(all.map(({ deal, state }) => dealLine(deal, state, knowledge))).map(({ id, name, documents }) => ({
    id,
    name,
    documents,
    standing: ({ as_of_valid: asOf, as_known: known }) => {
      const deal = deals.get(id);
      return deal === undefined ? { state: "none", dispute: "none" } : fold(deal, knowledge, { asOf, known });
    },
  }));
}

const count = <T>(of: readonly T[], is: (one: T) => boolean): number => of.filter(is).length;
const ofAll = (right: number, n: number): string => `${right} of ${n}`;
const isDisputed = ({ row }: ScoredRow): boolean => row.dispute !== "none";

/** Disputes that were found where gold has none. */
const isInvented = ({ row, dispute }: ScoredRow): boolean => row.dispute === "none" && dispute !== "none";

/** A gold file's row: what was answered, B-cubed, near misses joined, states and disputes right. */
function summaryRow({ name, role }: GoldFile, { deals, bcubed }: DealScore): string[] {
  const rows = deals.flatMap((deal) => deal.rows);
  const disputed = rows.filter(isDisputed);
  return [
    `${name} (${role})`,
    ofAll(
      count(deals, ({ answer }) => answer !== undefined),
      deals.length,
    ),
    share(bcubed.p),
    share(bcubed.r),
    share(bcubed.f1),
    String(bcubed.n),
    ofAll(deals.flatMap(({ near }) => near).length, deals.flatMap(({ gold }) => gold.not).length),
    ofAll(
      count(rows, ({ isState }) => isState),
      rows.length,
    ),
    ofAll(
      count(rows, ({ isDispute }) => isDispute),
      rows.length,
    ),
    ofAll(
      count(disputed, ({ isDispute }) => isDispute),
      disputed.length,
    ),
    String(count(rows, isInvented)),
  ];
}

const SUMMARY = ["gold", "answered", "P", "R", "F1", "n", "near misses joined", "states", "disputes", "of rows with one", "invented"];

/** A gold deal's row: the means of B-cubed over its own documents. */
function dealRow({ gold, answer, bcubed, near, rows }: ScoredDeal): string[] {
  return [
    gold.deal,
    String(gold.documents.length),
    answer?.name ?? "–",
    share(bcubed.p),
    share(bcubed.r),
    ofAll(near.length, gold.not.length),
    ofAll(
      count(rows, ({ isState }) => isState),
      rows.length,
    ),
    ofAll(
      count(rows, ({ isDispute }) => isDispute),
      rows.length,
    ),
  ];
}

const BY_DEAL = ["deal", "documents", "answered by", "P", "R", "near", "states", "disputes"];

/** Deals whose errors nobody is to see, so that they stay a check. */
const UNSEEN = "not looked at";

const HOW =
  "By the rules of shared/tools/score_deals.py: a gold deal is answered by the deal that shares most of its documents, of equal ones by that of\n" +
  "most claims; P, R and F1 are B-cubed over the n documents of the gold deals; a near miss is joined where the answering deal holds it.\n" +
  "States and disputes are rows right at a pair of days; `of rows with one` are the rows in which gold has a dispute, `invented` those in which\n" +
  "only we have one. By deal, P and R are means over its own documents. The catalogue of names and some rules were corrected with\n" +
  "gold/deals.json in view (test/deals/README.md), and test/deals/dev.json was developed on: neither is unseen text. test/deals/held.json was\n" +
  "coded by a language model without sight of the program, and no error in it was looked at: of it only totals are told.";

function wordsOn({ readings, readers }: Held, gold: readonly GoldDeal[], isSmall: boolean): string {
  const held = new Set(readings.map(({ document }) => document.id));
  const missing = [...new Set(gold.flatMap(({ documents }) => documents))].filter((id) => !held.has(id));
  const what = isSmall
    ? "Small ledger, whose figures flatter: only the documents that these gold deals name and the articles of gold"
    : "Ledger of the items of Current Events and the articles of gold";
  return `${what}; ${readings.length} documents, read by ${readers.join(", ")}; ${missing.length} documents of gold deals are not in it.`;
}

async function run(bench: Bench, readInto: ReadInto): Promise<Section> {
  const files: readonly GoldFile[] = [
    { name: "gold/deals.json", role: "to check", path: join(bench.shared, "gold", "deals.json") },
    { name: "test/deals/held.json", role: UNSEEN, path: resource("test", "deals", "held.json") },
    { name: "test/deals/dev.json", role: "developed on", path: resource("test", "deals", "dev.json") },
  ].map(({ path, ...file }) => ({ ...file, deals: loadGoldDeals(path).slice(0, bench.limit) }));
  const gold = files.flatMap(({ deals }) => deals);
  const isSmall = Number.isFinite(bench.limit) && bench.ledger === undefined;
  const held = await (isSmall ? smallLedger(bench, gold, readInto) : fullLedger(bench, readInto));
  const listed = listedDeals(held.readings, loadDealKnowledge());
  const scored = files.map((file) => ({ file, score: scoreDeals(file.deals, listed) }));
  const limit = Number.isFinite(bench.limit) ? ` --limit ${bench.limit}` : "";
  const body = [
    "## Deals",
    `Printed by \`npm run eval -- deals${limit}\`. ${wordsOn(held, gold, isSmall)} ${listed.length} deals.`,
    HOW,
    table(
      SUMMARY,
      scored.map(({ file, score }) => summaryRow(file, score)),
    ),
    ...scored
      .filter(({ file }) => file.role !== UNSEEN)
      .flatMap(({ file, score }) => [`### ${file.name}, by deal`, table(BY_DEAL, score.deals.map(dealRow))]),
  ].join("\n\n");
  bench.print(body);
  return { name: "deals", body };
}

/** `npm run eval -- deals`. */
export const deals: Part = {
  what: "deals, states and disputes against gold [--ledger FILE]; with --limit N the first N deals of each file, over a small ledger",
  run: (bench) => run(bench, pactaRead),
};
