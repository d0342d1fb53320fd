// Who a report says that it has its words from, and under which names an outlet is credited by others.
import type { Document } from "../document.ts";
import type { NearRules } from "./rules.ts";

/** What credits are read from. */
export type Credited = Pick<Document, "text" | "blocks" | "sources" | "byline" | "url" | "origin">;

/** Labels of hosts that tell no outlet: "co" of co.uk, "com" of com.cn. */
const REGISTRY: ReadonlySet<string> = new Set(["ac", "co", "com", "edu", "gob", "gouv", "gov", "net", "or", "org"]);
/** Characters that the name of an agency has at most; see agencies.tsv. */
export const LONGEST_NAME = 60;
const OPENED = new Set(["dateline", "byline", "credit", "tail"]);

/** Names in a document that may be those of outlets. They are found without knowing any, so that what is learnt of outlets later needs no text. */
export interface Names {
  /** That the input cites, as `nameKey` writes them. */
  readonly cited: readonly string[];
  /** What stands by itself in datelines, bylines, credits and tails, in small letters. */
  readonly carried: readonly string[];
}

/** The names in a document, each list in order. */
export function namesIn({ text, blocks, sources, byline, origin }: Credited): Names {
  const declared = [...(origin?.outlet === undefined ? [] : [origin.outlet]), ...ownName(hostOf(origin?.url) ?? "")];
  const cited = [...sources.flatMap((source) => source.split(/ via |, (?=via )/)), ...declared].map(nameKey);
  const lines = blocks.filter(({ kind }) => OPENED.has(kind)).map(({ start, end }) => text.slice(start, end));
  const carried = [...lines, byline ?? ""].flatMap(partsOf).map((part) => part.toLowerCase());
  return { cited: inOrder(cited), carried: inOrder(carried.filter((part) => part.length <= LONGEST_NAME)) };
}

/** The names of outlets that a document cites or carries words of, as `nameKey` writes them, in order. `agencies` are in small letters. */
export function creditsAmong({ cited, carried }: Names, agencies: ReadonlySet<string>): string[] {
  return inOrder([...cited, ...carried.filter((part) => agencies.has(part)).map(nameKey)]);
}

function inOrder(names: readonly string[]): string[] {
  return [...new Set(names)].filter((name) => name !== "").sort();
}

/** The host of an address. */
export function hostOf(url: string | undefined): string | undefined {
  const host = url === undefined ? undefined : URL.parse(url)?.hostname;
  return host === "" ? undefined : host;
}

/** The names under which others credit the outlet at a host, as `nameKey` writes them. */
export function outletsAt(host: string | undefined, { outlets }: NearRules): string[] {
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
