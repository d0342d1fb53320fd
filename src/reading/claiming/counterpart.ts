// The other side of an act that neither its clause nor what surrounds it tells, from the whole document: "Athens has paid two thirds of
// the price", in a report on its contract with a shipyard. Which party of the document it is, or none, is a choice that weights make
// (knowledge/reading/counterparts.tsv), fitted by `npm run calibrate` on coded text.
import { join } from "node:path";
import { ACTS, type Act } from "../claim.ts";
import { partyKey, referenceOf, type PartyReference } from "../coreference/index.ts";
import { isSeen } from "../learned/index.ts";
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
  const survey = surveyOf(told, scene);
  return told.map((one) => {
    if (!isOpen(one)) return one;
    const candidates = candidatesFor(one, survey);
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

/** A party of the document: how often acts are told of it, and in which sentences it is named how often. */
interface Known {
  readonly reference: PartyReference;
  acts: number;
  named: number;
  readonly sentences: Set<number>;
}

/** What a document tells of its parties, looked through once for all its acts. */
export interface Survey {
  readonly parties: ReadonlyMap<string, Known>;
  readonly named: number;
  /** The acts with the parties of each, and which of them a party has a part in. */
  readonly acts: readonly { readonly draft: Told["draft"]; readonly parties: ReadonlyMap<string, PartyReference> }[];
  readonly actsOf: ReadonlyMap<string, readonly number[]>;
  readonly sentences: Scene["sentences"];
}

/** Looks through the told acts and the names of a document; a person stands for nobody but in an act. */
export function surveyOf(told: readonly Told[], { sentences }: Scene): Survey {
  const parties = new Map<string, Known>();
  const known = (reference: PartyReference): Known => {
    const found = parties.get(key(reference)) ?? { reference, acts: 0, named: 0, sentences: new Set<number>() };
    parties.set(key(reference), found);
    return found;
  };
  const acts = told.map(({ draft }) => ({ draft, parties: new Map([...draft.actors, ...draft.targets].map((party) => [key(party), party])) }));
  const actsOf = new Map<string, number[]>();
  for (const [i, act] of acts.entries()) {
    for (const [name, party] of act.parties) {
      known(party).acts++;
      const own = actsOf.get(name);
      if (own) own.push(i);
      else actsOf.set(name, [i]);
    }
  }
  sentences.forEach(({ parties: mentions }, s) => {
    for (const mention of mentions.filter(({ kind }) => kind !== "person")) {
      const party = known(referenceOf(mention));
      party.named++;
      party.sentences.add(s);
    }
  });
  return { parties, acts, actsOf, sentences, named: [...parties.values()].reduce((sum, { named }) => sum + named, 0) };
}

/** What a party has done together with an actor. */
interface Together {
  all: number;
  alone: number;
  nearby: boolean;
  same: boolean;
}

/**
 * Everybody else whom the document names or tells of, with what speaks for each. Whom it first names in the act's own sentence the network has
 * looked at, and is to have seen.
 */
export function candidatesFor({ draft: { match, actors } }: Told, survey: Survey): Candidate[] {
  const own = new Set(actors.map(key));
  const together = togetherWith(own, match, survey);
  const alone = together.values().reduce((sum, one) => sum + one.alone, 0);
  const tree = survey.sentences[match.sentence]?.tree;
  const named = survey.named - own.values().reduce((sum, actor) => sum + (survey.parties.get(actor)?.named ?? 0), 0);
  return [...survey.parties].flatMap(([name, party]) => {
    if (own.has(name) || (tree && !isSeen(match, party.reference, tree))) return [];
    const one = together.get(name) ?? { all: 0, alone: 0, nearby: false, same: false };
    const clues = [
      Math.log1p(one.all),
      Math.log1p(one.alone),
      one.alone / Math.max(1, alone),
      Number(one.nearby),
      Number(one.same),
      Math.log1p(party.acts),
      Number(party.sentences.has(match.sentence)),
      Number(party.sentences.has(match.sentence - 1)),
      Math.log1p(party.named),
      party.named / Math.max(1, named),
      Number(party.reference.party.id !== undefined),
    ];
    return [{ reference: party.reference, clues }];
  });
}

/** The other parties of the acts that any of some actors has a part in. */
function togetherWith(own: ReadonlySet<string>, { frame, sentence }: Told["draft"]["match"], { acts, actsOf }: Survey): Map<string, Together> {
  const together = new Map<string, Together>();
  const shared = new Set([...own].flatMap((actor) => actsOf.get(actor) ?? []));
  for (const i of shared) {
    const act = acts[i];
    if (!act) continue;
    const { match, targets } = act.draft;
    for (const [name, party] of act.parties) {
      if (own.has(name)) continue;
      const one = together.get(name) ?? { all: 0, alone: 0, nearby: false, same: false };
      one.all++;
      if (act.parties.size === 2) one.alone++;
      if (Math.abs(match.sentence - sentence) <= NEARBY) one.nearby = true;
      if (match.frame.act === frame.act && targets.includes(party)) one.same = true;
      together.set(name, one);
    }
  }
  return together;
}

function key({ party }: PartyReference): string {
  return partyKey(party);
}
