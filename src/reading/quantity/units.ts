// The units (knowledge/quantity/units.tsv) and how they are found after a number: directly, with a rate ("barrels a
// day"), or behind the name of the goods ("five S-300 battalions").
import { z } from "zod";
import { resource } from "../../resources.ts";
import { loadTable } from "./table.ts";

/** One unit as claims write it. */
export interface Unit {
  readonly unit: string;
  readonly kind: "count" | "pair" | "formation" | "batch" | "mass" | "volume" | "power" | "energy" | "length" | "area" | "data";
}

/** Units by form: as written where the form has capitals, else by its lower case. */
export type UnitTable = ReadonlyMap<string, Unit>;

const row = z.strictObject({
  unit: z.string().min(1),
  kind: z.enum(["count", "pair", "formation", "batch", "mass", "volume", "power", "energy", "length", "area", "data"]),
  forms: z.string().transform((cell) => cell.split(",").map((form) => form.trim())),
});

/** Reads units.tsv. Throws as `loadTable`. */
export function loadUnits(file: string = resource("knowledge", "quantity", "units.tsv")): UnitTable {
  const rows = loadTable(file, row);
  return new Map(rows.flatMap(({ unit, kind, forms }) => forms.flatMap((form) => [form, `${form}s`].map((key) => [key, { unit, kind }] as const))));
}

/** A unit with the end of its words. */
export interface FoundUnit extends Unit {
  readonly end: number;
}

const WORDS = /^(?:[ \u00a0-]|\n)?([\p{L}\d³²]+(?:\/d(?![\p{L}\d]))?)(?:[ -]([\p{L}\d³²]+))?(?:[ -]([\p{L}\d³²]+))?/u;
const RATE =
  /^(?: (?:per|an?|each|every) |\/)(day|week|month|quarter|year|hour|annum|yr|y|d)\b(?! (?:ago|earlier|later|after|before|and a half)\b)|^ (daily|weekly|monthly|annually|yearly|hourly)\b/i;
/** The goods between a unit and its rate: "10 bcm of gas a year". */
const GOODS =
  /^ of(?: (?!(?:and|or|for|in|to|from|at|by|over|within)\b)[\p{L}\d-]+){1,3}?(?= (?:per |a |each |every |daily|weekly|monthly|annually|yearly))/iu;
const ADVERBS: Readonly<Record<string, string>> = {
  daily: "day",
  weekly: "week",
  monthly: "month",
  annually: "year",
  yearly: "year",
  hourly: "hour",
  annum: "year",
  yr: "year",
  y: "year",
  d: "day",
};
const NAME = /^ (?=[\p{L}\d]*[\p{Lu}\d])[\p{L}\d][\p{L}\d./-]{0,30}/u;

/** "barrel/day" where a rate follows. */
function withRate(text: string, unit: FoundUnit): FoundUnit {
  const rate = RATE.exec(text.slice(unit.end, unit.end + 16));
  if (rate === null) return withLateRate(text, unit);
  return { ...unit, unit: `${unit.unit}/${periodOf(rate)}`, end: unit.end + rate[0].length };
}

function periodOf(rate: RegExpExecArray): string {
  const word = (rate[1] ?? rate[2] ?? "").toLowerCase();
  return ADVERBS[word] ?? word;
}

/** A rate behind the goods belongs to the unit, whose span ends before them. */
function withLateRate(text: string, unit: FoundUnit): FoundUnit {
  const goods = GOODS.exec(text.slice(unit.end, unit.end + 60))?.[0].length;
  const rate = goods === undefined ? null : RATE.exec(text.slice(unit.end + goods, unit.end + goods + 16));
  return rate === null || unit.unit.includes("/") ? unit : { ...unit, unit: `${unit.unit}/${periodOf(rate)}` };
}

/** The unit that stands right at `at` (a blank or hyphen before it is passed over), with its rate; the longest form wins. */
export function unitAt(text: string, at: number, units: UnitTable): FoundUnit | undefined {
  const near = text.slice(at, at + 60);
  const words = WORDS.exec(near);
  if (words === null) return undefined;
  const lead = words[0].length - words[0].trimStart().replace(/^-/, "").length;
  for (const last of [words[3], words[2], words[1]]) {
    if (last === undefined) continue;
    const end = last === words[3] ? words[0].length : last === words[2] ? lead + (words[1]?.length ?? 0) + 1 + last.length : lead + last.length;
    const form = near.slice(lead, end);
    const unit = units.get(form) ?? units.get(form.toLowerCase());
    if (unit !== undefined) return withRate(text, { ...unit, end: at + end - (/ of$/.exec(form)?.[0].length ?? 0) });
  }
  return undefined;
}

/** The unit behind up to three words of a name: "battalions" in "five S-300PMU-1 battalions". Its end is that of the unit's words. */
export function unitBehindName(text: string, at: number, units: UnitTable): FoundUnit | undefined {
  let place = at;
  for (let step = 0; step < 3; step += 1) {
    const name = NAME.exec(text.slice(place, place + 40));
    if (name === null) return undefined;
    place += name[0].length;
    const unit = unitAt(text, place, units);
    if (unit !== undefined) return unit;
  }
  return undefined;
}
