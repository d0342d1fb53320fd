// A line that names who wrote a report, with its day, as sites write it under a headline.
import { isStamp } from "./calendar.ts";

const NAMES = /^(?:[Bb]y:? |BY:? )?\p{Lu}[\p{L}.'’-]*(?:(?:,| and|)(?: (?:de|van|von|al|bin))? \p{Lu}[\p{L}.'’-]*){1,7}$/u;

/** The names in a line of names and days apart by bars or dots ("Ann Lee | 20 January 2015 | 3 min read"); undefined for any other. */
export function signedNames(line: string): string | undefined {
  if (line.length > 160) return undefined;
  const parts = line.split(/\s*[|•·]\s*/).filter((part) => part !== "");
  const [names, ...stamps] = parts.toSorted((a, b) => Number(isStamp(a)) - Number(isStamp(b)));
  return names !== undefined && stamps.length > 0 && stamps.every(isStamp) && NAMES.test(names) ? names : undefined;
}
