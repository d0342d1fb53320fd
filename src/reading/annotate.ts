// Runs the recognisers over an analysed document. Each looks at the text or the trees on its own; none depends on another's choices.
import type { Span } from "../document/index.ts";
import { paragraphBlocks, tokenize, type Analysis } from "../language/index.ts";
import type { MoneyMention, PartyMention, SourceMention, UnreadMoney } from "./annotation.ts";
import { bridgedParties, mayRefer, resolverOf, type Resolver } from "./coreference/index.ts";
import { treeOf } from "./grammar/index.ts";
import { recogniseItems } from "./item/index.ts";
import type { Knowledge } from "./knowledge.ts";
import { recogniseMoney, unreadMoney, withKinds, withSettledDollars } from "./money/index.ts";
import { mentionOf, recogniseParties } from "./party/index.ts";
import { sceneOf, type Annotations, type Scene } from "./scene/index.ts";
import { attributionsOf, contentSpan, type Attribution } from "./source/index.ts";
import { timesOf } from "./time/index.ts";

/** Parties, items, money and times of a document, each list in text order. */
export function annotate(analysis: Analysis, knowledge: Knowledge): Annotations {
  const parties = recogniseParties(analysis, knowledge.parties);
  return {
    parties,
    items: recogniseItems(analysis, knowledge.items),
    money: moneyOf(analysis, statesOf(parties)),
    times: timesOf(analysis),
  };
}

/** The states that the document names, in its order: they settle "pounds" and "dinars". */
function statesOf(parties: readonly PartyMention[]): string[] {
  return parties.flatMap((p) => (p.kind === "state" && p.id !== undefined ? [p.id] : []));
}

function moneyOf({ document, sentences }: Analysis, states: readonly string[]): MoneyMention[] {
  const told = sentences.flatMap((s) => (s.words.length > 0 ? recogniseMoney(document.text, s, { states }) : []));
  const sums = withSettledDollars(document.text, told, states);
  return sentences.flatMap((s) => {
    const own = sums.filter((sum) => sum.start >= s.start && sum.end <= s.end);
    return own.length > 0 ? withKinds(treeOf(s), own) : [];
  });
}

/** The annotated document as a scene; the heading gives context for "the two countries". */
export function sceneFor(analysis: Analysis, knowledge: Knowledge): Scene {
  return sceneOf(analysis, annotate(analysis, knowledge), headingParties(analysis, knowledge));
}

/** The heading stands outside the text and is not parsed: its states and organisations are looked up by name alone. */
function headingParties({ document }: Analysis, { parties, lexicon }: Knowledge): PartyMention[] {
  const { heading } = document;
  if (heading === undefined) return [];
  const words = tokenize(heading, paragraphBlocks(heading), lexicon).flatMap((s) => s.words);
  return parties.find(words).flatMap(({ start, end, values }) => {
    const entry = values.find((v) => v.id !== undefined && (v.kind === "state" || v.kind === "organisation"));
    if (entry?.id === undefined || entry.kind === "blocked") return [];
    return [{ type: "party", start, end, id: entry.id, name: parties.nameOf(entry.id) ?? entry.name, kind: entry.kind, form: entry.form }];
  });
}

/** What a document's annotations are, sources and what words stand for among them, as `pacta annotate` shows them. */
export interface AllAnnotations {
  readonly annotations: Annotations;
  readonly sources: readonly SourceMention[];
  /** Words that stand for a party named elsewhere ("it", "the two countries", "the ministry"), one entry for each party that they stand for. */
  readonly references: readonly PartyMention[];
  /** Pronouns and definite nouns that may stand for a party and resolve to none. */
  readonly unresolved: readonly Span[];
  /** Words of money that give no sum, each with the reason. */
  readonly unread: readonly UnreadMoney[];
}

/** All annotations of a document, each list in text order. */
export function annotateWithSources(analysis: Analysis, knowledge: Knowledge): AllAnnotations {
  const annotations = annotate(analysis, knowledge);
  const scene = sceneOf(analysis, annotations, headingParties(analysis, knowledge));
  const resolver = resolverOf(scene, knowledge.nominals);
  const attributions = attributionsOf(scene, resolver, knowledge.reports);
  const states = statesOf(annotations.parties);
  const taken = scene.sentences.flatMap((sentence, s) => sentence.tree.words.map(({ index }) => takenUp(scene, resolver, knowledge, s, index)));
  return {
    annotations,
    sources: attributions.map((a) => sourceMention(a, scene)),
    references: taken.flatMap(({ references }) => references),
    unresolved: taken.flatMap(({ unresolved }) => unresolved ?? []),
    unread: analysis.sentences.flatMap((s) => (s.words.length > 0 ? unreadMoney(analysis.document.text, s, { states }) : [])),
  };
}

interface TakenUp {
  readonly references: readonly PartyMention[];
  readonly unresolved?: Span;
}

/** The parties that a word takes up; or that it may take up one, and none can be told. */
function takenUp(scene: Scene, resolver: Resolver, { nominals, bridging }: Knowledge, s: number, index: number): TakenUp {
  const sentence = scene.sentences[s];
  const word = sentence?.tree.words[index];
  if (!sentence || !word || sentence.partyAt[index] !== undefined) return { references: [] };
  const pronoun = word.upos === "PRON" || word.xpos === "PRP$";
  if (!(pronoun || word.upos === "NOUN" || word.upos === "DET")) return { references: [] };
  const resolved = resolver.resolve(s, index);
  const found = resolved.length > 0 ? resolved : bridgedParties(scene, resolver, bridging, s, index);
  if (found.length === 0 && mayRefer(sentence, index, nominals, bridging))
    return { references: [], unresolved: { start: word.start, end: word.end } };
  const form = pronoun ? "pronoun" : resolved.length === 0 ? "bridged" : "nominal";
  // A noun with its party in its own phrase ("a German ship") takes nobody up.
  const references = found.filter(({ antecedent }) => form !== "nominal" || antecedent !== undefined);
  return {
    references: references.map(({ party, span, kind, antecedent }) => ({
      ...mentionOf(span, { ...party, kind }, form, party),
      ...(antecedent !== undefined && { antecedent }),
    })),
  };
}

function sourceMention(attribution: Attribution, scene: Scene): SourceMention {
  const tree = scene.sentences[attribution.sentence]?.tree;
  const { name, role, cue, channel } = attribution.source;
  const cueWord = tree?.words[attribution.cueIndex];
  return {
    type: "source",
    start: attribution.span.start,
    end: attribution.span.end,
    name,
    cue: cue ?? "",
    ...(cueWord !== undefined && { cueSpan: { start: cueWord.start, end: cueWord.end } }),
    ...(role !== undefined && { role }),
    ...(channel !== undefined && { channel }),
    ...(attribution.asks === true && { asks: true }),
    content: tree ? contentSpan(tree, attribution) : attribution.span,
  };
}
