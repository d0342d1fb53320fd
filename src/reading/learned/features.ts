// What speaks for and against a draft, as numbers that a vote weighs.
import { overlaps, type Span } from "../../document/index.ts";
import type { ActScore, RoleScore } from "../../language/index.ts";
import type { Draft } from "../claiming/index.ts";
import { spanOf } from "../grammar/index.ts";
import type { SceneSentence } from "../scene/index.ts";

/** What is looked at, in this order. */
export const FEATURES = [
  "one",
  "model",
  "rule",
  "act at trigger",
  "act in evidence",
  "model and act",
  "rival act",
  "no score",
  "actor",
  "target",
  "no actor",
  "no target of a directed act",
  "planned",
  "possible",
  "demanded",
  "conditional",
  "negated",
  "said",
  "headline",
  "long evidence",
] as const;

/** One number for each of FEATURES. */
export type Features = readonly number[];

/** Network scores are looked at as odds, between these. */
const SOFT = 0.01;

function odds(score: number): number {
  const p = Math.min(1 - SOFT, Math.max(SOFT, score));
  return Math.log(p / (1 - p));
}

/** The features of a draft in its sentence; `rule` is how often its rule was right, between 0 and 1. */
export function featuresOf(draft: Draft, sentence: SceneSentence, rule: number): Features {
  const { tree } = sentence;
  const { match } = draft;
  const scores = tree.sentence.acts ?? [];
  const near = scores.filter(({ word }) => Math.abs(word - match.trigger) <= 1);
  const within = scores.filter(({ word, act }) => act === match.frame.act && overlaps(spanOf(tree, [word]), draft.evidence));
  const own = best(near.filter(({ act }) => act === match.frame.act));
  const rival = best(near.filter(({ act }) => act !== match.frame.act));
  const widest = best(within);
  const from = own ?? widest;
  const model = match.frame.id.startsWith("model@") ? 1 : 0;
  const is = (fact: boolean): number => (fact ? 1 : 0);
  return [
    1,
    model,
    odds(rule),
    odds(own?.score ?? 0),
    odds(widest?.score ?? 0),
    model * odds(own?.score ?? 0),
    odds(rival?.score ?? 0),
    is(from === undefined),
    part(from?.actors, draft.actors, sentence),
    part(from?.targets, draft.targets, sentence),
    is(draft.actors.length === 0),
    is(!match.frame.joint && draft.targets.length === 0),
    is(draft.mode === "planned"),
    is(draft.mode === "possible"),
    is(draft.mode === "demanded"),
    is(draft.mode === "conditional"),
    is(draft.negated),
    is(draft.sources.length > 0),
    is(draft.headline),
    is(draft.evidence.end - draft.evidence.start > 200),
  ];
}

function best(scores: readonly ActScore[]): ActScore | undefined {
  return scores.reduce<ActScore | undefined>((most, each) => (most === undefined || each.score > most.score ? each : most), undefined);
}

/** How sure the network is of the party on this side that it is surest of, from -1 to 1; 0 where there is none to ask about. */
function part(roles: readonly RoleScore[] | undefined, parties: readonly { readonly span: Span }[], { tree }: SceneSentence): number {
  if (roles === undefined || parties.length === 0) return 0;
  const of = parties.map(({ span }) => Math.max(0, ...roles.filter(({ word }) => overlaps(spanOf(tree, [word]), span)).map(({ score }) => score)));
  return 2 * Math.max(...of) - 1;
}
