// What speaks for and against a draft, as numbers that the vote weighs (vote.ts).
import { isBare } from "../act/index.ts";
import { partyKey } from "../coreference/index.ts";
import { overlaps, type Span } from "../../document/index.ts";
import { baseRelation, isVerbal, spanOf, wordAt } from "../grammar/index.ts";
import type { RoleScore } from "../../language/index.ts";
import { surest } from "../learned/index.ts";
import type { SceneSentence } from "../scene/index.ts";
import type { Draft } from "./draft.ts";

/** What is looked at, in this order. */
export const FEATURES = [
  "one",
  "rule",
  "no actor",
  "no actor, and none is asked for",
  "no target of a directed act",
  "no party with an id",
  "only one state on both sides",
  "one state at home",
  "nobody official",
  "actor taken up by a pronoun or noun",
  "actor is a demonym",
  "noun",
  "not of the main clause",
  "conjunct",
  "planned",
  "possible",
  "demanded",
  "conditional",
  "negated",
  "said",
  "object",
  "time",
  "money",
  "short evidence",
  "long evidence",
  "other acts in the sentence",
  "many parties in the sentence",
  "found by the network",
  "act at the trigger, by the network",
  "act in the evidence, by the network",
  "act at the trigger of what the network found",
  "another act at the trigger, by the network",
  "actor, by the network",
  "target, by the network",
] as const;

/** One number for each of FEATURES. */
export type Features = readonly number[];

/** How often a rule was right is looked at as odds, between these. */
const SOFT = 0.02;
/** Code units of evidence that is hardly a clause, and of one that is more than a clause. */
const SHORT = 40;
const LONG = 200;

function odds(share: number): number {
  const p = Math.min(1 - SOFT, Math.max(SOFT, share));
  return Math.log(p / (1 - p));
}

/** What is known of a draft beside itself. */
export interface Around {
  /** How often its rule was right, between 0 and 1. */
  readonly rule: number;
  /** How many more acts the sentence tells. */
  readonly others: number;
  /** One state does it at home, as far as the text says (affair.ts). */
  readonly domestic: boolean;
  /** No state or organisation is among the parties of an act that is one between such. */
  readonly unofficial: boolean;
}

/** The features of a draft in its sentence. */
export function featuresOf(draft: Draft, sentence: SceneSentence, { rule, others, domestic, unofficial }: Around): Features {
  const { match, actors, targets, evidence } = draft;
  const { tree } = sentence;
  const trigger = wordAt(tree, match.trigger);
  const parties = [...actors, ...targets];
  const states = new Set(parties.map(({ party }) => party.id ?? party.state ?? partyKey(party)));
  const named = new Set(sentence.parties.flatMap(({ id }) => id ?? []));
  const is = (fact: boolean): number => (fact ? 1 : 0);
  return [
    1,
    odds(rule),
    is(actors.length === 0 && !match.frame.unnamed),
    is(actors.length === 0 && match.frame.unnamed),
    is(!match.frame.joint && targets.length === 0),
    is(parties.every(({ party }) => party.id === undefined)),
    is(targets.length > 0 && states.size === 1),
    is(domestic),
    is(unofficial),
    is(actors.some(({ antecedent }) => antecedent !== undefined)),
    is(actors.some(({ demonym }) => demonym)),
    is(!isVerbal(tree, match.trigger)),
    is(!["root", "conj", "parataxis"].includes(trigger.relation)),
    is(baseRelation(trigger.relation) === "conj"),
    is(draft.mode === "planned"),
    is(draft.mode === "possible"),
    is(draft.mode === "demanded"),
    is(draft.mode === "conditional"),
    is(draft.negated),
    is(draft.sources.length > 0),
    is(draft.object !== undefined),
    is(draft.time !== undefined),
    is(draft.money.length > 0),
    is(evidence.end - evidence.start < SHORT),
    is(evidence.end - evidence.start > LONG),
    Math.min(others, 3),
    is(named.size > 3),
    ...featuresByNetwork(draft, sentence),
  ];
}

/** The network's scores as odds; none where it was not asked. */
function featuresByNetwork({ match, actors, targets, evidence }: Draft, { tree }: SceneSentence): Features {
  const { acts } = tree.sentence;
  const found = isBare(match.frame) ? 1 : 0;
  if (acts === undefined) return [found, 0, 0, 0, 0, 0, 0];
  const near = acts.filter(({ word }) => Math.abs(word - match.trigger) <= 1);
  const own = surest(near.filter(({ act }) => act === match.frame.act));
  const rival = surest(near.filter(({ act }) => act !== match.frame.act));
  const widest = surest(acts.filter(({ act, word }) => act === match.frame.act && overlaps(spanOf(tree, [word]), evidence)));
  const from = own ?? widest;
  const trigger = odds(own?.score ?? 0);
  return [
    found,
    trigger,
    odds(widest?.score ?? 0),
    found * trigger,
    odds(rival?.score ?? 0),
    part(from?.actors, actors, tree),
    part(from?.targets, targets, tree),
  ];
}

/** How sure the network is of the party on this side that it is surest of, from -1 to 1; 0 where the sentence names none to ask about. */
function part(roles: readonly RoleScore[] | undefined, parties: readonly { readonly span: Span }[], tree: SceneSentence["tree"]): number {
  const here = parties.filter(({ span }) => overlaps(span, tree.sentence));
  if (roles === undefined || here.length === 0) return 0;
  const scores = here.flatMap(({ span }) => roles.filter(({ word }) => overlaps(spanOf(tree, [word]), span)).map(({ score }) => score));
  return 2 * Math.max(0, ...scores) - 1;
}
