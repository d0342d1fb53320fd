// A bare dollar is the US dollar unless the document settles it: where another dollar is marked ("C$50 million more, in
// addition to the $22 million"), no US dollar is, and the United States are not named, a bare one is that other dollar.
import type { MoneyMention } from "../annotation.ts";
import { loadCurrencies } from "./currencies.ts";
import type { CurrencyTable } from "./currencies.ts";
import type { States } from "./currency.ts";

let shipped: CurrencyTable | undefined;

/** Every way to say that a dollar is American, in the words of a sum. */
const AMERICAN = /U\.?S|America|United States/i;

/** The sums of a document with bare dollars settled by the whole of it. A conversion in dollars ("A$35bn ($29bn)") tells that a bare one is American. */
export function withSettledDollars(
  text: string,
  sums: readonly MoneyMention[],
  states: States,
  currencies: CurrencyTable = (shipped ??= loadCurrencies()),
): readonly MoneyMention[] {
  const dollars = new Set(currencies.words.get("dollar")?.map(({ code }) => code));
  const others = new Set(sums.flatMap(({ currency }) => (dollars.has(currency) && currency !== "USD" ? [currency] : [])));
  const american = sums.filter(({ currency }) => currency === "USD");
  const [other] = others;
  const settled = american.some(({ start, end, conversion }) => conversion === true || AMERICAN.test(text.slice(start, end)));
  if (other === undefined || others.size > 1 || settled || states.includes("USA")) return sums;
  return sums.map((sum) => (sum.currency === "USD" ? { ...sum, currency: other } : sum));
}
