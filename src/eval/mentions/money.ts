// Money: the sums of gold's claims that are found in their document, and a sample coded blind.
import { z } from "zod";
import type { MoneyMention } from "../../reading/index.ts";
import type { Section } from "../page.ts";
import type { Bench, Part } from "../part.ts";
import { table } from "../table.ts";
import { rowsBySet, sumOf, tallyCells, tallyOf } from "./count.ts";
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

function ofGold(pairs: readonly GoldPair[]): string {
  const rows = rowsBySet(pairs, ({ gold, found }) =>
    gold.claims.flatMap(({ money = [] }) =>
      money.map((sum) => found.annotations.money.some(({ amount, currency }) => amount === sum.amount && currency === sum.currency)),
    ),
  );
  return table(["sums of gold's claims", "found with amount and currency", "n"], rows);
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
  const annotate = await bench.openAnnotator();
  const gold = ofGold(await goldPairs(bench, annotate));
  const pairs = await blindPairs("money", moneyMark, bench, annotate);
  const body = `## Money

Printed by \`npm run eval -- money\`.

Published, on other text: Recognizers-Text JS finds .960 of the sums of 25 gold claims if a bare dollar is read as the US dollar, .440 by its own code.

${gold}

${pairs.length} Current Events items with words of money in them, coded without sight of the recogniser.

${ofBlind(pairs)}`;
  bench.print(body);
  return { name: "money", body };
}

/** `npm run eval -- money`. */
export const money: Part = { what: "sums of money: gold's, and a sample coded blind", run };
