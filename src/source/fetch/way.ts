// The way from an address to its page: by the rules of each site on it, through redirects that lead somewhere.
import { isUtf8 } from "node:buffer";
import { PactaError, toPactaError } from "../../error.ts";
import { ask } from "./asking.ts";
import type { AskingSetting } from "./asking.ts";
import type { Answer } from "./exchange.ts";
import { webUrlOf } from "./guard.ts";
import type { FetchLimits } from "./limits.ts";
import { Refused } from "./refused.ts";
import type { Hop } from "./result.ts";
import type { RobotsAnswer, RobotsRules } from "./robots.ts";
import { isRedirect } from "./statuses.ts";

/** Where an address led. */
export interface Way {
  readonly url: URL;
  readonly hops: readonly Hop[];
  readonly answer: Answer;
}

/** What a way is gone with. Without `rulesFor` no site's rules are looked at: that is how the rules themselves are had. */
export interface WaySetting {
  readonly headers: Readonly<Record<string, string>>;
  readonly limits: FetchLimits;
  /** Milliseconds between two pages of one host, unless its rules ask for more. */
  readonly delay: number;
  readonly rulesFor?: (url: URL) => Promise<RobotsRules>;
  readonly asking: AskingSetting;
}

/** Goes the whole way. Throws coded errors and `Refused`. */
export async function follow(address: URL, setting: WaySetting): Promise<Way> {
  const { headers, limits, delay, rulesFor, asking } = setting;
  const hops: Hop[] = [];
  const seen = new Set<string>();
  for (let url = address; ;) {
    seen.add(url.href);
    const rules = await rulesFor?.(url);
    rules?.check(url);
    const pause = rules === undefined ? 0 : Math.max(delay, Math.min(rules.delay, limits.crawlDelay));
    const answer = await ask(url, { headers, limits, pause, cut: rulesFor === undefined }, asking);
    if (!isRedirect(answer.status)) return { url, hops, answer };
    hops.push({ url: url.href, status: answer.status });
    url = nextOf(url, answer);
    if (seen.has(url.href)) throw astray(`the redirects lead in a circle, back to ${url.href.slice(0, 200)}`);
    if (hops.length > limits.redirects) throw astray(`there are more than ${limits.redirects} redirects`);
  }
}

function nextOf(url: URL, { headers: { location } }: Answer): URL {
  if (location === undefined) throw astray("the server redirects and does not say where to");
  // Node gives the bytes of a header as Latin-1; addresses in UTF-8 are met in the wild.
  const bytes = Buffer.from(location, "latin1");
  return webUrlOf(isUtf8(bytes) ? bytes.toString("utf8") : location, url);
}

function astray(what: string): PactaError {
  return new PactaError("PACTA_FETCH_REDIRECTS", what, "Open the address in a browser, and give the one that it ends at");
}

/** RFC 9309: the first 500 KiB of a robots.txt count, and five redirects are followed. */
const ROBOTS = { bytes: 500 * 1024, redirects: 5 };
/** Faults of the file itself, which is then as good as none. */
const NO_FILE: ReadonlySet<string> = new Set(["PACTA_FETCH_REDIRECTS", "PACTA_FETCH_ENCODING", "PACTA_FETCH_BOMB"]);

/** The text of a robots.txt: none where the server says that it has none (4xx), trouble where it does not get to say so. */
export async function askRobots(address: URL, limits: FetchLimits, asking: AskingSetting): Promise<RobotsAnswer> {
  try {
    const { answer } = await follow(address, { headers: { accept: "text/plain,*/*;q=0.5" }, limits: { ...limits, ...ROBOTS }, delay: 0, asking });
    if (answer.status >= 200 && answer.status < 300) return { kind: "text", text: new TextDecoder().decode(answer.bytes) };
    return answer.status >= 500 ? { kind: "trouble", error: noRules(address, answer.status) } : { kind: "none" };
  } catch (thrown) {
    if (thrown instanceof Refused) return { kind: "trouble", error: noRules(address, thrown.status ?? 0) };
    const error = toPactaError(thrown);
    return NO_FILE.has(error.code) ? { kind: "none" } : { kind: "trouble", error };
  }
}

function noRules(address: URL, status: number): PactaError {
  const what = `the site's rules for programs (${address.href}) cannot be had (HTTP ${status}), and without them nothing is asked`;
  return new PactaError("PACTA_FETCH_ROBOTS_UNREACHABLE", what, "Try again later");
}
