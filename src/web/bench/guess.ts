// What plain words of a sum or a day mean, so that nobody has to count noughts. What is not plain is left to the person.
import { numberIn } from "./figures.ts";

const CURRENCIES: readonly (readonly [RegExp, string])[] = [
  [/A\$|Australian dollars?/i, "AUD"],
  [/C\$|Canadian dollars?/i, "CAD"],
  [/€|\beuros?\b|\bEUR\b/i, "EUR"],
  [/£|\bpounds?( sterling)?\b|\bGBP\b/i, "GBP"],
  [/¥|\byen\b|\bJPY\b/i, "JPY"],
  [/\byuan\b|\brenminbi\b|\bCNY\b/i, "CNY"],
  [/₹|\bRs\b|\brupees?\b/i, "INR"],
  [/\broubles?\b|\brubles?\b|\bRUB\b/i, "RUB"],
  [/US\$|\$|\bdollars?\b|\bUSD\b/i, "USD"],
];

const SIZES: Readonly<Record<string, number>> = {
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  m: 1e6,
  mn: 1e6,
  billion: 1e9,
  bn: 1e9,
  trillion: 1e12,
  tn: 1e12,
};

const FIGURES = /(?<![\d\p{L}.,-])(\d(?:[\d.,'’ \u00a0]*\d)?)(?:[\s-]*(thousand|million|billion|trillion|bn|mn|tn|[km]))?(?![\d\p{L}])/giu;

/** The amount and currency that words tell, as far as they do. Of words with several figures, or with figures that could mean two numbers, no amount. */
export function sumIn(words: string): { readonly amount?: string; readonly currency?: string } {
  const currency = CURRENCIES.find(([sign]) => sign.test(words))?.[1];
  const told = currency === undefined ? {} : { currency };
  const [found, ...more] = words.matchAll(FIGURES);
  const number = found === undefined || more.length > 0 ? undefined : numberIn(found[1] ?? "");
  if (found === undefined || number === undefined || hasOtherFigures(words, found[0])) return told;
  const amount = number * (SIZES[(found[2] ?? "").toLowerCase()] ?? 1);
  return { amount: String(Number(amount.toPrecision(12))), ...told };
}

function hasOtherFigures(words: string, found: string): boolean {
  return /\d/.test(words.replace(found, ""));
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH =
  "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const YEAR = "((?:19|20)\\d{2})(?![-–/]?\\d)";
const DAY = "(\\d{1,2})(?:st|nd|rd|th)?";

/** A day of which another stands before it ("16-18 September") is one of two. */
const ALONE = String.raw`(?<!\d(?:st|nd|rd|th)?\s*(?:[-–—/,&]|and|to|or|until)\s*)\b`;

const DAY_FIRST = new RegExp(`${ALONE}${DAY}(?:\\s+of)?\\s+${MONTH},?\\s+(?:of\\s+)?${YEAR}`, "i");
const MONTH_FIRST = new RegExp(`\\b${MONTH}\\s+${DAY},?\\s+${YEAR}`, "i");
const NO_DAY = new RegExp(`\\b${MONTH},?\\s+(?:of\\s+)?${YEAR}`, "i");

/** The day, month or year that words name with its year. Of words that name several years, or a day that there is not, none. */
export function dayIn(words: string): string | undefined {
  const years = new Set(Array.from(words.matchAll(/(?<!\d)(?:19|20)\d{2}(?!\d)/g), ([year]) => year));
  const [year] = years;
  if (year === undefined || years.size > 1) return undefined;
  const iso = /(?<![\d-])(\d{4})-(\d{2})(?:-(\d{2}))?(?![\d-])/.exec(words);
  if (iso !== null) return written(iso[1], Number(iso[2]), iso[3]);
  const dayFirst = DAY_FIRST.exec(words);
  if (dayFirst !== null) return written(year, monthOf(dayFirst[2]), dayFirst[1]);
  const monthFirst = MONTH_FIRST.exec(words);
  if (monthFirst !== null) return written(year, monthOf(monthFirst[1]), monthFirst[2]);
  const noDay = NO_DAY.exec(words);
  if (noDay !== null) return written(year, monthOf(noDay[1]), undefined);
  // "2021-22" and "2021/22" are two years, "2021-99-01" is nothing.
  return new RegExp(`(?<![\\d/–-])${year}(?![-–/.,]?\\d)`).test(words) ? year : undefined;
}

function monthOf(name = ""): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function written(year: string | undefined, month: number, day: string | undefined): string | undefined {
  const told = [year, String(month).padStart(2, "0"), ...(day === undefined ? [] : [day.padStart(2, "0")])].join("-");
  return isNorm(told) ? told : undefined;
}

/**
 * Whether something is a day, month or year as a claim writes it: 2021-09-16, 2021-09, 2021, or from one to another, of which one end may be open
 * ("2021/2025", "/2026", "2026/").
 */
export function isNorm(typed: string): boolean {
  const ends = typed.split("/");
  return ends.length <= 2 && ends.some(isDay) && ends.every((end) => end === "" || isDay(end));
}

function isDay(typed: string): boolean {
  const [, year, month = "01", day = "01"] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(typed) ?? [];
  if (year === undefined) return false;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  return date.toISOString().slice(0, 10) === `${year}-${month}-${day}`;
}
