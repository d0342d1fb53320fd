// Who a report says that it has its words from, and under which names an outlet is credited by others.
import type { Document } from "../document.ts";
import type { NearRules } from "./rules.ts";

/** What credits are read from. */
export type Credited = Pick<Document, "text" | "blocks" | "sources" | "byline" | "url">;

/** Labels of hosts that tell no outlet: "co" of co.uk, "com" of com.cn. */
const REGISTRY: ReadonlySet<string> = new Set(["ac", "co", "com", "edu", "gob", "gouv", "gov", "net", "or", "org"]);
const OPENED = new Set(["dateline", "byline", "credit", "tail"]);

/** The names of outlets that a document cites or carries words of, as `nameKey` writes them, in order. `agencies` are in small letters. */
export function creditsOf({ text, blocks, sources, byline }: Credited, agencies: ReadonlySet<string>): string[] {
  const cited = sources.flatMap((source) => source.split(/ via |, (?=via )/));
  const carried = blocks.filter(({ kind }) => OPENED.has(kind)).flatMap(({ start, end }) => partsOf(text.slice(start, end)));
  const agents = [...carried, ...partsOf(byline ?? "")].filter((part) => agencies.has(part.toLowerCase()));
  return [...new Set([...cited, ...agents].map(nameKey))].filter((name) => name !== "").sort();
}

/** The names under which others credit the outlet at an address, as `nameKey` writes them. */
export function outletsOf(url: string | undefined, { outlets }: NearRules): string[] {
  const host = url === undefined ? undefined : URL.parse(url)?.hostname;
  if (host === undefined) return [];
  const listed = Object.entries(outlets).find(([name]) => host === name || host.endsWith(`.${name}`));
  return [...new Set((listed?.[1] ?? ownName(host)).map(nameKey))];
}

/** A name without what is not always written: case, article, signs. */
export function nameKey(name: string): string {
  return name
    .toLowerCase()
    .replace(/^(?:the|via)\s+/, "")
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** The label that somebody chose for the host. */
function ownName(host: string): string[] {
  const labels = host.split(".").slice(0, -1);
  const chosen = labels.findLast((label, at) => at === 0 || !REGISTRY.has(label));
  return chosen === undefined || /^\d+$/.test(chosen) ? [] : [chosen];
}

/** What stands by itself in a line of credits: "PARIS, Jan 5 (Reuters) -" has "PARIS", "Jan 5" and "Reuters". */
function partsOf(words: string): string[] {
  return words
    .split(/[()/,;:|—–-]| and | for | via /)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
