// The words that a decision quotes are taken out of its body and kept beside it: each `quote` becomes the number of its words.

/** A value without its quotes, and the quotes in the order of their numbers. */
export interface Bare {
  readonly bare: unknown;
  readonly quotes: readonly string[];
}

/** Takes every `quote` out of a JSON value. */
export function takeQuotes(value: unknown): Bare {
  const quotes: string[] = [];
  const bare = mapQuotes(value, (quote) => (typeof quote === "string" ? quotes.push(quote) - 1 : quote));
  return { bare, quotes };
}

/** Puts the quotes back; without any (they were redacted) each is empty. Throws where their number is another. */
export function giveQuotes(bare: unknown, quotes: readonly string[] | undefined): unknown {
  const used = new Set<unknown>();
  const whole = mapQuotes(bare, (number) => {
    used.add(number);
    return quotes === undefined ? "" : quotes[Number(number)];
  });
  if (quotes !== undefined && used.size !== quotes.length) throw new Error(`${quotes.length} quotes are kept for ${used.size} places`);
  return whole;
}

function mapQuotes(value: unknown, change: (quote: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => mapQuotes(one, change));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, key === "quote" ? change(one) : mapQuotes(one, change)]));
}
