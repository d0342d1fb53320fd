// The door of money/: sums of money with their currency, and what each is for.
export { withKinds } from "./kind.ts";
export { recogniseMoney } from "./money.ts";
