// The door of money/: sums of money with their currency.
export { recogniseMoney } from "./money.ts";
