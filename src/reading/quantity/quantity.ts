// Numbers of things: "36 Rafale jets", "five battalions", "4.5 million barrels a day", "a squadron". Figures that are
// something else — sums, years, dates, ages, lengths of time, shares, votes, model and street numbers — are left out.
// "hundreds of" has no number and gives no mention.
import type { Span } from "../../document/index.ts";
import { overlaps } from "../../document/index.ts";
import type { QuantityMention } from "../annotation.ts";
import { boundAt, loadBounds } from "./bound.ts";
import type { Bound, BoundWords } from "./bound.ts";
import { findNumbers } from "./number.ts";
import type { NumberReading } from "./number.ts";
import { loadUnits, unitAt, unitBehindName } from "./units.ts";
import type { FoundUnit, Unit, UnitTable } from "./units.ts";

/** What the tables under knowledge/quantity/ say. */
export interface QuantityKnowledge {
  readonly units: UnitTable;
  readonly bounds: BoundWords;
}

/** What the caller knows beyond the text. */
export interface QuantityContext {
  /** Spans that are something else already: the money and the times of the text. */
  readonly taken?: readonly Span[];
  /** Other tables than the package's own. */
  readonly knowledge?: QuantityKnowledge;
}

let shipped: QuantityKnowledge | undefined;

const NOT_BEFORE =
  /(?:[$€£¥₹#:/.@]|\p{L}-|[\p{L}_]|\d[-\u2010-\u2015,]|(?:\b(?:no|nos|number|article|resolution|chapter|section|flight|room|page|part|group|world war|at|age|aged)\.?\s))$/iu;
const NOT_AFTER =
  /^(?:%|[:/]\d|[-\u2010-\u2015]\d|\p{L}|-[\p{L}]{1,2}\d|[ -]?(?:percent|per cent|pct|percentage|points?\b|cents?\b|degrees?\b|o['\u2019]clock|am\b|pm\b|a\.m|p\.m|gmt|utc|bce?\b|ad\b|magnitude)|(?:st|nd|rd|th)\b|[ -](?!second-?hand)(?:year|month|week|day|hour|minute|second|decade|centur(?:y|ie)|fortnight)s?\b|[ -]year-old| (?:january|february|march|april|may|june|july|august|september|october|november|december)\b)/iu;
const MEASURES: ReadonlySet<Unit["kind"]> = new Set(["mass", "volume", "power", "energy", "length", "area", "data"]);
const PRONOUN_BEFORE = /\b(?:the|this|that|which|no|any|each|every|another|some|first|last|only|next|is|as|for)\s$/i;

/** True where what stands around the number lets it count things. */
function countsThings(text: string, number: NumberReading, units: UnitTable): boolean {
  const [left, right] = [text.slice(Math.max(0, number.start - 14), number.start), text.slice(number.end, number.end + 16)];
  if (NOT_BEFORE.test(left) || (NOT_AFTER.test(right) && !isMeasured(text, number, units))) return false;
  const word = text.slice(number.start, number.end).toLowerCase();
  if (word === "one" && (PRONOUN_BEFORE.test(left) || /^(?: (?:of|another|day|side|by)\b|[.,;'\u2019])/.test(right))) return false;
  const yearLike = /^(?:19|20)\d\d$/.test(word) && !/^ \p{Ll}+s\b/u.test(right);
  return !yearLike && !isNameLike(word) && !(number.letter === true && isLength(left, right));
}

/** "15GW", "1,200km": a unit of measure may stand right behind its figure. */
function isMeasured(text: string, number: NumberReading, units: UnitTable): boolean {
  const glued = /^\p{L}/u.test(text.slice(number.end, number.end + 1));
  return glued && number.scale === undefined && MEASURES.has(unitAt(text, number.end, units)?.kind ?? "count");
}

/** "Type 055" is a name, and "1.500" a thousand and more or little more than one. */
function isNameLike(figure: string): boolean {
  return /^0\d/.test(figure) || /^[1-9]\d{0,2}\.\d{3}$/.test(figure);
}

const METRES = /^ (?:is|was|has|as|tall|long|wide|high|deep|thick|away|above|below|of)\b/;
const MANY = /^ (?:\p{L}+[ -]){0,2}?(?:\p{L}+s|people|men|women|children|bpd|head)\b/u;

/** "a 120m mast", "1.8m tall": the letter is a metre's; "3m people" and "2m tonnes" are millions. */
function isLength(left: string, right: string): boolean {
  return /\ban? $/i.test(left) || METRES.test(right) || !MANY.test(right);
}

/** "155mm shells": what reads as a scale of money is a unit of length here. */
function inMillimetres(text: string, number: NumberReading): NumberReading {
  if (number.letter !== true || number.scale === undefined || !/mm$/i.test(text.slice(number.start, number.end))) return number;
  const { start, end, form } = number;
  return { start, end: end - 2, form, value: Number((number.value / number.scale).toPrecision(15)) };
}

interface Counted extends Span {
  /** Where the number itself ends; the span may hold a unit and a rate behind it. */
  readonly figureEnd: number;
  readonly quantity: number;
  readonly unit: FoundUnit | undefined;
  readonly bound?: Bound;
}

function counted(text: string, number: NumberReading, units: UnitTable): Counted {
  const unit = unitAt(text, number.end, units);
  if (unit !== undefined) return { start: number.start, end: unit.end, figureEnd: number.end, quantity: number.value, unit };
  return { start: number.start, end: number.end, figureEnd: number.end, quantity: number.value, unit: unitBehindName(text, number.end, units) };
}

/** "10-12 jets", "10 to 12 jets", "10 or 12 jets", "between 10 and 12 jets": least and most. */
function ranged(text: string, first: NumberReading, second: NumberReading | undefined, units: UnitTable): readonly Counted[] | undefined {
  if (second === undefined || first.value >= second.value) return undefined;
  const [gap, before, right] = [
    text.slice(first.end, second.start),
    text.slice(Math.max(0, first.start - 9), first.start),
    text.slice(second.end, second.end + 16),
  ];
  const joined = /^(?: ?[-\u2010-\u2015] ?| to | or )$/.test(gap) || (gap === " and " && /between $/i.test(before));
  if (!joined || NOT_BEFORE.test(before) || NOT_AFTER.test(right) || !/^[ -]\p{L}/u.test(right)) return undefined;
  const most = counted(text, second, units);
  const scale = first.scale === undefined && second.scale !== undefined && first.value < second.value / second.scale ? second.scale : 1;
  return [
    { start: first.start, end: first.end, figureEnd: first.end, quantity: first.value * scale, unit: most.unit, bound: "min" },
    { ...most, bound: "max" },
  ];
}

/** "six (6) boats": the figure says the word again. */
function isRepeated(text: string, before: NumberReading | undefined, number: NumberReading): boolean {
  return before?.value === number.value && text.slice(before.end, number.start) === " (" && text[number.end] === ")";
}

const ARTICLE = /(?<![\p{L}\p{N}-])an?(?= )/giu;

/** "a squadron of", "an S-400 regiment": one of a formation, batch or pair. */
function singles(text: string, units: UnitTable): readonly Counted[] {
  return [...text.matchAll(ARTICLE)].flatMap((article) => {
    const end = article.index + article[0].length;
    const unit = unitAt(text, end, units) ?? unitBehindName(text, end, units);
    const one = unit !== undefined && /^(?:formation|batch|pair)$/.test(unit.kind) && !/s$/i.test(text.slice(unit.end - 1, unit.end));
    return one ? [{ start: article.index, end: unitAt(text, end, units)?.end ?? end, figureEnd: end, quantity: 1, unit }] : [];
  });
}

function allCounted(text: string, units: UnitTable): readonly Counted[] {
  const numbers = findNumbers(text, { start: 0, end: text.length }).map((number) => inMillimetres(text, number));
  const found: Counted[] = [];
  for (let at = 0; at < numbers.length; at += 1) {
    const number = numbers[at];
    if (number === undefined) continue;
    const range = ranged(text, number, numbers[at + 1], units);
    if (range !== undefined) {
      found.push(...range);
      at += 1;
    } else if (isRepeated(text, numbers[at - 1], number)) continue;
    else if (countsThings(text, number, units)) found.push(counted(text, number, units));
  }
  const ones = singles(text, units).filter((single) => !found.some((each) => overlaps(each, single)));
  return [...found, ...ones].toSorted((a, b) => a.start - b.start);
}

/**
 * The numbers of things in the span, in text order. `unit` is singular, with "/day" for a rate; the span covers the number and
 * a unit right after it. A unit behind the name of the goods ("five S-300 battalions") is given but not covered. Never throws on a text.
 */
export function recogniseQuantities(text: string, span: Span, context: QuantityContext = {}): readonly QuantityMention[] {
  const { units, bounds } = context.knowledge ?? (shipped ??= { units: loadUnits(), bounds: loadBounds() });
  const within = text.slice(span.start, span.end);
  return allCounted(within, units).flatMap(({ start, end, figureEnd, quantity, unit, bound }): QuantityMention[] => {
    const place = { start: start + span.start, end: end + span.start };
    const figure = { start: place.start, end: figureEnd + span.start };
    if (context.taken?.some((taken) => overlaps(taken, figure)) === true) return [];
    return [
      {
        type: "quantity",
        ...place,
        quantity,
        ...(unit === undefined ? {} : { unit: unit.unit }),
        bound: bound ?? boundAt(within, start, end, bounds),
      },
    ];
  });
}
