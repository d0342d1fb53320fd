// Items: the goods of gold's claims among the items of their sentence, a sample coded blind, re3d's weapons, and what the catalogue holds.
import { z } from "zod";
import { overlaps, type Span } from "../../document/index.ts";
import {
  catalogueOf,
  kindGroups,
  loadItems,
  recogniseItems,
  recogniseQuantities,
  type AnnotatedDocument,
  type ItemMention,
} from "../../reading/index.ts";
import { re3dMarked, type Re3dMarked } from "../language/index.ts";
import type { Section } from "../page.ts";
import type { AnnotateAll, Bench, Part } from "../part.ts";
import { share, table } from "../table.ts";
import { rowsBySet, sumOf, tallyCells, tallyOf } from "./count.ts";
import { blindPairs, goldPairs, markSpan } from "./texts.ts";
import type { BlindPair, GoldPair } from "./texts.ts";

const itemMark = z.object({ ...markSpan, class: z.string(), named: z.boolean(), quantity: z.number().optional(), dealt: z.boolean() });
type ItemMark = z.infer<typeof itemMark>;

/** The words that goods are held together by, as the score of claims does. */
function wordsOf(name: string): ReadonlySet<string> {
  return new Set(name.toLowerCase().match(/[\p{L}\p{N}_]{2,}/gu) ?? []);
}

/** Which found items answer a gold item, by name alone: gold has no span. */
type Answers = (found: ItemMention, gold: string) => boolean;

const sharesWord: Answers = (found, gold) => !wordsOf(found.name).isDisjointFrom(wordsOf(gold));
const sameWords: Answers = (found, gold) => wordsOf(found.name).symmetricDifference(wordsOf(gold)).size === 0;

type Within = "evidence" | "document";

function goldItems({ gold, found }: GoldPair, within: Within, answers: Answers, read = found.annotations.items): boolean[] {
  return gold.claims.flatMap(({ evidence, items = [] }) => {
    const sentences = found.analysis.sentences.filter((sentence) => overlaps(sentence, evidence));
    const near = read.filter((item) => within === "document" || sentences.some((sentence) => overlaps(sentence, item)));
    return items.map(({ name }) => near.some((item) => answers(item, name)));
  });
}

const NO_SYSTEMS = { ...loadItems(), names: () => [] };

/** What is found where no catalogue lists a system, but by the open recogniser alone. */
function unlisted({ analysis }: AnnotatedDocument): readonly ItemMention[] {
  return recogniseItems(analysis, NO_SYSTEMS);
}

function ofGold(pairs: readonly GoldPair[]): string {
  const near = rowsBySet(pairs, (pair) => goldItems(pair, "evidence", sharesWord));
  const same = rowsBySet(pairs, (pair) => goldItems(pair, "evidence", sameWords));
  const far = rowsBySet(pairs, (pair) => goldItems(pair, "document", sharesWord));
  const open = rowsBySet(pairs, (pair) => goldItems(pair, "evidence", sharesWord, unlisted(pair.found)));
  const rows = near.map(([set = "", found = "", n = ""], i) => [set, found, same[i]?.[1] ?? "", far[i]?.[1] ?? "", open[i]?.[1] ?? "", n]);
  const head = [
    "items of gold's claims",
    "found in the evidence's sentence",
    "with the same words",
    "found in the document",
    "no system listed",
    "n",
  ];
  return table(head, rows);
}

/** An item without the number that counts it, which marks leave out. */
function nameSpan({ end, name }: ItemMention): Span {
  return { start: end - name.length, end };
}

function ofBlind(pairs: readonly BlindPair<ItemMark>[]): string {
  const both = pairs.map(({ found, marks }) => ({ items: found.annotations.items.map(nameSpan), marks }));
  const open = pairs.map(({ found, marks }) => ({ items: unlisted(found).map(nameSpan), marks }));
  const tally = (alike: (a: Span, b: Span) => boolean, of = both) => tallyCells(sumOf(of.map(({ items, marks }) => tallyOf(items, marks, alike))));
  const totals = table(
    ["blind sample", "P", "R", "F1", "n"],
    [
      ["overlapping span", ...tally(() => true)],
      ["the same span", ...tally((a, b) => a.start === b.start && a.end === b.end)],
      ["overlapping span, no system listed", ...tally(() => true, open)],
    ],
  );
  const classes = [...new Set(pairs.flatMap(({ marks }) => marks.map((mark) => mark.class)))].sort();
  const kinds: (readonly [string, (mark: ItemMark) => boolean])[] = [
    ...classes.map((name) => [name, (mark: ItemMark) => mark.class === name] as const),
    ["named", ({ named }) => named],
    ["what a deal is about", ({ dealt }) => dealt],
  ];
  const rows = kinds.map(([name, is]) => {
    const chosen = both.map(({ items, marks }) => tallyOf(items, marks.filter(is), () => true));
    const { right, wanted } = sumOf(chosen);
    return [name, wanted === 0 ? "–" : share(right / wanted), String(wanted)];
  });
  return `${totals}\n\n${table(["marks by class", "R, overlapping", "n"], rows)}`;
}

const GROUPS = kindGroups();

/** A type of re3d beside what the product finds for it. */
interface Comparison {
  readonly name: string;
  readonly types: readonly string[];
  readonly found: (document: AnnotatedDocument) => readonly Span[];
}

const COMPARED: readonly Comparison[] = [
  {
    name: "Weapon, MilitaryPlatform: items of arms",
    types: ["Weapon", "MilitaryPlatform"],
    found: ({ annotations }) => annotations.items.filter(({ kind }) => kind !== undefined && GROUPS.get(kind) === "arms"),
  },
  { name: "Money: sums", types: ["Money"], found: ({ annotations }) => annotations.money },
  { name: "Temporal: times", types: ["Temporal"], found: ({ annotations }) => annotations.times },
  {
    name: "Quantity: numbers of things",
    types: ["Quantity"],
    found: ({ analysis }) => analysis.sentences.flatMap((sentence) => recogniseQuantities(analysis.document.text, sentence)),
  },
];

interface Re3dPair {
  readonly document: Re3dMarked;
  readonly found: AnnotatedDocument;
}

async function re3dPairs({ shared, limit }: Bench, annotate: AnnotateAll): Promise<Re3dPair[]> {
  const documents = re3dMarked(shared).slice(0, limit);
  const found = await annotate(documents.map(({ id, text }) => ({ id, date: "", text, sources: [] })));
  return documents.flatMap((document, i) => {
    const one = found[i];
    return one === undefined ? [] : [{ document, found: one }];
  });
}

function ofRe3d(pairs: readonly Re3dPair[]): string {
  const row = ({ types, found }: Comparison, chosen: readonly Re3dPair[], exact: boolean): readonly string[] =>
    tallyCells(
      sumOf(
        chosen.map((pair) =>
          tallyOf(
            found(pair.found),
            pair.document.marks.filter(({ type }) => types.includes(type)),
            (a, b) => !exact || (a.start === b.start && a.end === b.end),
          ),
        ),
      ),
    );
  const kept = pairs.filter(({ document }) => document.heldBack);
  const rows = COMPARED.flatMap((comparison) => [
    [`${comparison.name}, overlapping`, ...row(comparison, pairs, false)],
    [`${comparison.name}, the same span`, ...row(comparison, pairs, true)],
    [`${comparison.name}, overlapping, held back`, ...row(comparison, kept, false)],
  ]);
  return table([`re3d, ${pairs.length} documents (${kept.length} held back)`, "P", "R", "F1", "n"], rows);
}

function ofCatalogue(): string {
  const entries = catalogueOf();
  const rows = [...Map.groupBy(entries, ({ table: part, kind }) => `${part}\t${kind}`)].map(([key, group]) => {
    const [part = "", kind = ""] = key.split("\t");
    return [part, kind, String(group.length), String(group.reduce((sum, { names }) => sum + names.length, 0))];
  });
  const totals = [...Map.groupBy(entries, (entry) => entry.table)].map(([part, group]) => [
    part,
    "all",
    String(group.length),
    String(group.reduce((sum, { names }) => sum + names.length, 0)),
  ]);
  return table(["catalogue", "kind", "entries", "names"], [...totals, ...rows]);
}

async function run(bench: Bench): Promise<Section> {
  const annotate = await bench.openAnnotator();
  const gold = ofGold(await goldPairs(bench, annotate));
  const pairs = await blindPairs("items", itemMark, bench, annotate);
  const body = `## Items

Printed by \`npm run eval -- items\`.

Gold names the goods of a claim and not where they stand: one is found where an item of the evidence's sentences shares a word with it, as the score of
claims asks; "the same words" asks for all of them and no other. "No system listed": found in the sentence by the open recogniser and nouns of goods alone,
with the systems of the catalogue taken away.

${gold}

${pairs.length} Current Events items with words of goods in them, coded without sight of the recogniser. The coder marked all manufactured goods, of a deal
or not; the number that counts goods is left out of both spans.

${ofBlind(pairs)}

re3d marks whole noun phrases, "air strikes" and "bombardment" for weapons, and of its times, sums and numbers also "93rd" and "grant of $530,000"; what is
found elsewhere counts against precision. The language model has seen the documents that are not held back, though not for this.

${ofRe3d(await re3dPairs(bench, annotate))}

An entry is a family with its variants and reporting names.

${ofCatalogue()}`;
  bench.print(body);
  return { name: "items", body };
}

/** `npm run eval -- items`. */
export const items: Part = { what: "goods and services: gold's, a sample coded blind, re3d's weapons, the catalogue", run };
