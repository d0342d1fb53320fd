// What single cells mean: parties, goods, numbers and days. A cell that cannot be meant so is a coded error, never something near to it.
import type { Span } from "../document/index.ts";
import type { Party } from "../reading/index.ts";
import type { SheetMap } from "./map.ts";

/** What is wrong with a cell. */
export class CellError extends Error {
  readonly remedy: string;

  constructor(what: string, remedy: string) {
    super(what);
    this.name = "CellError";
    this.remedy = remedy;
  }
}

/** A part of a cell with its place in the row's text. */
export interface Part extends Span {
  readonly text: string;
}

/** The parts of a cell that stands at `start`. */
export function partsOf(cell: string, between: string, start: number): readonly Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const piece of cell.split(between)) {
    const text = piece.trim();
    const from = start + at + piece.indexOf(text);
    if (text !== "") parts.push({ text, start: from, end: from + text.length });
    at += piece.length + between.length;
  }
  return parts;
}

/** The id that a name stands for: as the map says, else as `idOf` does, or the name itself where it is one. */
export function partyOf(name: string, map: SheetMap, idOf: (name: string) => string | undefined): Party {
  const id = map.parties[name] ?? idOf(name);
  return id === undefined || id === "" ? { name } : { id, name };
}

/** A number, thousands parted by the other of point and comma, by blanks or apostrophes. Throws `CellError`. */
export function numberIn(cell: string, { decimal }: SheetMap): number {
  const other = decimal === "." ? "," : "\\.";
  const own = decimal === "." ? "\\." : ",";
  const form = new RegExp(`^(?:\\d{1,3}(?:(?:${other}|[  ’'])\\d{3})+|\\d+)(?:${own}\\d+)?$`);
  if (!form.test(cell)) throw new CellError(`"${cell}" is no number`, `Write digits alone, with "${decimal}" before decimals (decimal: in the map)`);
  return Number(cell.replaceAll(new RegExp(`${other}|[  ’']`, "g"), "").replace(decimal, "."));
}

const FORMS: Readonly<Record<SheetMap["days"], readonly [form: RegExp, year: number, month: number, day: number]>> = {
  "YYYY-MM-DD": [/^(\d{4})-(\d{2})-(\d{2})$/, 1, 2, 3],
  "D.M.YYYY": [/^(\d{1,2})\.(\d{1,2})\.(\d{4})$/, 3, 2, 1],
  "D/M/YYYY": [/^(\d{1,2})\/(\d{1,2})\/(\d{4})$/, 3, 2, 1],
  "M/D/YYYY": [/^(\d{1,2})\/(\d{1,2})\/(\d{4})$/, 3, 1, 2],
};

/** A year, a month or a day of the calendar in ISO form. Throws `CellError`. */
export function dayIn(cell: string, { days }: SheetMap): string {
  if (/^[12]\d{3}(-(0[1-9]|1[0-2]))?$/.test(cell)) return cell;
  const [form, year, month, day] = FORMS[days];
  const found = form.exec(cell);
  const iso = found === null ? "" : `${found[year]}-${found[month]?.padStart(2, "0")}-${found[day]?.padStart(2, "0")}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(iso)) return iso;
  throw new CellError(`"${cell}" is no day of the calendar`, `Write it as ${days}, YYYY-MM or YYYY (days: in the map)`);
}
