// Copies of one report and where they come from. Nothing here knows in which order documents came.
import type { Document } from "../document.ts";
import { areCopies } from "./copies.ts";
import { creditsAmong, hostOf, namesIn, outletsAt } from "./credit.ts";
import type { Names } from "./credit.ts";
import type { NearRules } from "./rules.ts";
import { signatureOf } from "./signature.ts";
import type { Signature } from "./signature.ts";

/** What is kept of a document to find its copies and their origin. */
export interface NearRow {
  readonly id: string;
  /** The day of publication (`YYYY-MM-DD`), where it is known. */
  readonly day?: string;
  readonly signature: Signature;
  /** Names under which others credit its outlet. */
  readonly outlets: readonly string[];
  /** Names of the outlets that it credits. */
  readonly credits: readonly string[];
}

/** Documents that are copies of one report, and the one that the others have it from. */
export interface Cluster {
  readonly origin: string;
  /** Ids in order, the origin's among them. */
  readonly members: readonly string[];
}

/** What is known of outlets and their copies. */
export interface NearSetting {
  readonly rules: NearRules;
  /** Names of agencies in small letters, as the furniture has them. */
  readonly agencies: ReadonlySet<string>;
}

/** What a row is made of, and all of it that hangs on the document alone: it can be kept, whatever is learnt of outlets. */
export interface NearPrint {
  readonly signature: Signature;
  readonly host?: string;
  readonly names: Names;
}

/** The print of a document. */
export function nearPrintOf(document: Document): NearPrint {
  const host = hostOf(document.url);
  return { signature: signatureOf(document), ...(host === undefined ? {} : { host }), names: namesIn(document) };
}

/** The row of a document of which the print was kept. */
export function rowOfPrint(id: string, day: string | undefined, { signature, host, names }: NearPrint, { rules, agencies }: NearSetting): NearRow {
  const on = day === undefined ? {} : { day };
  return { id, ...on, signature, outlets: outletsAt(host, rules), credits: creditsAmong(names, agencies) };
}

/** The row of a document. */
export function nearRowOf(document: Document, setting: NearSetting): NearRow {
  return rowOfPrint(document.id, document.published?.day, nearPrintOf(document), setting);
}

/**
 * True where two documents are copies of one report: alike, and published within the window of each other. Texts that are no set phrases
 * are copies at any distance if they say the same word for word, and are compared where a day is unknown.
 */
export function areOneReport(a: NearRow, b: NearRow, rules: NearRules): boolean {
  const same = a.signature.digest === b.signature.digest;
  const lasting = Math.min(a.signature.runs, b.signature.runs) >= rules.lasting;
  if (a.day === undefined || b.day === undefined) return same || (lasting && areCopies(a.signature, b.signature, rules));
  if (daysBetween(a.day, b.day) > rules.window) return same && lasting;
  return areCopies(a.signature, b.signature, rules);
}

/** The cluster of these rows, of which there must be one. The origin was published first; of equals another member credits it; of equals its id comes first. */
export function clusterOfRows(rows: readonly NearRow[]): Cluster {
  const credited = (row: NearRow): boolean => rows.some((other) => other.id !== row.id && row.outlets.some((name) => other.credits.includes(name)));
  const first = rows.reduce((early, row) => ((row.day ?? LAST) < early ? (row.day ?? LAST) : early), LAST);
  const early = rows.filter((row) => (row.day ?? LAST) === first);
  const named = early.filter(credited);
  const members = rows.map(({ id }) => id).sort();
  const origins = (named.length > 0 ? named : early).map(({ id }) => id).sort();
  return { origin: origins[0] ?? "", members };
}

/** Sorts behind every day. */
const LAST = "9999-99-99";

const MS_A_DAY = 86_400_000;

/** The number of a day, in which windows are sums. */
export function dayNumber(day: string): number {
  return Date.parse(day) / MS_A_DAY;
}

function daysBetween(a: string, b: string): number {
  return Math.abs(dayNumber(a) - dayNumber(b));
}

/** The day so many days later. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * MS_A_DAY).toISOString().slice(0, 10);
}
