// What sums are for: gold's kinds, and a sample coded before the rules for them were written.
import { z } from "zod";
import { overlaps } from "../../document/index.ts";
import type { Money, MoneyMention } from "../../reading/index.ts";
import type { GoldClaim } from "../gold.ts";
import { share, table } from "../table.ts";
import { rowsBySet, tallyCells } from "./count.ts";
import { markSpan } from "./texts.ts";
import type { BlindPair, GoldPair } from "./texts.ts";

const KINDS = ["value", "payment", "compensation", "penalty", "aid", "loan"] as const satisfies readonly Money["kind"][];

/** A sum with what it is for; `also` where the guideline allows more than one kind. */
export const kindMark = z.object({ ...markSpan, kind: z.enum([...KINDS, "none"]), also: z.array(z.enum([...KINDS, "none"])).default([]) });
export type KindMark = z.infer<typeof kindMark>;

/** A kind that is wanted and the one that was given. */
interface Told {
  readonly wanted: string;
  readonly given: string;
}

/** The mention that answers a sum of a claim: the one in its evidence, else the first of the document. */
function answerTo(sum: Money, { evidence }: GoldClaim, mentions: readonly MoneyMention[]): MoneyMention | undefined {
  const same = mentions.filter(({ amount, currency }) => amount === sum.amount && currency === sum.currency);
  return same.find((mention) => overlaps(mention, evidence)) ?? same[0];
}

function toldOf({ gold, found }: GoldPair): readonly Told[] {
  return gold.claims.flatMap((claim) =>
    (claim.money ?? []).map((sum) => ({ wanted: sum.kind, given: answerTo(sum, claim, found.annotations.money)?.kind ?? "none" })),
  );
}

function f1Of(told: readonly Told[], kind: string): { readonly right: number; readonly found: number; readonly wanted: number } {
  const [wanted, found] = [told.filter((each) => each.wanted === kind), told.filter((each) => each.given === kind)];
  return { right: wanted.filter((each) => each.given === kind).length, found: found.length, wanted: wanted.length };
}

/** The mean F1 of the kinds that are wanted at all. */
export function macroF1(told: readonly Told[]): number {
  const tallies = KINDS.map((kind) => f1Of(told, kind)).filter(({ wanted }) => wanted > 0);
  return tallies.reduce((sum, { right, found, wanted }) => sum + (2 * right) / (found + wanted), 0) / Math.max(1, tallies.length);
}

function kindTable(what: string, told: readonly Told[]): string {
  return table(
    [what, "P", "R", "F1", "n"],
    [...KINDS.map((kind) => [kind, ...tallyCells(f1Of(told, kind))]), ["macro", "", "", share(macroF1(told)), String(told.length)]],
  );
}

/** Gold's kinds: each kind over all sets, and the share that is right in each set. */
export function kindsOfGold(pairs: readonly GoldPair[]): string {
  const bySet = table(
    ["sums of gold's claims", "kind right", "n"],
    rowsBySet(pairs, (pair) => toldOf(pair).map(({ wanted, given }) => wanted === given)),
  );
  return `${bySet}\n\n${kindTable("kind, all gold sums", pairs.flatMap(toldOf))}`;
}

/** The sample's kinds; a kind that the mark allows beside its first counts as the one wanted. */
export function kindsOfSample(pairs: readonly BlindPair<KindMark>[]): string {
  const told = pairs.flatMap(({ found, marks }) =>
    marks.map((mark): Told => {
      const given = found.annotations.money.find((mention) => overlaps(mention, mark))?.kind ?? "none";
      return { given, wanted: mark.also.some((kind) => kind === given) ? given : mark.kind };
    }),
  );
  const right = told.filter(({ wanted, given }) => wanted === given).length;
  return kindTable(`kind, sample (${share(right / told.length)} right, sums of no deal among them)`, told);
}
