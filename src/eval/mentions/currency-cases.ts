// The currency cases of Recognizers-Text English, held against this reader and against the library's own JavaScript version.
import { z } from "zod";
import { recogniseMoney } from "../../reading/index.ts";
import { readCorpus } from "../language/index.ts";
import { share, table } from "../table.ts";
import type { PeerSum } from "./peers/index.ts";

/** Names that mean one currency, where the cases give a name and no code. A bare dollar, pound, franc, rupee, cent or penny is none. */
const ONE_CURRENCY: Readonly<Record<string, string>> = { "Finnish markka": "FIM", "Netherlands guilder": "NLG" };
/** What a bare unit is read as where the text names no state, by gold's convention. */
const BARE: Readonly<Record<string, string>> = { Dollar: "USD", Pound: "GBP", Rupee: "INR" };
const LOWER_UNITS = new Set(["Cent", "Pence", "Penny"]);
const NO_CURRENCIES = new Set(["Bitcoin", "Satoshi"]);

const row = z.object({
  Input: z.string(),
  NotSupported: z.string().default(""),
  Results: z.array(
    z.object({
      Text: z.string(),
      Resolution: z.object({ value: z.string().nullish(), unit: z.string(), isoCurrency: z.string().optional() }),
    }),
  ),
});

interface Wanted {
  readonly words: string;
  readonly amount: number;
  readonly unit: string;
  /** The currency that the case names, if it names one. */
  readonly named?: string;
}

interface CurrencyCase {
  readonly text: string;
  /** The library's own JavaScript version is held to it. */
  readonly supported: boolean;
  readonly wanted: readonly Wanted[];
}

/** The cases with the sums that they expect; units without a figure are no sums. Throws `PACTA_CORPUS_MISSING`. */
export function currencyCases(shared: string): readonly CurrencyCase[] {
  const content = readCorpus(shared, "recognizers-text", "NumberWithUnit", "CurrencyModel.json.gz").replace(/^\ufeff/, "");
  return z
    .array(row)
    .parse(JSON.parse(content))
    .map(({ Input, NotSupported, Results }) => ({
      text: Input,
      supported: !/javascript/i.test(NotSupported),
      wanted: Results.flatMap(({ Text, Resolution: { value, unit, isoCurrency } }) => {
        const named = isoCurrency ?? ONE_CURRENCY[unit];
        return value === null || value === undefined ? [] : [{ words: Text, amount: Number(value), unit, ...(named !== undefined && { named }) }];
      }),
    }));
}

const keys = (sums: readonly PeerSum[], code: (sum: PeerSum) => string): string =>
  sums
    .map((sum) => `${sum.amount} ${code(sum)}`)
    .toSorted()
    .join();

const codeOf = ({ currency, unit }: PeerSum): string => currency ?? ONE_CURRENCY[unit] ?? BARE[unit] ?? unit;

/** Every sum of the case is found with its amount and currency, and nothing else is. */
export function isRight({ wanted }: CurrencyCase, found: readonly PeerSum[]): boolean {
  return (
    keys(
      wanted.map(({ amount, unit, named }) => ({ amount, unit, ...(named !== undefined && { currency: named }) })),
      codeOf,
    ) === keys(found, codeOf)
  );
}

/** This reader's sums in the peer's form. */
export function ownSums(text: string): readonly PeerSum[] {
  return recogniseMoney(text, { start: 0, end: text.length }).map(({ amount, currency }) => ({ amount, unit: currency, currency }));
}

const KINDS = {
  "lower unit alone": '"40 cents": of which currency is not said',
  "no currency of ISO 4217": '"3 bitcoins"',
  "unit of several states": '"300 francs": the text names no state',
  'a number after "and"': '"100 dollars and 50": a hundred and fifty, or fifty cents',
  "name before the figure": '"dollar 30"',
  other: "",
} as const;

/** The convention by which a case is not read as it expects. */
function disputeOf({ text, wanted }: CurrencyCase): keyof typeof KINDS {
  if (wanted.some(({ unit }) => LOWER_UNITS.has(unit))) return "lower unit alone";
  if (wanted.some(({ unit }) => NO_CURRENCIES.has(unit))) return "no currency of ISO 4217";
  if (wanted.some(({ unit }) => unit === "Franc")) return "unit of several states";
  if (wanted.some(({ words }) => / and \p{L}+$| and \d+$/u.test(words))) return 'a number after "and"';
  return /\bdollar \d/.test(text) ? "name before the figure" : "other";
}

type System = (text: string) => readonly PeerSum[];

function shareRight(cases: readonly CurrencyCase[], system: System): string {
  return share(cases.filter((each) => isRight(each, system(each.text))).length / cases.length);
}

/** Both systems over the cases, and this reader's misses by the convention that is disputed. */
export function currencyReport(shared: string, peer: System): string {
  const cases = currencyCases(shared);
  const named = cases.filter(({ wanted }) => wanted.some((sum) => sum.named !== undefined));
  const rows = [
    ["that name a currency", named],
    ["of those, supported in the library's JavaScript", named.filter(({ supported }) => supported)],
    ["all, a bare dollar, pound and rupee read as USD, GBP and INR", cases],
  ] as const;
  const missed = cases.filter((each) => !isRight(each, ownSums(each.text)));
  const disputes = Object.entries(KINDS).flatMap(([kind, example]) => {
    const of = missed.filter((each) => disputeOf(each) === kind);
    return of.length === 0 ? [] : [[kind, example, String(of.filter((each) => named.includes(each)).length), String(of.length)]];
  });
  const both = table(
    ["currency cases of Recognizers-Text", "Pacta", "Recognizers-Text JS", "n"],
    rows.map(([name, some]) => [name, shareRight(some, ownSums), shareRight(some, peer), String(some.length)]),
  );
  return `${both}\n\n${table(["not read as the case expects", "own example", "naming a currency", "all"], disputes)}`;
}
