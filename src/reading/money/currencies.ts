// The currencies (knowledge/money/currencies.tsv), indexed by what a text writes: a symbol or code beside the figure,
// or words after it. An entry with several currencies is settled by the document, see currency.ts.
import { z } from "zod";
import { PactaError } from "../../error.ts";
import { resource } from "../../resources.ts";
import { loadTable } from "../quantity/index.ts";

/** One currency that a symbol or a unit word may mean. */
export interface Currency {
  readonly code: string;
  /** Ids of the states whose document makes the bare unit mean this currency. */
  readonly states: readonly string[];
  /** It is what the bare unit means where the document names none of its states. */
  readonly bare: boolean;
  /** The word or symbol is an everyday one: it asks for a figure in thousands ("won"), a symbol for a scale. */
  readonly everyday: boolean;
}

/** Currencies by symbol (as written) and by words (lower case, single spaces); `heads` are the words that open such words. */
export interface CurrencyTable {
  readonly symbols: ReadonlyMap<string, readonly Currency[]>;
  readonly words: ReadonlyMap<string, readonly Currency[]>;
  readonly heads: ReadonlySet<string>;
}

const list = z.string().transform((cell) =>
  cell
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== ""),
);
const row = z.strictObject({
  code: z.string().regex(/^[A-Z]{3}$/),
  name: z.string().min(1),
  symbols: list,
  adjectives: list,
  units: list,
  states: list,
  bare: z.enum(["", "yes"]),
});
type Row = z.infer<typeof row>;

function add(map: Map<string, Currency[]>, key: string, currency: Currency): void {
  const known = map.get(key) ?? [];
  if (!known.some((each) => each.code === currency.code)) map.set(key, [...known, currency]);
}

function addRow(symbols: Map<string, Currency[]>, words: Map<string, Currency[]>, currency: Row): void {
  const plain = { code: currency.code, states: currency.states, bare: currency.bare === "yes", everyday: false };
  const marked = (cell: string) => ({ key: cell.replace(/\?$/, ""), value: { ...plain, everyday: cell.endsWith("?") } });
  for (const { key, value } of currency.symbols.map(marked)) add(symbols, key, value);
  for (const { key, value } of currency.units.map(marked)) {
    add(words, key.toLowerCase(), value);
    for (const adjective of currency.adjectives) add(words, `${adjective} ${key}`.toLowerCase(), plain);
  }
  add(words, currency.name.toLowerCase(), plain);
}

/** Reads currencies.tsv. Throws as `loadTable`, and `PACTA_CURRENCY_TWICE` where two currencies claim the same bare unit. */
export function loadCurrencies(file: string = resource("knowledge", "money", "currencies.tsv")): CurrencyTable {
  const symbols = new Map<string, Currency[]>();
  const words = new Map<string, Currency[]>();
  for (const currency of loadTable(file, row)) addRow(symbols, words, currency);
  for (const [unit, meanings] of words) {
    if (meanings.filter((each) => each.bare).length < 2) continue;
    throw new PactaError(
      "PACTA_CURRENCY_TWICE",
      `the bare unit "${unit}" belongs to ${meanings.map((each) => each.code).join(" and ")}`,
      "Leave `bare` at yes for one of them",
      { source: file },
    );
  }
  return { symbols, words, heads: new Set([...words.keys()].map((key) => key.split(" ")[0] ?? key)) };
}
