// What asking has cost, and whether there is money for one request more. What a request will come to is held back before
// it goes out, so that several at once cannot overrun the budget together.
import type { Usage } from "./answer.ts";

/** Prices of a million tokens, in whatever money the user counts in. */
export interface Prices {
  readonly sent: number;
  readonly answered: number;
}

/** After how much asking stops. */
export type Budget = { readonly kind: "tokens"; readonly most: number } | { readonly kind: "money"; readonly most: number; readonly prices: Prices };

/** What was used. `estimated` where some of it is a guess: a server did not say, or no full answer came. */
export interface Spent {
  readonly tokens: Usage;
  readonly estimated: boolean;
  /** In the money of the prices; absent where none were given. */
  readonly cost?: number;
}

/** What is held back for a request under way. */
export interface Held {
  /** Counts what the request came to. */
  readonly settle: (usage: Usage, estimated: boolean) => void;
}

/** The purse of a run. */
export interface Spending {
  /** Holds back for a request; undefined where what is left may not cover it. */
  readonly hold: (atMost: Usage) => Held | undefined;
  /** Resolves when the next request under way is settled; undefined where none is. */
  readonly nextSettled: () => Promise<void> | undefined;
  readonly spent: () => Spent;
}

const NOTHING: Usage = { sent: 0, answered: 0 };

/** A purse of which nothing is spent. */
export function createSpending(budget: Budget | undefined, prices: Prices | undefined): Spending {
  let [tokens, held, guessed] = [NOTHING, NOTHING, false];
  let underWay = 0;
  let settled = Promise.withResolvers<void>();
  return {
    hold: (atMost) => {
      if (budget !== undefined && worth(plus(plus(tokens, held), atMost), budget) > budget.most) return undefined;
      held = plus(held, atMost);
      underWay += 1;
      return {
        settle: (usage, estimated) => {
          held = plus(held, { sent: -atMost.sent, answered: -atMost.answered });
          tokens = plus(tokens, usage);
          guessed ||= estimated;
          underWay -= 1;
          settled.resolve();
          settled = Promise.withResolvers<void>();
        },
      };
    },
    nextSettled: () => (underWay > 0 ? settled.promise : undefined),
    spent: () => ({ tokens, estimated: guessed, ...(prices === undefined ? {} : { cost: priceOf(tokens, prices) }) }),
  };
}

function worth(usage: Usage, budget: Budget): number {
  return budget.kind === "tokens" ? usage.sent + usage.answered : priceOf(usage, budget.prices);
}

function priceOf({ sent, answered }: Usage, prices: Prices): number {
  // To the millionth: sums of floating-point prices end in noise.
  return Math.round(sent * prices.sent + answered * prices.answered) / 1e6;
}

function plus(a: Usage, b: Usage): Usage {
  return { sent: a.sent + b.sent, answered: a.answered + b.answered };
}
