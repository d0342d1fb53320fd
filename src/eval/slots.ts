// How well each slot of a matched claim agrees with gold. Three ways to compare, by what the slot holds: sets of
// exact values, goods that share a word, and wordings that share a content word.
import { lastWord, partyKeys } from "./match.ts";
import type { ScoredClaim } from "./match.ts";

/** Right, predicted and gold values of one slot. */
export interface Tally {
  readonly right: number;
  readonly predicted: number;
  readonly gold: number;
}

/** Compares one slot of a gold claim and its answer. */
export type SlotComparison = (gold: ScoredClaim, predicted: ScoredClaim) => Tally;

/** Adds two tallies. */
export function plus(a: Tally, b: Tally): Tally {
  return { right: a.right + b.right, predicted: a.predicted + b.predicted, gold: a.gold + b.gold };
}

function bySet(values: (claim: ScoredClaim) => ReadonlySet<string>): SlotComparison {
  return (gold, predicted) => {
    const [want, got] = [values(gold), values(predicted)];
    return { right: want.intersection(got).size, predicted: got.size, gold: want.size };
  };
}

function contentWords(text: string | readonly string[] | undefined): ReadonlySet<string> {
  const whole = typeof text === "string" ? text : (text ?? []).join(" ");
  return new Set(whole.toLowerCase().match(/[a-z0-9]{3,}/g) ?? []);
}

function byContent(slot: "object" | "place" | "reason" | "terms"): SlotComparison {
  return (gold, predicted) => {
    const [want, got] = [contentWords(gold[slot]), contentWords(predicted[slot])];
    return { right: want.isDisjointFrom(got) ? 0 : 1, predicted: got.size > 0 ? 1 : 0, gold: want.size > 0 ? 1 : 0 };
  };
}

function itemWords(item: { readonly name: string }): ReadonlySet<string> {
  return new Set(item.name.toLowerCase().match(/[\p{L}\p{N}_]{2,}/gu) ?? []);
}

function compareItems(gold: ScoredClaim, predicted: ScoredClaim): Tally {
  const [want, rest] = [(gold.items ?? []).map(itemWords), (predicted.items ?? []).map(itemWords)];
  const tally = { predicted: rest.length, gold: want.length };
  const right = want.filter((words) => {
    const hit = rest.findIndex((other) => !other.isDisjointFrom(words));
    if (hit >= 0) rest.splice(hit, 1);
    return hit >= 0;
  });
  return { ...tally, right: right.length };
}

/** Every slot that is scored, in the order of the report. */
export const SLOTS = {
  actors: bySet((claim) => partyKeys(claim.actors)),
  targets: bySet((claim) => partyKeys(claim.targets)),
  mode: bySet((claim) => new Set([claim.mode ?? "actual"])),
  negated: bySet((claim) => new Set(claim.negated === true ? ["negated"] : [])),
  money: bySet((claim) => new Set((claim.money ?? []).map((money) => `${money.amount} ${money.currency} ${money.kind}`))),
  time: bySet((claim) => new Set(claim.time !== undefined && claim.time.basis !== "none" ? [claim.time.norm] : [])),
  sources: bySet((claim) => new Set((claim.sources ?? []).map((source) => lastWord(source.name)))),
  items: compareItems,
  object: byContent("object"),
  place: byContent("place"),
  reason: byContent("reason"),
  terms: byContent("terms"),
} as const satisfies Record<string, SlotComparison>;

export type SlotName = keyof typeof SLOTS;
/** The names of `SLOTS`, in its order. */
export const SLOT_NAMES = Object.keys(SLOTS) as SlotName[];
