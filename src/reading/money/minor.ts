// What stands behind a sum in its lower units: "3 dollars 50 cents", "thirteen dollars forty-five", "one kuai five mao five".
// A bare number is in the next lower unit only where nothing follows that it could count.
import { z } from "zod";
import { resource } from "../../resources.ts";
import { loadTable, readNumber } from "../quantity/index.ts";

/** A lower unit: how many make one of the currency, and its forms in lower case. */
export interface MinorUnit {
  readonly per: number;
  readonly forms: ReadonlySet<string>;
}

/** The lower units of each currency by its code, the larger first. */
export type MinorUnits = ReadonlyMap<string, readonly MinorUnit[]>;

const list = z.string().transform((cell) => cell.split(",").map((part) => part.trim()));
const row = z.strictObject({ unit: z.string().min(1), per: z.coerce.number().int().min(2), codes: list, forms: list });

/** Reads minor.tsv. Throws as `loadTable`. */
export function loadMinorUnits(file: string = resource("knowledge", "money", "minor.tsv")): MinorUnits {
  const units = new Map<string, MinorUnit[]>();
  for (const { per, codes, forms } of loadTable(file, row))
    for (const code of codes)
      units.set(
        code,
        [...(units.get(code) ?? []), { per, forms: new Set(forms) }].toSorted((a, b) => a.per - b.per),
      );
  return units;
}

const GAP = /(?:,? and )| /y;
const UNIT = /[ -]?([\p{L}¢]+)/uy;
const ALONE = /^(?:\s*$|[.,;:!?)\]](?!\d)| (?:more|less|each|apiece|per|an?)\b)/;

/** An amount with where it ends. */
export interface Ending {
  readonly amount: number;
  readonly end: number;
}

/** The sum with the lower units that follow it; `behind` tells that its currency stands behind the figure, which a bare number asks for. */
export function withMinor(text: string, sum: Ending, units: readonly MinorUnit[], behind: boolean): Ending {
  let total: Minor = { ...sum, per: 1 };
  for (let next = minorAt(text, total, units, behind); next !== undefined; next = minorAt(text, total, units, behind))
    total = { ...next, amount: Number((total.amount + next.amount).toFixed(4)) };
  return { amount: total.amount, end: total.end };
}

interface Minor extends Ending {
  readonly per: number;
}

/** The number behind a unit in one lower than it: a named one, or the largest where the number stands alone. */
function minorAt(text: string, above: Minor, units: readonly MinorUnit[], behind: boolean): Minor | undefined {
  GAP.lastIndex = above.end;
  const gap = GAP.exec(text)?.[0];
  const number = gap === undefined ? undefined : readNumber(text, above.end + gap.length);
  const lower = units.filter(({ per }) => per > above.per);
  if (number === undefined || !Number.isInteger(number.value) || number.scale !== undefined) return undefined;
  UNIT.lastIndex = number.end;
  const word = UNIT.exec(text);
  const named = lower.find(({ per, forms }) => number.value < per && forms.has((word?.[1] ?? "").toLowerCase()));
  if (word !== null && named !== undefined) return { amount: number.value / named.per, end: number.end + word[0].length, per: named.per };
  const [next] = lower;
  if (next === undefined || !behind || gap !== " " || !fills(number.value, next.per / above.per)) return undefined;
  return ALONE.test(text.slice(number.end, number.end + 10)) ? { amount: number.value / next.per, end: number.end, per: next.per } : undefined;
}

/** A bare number has as many digits as its unit asks for: "15 dollars 50", not "15 dollars 5". */
function fills(value: number, step: number): boolean {
  return value < step && value >= step / 10;
}
