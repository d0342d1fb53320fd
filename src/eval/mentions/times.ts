// Times: the times of gold's claims that are found in their document, and a sample coded blind.
import { z } from "zod";
import type { Bench, Part } from "../part.ts";
import type { Section } from "../page.ts";
import { table } from "../table.ts";
import { rowsBySet, sumOf, tallyCells, tallyOf } from "./count.ts";
import { blindPairs, goldPairs, markSpan } from "./texts.ts";
import type { BlindPair, GoldPair } from "./texts.ts";

const timeMark = z.object({ ...markSpan, norm: z.string().optional(), basis: z.enum(["stated", "anchored", "none"]) });
type TimeMark = z.infer<typeof timeMark>;

function ofGold(pairs: readonly GoldPair[]): string {
  const rows = rowsBySet(pairs, ({ gold, found }) =>
    gold.claims.flatMap(({ time }) =>
      time === undefined || time === null || time.basis === "none" ? [] : [found.annotations.times.some(({ norm }) => norm === time.norm)],
    ),
  );
  return table(["times of gold's claims", "found with the right norm", "n"], rows);
}

function ofBlind(pairs: readonly BlindPair<TimeMark>[]): string {
  const tally = (alike: (norm: string | undefined, mark: TimeMark) => boolean, kept: (mark: TimeMark) => boolean = () => true) =>
    sumOf(
      pairs.map(({ found, marks }) =>
        tallyOf(
          found.annotations.times.filter(({ norm, duration }) => norm !== undefined && duration !== true),
          marks.filter(kept),
          ({ norm }, mark) => alike(norm, mark),
        ),
      ),
    );
  return table(
    ["blind sample", "P", "R", "F1", "n"],
    [
      ["overlapping span", ...tallyCells(tally(() => true))],
      ["overlapping span and the same norm", ...tallyCells(tally((norm, mark) => norm === mark.norm))],
    ],
  );
}

async function run(bench: Bench): Promise<Section> {
  const annotate = await bench.openAnnotator();
  const gold = ofGold(await goldPairs(bench, annotate));
  const pairs = await blindPairs("times", timeMark, bench, annotate);
  const blind = ofBlind(pairs);
  const body = `## Times

Printed by \`npm run eval -- times\`.

Published, on other text: HeidelTime finds .829 of the times of 35 gold claims, Recognizers-Text JS .743, chrono-node .571.

${gold}

${pairs.length} Current Events items coded without sight of the recogniser (half drawn at random, half with words of time in them);
a found time without a normal form, and durations, count neither way.

${blind}`;
  bench.print(body);
  return { name: "times", body };
}

/** `npm run eval -- times`. */
export const times: Part = { what: "time expressions: gold's, and a sample coded blind", run };
