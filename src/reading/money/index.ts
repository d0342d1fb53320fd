// The door of money/: sums of money with their currency.
export { loadCurrencies } from "./currencies.ts";
export type { Currency, CurrencyTable } from "./currencies.ts";
export { recogniseMoney } from "./money.ts";
export type { MoneyContext, MoneyKnowledge } from "./money.ts";
