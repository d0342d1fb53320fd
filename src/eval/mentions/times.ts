// Times: the times of gold's claims that are found in their document, a sample coded blind, and the cases of
// Recognizers-Text; on gold and on the cases two other tools run beside, on the same texts.
import { z } from "zod";
import type { Bench, Part } from "../part.ts";
import type { Section } from "../page.ts";
import { table } from "../table.ts";
import { rowsBySet, sumOf, tallyCells, tallyOf } from "./count.ts";
import { CONVENTIONS, conventionOf, findAll, isRight, openChrono, openRecognizers, ownTimes, sameTime, shares, specCases } from "./peers/index.ts";
import type { Findings, FoundTime, SpecCase, TimeSystem } from "./peers/index.ts";
import { blindPairs, goldPairs, markSpan } from "./texts.ts";
import type { BlindPair, GoldPair } from "./texts.ts";

const timeMark = z.object({ ...markSpan, norm: z.string().optional(), basis: z.enum(["stated", "anchored", "none"]) });
type TimeMark = z.infer<typeof timeMark>;

/** The norms that gold's claims have in a document. */
function goldNorms({ gold }: GoldPair): readonly string[] {
  return gold.claims.flatMap(({ time }) => (time === undefined || time === null || time.basis === "none" ? [] : [time.norm]));
}

/** What a peer finds in the documents whose claims have a time; the others ask nothing of it. */
async function peerFindings(peer: TimeSystem, pairs: readonly GoldPair[]): Promise<ReadonlyMap<GoldPair, readonly FoundTime[]>> {
  const asked = pairs.filter((pair) => goldNorms(pair).length > 0);
  const found = await peer.find(asked.map(({ gold }) => ({ id: gold.id, text: gold.text, day: gold.date })));
  return new Map(asked.map((pair, at) => [pair, found[at] ?? []]));
}

/** Pacta has to write gold's norm; a peer is right with any of its readings that is the same days. */
async function ofGold(pairs: readonly GoldPair[], peers: readonly TimeSystem[]): Promise<string> {
  const ours = rowsBySet(pairs, (pair) => goldNorms(pair).map((norm) => pair.found.annotations.times.some((time) => time.norm === norm)));
  const theirs: string[][][] = [];
  for (const peer of peers) {
    const findings = await peerFindings(peer, pairs);
    theirs.push(
      rowsBySet(pairs, (pair) =>
        goldNorms(pair).map((norm) => (findings.get(pair) ?? []).some(({ norms }) => norms.some((reading) => sameTime(reading, norm)))),
      ),
    );
  }
  const rows = ours.map(([set = "", found = "", n = ""], at) => [set, found, ...theirs.map((peer) => peer[at]?.[1] ?? ""), n]);
  return table(["times of gold's claims, found with the right norm", "Pacta", ...peers.map(({ name }) => name), "n"], rows);
}

function ofBlind(pairs: readonly BlindPair<TimeMark>[]): string {
  const tally = (alike: (norm: string | undefined, mark: TimeMark) => boolean) =>
    sumOf(
      pairs.map(({ found, marks }) =>
        tallyOf(
          found.annotations.times.filter(({ norm, duration }) => norm !== undefined && duration !== true),
          marks,
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

const KINDS = [
  ["dates", "date"],
  ["ranges", "daterange"],
] as const;

function ofCases(cases: readonly SpecCase[], findings: Findings): string {
  const rows = KINDS.flatMap(([name, kind]) =>
    (["model", "parser"] as const).flatMap((from) => {
      const asked = (one: SpecCase): boolean => one.kind === kind && one.from === from;
      return [
        shares(`${name}, cases of the ${from}`, cases, findings, asked),
        shares(`${name}, of those its JavaScript is held to`, cases, findings, (one) => asked(one) && one.supported),
      ];
    }),
  );
  return table(["Recognizers-Text's English cases", ...[...findings.keys()].map(({ name }) => name), "n"], rows);
}

/** The conventions that Pacta's misses are a dispute about, with the cases of each. */
function ofConventions(cases: readonly SpecCase[], found: readonly (readonly FoundTime[])[]): string {
  const misses = cases.flatMap((one, at) => (isRight(one, found[at] ?? []) ? [] : [{ one, convention: conventionOf(one, found[at] ?? []) }]));
  const idsOf = (name: string | undefined): string[] => misses.flatMap(({ one, convention }) => (convention?.name === name ? [one.id] : []));
  const rows = CONVENTIONS.map(({ name, ours, theirs, example }) => [name, `"${example}"`, ours, theirs, String(idsOf(name).length)]);
  const lists = CONVENTIONS.map(({ name }) => `- ${name}: ${idsOf(name).join(", ")}`);
  return `${table(["in dispute", "as in", "Pacta", "the cases", "n"], rows)}

Misses that are about none of these: ${idsOf(undefined).length} of ${misses.length}. Which cases are about which (file#position of the case in it):

${lists.join("\n")}`;
}

async function run(bench: Bench): Promise<Section> {
  const annotate = await bench.openAnnotator();
  const peers = [await openChrono(), await openRecognizers()];
  const gold = await ofGold(await goldPairs(bench, annotate), peers);
  const pairs = await blindPairs("times", timeMark, bench, annotate);
  const blind = ofBlind(pairs);
  const cases = specCases(bench.shared).slice(0, bench.limit);
  const own = ownTimes(annotate);
  const findings = await findAll([own, ...peers], cases);
  const body = `## Times

Printed by \`npm run eval -- times\`. HeidelTime, which is no npm package, was published to find .829 of the times of 35 gold claims.

${gold}

The peers are chrono-node 2.10.3 and @microsoft/recognizers-text-suite 1.3.1, given the text and its day. Pacta counts as right where it writes gold's
norm, a peer where one of its readings is the same days.

${pairs.length} Current Events items coded without sight of the recogniser (half drawn at random, half with words of time in them);
a found time without a normal form, and durations, count neither way.

${blind}

### Recognizers-Text's cases

Each expected date or range of \`DateTimeModel\` (the whole library, as its users meet it) and of \`DateParser\` and \`DatePeriodParser\` (its inner parts, which
are told where the words stand) that has a resolution. A time is right where it overlaps the expected words and one of its readings is the same days as one
of the case's. The library's values, in the cases and from itself, are put into the form of CLAIMS.md by one mapping; ranges may leave their end out or
not, and a part of a period ("early 2015") is the period.

${ofCases(cases, findings)}

${ofConventions(cases, findings.get(own) ?? [])}`;
  bench.print(body);
  return { name: "times", body };
}

/** `npm run eval -- times`. */
export const times: Part = { what: "time expressions: gold's, a sample coded blind, and Recognizers-Text's cases, beside two peers", run };
