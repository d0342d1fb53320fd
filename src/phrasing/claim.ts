// How days, sums, parties and claims are written for people. Machines get the JSON.
import type { Bounds, Interval } from "../deal/index.ts";
import type { Claim, Item, Money, Party, Source } from "../reading/index.ts";

/** Bounds as short as they can be said: `2007`, `2007-12`, `2015-01-20`, `2010 to 2015-01-20`, `by 2015-01-20`, `from 2026`, `day unknown`. */
export function boundsText({ earliest, latest }: Bounds): string {
  if (earliest === undefined) return latest === undefined ? "day unknown" : `by ${latest}`;
  if (latest === undefined) return `from ${earliest}`;
  if (earliest === latest) return earliest;
  const [year, month] = [earliest.slice(0, 4), earliest.slice(0, 7)];
  if (earliest === `${year}-01-01` && latest === `${year}-12-31`) return year;
  if (earliest === `${month}-01` && latest === lastDayOf(month)) return month;
  return `${earliest} to ${latest}`;
}

/** Since when a state holds: `since 2010`, `since 2016-04-26 at the latest`, `since when is not told`. */
export function sinceText({ earliest, latest }: Bounds): string {
  if (earliest === undefined) return latest === undefined ? "since when is not told" : `since ${latest} at the latest`;
  return latest === undefined ? `since ${earliest} at the earliest` : `since ${boundsText({ earliest, latest })}`;
}

const UNITS = { Y: "year", M: "month", W: "week", D: "day" } as const;

/** How often something comes again, by an ISO 8601 length: `every year`, `every 2 years`. */
function oftenText(length: string): string {
  const [, count = "", unit = "Y"] = /^P(\d+)([YMWD])$/.exec(length) ?? [];
  const name = UNITS[unit as keyof typeof UNITS];
  return count === "1" ? `every ${name}` : `every ${count} ${name}s`;
}

/** When a deal holds: `from 2010-04-21 until 2042`, `from 2014-05-21 at the latest until 2030-01-01 at the earliest, every year`; an end that nobody tells is left out. */
export function intervalText({ from, to, recurs }: Interval): string {
  const end = to.earliest === undefined && to.latest === undefined ? "" : ` until ${onceText(to)}`;
  return `from ${onceText(from)}${end}${recurs === undefined ? "" : `, ${oftenText(recurs)}`}`;
}

/** A day behind "from" or "until". */
function onceText({ earliest, latest }: Bounds): string {
  if (earliest === undefined) return latest === undefined ? "a day that is not told" : `${latest} at the latest`;
  if (latest === undefined) return `${earliest} at the earliest`;
  const text = boundsText({ earliest, latest });
  return text.includes(" to ") ? `between ${earliest} and ${latest}` : text;
}

function lastDayOf(month: string): string {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return `${month}-${new Date(Date.UTC(year, number, 0)).getUTCDate()}`;
}

const compact = new Intl.NumberFormat("en", { notation: "compact", compactDisplay: "long", maximumFractionDigits: 3 });
const BOUNDS = { exact: "", about: "about ", min: "at least ", max: "up to " } as const;

/** `USD 800 million`, `up to AUD 5.5 billion (compensation)`; a plain value needs no kind. */
export function moneyText({ amount, currency, kind, bound }: Money): string {
  return `${BOUNDS[bound]}${currency} ${compact.format(amount)}${kind === "value" ? "" : ` (${kind})`}`;
}

/** `5 battalion S-300PMU-1`. */
export function itemText({ name, quantity, unit }: Item): string {
  return [quantity, unit, name].filter((part) => part !== undefined).join(" ");
}

/** `Russia`, `Russia by Sergei Shoigu`. */
function partyText({ name, via }: Party): string {
  return via === undefined || via === name ? name : `${name} by ${via}`;
}

/** `Russia → Iran`, `Russia, Iran`, `→ Iran` where nobody is told to act. */
export function partiesText({ actors, targets }: Pick<Claim, "actors" | "targets">): string {
  const [from, to] = [actors, targets].map((parties) => parties.map(partyText).join(", "));
  return [from, to === "" ? "" : `→ ${to}`].filter((part) => part !== "").join(" ");
}

/** The act as the text presents it: `sign`, `deliver, planned`, `not deliver`. */
export function actText({ act, mode, negated }: Pick<Claim, "act" | "mode" | "negated">): string {
  return `${negated ? "not " : ""}${act}${mode === "actual" ? "" : `, ${mode}`}`;
}

/** `Sergei Shoigu (Russian Defense Minister), by Russian news agencies`; empty where the document itself says so. */
export function sourcesText(sources: readonly Source[]): string {
  return sources
    .map(({ name, role, channel }) => `${name}${role === undefined ? "" : ` (${role})`}${channel === undefined ? "" : `, by ${channel}`}`)
    .join(", says ");
}

/** What a claim is about, beside its parties: object, goods, sums, reason. */
export function matterText({ object, items, money, reason }: Pick<Claim, "object" | "items" | "money" | "reason">): string {
  return [object, ...items.map(itemText), ...money.map(moneyText), reason === undefined ? undefined : `because of ${reason}`]
    .filter((part) => part !== undefined)
    .join("; ");
}

/** Quoted words, or that they were redacted. */
export function wordsText(quote: string): string {
  return quote === "" ? "(words redacted)" : `“${oneLine(quote)}”`;
}

/** An id that a person can still tell: hashes are cut to 12 digits. */
export function idText(id: string): string {
  return id.replace(/^(sha256:)?([0-9a-f]{12})[0-9a-f]{28,}$/, "$1$2");
}

/** Text on one line, its white space made single. */
export function oneLine(text: string): string {
  return text.replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, " ").trim();
}
