// What a run of `pacta read` came to, counted document by document, and told at its end.
import type { CoderAccount } from "../coder/index.ts";
import type { PactaError } from "../error.ts";
import type { Failure } from "../source/index.ts";
import type { FOREIGN, Taken } from "../intake/index.ts";

/** The counts of a run so far. `seen` and `analysed` count sentences; `abstained`, `failed` and `passed` are by reason, by code and by what it was. */
export interface Tally {
  documents: number;
  added: number;
  reread: number;
  known: number;
  foreign: number;
  /** Pages that are as they were when they were read. */
  unchanged: number;
  claims: number;
  readonly abstained: Map<string, number>;
  readonly failed: Map<string, number>;
  /** Records of archives that hold no page to read. */
  readonly passed: Map<string, number>;
  /** By code, what is to be known of documents that were read all the same. */
  readonly noted: Map<string, number>;
}

/** No counts yet. */
export function newTally(): Tally {
  const counts = { documents: 0, added: 0, reread: 0, known: 0, foreign: 0, unchanged: 0, claims: 0 };
  return { ...counts, abstained: new Map(), failed: new Map(), passed: new Map(), noted: new Map() };
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** The number of failures. */
export function failures({ failed }: Tally): number {
  return [...failed.values()].reduce((sum, count) => sum + count, 0);
}

/** Counts one record that was passed over. Of the names that servers make up only the first are told apart. */
export function countPassed({ passed }: Tally, what: string): void {
  add(passed, passed.has(what) || passed.size < MOST_KINDS ? what : "other");
}

const MOST_KINDS = 50;

/** What a document in another language has instead of claims; the part that says so is not loaded to show a help. */
const NOT_READ: typeof FOREIGN = "not-english";

/** Counts one result. */
export function count(tally: Tally, result: Taken | Failure): void {
  if (result.kind === "failure") return add(tally.failed, result.error.code);
  tally.documents += 1;
  tally.claims += result.reading.claims.length;
  if (result.appended === "document") tally.added += 1;
  if (result.appended === "reading") tally.reread += 1;
  if (result.known) tally.known += 1;
  for (const { reason } of result.reading.abstained) {
    if (reason === NOT_READ) tally.foreign += 1;
    else add(tally.abstained, reason);
  }
}

/** Counts what is to be known of a document that is read all the same. */
export function countNote(tally: Tally, { code }: PactaError): void {
  add(tally.noted, code);
}

/** What the run cost and where it went. */
export interface Run {
  readonly seconds: number;
  /** Of the process and its workers, in MiB. */
  readonly peakMemory: number;
  /** Sentences seen, and those that the lexical pass let through to the model. */
  readonly sentences: { readonly seen: number; readonly analysed: number };
  /** The ledger's place and head; absent where nothing was kept. */
  readonly ledger?: { readonly location: string; readonly seq: number; readonly hash: string };
  readonly interrupted: boolean;
  /** What the second coder did and cost; absent where there was none. */
  readonly coder?: CoderAccount;
}

/** The summary as data (`--json`). */
export function summaryOf(tally: Tally, run: Run): Record<string, unknown> {
  const rate = run.seconds > 0 ? Number((tally.documents / run.seconds).toFixed(2)) : null;
  const counts = (map: ReadonlyMap<string, number>): Record<string, number> => Object.fromEntries([...map].sort(byCount));
  const { abstained, failed, passed, noted, added, unchanged, ...rest } = tally;
  const same = unchanged === 0 ? {} : { unchanged };
  const notes = noted.size === 0 ? {} : { noted: counts(noted) };
  const cost = { seconds: Number(run.seconds.toFixed(3)), rate, peakMemory: Math.round(run.peakMemory) };
  return { ...rest, ...same, new: added, abstained: counts(abstained), failed: counts(failed), passed: counts(passed), ...notes, ...run, ...cost };
}

function byCount(a: readonly [string, number], b: readonly [string, number]): number {
  return b[1] - a[1] || (a[0] < b[0] ? -1 : 1);
}

/** The summary for people, one line a matter. */
export function summaryText(tally: Tally, run: Run): string {
  const { seconds, peakMemory, sentences, ledger, coder } = run;
  const rate = seconds > 0 ? `, ${(tally.documents / seconds).toFixed(1)} a second` : "";
  const rows: [string, string][] = [
    ["documents", `${tally.documents} in ${seconds.toFixed(1)} s${rate}, peak memory ${Math.round(peakMemory)} MiB`],
    ["new", `${tally.added}${tally.reread === 0 ? "" : `, and ${tally.reread} read again by this version`}`],
    ["already known", String(tally.known)],
    ...(tally.unchanged === 0 ? [] : [["unchanged", `${tally.unchanged} (their servers say so)`] as [string, string]]),
    ...(tally.foreign === 0 ? [] : [["not English", `${tally.foreign} (recorded, not read)`] as [string, string]]),
    ["claims", String(tally.claims)],
    ["abstained", listed(tally.abstained)],
    ["failed", listed(tally.failed)],
    ...(tally.passed.size === 0 ? [] : [["passed over", listed(tally.passed)] as [string, string]]),
    ...(tally.noted.size === 0 ? [] : [["noted", listed(tally.noted)] as [string, string]]),
    ["sentences", `${sentences.analysed} of ${sentences.seen} let through to the model`],
    ...(coder === undefined ? [] : coderRows(coder)),
    ["ledger", ledger === undefined ? "none (dry run)" : `${ledger.location}, entry ${ledger.seq}, head ${ledger.hash}`],
  ];
  const shown = ledger === undefined ? rows.filter(([name]) => name !== "new" && name !== "already known") : rows;
  return `${shown.map(([name, value]) => `${name.padEnd(14)}${value}`).join("\n")}\n`;
}

function coderRows({ name, documents, claims, requests, retries, tokens, estimated, cost, errors, stopped }: CoderAccount): [string, string][] {
  const { coded, failed, unasked } = documents;
  const trouble = failed === 0 ? "" : ` (${listed(new Map(Object.entries(errors)))})`;
  const about = estimated ? "about " : "";
  return [
    [
      "second coder",
      `${name}: ${coded} documents coded, ${failed} failed${trouble}, ${unasked} not asked${stopped === undefined ? "" : `: ${stopped}`}`,
    ],
    ["its claims", `${claims.told} given, ${claims.agreed} of the reader's too, ${claims.added} added`],
    [
      "its cost",
      `${about}${tokens.sent} tokens sent, ${tokens.answered} answered${cost === undefined ? "" : `, ${cost} by the prices given`}; ${requests} requests, ${retries} of them again`,
    ],
  ];
}

/** `12: no-party 9, speculation 3`, the most frequent first. */
function listed(counts: ReadonlyMap<string, number>): string {
  const parts = [...counts].sort(byCount);
  const sum = parts.reduce((total, [, count]) => total + count, 0);
  return parts.length === 0 ? "0" : `${sum}: ${parts.map(([name, count]) => `${name} ${count}`).join(", ")}`;
}
