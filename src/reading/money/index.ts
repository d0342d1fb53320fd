// The door of money/: sums of money with their currency, what each is for, and the words of money that give no sum.
export { withSettledDollars } from "./dollar.ts";
export { withKinds } from "./kind.ts";
export { recogniseMoney, unreadMoney } from "./money.ts";
