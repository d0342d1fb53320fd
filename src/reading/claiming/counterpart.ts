// The other side of an act that neither its clause nor what surrounds it tells, from the whole document: "Athens has paid two thirds of
// the price", in a report on its contract with a shipyard. Which party of the document it is, or none, is a choice that weights make
// (knowledge/reading/counterparts.tsv), fitted by `npm run calibrate` on coded text.
import { join } from "node:path";
import { ACTS, type Act } from "../claim.ts";
import { partyKey, referenceOf, type PartyReference } from "../coreference/index.ts";
import type { Scene } from "../scene/index.ts";
import type { Told } from "./merge.ts";
import { readWeights } from "./weights.ts";

/** What is looked at in a party that may be the other side, in this order. */
export const CLUES = [
  "acts with the actor",
  "acts with the actor alone",
  "share of the acts with the actor alone",
  "an act with the actor nearby",
  "target of the same act of the actor",
  "acts with anybody",
  "named in the sentence",
  "named in the sentence before",
  "times named",
  "share of all names",
  "has an id",
] as const;

/** One number for each of CLUES. */
export type Clues = readonly number[];

/** A party that may be the other side. */
export interface Candidate {
  readonly reference: PartyReference;
  readonly clues: Clues;
}

/** Weights of the choice among candidates and none. */
export interface Counterparts {
  readonly clues: readonly number[];
  /** What speaks for none, for each act. */
  readonly none: ReadonlyMap<Act, number>;
  /** A candidate less likely than this is not taken. */
  readonly least: number;
}

const LEAST = "least";
const NONE = "none of ";

/** Reads the weights. Undefined without the file: then no act takes another side from afar. Throws `PACTA_KNOWLEDGE_INVALID`. */
export function loadCounterparts(folder: string): Counterparts | undefined {
  const weightOf = readWeights(join(folder, "counterparts.tsv"));
  return weightOf && { clues: CLUES.map(weightOf), none: new Map(ACTS.map((act) => [act, weightOf(NONE + act)])), least: weightOf(LEAST) };
}

/** The rows of the file, as `loadCounterparts` reads them. */
export function rowsOfCounterparts({ clues, none, least }: Counterparts): string[] {
  const told = (name: string, value: number): string => `${name}\t${value.toFixed(3)}`;
  return [
    ...CLUES.map((name, i) => told(name, clues[i] ?? 0)),
    ...ACTS.map((act) => told(NONE + act, none.get(act) ?? 0)),
    `${LEAST}\t${least.toFixed(2)}`,
  ];
}

/** How likely each candidate is the other side, in their order; what is left to 1 is that there is none. */
export function chances(act: Act, candidates: readonly { readonly clues: Clues }[], { clues, none }: Pick<Counterparts, "clues" | "none">): number[] {
  const scores = candidates.map((one) => one.clues.reduce((sum, value, i) => sum + value * (clues[i] ?? 0), 0));
  const stay = none.get(act) ?? 0;
  const most = Math.max(stay, ...scores);
  const parts = scores.map((score) => Math.exp(score - most));
  const sum = parts.reduce((total, part) => total + part, Math.exp(stay - most));
  return parts.map((part) => part / sum);
}

/** The told acts, each that lacks its other side with the likeliest, where that is likely enough. */
export function withCounterparts(told: readonly Told[], scene: Scene, weights: Counterparts): Told[] {
  return told.map((one) => {
    if (!isOpen(one)) return one;
    const candidates = candidatesFor(one, told, scene);
    const likely = chances(one.draft.match.frame.act, candidates, weights);
    const best = likely.reduce((most, chance, i) => (chance > (likely[most] ?? 0) ? i : most), 0);
    const taken = candidates[best];
    return taken && (likely[best] ?? 0) >= weights.least
      ? { ...one, draft: { ...one.draft, targets: [taken.reference], chosen: [taken.reference] } }
      : one;
  });
}

/** An act of one side upon another, of which only one is told. */
export function isOpen({ draft: { match, actors, targets } }: Told): boolean {
  return !match.frame.joint && actors.length > 0 && targets.length === 0;
}

/** Sentences from one act to another that is nearby. */
const NEARBY = 1;

/** A party with how often it comes with the actor, and where it is named. */
interface Count {
  readonly reference: PartyReference;
  readonly with: number;
  readonly alone: number;
  readonly nearby: boolean;
  readonly same: boolean;
  readonly all: number;
  readonly here: boolean;
  readonly before: boolean;
  readonly named: number;
}

/** Everybody else whom the document names or tells of, with what speaks for each. */
export function candidatesFor(one: Told, told: readonly Told[], scene: Scene): Candidate[] {
  const counts = countsFor(one, told, scene);
  const [alone, named] = [sumOf(counts, "alone"), sumOf(counts, "named")];
  return counts.map((count) => ({
    reference: count.reference,
    clues: [
      Math.log1p(count.with),
      Math.log1p(count.alone),
      count.alone / Math.max(1, alone),
      Number(count.nearby),
      Number(count.same),
      Math.log1p(count.all),
      Number(count.here),
      Number(count.before),
      Math.log1p(count.named),
      count.named / Math.max(1, named),
      Number(count.reference.party.id !== undefined),
    ],
  }));
}

function sumOf(counts: readonly Count[], of: "alone" | "named"): number {
  return counts.reduce((sum, count) => sum + count[of], 0);
}

function countsFor(one: Told, told: readonly Told[], { sentences }: Scene): Count[] {
  const { match, actors } = one.draft;
  const own = new Set(actors.map(key));
  const counts = new Map<string, Count>();
  const add = (reference: PartyReference, change: (count: Count) => Partial<Count>): void => {
    if (own.has(key(reference))) return;
    const known = counts.get(key(reference)) ?? {
      reference,
      with: 0,
      alone: 0,
      nearby: false,
      same: false,
      all: 0,
      here: false,
      before: false,
      named: 0,
    };
    counts.set(key(reference), { ...known, ...change(known) });
  };
  for (const { draft: other } of told) {
    if (other === one.draft) continue;
    const parties = new Map([...other.actors, ...other.targets].map((party) => [key(party), party]));
    const isWith = own.values().some((actor) => parties.has(actor));
    const isSame = isWith && other.match.frame.act === match.frame.act;
    const isNear = isWith && Math.abs(other.match.sentence - match.sentence) <= NEARBY;
    for (const party of parties.values()) {
      add(party, (count) => ({
        all: count.all + 1,
        with: count.with + Number(isWith),
        alone: count.alone + Number(isWith && parties.size === 2),
        nearby: count.nearby || isNear,
        same: count.same || (isSame && other.targets.includes(party)),
      }));
    }
  }
  sentences.forEach(({ parties }, s) => {
    for (const mention of parties.filter(({ kind }) => kind !== "person")) {
      add(referenceOf(mention), (count) => ({
        named: count.named + 1,
        here: count.here || s === match.sentence,
        before: count.before || s === match.sentence - 1,
      }));
    }
  });
  return [...counts.values()];
}

function key({ party }: PartyReference): string {
  return partyKey(party);
}
