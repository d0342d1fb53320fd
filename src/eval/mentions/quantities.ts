// Quantities: the counts of gold's items, a sample coded blind, and the cases of Recognizers-Text whose units are those of goods.
import { z } from "zod";
import { recogniseQuantities } from "../../reading/index.ts";
import type { AnnotatedDocument, ItemMention, QuantityMention } from "../../reading/index.ts";
import { readCorpus } from "../language/index.ts";
import type { Section } from "../page.ts";
import type { Bench, Part } from "../part.ts";
import { share, table } from "../table.ts";
import { rowsBySet, sumOf, tallyCells, tallyOf } from "./count.ts";
import { openDimensionPeer } from "./peers/index.ts";
import type { PeerQuantity } from "./peers/index.ts";
import { blindPairs, goldPairs, markSpan } from "./texts.ts";
import type { BlindPair, GoldPair } from "./texts.ts";

const quantityMark = z.object({ ...markSpan, amount: z.number(), unit: z.string().optional(), goods: z.string() });
type QuantityMark = z.infer<typeof quantityMark>;

/** A number with its unit. */
interface Count {
  readonly quantity?: number | undefined;
  readonly unit?: string | undefined;
}

/** A unit as the recogniser writes it, whatever way gold writes it ("barrels a year"); as written where it is none of its units. */
export function unitOf(words: string | undefined): string {
  const [read] = words === undefined ? [] : recogniseQuantities(`2 ${words}`, { start: 0, end: words.length + 2 });
  return read?.unit ?? words ?? "";
}

function sameCount(a: Count, b: Count): boolean {
  return a.quantity === b.quantity && unitOf(a.unit) === unitOf(b.unit);
}

/** A count as gold gives it for an item, whose unit may be part of the name ("S-300 batteries"). */
export function countsItem(found: Count, item: Count & { readonly name: string }): boolean {
  const inName = item.unit === undefined && found.unit !== undefined && found.unit === unitOf(item.name.split(" ").at(-1));
  return sameCount(found, item) || (inName && found.quantity === item.quantity);
}

/** The numbers of things of a document, those of sums and times left out. */
function quantitiesOf({ analysis, annotations }: AnnotatedDocument): readonly QuantityMention[] {
  const { text } = analysis.document;
  return recogniseQuantities(text, { start: 0, end: text.length }, { taken: [...annotations.money, ...annotations.times] });
}

function wordsOf(name: string): ReadonlySet<string> {
  return new Set(name.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? []);
}

function ofGold(pairs: readonly GoldPair[]): string {
  const counted = ({ gold }: GoldPair) => gold.claims.flatMap(({ items = [] }) => items.filter(({ quantity }) => quantity !== undefined));
  const rows = (holds: (pair: GoldPair, item: Count & { readonly name: string }) => boolean) =>
    rowsBySet(pairs, (pair) => counted(pair).map((item) => holds(pair, item)));
  const [numbers, units, items] = [
    rows(({ found }, { quantity }) => quantitiesOf(found).some((each) => each.quantity === quantity)),
    rows(({ found }, item) => quantitiesOf(found).some((each) => countsItem(each, item))),
    rows(({ found }, item) =>
      found.annotations.items.some((each) => countsItem(each, item) && !wordsOf(each.name).isDisjointFrom(wordsOf(item.name))),
    ),
  ];
  return table(
    ["counted items of gold's claims", "number found", "and its unit", "as the count of that item", "n"],
    numbers.map(([set = "", number = "", n = ""], i) => [set, number, units[i]?.[1] ?? "", items[i]?.[1] ?? "", n]),
  );
}

type Counted = ItemMention & { readonly quantity: number };

function ofBlind(pairs: readonly BlindPair<QuantityMark>[]): string {
  const counted = (found: AnnotatedDocument): readonly Counted[] =>
    found.annotations.items.flatMap((item) => (item.quantity === undefined ? [] : [{ ...item, quantity: item.quantity }]));
  const alike = (found: Count, { amount, unit }: QuantityMark): boolean => sameCount(found, { quantity: amount, unit });
  const all = sumOf(pairs.map(({ found, marks }) => tallyOf(quantitiesOf(found), marks, alike)));
  return table(
    ["blind sample", "P", "R", "F1", "n"],
    [
      ["numbers of things, goods or not: found with unit", "–", all.wanted === 0 ? "–" : share(all.right / all.wanted), "–", String(all.wanted)],
      ["counts of items: found with unit", ...tallyCells(sumOf(pairs.map(({ found, marks }) => tallyOf(counted(found), marks, alike))))],
    ],
  );
}

/** The library's units in which goods are measured, by our names. */
const UNITS: Readonly<Record<string, string>> = {
  Barrel: "barrel",
  "Cubic foot": "cubic foot",
  Foot: "foot",
  Gallon: "gallon",
  Gram: "gram",
  Inch: "inch",
  Kilogram: "kilogram",
  Kilometer: "kilometre",
  Megabyte: "megabyte",
  Meter: "metre",
  "Metric ton": "tonne",
  Microgram: "microgram",
  Mile: "mile",
  Millimeter: "millimetre",
  Ounce: "ounce",
  Pound: "pound",
  "Square kilometer": "square kilometre",
  "Square meter": "square metre",
  Ton: "ton",
};

const caseRow = z.object({
  Input: z.string(),
  NotSupported: z.string().default(""),
  Results: z.array(z.object({ Resolution: z.object({ value: z.string().nullish(), unit: z.string() }) })),
});

const keyOf = (quantity: number, unit: string): string => `${quantity} ${unit}`;

/** Every quantity that such a case expects in a unit of goods, among those that a system finds in the text; the cases know no rates. */
function ofCases(shared: string, peer: (text: string) => readonly PeerQuantity[]): string {
  const content = readCorpus(shared, "recognizers-text", "NumberWithUnit", "DimensionModel.json.gz").replace(/^\ufeff/, "");
  const rows = z
    .array(caseRow)
    .parse(JSON.parse(content))
    .map(({ Input, NotSupported, Results }) => ({ text: Input, supported: !/javascript/i.test(NotSupported), results: Results }));
  const wanted = rows.flatMap(({ text, supported, results }) =>
    results.flatMap(({ Resolution: { value, unit } }) => {
      const name = UNITS[unit];
      return name === undefined || value === null || value === undefined ? [] : [{ text, supported, key: keyOf(Number(value), name) }];
    }),
  );
  const own = (text: string) =>
    recogniseQuantities(text, { start: 0, end: text.length }).map(({ quantity, unit = "" }) => keyOf(quantity, unit.split("/")[0] ?? unit));
  const other = (text: string) => peer(text).map(({ quantity, unit }) => keyOf(quantity, UNITS[unit] ?? unit));
  const part = (some: typeof wanted, find: (text: string) => readonly string[]) =>
    share(some.filter(({ text, key }) => find(text).includes(key)).length / some.length);
  const supported = wanted.filter((each) => each.supported);
  return table(
    ["quantities of Recognizers-Text's cases in units of goods", "Pacta", "Recognizers-Text JS", "n"],
    [
      ["found with number and unit", part(wanted, own), part(wanted, other), String(wanted.length)],
      ["of those, supported in the library's JavaScript", part(supported, own), part(supported, other), String(supported.length)],
    ],
  );
}

async function run(bench: Bench): Promise<Section> {
  const [annotate, peer] = [await bench.openAnnotator(), await openDimensionPeer()];
  const gold = ofGold(await goldPairs(bench, annotate));
  const pairs = await blindPairs("quantities", quantityMark, bench, annotate);
  const body = `## Quantities

Printed by \`npm run eval -- quantities\`; the peer is @microsoft/recognizers-text-suite 1.3.1. Units are compared in one form ("barrels a year" is
\`barrel/year\`). Gold counts an item also by an article ("a painting" is 1), which is read for formations, batches and pairs alone.

${gold}

${pairs.length} Current Events items coded without sight of the recogniser; marks are of goods only, so that numbers of other things are no errors.

${ofBlind(pairs)}

${ofCases(bench.shared, peer)}`;
  bench.print(body);
  return { name: "quantities", body };
}

/** `npm run eval -- quantities`. */
export const quantities: Part = { what: "quantities: the counts of gold's items, a sample coded blind, and dimension cases beside a peer", run };
