// What changed between two texts, word by word, and which claims both versions tell.
import { diffLines, diffWordsWithSpace } from "diff";
import type { Forms } from "../asking/index.ts";

type Claim = Forms["Claim"];

/** Words that are in both texts, only in the newer, or only in the older. */
export interface Change {
  readonly is: "same" | "added" | "removed";
  readonly words: string;
  /** Where among the changes it begins, in units: tells changes apart. */
  readonly at: number;
}

/** Milliseconds that comparing may take: beyond them texts are compared line by line, and in the end as wholes. */
const PATIENCE = 1500;

/** What changed from one text to another. */
export function wordChanges(before: string, after: string): { readonly changes: readonly Change[]; readonly isByLine: boolean } {
  const words = diffWordsWithSpace(before, after, { timeout: PATIENCE });
  const found = words ??
    diffLines(before, after, { timeout: PATIENCE }) ?? [
      { value: before, removed: true },
      { value: after, added: true },
    ];
  let at = 0;
  const changes = found.map(({ value, added = false, removed = false }): Change => {
    const change = { is: added ? ("added" as const) : removed ? ("removed" as const) : ("same" as const), words: value, at };
    at += value.length;
    return change;
  });
  return { changes, isByLine: words === undefined };
}

/** A claim, as each version tells it. */
export interface InBoth {
  readonly claim: Claim;
  readonly before?: Claim;
  readonly after?: Claim;
}

/** Claims of two versions: those that tell the same act of the same parties in the same words are one. */
export function claimsInBoth(before: readonly Claim[], after: readonly Claim[]): readonly InBoth[] {
  const left = new Map(before.map((claim) => [keyOf(claim), claim]));
  const right = new Map(after.map((claim) => [keyOf(claim), claim]));
  const gone = before.filter((claim) => !right.has(keyOf(claim))).map((claim): InBoth => ({ claim, before: claim }));
  const there = after.map((claim): InBoth => {
    const other = left.get(keyOf(claim));
    return { claim, after: claim, ...(other === undefined ? {} : { before: other }) };
  });
  return [...there, ...gone];
}

function keyOf({ act, mode, negated, actors, targets, evidence }: Claim): string {
  const parties = [actors, targets].map((side) => side.map(({ id, name }) => id ?? name));
  return JSON.stringify([act, mode, negated, parties, evidence.quote]);
}
