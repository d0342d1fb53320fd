// A feed in one form, whichever of the four formats it came in.

/** Words of an entry, and whether they are HTML. */
export interface EntryWords {
  readonly words: string;
  readonly html: boolean;
}

/** One entry. What it does not tell is absent; dates are as written. */
export interface FeedEntry {
  /** Its guid or id, as written. */
  readonly id?: string;
  /** The address of its page (http or https). */
  readonly url?: string;
  /** May hold markup. */
  readonly title?: string;
  /** What the feed gives as the text of the entry. */
  readonly content?: EntryWords;
  /** What it gives as a description: all of the text, or its beginning. */
  readonly summary?: EntryWords;
  readonly published?: string;
  readonly updated?: string;
  readonly authors: readonly string[];
  /** The outlet that the entry was taken from, where the feed names another than itself. */
  readonly source?: string;
  readonly language?: string;
  readonly tags: readonly string[];
}

/** A feed's own words and its entries, in its order. */
export interface Feed {
  readonly title?: string;
  /** The address of the site that it is of. */
  readonly url?: string;
  readonly language?: string;
  readonly entries: readonly FeedEntry[];
  /** Milliseconds between two of its issues, as the feed says (`<ttl>`, `sy:updatePeriod`). */
  readonly pause?: number;
  /** True where the feed ends in the middle. */
  readonly cut?: true;
}

/** The fields with a value: what says nothing is absent. */
export function stated<Fields extends object>(fields: Fields): { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> } {
  const said = Object.entries(fields).filter(([, value]) => value !== undefined && !(typeof value === "string" && value.trim() === ""));
  return Object.fromEntries(said) as { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> };
}

/** An absolute http(s) address; undefined where it is none. */
export function httpAddress(written: string | undefined, base?: string): string | undefined {
  if (written === undefined || written.trim() === "") return undefined;
  const url = URL.parse(written.trim(), base);
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : undefined;
}

/** The words, as HTML where they hold a tag or a character reference: many feeds say nothing of it. */
export function wordsOf(words: string | undefined, html?: boolean): EntryWords | undefined {
  if (words === undefined || words.trim() === "") return undefined;
  return { words, html: html ?? /<\/?[a-z][^<>]*>|&(?:[a-z]{2,8}|#\d{1,7}|#x[\da-f]{1,6});/i.test(words) };
}

/** Names once each, without white space around them. */
export function names(written: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(written.flatMap((name) => name?.trim() ?? []))].filter((name) => name !== "" && name.length <= 200).slice(0, 20);
}

const HOUR = 3_600_000;
const PERIODS: Readonly<Record<string, number>> = {
  hourly: HOUR,
  daily: 24 * HOUR,
  weekly: 7 * 24 * HOUR,
  monthly: 30 * 24 * HOUR,
  yearly: 365 * 24 * HOUR,
};

/** The longer of the two pauses that a feed may tell: minutes (`ttl`), and a period with how often in it. */
export function pauseOf(
  ttl: number | undefined,
  sy: { readonly updatePeriod?: string; readonly updateFrequency?: number } | undefined,
): number | undefined {
  const period = PERIODS[sy?.updatePeriod?.trim().toLowerCase() ?? ""];
  const often = sy?.updateFrequency ?? 1;
  const pauses = [ttl === undefined ? 0 : ttl * 60_000, period === undefined ? 0 : period / (often >= 1 ? often : 1)];
  const longest = Math.max(...pauses.map((pause) => (Number.isFinite(pause) ? pause : 0)));
  return longest > 0 ? longest : undefined;
}
