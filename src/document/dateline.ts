// The words before a report's first sentence that say where and when it was filed, in the manner of the agencies:
// "MOSCOW —", "PARIS, Jan 5 (Reuters) -", "Moscow (AFP) -", "TEHRAN, January 5. /IRNA/.".
import { MONTH, proseDay } from "./calendar.ts";
import type { Furniture } from "./furniture.ts";
import type { Span } from "./span.ts";

/** A dateline's end (its dash included), and its day where it states the year too. */
export interface Dateline {
  readonly end: number;
  readonly day?: string;
  /** The agency in brackets, as written. */
  readonly agency?: string;
}

const CAPITALS = "\\p{Lu}[\\p{Lu}'’.\\-]+(?:[ /]\\p{Lu}[\\p{Lu}'’.\\-]*){0,4}";
const NAME = "\\p{Lu}[\\p{L}'’.\\-]+(?:[ /]\\p{Lu}[\\p{L}'’.\\-]+){0,3}";
const REGION = `(?:, (?!${MONTH} \\d)\\p{Lu}[\\p{L}. ]{1,30}?){0,2}`;
const DAY = `(?:[,.]? (?:${MONTH} \\d{1,2}|\\d{1,2} ${MONTH})(?:,? \\d{4})?)?`;
const AGENCY = "(?:[,.]? ?[(/]([^()/]{2,40})[)/])?";
const DASH = "(?: ?— ?| (?:–|--?|_) |\\. ?(?:--?|—|–)? )";
const PATTERN = new RegExp(`^(?:(${CAPITALS})|${NAME})${REGION}(${DAY})${AGENCY}(${DASH})(?=["“‘'$€£]?[\\p{Lu}\\d])`, "u");

/** The dateline at the start of a paragraph, or undefined. A place in mixed case needs a day or an agency beside it. */
export function datelineOf(text: string, paragraph: Span, furniture: Furniture): Dateline | undefined {
  const match = PATTERN.exec(text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + 160)));
  if (match === null) return undefined;
  const [whole, capitals, day, agency, dash] = match;
  const filed = day !== "" || (agency !== undefined && furniture.agencies.has(agency.trim().toLowerCase()));
  if (agency !== undefined && !filed) return undefined;
  if (!filed && !isPlace(capitals ?? "", dash ?? "")) return undefined;
  const written = proseDay(day ?? "");
  const end = paragraph.start + whole.trimEnd().length;
  const named = agency !== undefined && furniture.agencies.has(agency.trim().toLowerCase()) ? { agency: agency.trim() } : {};
  return { end, ...(written === undefined ? {} : { day: written }), ...named };
}

/** Capitals before a dash alone: a place is written out, while what stands before a hyphen may be an organisation's letters. */
function isPlace(capitals: string, dash: string): boolean {
  const letters = capitals.replace(/\P{Lu}/gu, "").length;
  return letters >= 5 ? /[—–-]/.test(dash) : letters === 4 && dash.includes("—");
}
