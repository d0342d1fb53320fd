// The comparison as a page's section: one table for each number of cores, start-up and memory beside it.
import { table } from "../../src/eval/index.ts";
import type { Runner, Starter } from "./contest.ts";
import type { Outcome } from "./outcome.ts";
import { rowOf, type Compared } from "./rounds.ts";

/** The text that was read, counted. Words are parted by white space, the same for both sides. */
export interface Text {
  readonly items: number;
  readonly words: number;
}

/** The runs on so many cores. */
export interface Runs {
  readonly cores: number;
  readonly outcomes: ReadonlyMap<Runner, readonly Outcome[]>;
}

type Per = (outcome: Outcome) => number;

const HEAD = ["", "Pacta", "spaCy", "ratio"];

/** Rates of the model alone and of reading, the peer's whole pipeline beside both. */
export function rateTable(text: Text, { outcomes }: Runs): string {
  const perSecond =
    (count: (outcome: Outcome) => number): Per =>
    (outcome) =>
      count(outcome) / outcome.seconds;
  const words = perSecond(() => text.words);
  const items = perSecond(() => text.items);
  const compared = (what: string, runner: Runner, per: Per): Compared => ({
    what,
    ours: (outcomes.get(runner) ?? []).map(per),
    peer: outcomes.get("peer")?.map(per),
  });
  const rows: readonly Compared[] = [
    compared("model alone, every sentence: words/s", "model", words),
    compared(
      "the same, words/s by its own splitting",
      "model",
      perSecond(({ tokens = 0 }) => tokens),
    ),
    compared(
      "the same, sentences/s by its own splitting",
      "model",
      perSecond(({ sentences = 0 }) => sentences),
    ),
    compared("the same, words a second of processor time", "model", ({ processor = Number.NaN }) => text.words / processor),
    compared("reading into claims, lexical pass on: items/s", "read", items),
    compared("the same, items a second of processor time", "read", ({ processor = Number.NaN }) => text.items / processor),
    compared("`pacta read` into a ledger: items/s", "ledger", items),
  ];
  // Workers do not tell their processor time.
  return table(HEAD, rows.filter(({ ours }) => ours.every(Number.isFinite)).map(rowOf));
}

/** The most memory of each side, its workers or processes together, in MB. */
export function memoryTable({ outcomes }: Runs): string {
  const of = (runner: Runner): readonly number[] | undefined => outcomes.get(runner)?.map(({ memory }) => memory);
  const compared = (what: string, runner: Runner): Compared => ({ what, ours: of(runner) ?? [], peer: of("peer") });
  const rows = [compared("model alone", "model"), compared("reading into claims", "read"), compared("`pacta read` into a ledger", "ledger")];
  return table(HEAD, rows.map(rowOf));
}

/** Seconds from the start of a process to its first result. */
export function startTable(starts: ReadonlyMap<Starter, readonly number[]>): string {
  const compared = (what: string, starter: Starter): Compared => ({ what, ours: starts.get(starter) ?? [], peer: starts.get("peer") });
  const rows = [
    compared("`pacta parse` of one line", "parse"),
    compared("library: first sentence", "first"),
    compared("library: first document read into claims", "first-document"),
  ];
  return table(HEAD, rows.map(rowOf));
}
