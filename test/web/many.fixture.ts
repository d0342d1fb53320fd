// A ledger of so many small deals, quickly: reports of our own, each of twenty sales by companies that nobody else sells for, as readings that were
// never read. They pass through the ledger's own door, and the book of deals is brought to the chain's end.
import { Growth } from "../../bench/ledger/index.ts";
import { loadDealKnowledge, openBook } from "../../src/deal/index.ts";
import { loadDocumentSetting, recordDocument } from "../../src/document/index.ts";
import type { Document } from "../../src/document/index.ts";
import { openLedger } from "../../src/ledger/index.ts";
import { claimIdIn } from "../../src/reading/index.ts";
import type { Act, Claim, Reading } from "../../src/reading/index.ts";

/** Claims of a report. */
const EACH = 20;

const BUYERS = [
  ["NOR", "Norway"],
  ["FRA", "France"],
  ["IND", "India"],
  ["BRA", "Brazil"],
  ["POL", "Poland"],
  ["JPN", "Japan"],
  ["EGY", "Egypt"],
  ["CAN", "Canada"],
] as const;

const ACTS: readonly (readonly [Act, string])[] = [
  ["order", "ordered from"],
  ["sign", "signed a contract with"],
  ["deliver", "took delivery from"],
  ["propose", "made an offer to"],
];

const [HEADS, TAILS] = [
  ["b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z", "tr", "kl"],
  ["a", "e", "i", "o", "u", "ai", "ou", "ei"],
];

/** Odd, so that numbers which follow each other get names far from each other, and each its own. */
const [STRIDE, NAMES] = [1_234_577, (HEADS.length * TAILS.length) ** 3];

/** A name for a number that no other number has: "Bakidu". */
function nameOf(number: number): string {
  let [rest, name] = [(number * STRIDE) % NAMES, ""];
  for (let syllable = 0; syllable < 3; syllable += 1) {
    name += (HEADS[rest % HEADS.length] ?? "") + (TAILS[Math.floor(rest / HEADS.length) % TAILS.length] ?? "");
    rest = Math.floor(rest / (HEADS.length * TAILS.length));
  }
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function pick<T>(list: readonly [T, ...T[]] | readonly T[], at: number): T {
  const found = list[at % list.length];
  if (found === undefined) throw new Error("nothing to pick from");
  return found;
}

/** One sale: what is claimed of it, and its words. */
function saleOf(number: number, start: number): { readonly words: string; readonly claim: Claim } {
  const [id, buyer] = pick(BUYERS, number);
  const [act, verb] = pick(ACTS, Math.floor(number / BUYERS.length));
  const [seller, goods] = [`${nameOf(number)} Yards`, `${nameOf(number)} launchers`];
  const words = `${buyer} ${verb} ${seller} ${(number % 40) + 2} ${goods}.`;
  const claim: Claim = {
    id: "",
    act,
    mode: "actual",
    negated: false,
    actors: [{ id, name: buyer }],
    targets: [{ name: seller }],
    object: goods,
    items: [{ name: goods, quantity: (number % 40) + 2 }],
    money: [],
    terms: [],
    sources: [],
    evidence: { start, end: start + words.length, quote: words },
    tellings: [],
    spans: {},
    rule: "made",
    confidence: 0.9,
  };
  return { words, claim };
}

function* reports(deals: number): Generator<{ readonly document: Document; readonly reading: Reading }> {
  const setting = loadDocumentSetting();
  for (let first = 0; first < deals; first += EACH) {
    const [claims, parts]: [Claim[], string[]] = [[], []];
    let start = 0;
    for (let number = first; number < Math.min(deals, first + EACH); number += 1) {
      const { words, claim } = saleOf(number, start);
      claims.push(claim);
      parts.push(words);
      start += words.length + 1;
    }
    const date = new Date(Date.UTC(2000, 0, 1 + ((first / EACH) % 9000))).toISOString().slice(0, 10);
    const document = recordDocument({ id: `report-${first}`, date, text: parts.join(" ") }, setting);
    const named = claims.map((claim) => ({ ...claim, id: claimIdIn(claim, document) }));
    yield { document, reading: { id: document.id, claims: named, abstained: [] } };
  }
}

/** Fills a new ledger with so many deals. */
export async function fillWith(ledger: string, deals: number): Promise<void> {
  const opened = await openLedger(ledger);
  try {
    await new Growth(opened, await openBook(opened, loadDealKnowledge()), reports(deals), "made").to(deals);
  } finally {
    await opened.close();
  }
}
