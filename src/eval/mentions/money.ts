// Money: the sums of gold's claims that are found in their document and what they are for, a sample coded blind, and the
// currency cases of Recognizers-Text, with that library itself as the peer.
import { z } from "zod";
import type { MoneyMention } from "../../reading/index.ts";
import type { Section } from "../page.ts";
import type { Bench, Part } from "../part.ts";
import { table } from "../table.ts";
import { currencyReport } from "./currency-cases.ts";
import { rowsBySet, sumOf, tallyCells, tallyOf } from "./count.ts";
import { kindMark, kindsOfGold, kindsOfSample } from "./money-kinds.ts";
import { openCurrencyPeer } from "./peers/index.ts";
import type { PeerSum } from "./peers/index.ts";
import { blindPairs, goldPairs, markSpan } from "./texts.ts";
import type { BlindPair, GoldPair } from "./texts.ts";

const moneyMark = z.object({
  ...markSpan,
  amount: z.number().optional(),
  currency: z.string().optional(),
  bound: z.enum(["exact", "about", "min", "max"]),
  conversion: z.boolean().optional(),
});
type MoneyMark = z.infer<typeof moneyMark>;

type Peer = (text: string) => readonly PeerSum[];

/** The share of gold's sums among those that a system finds in their document. */
function foundBy(
  pairs: readonly GoldPair[],
  find: (pair: GoldPair) => readonly { readonly amount: number; readonly currency?: string }[],
): string[][] {
  return rowsBySet(pairs, (pair) => {
    const sums = pair.gold.claims.flatMap(({ money = [] }) => money);
    const found = sums.length === 0 ? [] : find(pair);
    return sums.map((sum) => found.some(({ amount, currency }) => amount === sum.amount && currency === sum.currency));
  });
}

function ofGold(pairs: readonly GoldPair[], peer: Peer): string {
  const own = foundBy(pairs, ({ found }) => found.annotations.money);
  const bare = foundBy(pairs, ({ gold }) =>
    peer(gold.text).map((sum) => ({ ...sum, currency: sum.currency ?? (sum.unit === "Dollar" ? "USD" : "") })),
  );
  const code = foundBy(pairs, ({ gold }) => peer(gold.text));
  return table(
    ["sums of gold's claims found with amount and currency", "Pacta", "Recognizers-Text JS, a bare dollar as USD", "by its own code", "n"],
    own.map(([set = "", share = "", n = ""], i) => [set, share, bare[i]?.[1] ?? "", code[i]?.[1] ?? "", n]),
  );
}

function ofBlind(pairs: readonly BlindPair<MoneyMark>[]): string {
  const tally = (alike: (found: MoneyMention, mark: MoneyMark) => boolean) =>
    tallyCells(sumOf(pairs.map(({ found, marks }) => tallyOf(found.annotations.money, marks, alike))));
  const same = (found: MoneyMention, mark: MoneyMark): boolean => found.amount === mark.amount && found.currency === mark.currency;
  return table(
    ["blind sample", "P", "R", "F1", "n"],
    [
      ["overlapping span", ...tally(() => true)],
      ["the same amount and currency", ...tally(same)],
      ["and the same bound", ...tally((found, mark) => same(found, mark) && found.bound === mark.bound)],
      [
        "and known for a conversion or for none",
        ...tally((found, mark) => same(found, mark) && (found.conversion ?? false) === (mark.conversion ?? false)),
      ],
    ],
  );
}

async function run(bench: Bench): Promise<Section> {
  const [annotate, peer] = [await bench.openAnnotator(), await openCurrencyPeer()];
  const gold = await goldPairs(bench, annotate);
  const pairs = await blindPairs("money", moneyMark, bench, annotate);
  const body = `## Money

Printed by \`npm run eval -- money\`; the peer is @microsoft/recognizers-text-suite 1.3.1.

${ofGold(gold, peer)}

Published, on other text: CQE reads .796 of the value and unit of these currency cases as re-annotated by its authors, the Microsoft recogniser .525.
A case names a currency where one of its sums has a code of ISO 4217 or a name that means one currency; it is right where all its sums are found
with amount and currency, and nothing else.

${currencyReport(bench.shared, peer)}

What a sum is for is told by its own sentence, whether a claim takes it up or not.

${kindsOfGold(gold)}

100 sums of items that are in no other set, coded before the rules for kinds were written, by the session that then wrote them.

${kindsOfSample(await blindPairs("kinds", kindMark, bench, annotate))}

${pairs.length} Current Events items with words of money in them, coded without sight of the recogniser.

${ofBlind(pairs)}`;
  bench.print(body);
  return { name: "money", body };
}

/** `npm run eval -- money`. */
export const money: Part = { what: "sums of money: gold's, their kinds, a sample coded blind, and currency cases beside a peer", run };
