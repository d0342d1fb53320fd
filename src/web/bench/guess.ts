// What plain words of a sum or a day mean, so that nobody has to count noughts. What is not plain is left to the person.
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

/** The amount and currency that words tell, as far as they do. */
export function sumIn(words: string): { readonly amount?: string; readonly currency?: string } {
  const [, figures, size = ""] = /(\d[\d,]*(?:\.\d+)?)[\s-]*(thousand|million|billion|trillion|bn|mn|tn|[km])?\b/i.exec(words) ?? [];
  const currency = CURRENCIES.find(([sign]) => sign.test(words))?.[1];
  if (figures === undefined) return currency === undefined ? {} : { currency };
  const amount = Number(figures.replaceAll(",", "")) * (SIZES[size.toLowerCase()] ?? 1);
  return { amount: String(Number(amount.toPrecision(12))), ...(currency === undefined ? {} : { currency }) };
}

const MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

/** The day, month or year that words name with its year. */
export function dayIn(words: string): string | undefined {
  const [, year] = /\b((?:19|20)\d{2})\b/.exec(words) ?? [];
  if (year === undefined) return undefined;
  const iso = /\b\d{4}-\d{2}(?:-\d{2})?\b/.exec(words)?.[0];
  if (iso !== undefined) return iso;
  const month = MONTHS.findIndex((name) => new RegExp(`\\b${name}\\b`, "i").test(words));
  if (month === -1) return year;
  const [, day] = /\b(\d{1,2})\b(?!\d)/.exec(words.replace(year, "")) ?? [];
  return [year, String(month + 1).padStart(2, "0"), ...(day === undefined ? [] : [day.padStart(2, "0")])].join("-");
}
