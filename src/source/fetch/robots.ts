// robots.txt after RFC 9309: asked once for each origin and kept for a day; where there is none all is open, where the server
// has trouble nothing is. The rules are read by a library; it is shown no more than the groups that can be about us.
import robotsParser from "robots-parser";
import { PactaError } from "../../error.ts";
import type { Clock } from "../../clock.ts";

/** What asking for a robots.txt came to: its text, that there is none, or that it cannot be told. */
export type RobotsAnswer =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "none" }
  | { readonly kind: "trouble"; readonly error: PactaError };

/** What is kept of an origin. */
export interface RobotsRules {
  /** Throws `PACTA_FETCH_ROBOTS` where the address is closed to us, and what went wrong where the rules could not be had. */
  readonly check: (url: URL) => void;
  /** Milliseconds between two requests, as the origin wishes. */
  readonly delay: number;
}

/** The name that rules are addressed to. */
export const ROBOT = "pacta";
const DAY = 24 * 3600 * 1000;
/** After trouble the file is asked for again, but not for every page. */
const TROUBLE = 5 * 60 * 1000;
/** Origins whose rules are kept. */
const MOST = 500;

/** The rules of each origin, by its address, asked for when they are first needed. */
export function createRobots(ask: (address: URL) => Promise<RobotsAnswer>, clock: Clock): (url: URL) => Promise<RobotsRules> {
  const kept = new Map<string, { until: number; readonly rules: Promise<RobotsRules> }>();
  return (url) => {
    const known = kept.get(url.origin);
    if (known !== undefined && known.until > clock.now()) return known.rules;
    const oldest = kept.size >= MOST ? kept.keys().next().value : undefined;
    if (oldest !== undefined) kept.delete(oldest);
    const address = new URL("/robots.txt", url);
    const entry = {
      until: clock.now() + DAY,
      rules: ask(address).then((answer) => {
        if (answer.kind === "trouble") entry.until = clock.now() + TROUBLE;
        return rulesOf(answer, address);
      }),
    };
    kept.delete(url.origin);
    kept.set(url.origin, entry);
    return entry.rules;
  };
}

function rulesOf(answer: RobotsAnswer, address: URL): RobotsRules {
  if (answer.kind === "none") return { check: () => undefined, delay: 0 };
  if (answer.kind === "trouble") {
    const { error } = answer;
    return {
      check: () => {
        throw error;
      },
      delay: 0,
    };
  }
  const text = aboutUs(answer.text);
  const robots = robotsParser(address.href, text);
  const stars = charactersWithStars(text);
  const seconds = robots.getCrawlDelay(ROBOT) ?? 0;
  return {
    check: (url) => {
      if (stars * url.href.length > MOST_WORK) throw closed("are too involved for so long an address", address);
      if (robots.isAllowed(url.href, ROBOT) === false) throw closed("close the page", address);
    },
    delay: Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : 0,
  };
}

function closed(why: string, address: URL): PactaError {
  const what = `the site's rules for programs ${why} (${address.href})`;
  return new PactaError("PACTA_FETCH_ROBOTS", what, "Ask the site, or save the page with a browser and read the file");
}

/** The parser holds patterns with stars against every part of an address: characters of the one times the other, bounded to a second of work. */
const MOST_WORK = 300_000_000;

function charactersWithStars(text: string): number {
  return text.split("\n").reduce((sum, line) => (/:.*\*/.test(line) && !/^user-agent:/i.test(line) ? sum + line.length : sum), 0);
}

/**
 * The file with each group's names cut down to ours, everybody's, and one that stands for all others: the parser keeps
 * every rule once for each name, which a hostile file of half a megabyte would make gigabytes. Lines too long for any path go.
 */
export function aboutUs(text: string): string {
  const names = new Set<string>();
  const kept: string[] = [];
  for (const line of text.replace(/^\ufeff/, "").split(/\r\n?|\n/)) {
    if (line.length > LONGEST_LINE || line.trim() === "") continue;
    const name = /^\s*user-agent\s*:\s*([^#]*)/i.exec(line)?.[1];
    if (name === undefined) {
      names.clear();
      kept.push(line);
      continue;
    }
    const known = nameOf(name);
    if (!names.has(known)) kept.push(`User-agent: ${known}`);
    names.add(known);
  }
  return kept.join("\n");
}

const LONGEST_LINE = 2048;

function nameOf(written: string): string {
  const name = written
    .trim()
    .toLowerCase()
    .replace(/[/\s].*$/s, "");
  return name === "*" || name === ROBOT ? name : "another";
}
