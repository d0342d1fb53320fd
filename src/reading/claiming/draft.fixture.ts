// Drafts by hand: what a test says of them, and nothing else.
import type { Span } from "../../document/index.ts";
import type { ActFrame, Match } from "../act/index.ts";
import type { Act, Item, Money, Source } from "../claim.ts";
import type { PartyReference } from "../coreference/index.ts";
import type { Draft, Placed } from "./draft.ts";

/** What a test may say of a draft; parties by id, words by their text. */
export interface DraftParts {
  readonly frame?: Partial<ActFrame>;
  readonly match?: Partial<Omit<Match, "frame">>;
  readonly actors?: readonly string[];
  readonly targets?: readonly string[];
  readonly object?: string;
  readonly items?: readonly string[];
  /** Amounts in US dollars. */
  readonly money?: readonly number[];
  readonly time?: string;
  readonly place?: string;
  readonly reason?: string;
  readonly terms?: readonly string[];
  readonly sources?: readonly string[];
  readonly draft?: Partial<Draft>;
}

/** A frame of an act that asks for nothing. */
export function frameOf(act: Act, more: Partial<ActFrame> = {}): ActFrame {
  const open = { where: {}, unless: {}, actors: [], targets: [], partners: [], keeps: [], needs: [], parties: 1 };
  return {
    id: "test",
    act,
    joint: false,
    otherParty: false,
    official: false,
    foreign: "no",
    order: 0,
    yields: false,
    swallows: false,
    unnamed: false,
    tells: "own",
    ...open,
    ...more,
  };
}

/** A draft of an act whose evidence, and every slot in it, stands at `span` where the test says nothing else. */
export function draftOf(act: Act, parts: DraftParts = {}, span: Span = { start: 0, end: 5 }): Draft {
  const placed = <T>(value: T): Placed<T> => ({ value, span });
  const actors = (parts.actors ?? []).map((id) => partyOf(id, span));
  const targets = (parts.targets ?? []).map((id) => partyOf(id, span));
  const match: Match = {
    frame: frameOf(act, parts.frame),
    sentence: 0,
    trigger: 0,
    clause: 0,
    actors,
    targets,
    otherActor: false,
    objects: [],
    terms: [],
    ...parts.match,
  };
  return {
    match,
    mode: "actual",
    negated: false,
    evidence: span,
    actors,
    targets,
    about: parts.object ?? "",
    definite: false,
    headline: false,
    ...(parts.object !== undefined && { object: placed(parts.object) }),
    items: (parts.items ?? []).map((name) => placed<Item>({ name })),
    money: (parts.money ?? []).map((amount) => placed<Money>({ amount, currency: "USD", kind: "value", bound: "exact" })),
    ...(parts.time !== undefined && { time: placed({ norm: parts.time, basis: "stated" as const }) }),
    ...(parts.place !== undefined && { place: placed(parts.place) }),
    ...(parts.reason !== undefined && { reason: placed(parts.reason) }),
    terms: (parts.terms ?? []).map((words) => placed(words)),
    sources: (parts.sources ?? []).map((name) => placed<Source>({ name })),
    ...parts.draft,
  };
}

function partyOf(id: string, span: Span): PartyReference {
  return { party: { id, name: id }, span, human: false, kind: "state", demonym: false };
}
