// How large a deal is, roughly: most of what it can be found by stays where it is when a claim joins it. To four claims each number is a level,
// behind them a level is twice as wide as the one before: 5 to 8, 9 to 16, 17 to 32.

/** Up to so many claims all deals of a level have as many. */
const EVEN = 4;

/** The least number of claims at the level of so many. */
export function levelOf(claims: number): number {
  return claims <= EVEN ? claims : 2 ** Math.ceil(Math.log2(claims) - 1) + 1;
}

/** Whether all deals of a level have as many claims. */
export function isEven(level: number): boolean {
  return level <= EVEN;
}
