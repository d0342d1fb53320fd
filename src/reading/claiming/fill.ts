// Fills the slots of the acts of one sentence: each annotation goes to the act that governs it.
import { contains, overlaps, type Span } from "../../document/index.ts";
import type { Match } from "../act/index.ts";
import type { ItemMention, MoneyMention, TimeMention } from "../annotation.ts";
import type { Mode, Money } from "../claim.ts";
import { dependents, headOfSpan, phraseSpan, spanOf, subtree, wordAt, type Tree } from "../grammar/index.ts";
import { presentationOf, type ModeCues, type Presentation } from "../mode/index.ts";
import type { Scene, SceneSentence } from "../scene/index.ts";
import { evidenceOf, nearestTrigger, placeOf, reasonOf, targetsOf, type ReasonCues, type SlotCues, type TargetCues } from "../slot/index.ts";
import type { Attribution } from "../source/index.ts";
import type { PartyReference, Resolver, Sort } from "../coreference/index.ts";
import type { Draft, Placed } from "./draft.ts";
import { itemOf, itemsOf } from "./goods.ts";
import { sourcesOf } from "./said.ts";
import { termHeads, termSpan } from "./terms.ts";

/** What filling needs beside the matches. */
export interface FillContext {
  readonly scene: Scene;
  readonly resolver: Resolver;
  readonly modes: ModeCues;
  readonly reasons: ReasonCues;
  readonly slotCues: SlotCues;
  readonly bridging: readonly Sort[];
  readonly targetCues: TargetCues;
  /** Name of a state by its id. */
  readonly nameOf: (id: string) => string | undefined;
  /** Those of the sentence. */
  readonly attributions: readonly Attribution[];
}

/** A draft with how the text presents it. */
export interface Filled {
  readonly draft: Draft;
  readonly presentation: Presentation;
}

/** Agreements and orders take the time of their noun: "a 2007 contract". */
const NOUN_TIME = new Set(["sign", "agree", "order", "sell", "provide", "enter-into-force"]);

/** The drafts of one sentence. */
export function fill(sentence: SceneSentence, s: number, matches: readonly Match[], context: FillContext): Filled[] {
  const triggers = new Set(matches.map((m) => m.trigger));
  const governs = <T extends Span>(all: readonly T[], trigger: number): T[] =>
    all.filter((m) => nearestTrigger(sentence.tree, headOfSpan(sentence.tree, m), triggers) === trigger);
  return matches.map((match) => {
    const presentation = presentationOf(sentence.tree, match.trigger, context.modes);
    const draft = draftOf(sentence, s, match, presentation, context, {
      items: governs(sentence.items, match.trigger),
      money: governs(sentence.money, match.trigger),
      times: governs(sentence.times, match.trigger),
      timesOfWhen: timesOfWhen(sentence, match.trigger),
    });
    return { draft, presentation };
  });
}

/** "in 2010, when Moscow cancelled the contract": the time of the main clause is that of the act. */
function timesOfWhen(sentence: SceneSentence, trigger: number): readonly TimeMention[] {
  const { tree } = sentence;
  const when = (tree.children[trigger] ?? []).find((c) => wordAt(tree, c).form.toLowerCase() === "when");
  const first = when === undefined ? undefined : tree.words[when];
  if (!first) return [];
  return sentence.times.filter((t) => t.end <= first.start && first.start - t.end <= 2);
}

interface Governed {
  readonly items: readonly ItemMention[];
  readonly money: readonly MoneyMention[];
  readonly times: readonly TimeMention[];
  /** Of the clause in which "when" tells the act. */
  readonly timesOfWhen: readonly TimeMention[];
}

function draftOf(sentence: SceneSentence, s: number, match: Match, presentation: Presentation, context: FillContext, governed: Governed): Draft {
  const { tree } = sentence;
  const { text } = context.scene;
  const placed = (span: Span | undefined): Placed<string> | undefined => span && { value: text.slice(span.start, span.end), span };
  const targets = targetsOf(sentence, match, presentation.mode, context);
  const object = objectOf(sentence, match, targets, placed);
  const evidence = match.frame.tells === "governor" ? spanOf(tree, subtree(tree, match.clause)) : evidenceOf(tree, match.trigger, context.slotCues);
  // Outside of the words of a verb stands the time of something else; an act that is a noun may have that of the verb which says that it happens.
  const times = governed.times.filter((t) => match.frame.noun !== undefined || contains(evidence, t));
  const time = timeOf([...times, ...governed.timesOfWhen], match, object?.span);
  const place = placed(placeOf(sentence, match.trigger, match.objects, match.frame.act, context.slotCues));
  const reason = placed(reasonOf(tree, match.trigger, match.objects, match.frame.act, context.reasons));
  return {
    match,
    mode: modeOf(tree, match, presentation),
    negated: match.frame.negated === true ? !presentation.negated : presentation.negated,
    evidence,
    about: aboutOf(sentence, match, object?.span),
    definite: object !== undefined && isDefinite(text, object.span),
    headline: ["headline", "dek"].includes(context.scene.analysis.document.blocks[tree.sentence.block]?.kind ?? ""),
    actors: match.actors,
    targets,
    ...(object && { object }),
    items: itemsOf(sentence, governed.items, match, { object: object?.value, reason: reason?.span }, context.slotCues).map((m) => ({
      value: itemOf(m),
      span: { start: m.start, end: m.end },
    })),
    money: moneyOf(governed.money, match, reason?.span),
    ...(time && { time }),
    ...(place && { place }),
    ...(reason && { reason }),
    terms: termHeads(sentence, match).flatMap((head) => placed(termSpan(sentence, head)) ?? []),
    sources: sourcesOf(sentence, s, match, presentation, context),
  };
}

/** Acts that are done in doing what is done for them: "recalled its envoy to protest". */
const DONE_IN_DOING = new Set(["object", "support"]);
/** Acts whose announcing does not yet do them. */
const ANNOUNCED = new Set(["sanction", "ban", "aid"]);

/** The mode of the words, and what the act itself makes of it: terms stand once there is an agreement, a mere announcement plans. */
function modeOf(tree: Tree, { frame, trigger }: Match, { mode, purpose }: Presentation): Mode {
  if (frame.act === "provide") return "actual";
  if (DONE_IN_DOING.has(frame.act) && purpose === true) return "actual";
  if (mode !== "actual") return mode;
  const announced = ANNOUNCED.has(frame.act) && /^(?:announce|unveil|pledge|promise)$/i.test(wordAt(tree, trigger).lemma);
  return frame.mode ?? (announced ? "planned" : "actual");
}

/** The object in the text's own words; a complement clause is quoted whole. A party alone is a target, no object. */
function objectOf(
  { tree }: SceneSentence,
  match: Match,
  targets: readonly PartyReference[],
  placed: (span: Span) => Placed<string> | undefined,
): Placed<string> | undefined {
  const head = match.objects[0];
  if (head === undefined) return undefined;
  const span = beforeTrigger(tree, phraseAt(tree, head), head, match.trigger);
  const isParty = [...match.targets, ...match.actors].some((p) => p.span.start === span.start && p.span.end === span.end);
  const described = targets.filter((t) => t.party.id === undefined && t.antecedent === undefined && !match.targets.includes(t));
  const isDescribed = described.some((t) => contains(t.span, wordAt(tree, head)));
  return (isParty || isDescribed) && match.frame.act !== "sign" && match.frame.act !== "cancel" ? undefined : placed(span);
}

/** "a peace deal signed in March": what is told of the act is no part of what it is done to. */
export function beforeTrigger(tree: Tree, span: Span, head: number, trigger: number): Span {
  const isAfter = trigger > head && contains(span, wordAt(tree, trigger));
  return isAfter ? { start: span.start, end: wordAt(tree, trigger - 1).end } : span;
}

/** The words of an object by its head. */
export function phraseAt(tree: Tree, head: number): Span {
  return isClause(tree, head) ? clauseSpan(tree, head) : phraseSpan(tree, head);
}

function isClause(tree: Tree, head: number): boolean {
  return ["VERB", "AUX"].includes(wordAt(tree, head).upos) || dependents(tree, head, "cop").length > 0;
}

/** What the object says of its own: without the parties, sums and times in it and without the act's own word. */
function aboutOf(sentence: SceneSentence, match: Match, object: Span | undefined): string {
  if (!object) return "";
  const { tree } = sentence;
  const known = [...match.actors, ...match.targets].map((p) => p.span).concat(sentence.money, sentence.times);
  const words = tree.words.filter((w) => contains(object, w) && w.index !== match.trigger && !known.some((k) => overlaps(k, w)));
  return words.map((w) => w.form).join(" ");
}

/** "the deal", "its cancellation": the text takes up what it has told. */
function isDefinite(text: string, span: Span): boolean {
  const own = text.slice(span.start, span.end);
  const before = text.slice(Math.max(0, span.start - 24), span.start);
  return /\b(?:the|this|that|its|their|such|both)\s+(?:\S+\s+)?$/i.test(before) || /^(?:(?:the|this|its|their)\b|it$|that$|which$)/i.test(own);
}

/** Without its subordinator; the subject belongs to a clause that says that something is so, not to what somebody is asked to do. */
function clauseSpan(tree: Tree, head: number): Span {
  const infinitive = dependents(tree, head, "mark").some((c) => wordAt(tree, c).form.toLowerCase() === "to");
  const skipped = new Set(["mark", "cc", "punct", "conj", "parataxis", ...(infinitive ? ["nsubj"] : [])]);
  const words = subtree(tree, head, (c) => c.head === head && skipped.has(c.relation));
  return spanOf(tree, words);
}

function moneyOf(mentions: readonly MoneyMention[], match: Match, reason: Span | undefined): Placed<Money>[] {
  return mentions
    .filter((m) => !m.conversion && !(reason && contains(reason, m)))
    .map((m) => ({
      value: { amount: m.amount, currency: m.currency, kind: moneyKind(m, match), bound: m.bound },
      span: { start: m.start, end: m.end },
    }));
}

/** What the sum is for by its own words; a sum of no stated kind takes the frame's, and an act of aid gives no other than a loan. */
function moneyKind(mention: MoneyMention, { frame }: Match): Money["kind"] {
  if (frame.money === "aid") return mention.kind === "loan" ? "loan" : "aid";
  return mention.kind ?? frame.money ?? "value";
}

/** Acts whose days are those of what they prolong or hold, not their own: "extended the mandate until March". */
const OF_TERMS = new Set(["extend", "provide"]);

function timeOf(times: readonly TimeMention[], match: Match, object: Span | undefined): Draft["time"] {
  const isTerm = ({ norm = "" }: TimeMention): boolean => OF_TERMS.has(match.frame.act) && (norm.startsWith("/") || norm.endsWith("/"));
  const usable = times.filter((t) => t.norm !== undefined && !t.duration && t.basis !== "none" && !isTerm(t));
  const own = usable.find((t) => !t.attributive && !(object && contains(object, t)));
  const ofNoun = usable.find(
    (t) =>
      t.attributive &&
      (match.frame.noun !== undefined ||
        (NOUN_TIME.has(match.frame.act) && object !== undefined && contains({ start: object.start - 12, end: object.end }, t))),
  );
  const chosen = own ?? ofNoun ?? usable.find((t) => !t.attributive && match.frame.noun !== undefined);
  if (chosen?.norm === undefined || chosen.basis === "none") return undefined;
  return { value: { norm: chosen.norm, basis: chosen.basis }, span: { start: chosen.start, end: chosen.end } };
}
