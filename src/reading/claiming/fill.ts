// Fills the slots of the acts of one sentence: each annotation goes to the act that governs it.
import { contains, overlaps, type Span } from "../../document/index.ts";
import type { Match } from "../act/index.ts";
import type { ItemMention, MoneyMention, TimeMention } from "../annotation.ts";
import type { Mode, Money, Source } from "../claim.ts";
import {
  baseRelation,
  caseOf,
  conjuncts,
  dependents,
  firstConjunct,
  headOfSpan,
  isPassive,
  isVerbal,
  phraseSpan,
  spanOf,
  subtree,
  surfaceSubject,
  wordAt,
  type Tree,
} from "../grammar/index.ts";
import { presentationOf, type ModeCues, type Presentation } from "../mode/index.ts";
import type { Scene, SceneSentence } from "../scene/index.ts";
import { evidenceOf, nearestTrigger, placeOf, reasonOf, targetsOf, type ReasonCues, type TargetCues } from "../slot/index.ts";
import type { Attribution } from "../source/index.ts";
import type { Resolver, Sort } from "../coreference/index.ts";
import type { Draft, Placed } from "./draft.ts";

/** What filling needs beside the matches. */
export interface FillContext {
  readonly scene: Scene;
  readonly resolver: Resolver;
  readonly modes: ModeCues;
  readonly reasons: ReasonCues;
  readonly bridging: readonly Sort[];
  readonly targetCues: TargetCues;
  /** Those of the sentence. */
  readonly attributions: readonly Attribution[];
}

/** A draft with how the text presents it. */
export interface Filled {
  readonly draft: Draft;
  readonly presentation: Presentation;
}

/** Acts that are about goods, and acts that are so when what they act on is a contract about goods. */
const OF_GOODS = new Set("order sell deliver aid ban lift suspend resume extend threaten cancel".split(" "));
const OF_CONTRACTS = new Set("sign agree approve settle demand negotiate".split(" "));
const CONTRACT = /\b(?:contracts?|orders?|sales?|purchases?|deliver(?:y|ies)|problem|issue|question|affair|matter|dispute|row)\b/i;
/** Trade itself is no good: "an export ban on wheat". */
const TRADE = /^(?:ex|im)ports?$/i;
/** Acts whose announcing, asking or condemning is the act itself, and no source of it. */
const DONE_BY_SAYING = new Set(["object", "demand", "threaten", "propose", "agree", "rule"]);
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
      times: [...governs(sentence.times, match.trigger), ...timesOfWhen(sentence, match.trigger)],
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
}

function draftOf(sentence: SceneSentence, s: number, match: Match, presentation: Presentation, context: FillContext, governed: Governed): Draft {
  const { tree } = sentence;
  const { text } = context.scene;
  const placed = (span: Span | undefined): Placed<string> | undefined => span && { value: text.slice(span.start, span.end), span };
  const targets = targetsOf(sentence, match, presentation.mode, context);
  const taken = [...match.actors, ...targets].map((p) => p.span);
  const object = objectOf(sentence, match, placed);
  const time = timeOf(governed.times, match, object?.span);
  const place = placed(placeOf(sentence, match.trigger, match.objects, taken));
  const reason = placed(reasonOf(tree, match.trigger, match.objects, match.frame.act, context.reasons));
  return {
    match,
    mode: modeOf(tree, match, presentation),
    negated: match.frame.negated === true ? !presentation.negated : presentation.negated,
    evidence: match.frame.tells === "governor" ? spanOf(tree, subtree(tree, match.clause)) : evidenceOf(tree, match.trigger),
    about: aboutOf(sentence, match, object?.span),
    definite: object !== undefined && isDefinite(text, object.span),
    headline: ["headline", "dek"].includes(context.scene.analysis.document.blocks[tree.sentence.block]?.kind ?? ""),
    actors: match.actors,
    targets,
    ...(object && { object }),
    items: itemsOf(governed.items, match, object?.value).map((m) => ({ value: itemOf(m), span: { start: m.start, end: m.end } })),
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
function objectOf(sentence: SceneSentence, match: Match, placed: (span: Span) => Placed<string> | undefined): Placed<string> | undefined {
  const head = match.objects[0];
  if (head === undefined) return undefined;
  const isClause = ["VERB", "AUX"].includes(wordAt(sentence.tree, head).upos);
  const span = isClause ? clauseSpan(sentence, head) : phraseSpan(sentence.tree, head);
  const isParty = [...match.targets, ...match.actors].some((p) => p.span.start === span.start && p.span.end === span.end);
  return isParty && match.frame.act !== "sign" && match.frame.act !== "cancel" ? undefined : placed(span);
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

function clauseSpan(sentence: SceneSentence, head: number): Span {
  const words = subtree(
    sentence.tree,
    head,
    (c) => c.head === head && (["mark", "cc", "punct", "nsubj", "conj"].includes(c.relation) || c.relation === "parataxis"),
  );
  return spanOf(sentence.tree, words);
}

/** "It opens a college, it provides for visits, and it sets up a hotline": all that one agreement does are its terms. */
function termHeads({ tree }: SceneSentence, match: Match): number[] {
  if (match.frame.act !== "provide" || match.terms.length === 0 || !isVerbal(tree, match.trigger)) return [...match.terms];
  const lemmaOf = (verb: number): string | undefined => dependents(tree, verb, "nsubj").map((c) => wordAt(tree, c).lemma.toLowerCase())[0];
  const subject = lemmaOf(match.trigger);
  const others = conjuncts(tree, firstConjunct(tree, match.trigger)).filter(
    (v) => v !== match.trigger && isVerbal(tree, v) && (lemmaOf(v) ?? subject) === subject,
  );
  return [...match.terms, ...others].sort((a, b) => a - b);
}

/** A term is a conjunct with everything that belongs to it. */
function termSpan(sentence: SceneSentence, head: number): Span {
  if (isVerbal(sentence.tree, head) && wordAt(sentence.tree, head).xpos !== "VBG") return clauseTerm(sentence, head);
  const words = subtree(
    sentence.tree,
    head,
    (c) =>
      c.head === head &&
      (["conj", "cc", "mark", "punct"].includes(c.relation) || (c.relation === "case" && c.index < head) || c.relation === "advmod"),
  );
  const { tree } = sentence;
  const kept = words.filter((i) => wordAt(tree, i).upos !== "DET" || i !== words[0]);
  return spanOf(tree, kept.length > 0 ? kept : words);
}

/** "special forces of both armies will train together" */
function clauseTerm({ tree }: SceneSentence, head: number): Span {
  const words = subtree(
    tree,
    head,
    (c) =>
      c.head === head &&
      (["conj", "cc", "punct", "mark", "parataxis"].includes(c.relation) ||
        (c.relation === "nsubj" && c.upos === "PRON") ||
        (baseRelation(c.relation) === "obl" && c.index < head)),
  );
  return spanOf(tree, words);
}

function itemsOf(items: readonly ItemMention[], { frame }: Match, object: string | undefined): ItemMention[] {
  const about = OF_GOODS.has(frame.act) || (OF_CONTRACTS.has(frame.act) && CONTRACT.test(object ?? ""));
  return about ? items.filter((m) => !TRADE.test(m.name)) : [];
}

function itemOf(mention: ItemMention): { name: string; quantity?: number; unit?: string } {
  return {
    name: mention.name,
    ...(mention.quantity !== undefined && { quantity: mention.quantity }),
    ...(mention.unit !== undefined && { unit: mention.unit }),
  };
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

function timeOf(times: readonly TimeMention[], match: Match, object: Span | undefined): Draft["time"] {
  const usable = times.filter((t) => t.norm !== undefined && !t.duration && t.basis !== "none");
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

/** Who says so, innermost first; who asks for an act that is demanded is its source too. */
function sourcesOf(sentence: SceneSentence, s: number, match: Match, presentation: Presentation, context: FillContext): Placed<Source>[] {
  const said = context.attributions
    .filter((a) => a.sentence === s && a.asks !== true && answersFor(a, match, sentence.tree))
    .sort((a, b) => b.depth - a.depth)
    .map((a) => ({ value: a.source, span: a.span }));
  const asked = presentation.asked;
  const told = context.attributions
    .filter((a) => a.sentence === s && a.asks === true && a.cueIndex === asked)
    .map((a) => ({ value: a.source, span: a.span }));
  const asker = asked === undefined ? [] : told.length > 0 ? told : askers(sentence, s, asked, context);
  return [...asker, ...said];
}

/** Who says the act, and who announces one that is not done by saying it: "announced sanctions". */
function answersFor({ cueIndex, content }: Attribution, { trigger, frame }: Match, tree: Tree): boolean {
  if (cueIndex !== trigger) return content.has(trigger);
  return !DONE_BY_SAYING.has(frame.act) || wordAt(tree, trigger).lemma.toLowerCase() === "confirm";
}

/** Who asks; of a passive whoever stands behind "by": "was told to halt" names nobody. */
function askers(sentence: SceneSentence, s: number, verb: number, context: FillContext): Placed<Source>[] {
  const { tree } = sentence;
  const asking = isPassive(tree, verb) ? dependents(tree, verb, "obl").filter((c) => caseOf(tree, c) === "by") : surfaceSubject(tree, verb, 3);
  const heads = asking.flatMap((h) => conjuncts(tree, h));
  return [...new Set(heads)].flatMap((head) => {
    const [reference] = context.resolver.resolve(s, head);
    if (!reference) return [];
    return [{ value: { name: reference.party.via ?? reference.party.name, cue: wordAt(tree, verb).form }, span: reference.span }];
  });
}
