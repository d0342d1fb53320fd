// Coreference, as far as claims need it: whether pronouns and definite nominals lead to the named person, organisation or place
// that GUM says they mean, and how many parties of gold's claims are reached by them alone.
import { overlaps, type Span } from "../../document/index.ts";
import type { AnnotatedDocument, PartyMention } from "../../reading/index.ts";
import type { Section } from "../page.ts";
import type { AnnotateAll, Bench, Part } from "../part.ts";
import { GOLD_SETS } from "../gold.ts";
import { share, table } from "../table.ts";
import { tallyCells, type Tally } from "./count.ts";
import { gumDocuments, type GumDocument, type GumMention } from "./gum.ts";
import { goldPairs } from "./texts.ts";
import type { GoldPair } from "./texts.ts";

const TYPES: ReadonlySet<string> = new Set(["person", "organization", "place"]);
const PRONOUN = /^(?:he|him|his|himself|she|her|hers|herself|it|its|itself|they|them|their|theirs|themselves|both)$/i;
const DETERMINER = /^(?:the|this|that|these|those|both)$/;

type Form = "pronoun" | "nominal";

/** A document with what GUM marks in it and what was found. */
interface GumPair {
  readonly gum: GumDocument;
  readonly found: AnnotatedDocument;
}

/** Words that stand for named entities, as GUM has them. */
interface Anaphor {
  readonly mention: GumMention;
  readonly form: Form;
  readonly entities: ReadonlySet<string>;
}

/** What became of one party that words were read to stand for. `unnamed`: GUM has them stand for something that has no name before. */
type Outcome = "right" | "wrong" | "unnamed" | "none";

interface Judged {
  readonly form: Form;
  readonly outcome: Outcome;
}

async function gumPairs({ shared, limit }: Bench, annotate: AnnotateAll): Promise<GumPair[]> {
  const documents = gumDocuments(shared).slice(0, limit);
  const found = await annotate(documents.map(({ id, text }) => ({ id, date: "", text, sources: [] })));
  return documents.flatMap((gum, i) => {
    const one = found[i];
    return one === undefined ? [] : [{ gum, found: one }];
  });
}

function formOf({ head, first, named }: GumMention): Form | undefined {
  if (PRONOUN.test(head.form) && head.form.toLowerCase() === first) return "pronoun";
  return head.upos === "NOUN" && !named && DETERMINER.test(first) ? "nominal" : undefined;
}

/** The pronouns and definite nominals whose entity, or each of whose entities, has been named before. */
function anaphorsOf({ mentions }: GumDocument): Anaphor[] {
  const names = mentions.filter(({ type, head }) => TYPES.has(type) && head.upos === "PROPN");
  return mentions.flatMap((mention) => {
    const form = formOf(mention);
    const meant = mention.parts.length > 0 ? mention.parts : [mention.entity];
    const entities = new Set(meant.filter((entity) => names.some((name) => name.entity === entity && name.start < mention.start)));
    return form === undefined || !TYPES.has(mention.type) || entities.size === 0 ? [] : [{ mention, form, entities }];
  });
}

/** Words that stand for a party named elsewhere; "Russian officials" have theirs within and are none. */
function referencesOf({ references, annotations }: AnnotatedDocument): PartyMention[] {
  return references.filter((reference) => reference.form !== "bridged" && !annotations.parties.some((party) => overlaps(party, reference)));
}

/** The mention of GUM that a stretch is: its head lies within, and they share most. */
function mentionAt(mentions: readonly GumMention[], span: Span): GumMention | undefined {
  const common = (each: Span): number => Math.min(each.end, span.end) - Math.max(each.start, span.start);
  const alike = (each: Span): number => (2 * common(each)) / (each.end - each.start + span.end - span.start);
  const inside = mentions.filter(({ head }) => span.start <= head.start && head.end <= span.end);
  return inside.filter((each) => alike(each) >= 0.5).sort((a, b) => alike(b) - alike(a))[0];
}

const sameParty = (a: PartyMention, b: PartyMention): boolean => a.id === b.id && a.name === b.name && a.via === b.via;

/** The entities of GUM that were found as the party of this reference before it; where no mention is of the party, its words. */
function entitiesOf({ gum, found }: GumPair, reference: PartyMention): ReadonlySet<string> {
  const named = found.annotations.parties.filter((party) => party.start < reference.start && sameParty(party, reference));
  const at = gum.text.lastIndexOf(reference.name, reference.start - 1);
  const spans = named.length > 0 || at < 0 ? named : [{ start: at, end: at + reference.name.length }];
  return new Set(spans.flatMap((span) => mentionAt(gum.mentions, span)?.entity ?? []));
}

interface Result {
  readonly genre: string;
  readonly judged: readonly Judged[];
  /** For every entity of every anaphor, whether it was reached. */
  readonly reached: readonly { readonly form: Form; readonly right: boolean }[];
}

function judge(pair: GumPair): Result {
  const anaphors = anaphorsOf(pair.gum);
  const got = new Map<GumMention, Set<string>>();
  const judged = referencesOf(pair.found).map((reference): Judged => {
    const mention = mentionAt(pair.gum.mentions, reference);
    const anaphor = anaphors.find((each) => each.mention === mention);
    const entities = entitiesOf(pair, reference);
    const form = reference.form === "pronoun" ? "pronoun" : "nominal";
    if (mention === undefined) return { form, outcome: "none" };
    if (anaphor === undefined) return { form, outcome: "unnamed" };
    const right = anaphor.entities.intersection(entities);
    got.set(mention, (got.get(mention) ?? new Set()).union(right));
    return { form, outcome: right.size > 0 ? "right" : "wrong" };
  });
  const reached = anaphors.flatMap(({ mention, form, entities }) =>
    [...entities].map((entity) => ({ form, right: got.get(mention)?.has(entity) === true })),
  );
  return { genre: pair.gum.genre, judged, reached };
}

const FORMS: readonly Form[] = ["pronoun", "nominal"];

function tallyOf(results: readonly Result[], forms: readonly Form[]): Tally {
  const judged = results.flatMap((result) => result.judged).filter(({ form }) => forms.includes(form));
  const reached = results.flatMap((result) => result.reached).filter(({ form }) => forms.includes(form));
  return { right: judged.filter(({ outcome }) => outcome === "right").length, found: judged.length, wanted: reached.length };
}

function rowsOf(results: readonly Result[]): string[][] {
  const genres = [...new Set(results.map(({ genre }) => genre))].sort();
  const sets = [
    ["news", results.filter(({ genre }) => genre === "news")] as const,
    ["all but news", results.filter(({ genre }) => genre !== "news")] as const,
    ...genres.filter((genre) => genre !== "news").map((genre) => [genre, results.filter((each) => each.genre === genre)] as const),
  ];
  return sets.flatMap(([name, chosen]) => {
    const forms = name === "news" || name === "all but news" ? FORMS.map((form) => [`${name}, ${form}s`, [form]] as const) : [];
    return [...forms, [name, FORMS] as const].map(([row, these]) => [
      row,
      ...tallyCells(tallyOf(chosen, these)),
      String(tallyOf(chosen, these).found),
    ]);
  });
}

function overResolved(results: readonly Result[]): string[][] {
  const sets = [results.filter(({ genre }) => genre === "news"), results.filter(({ genre }) => genre !== "news")];
  return sets.flatMap((chosen, i) =>
    FORMS.map((form) => {
      const all = chosen.flatMap(({ judged }) => judged).filter((each) => each.form === form);
      const of = (outcome: Outcome): string => share(all.length === 0 ? 0 : all.filter((each) => each.outcome === outcome).length / all.length);
      return [`${i === 0 ? "news" : "all but news"}, ${form}s`, of("right"), of("wrong"), of("unnamed"), of("none"), String(all.length)];
    }),
  );
}

/** For every actor and target with an id: whether it is named in the evidence's sentences, or only stood for. */
function waysTo({ gold, found }: GoldPair): ("named" | "stood for" | "neither")[] {
  return gold.claims.flatMap(({ evidence, actors = [], targets = [] }) => {
    const sentences = found.analysis.sentences.filter((sentence) => overlaps(sentence, evidence));
    const near = (mentions: readonly PartyMention[]): ReadonlySet<string> =>
      new Set(
        mentions
          .filter((mention) => sentences.some((sentence) => overlaps(sentence, mention)))
          .flatMap(({ id, state }) => [id, state].filter((each) => each !== undefined)),
      );
    const [named, meant] = [near(found.annotations.parties), near(found.references)];
    return [...actors, ...targets].flatMap(({ id }) => (id === undefined ? [] : [named.has(id) ? "named" : meant.has(id) ? "stood for" : "neither"]));
  });
}

function ofGold(pairs: readonly GoldPair[]): string {
  const rows = [...GOLD_SETS, "all"].map((set) => {
    const ways = pairs.filter((pair) => set === "all" || pair.set === set).flatMap(waysTo);
    const of = (way: string): string => share(ways.length === 0 ? 0 : ways.filter((each) => each === way).length / ways.length);
    return [set, of("named"), of("stood for"), of("neither"), String(ways.length)];
  });
  return table(["actors and targets of gold's claims", "named in the sentence", "only stood for", "neither", "n"], rows);
}

async function run(bench: Bench): Promise<Section> {
  const annotate = await bench.openAnnotator();
  const results = (await gumPairs(bench, annotate)).map(judge);
  const gold = ofGold(await goldPairs(bench, annotate));
  const body = `## Coreference

Printed by \`npm run eval -- coreference\`.

GUM, ${results.length} documents, from raw text. What is wanted: the entity of a third-person pronoun or of a nominal with the, this, that or both, where it is a
person, organisation or place that a proper noun has named before; of a split antecedent, each one. A party that words were read to stand for is right where a
mention of that party before them is of that entity. n counts what is wanted, "found" what was read.

${table(["GUM", "P", "R", "F1", "n", "found"], rowsOf(results))}

What was read, by what GUM has there: the entity, another one, something that no name has been given before, or no mention at all.

${table(["GUM", "right", "another", "unnamed", "no mention", "found"], overResolved(results))}

Parties of gold's claims that the reader needs coreference for:

${gold}`;
  bench.print(body);
  return { name: "coreference", body };
}

/** `npm run eval -- coreference`. */
export const coreference: Part = { what: "what pronouns and nominals stand for: GUM, and gold's parties", run };
