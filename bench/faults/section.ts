// What the fault suite found, as the section of docs/figures.md that keeps it.
import { table } from "../../src/eval/index.ts";
import type { Cut } from "./cuts.ts";
import type { Flipped } from "./flipped.ts";
import type { Filled } from "./full-disk.ts";
import type { Held } from "./held.ts";
import type { Killed } from "./kills.ts";
import type { Unanswered } from "./lost-answers.ts";
import type { Restarted } from "./restarts.ts";

/** What was found on one store. Keys say how it was done. */
export interface Faults {
  readonly store: "SQLite" | "PostgreSQL";
  readonly killed: Killed;
  readonly together: Held;
  readonly restarted?: Restarted;
  readonly unanswered?: Unanswered;
  readonly filled: Readonly<Record<string, Filled>>;
  readonly flipped: Readonly<Record<string, Flipped>>;
  readonly cut: readonly Cut[];
}

/** Everything that is not as it should be, a line each. */
export function wrongsOf(faults: readonly Faults[]): readonly string[] {
  return faults.flatMap(({ store, killed, together, restarted, unanswered, filled, flipped, cut }) =>
    [killed, together, restarted, unanswered, ...Object.values(filled), ...Object.values(flipped), ...cut].flatMap((found) =>
      (found?.wrongs ?? []).map((wrong) => `${store}: ${wrong}`),
    ),
  );
}

/** The section. */
export function sectionOf(faults: readonly Faults[], { seed, seconds }: { readonly seed: number; readonly seconds: number }): string {
  return `## Faults

Printed by \`npm run bench -- faults\` (seed ${seed}, ${seconds.toFixed(0)} s): processes append reports, decisions of a person and now and then a redaction, keep
the book of deals, and say of each thing that it is done. What the ledger holds after a fault is held against what was acknowledged: every
entry as it was written, nothing twice, nothing that nobody wrote, the chain verified, the book equal to one that is made anew, and no word
of a redacted document in any byte of a file. ${figure(wrongsOf(faults).length)} such findings.

${table(["fault", "store", "times", "acknowledged entries", "lost"], faults.flatMap(lossRows))}

${faults.map(remarks).join("\n")}

### Damage

One bit of an entry is changed, drawn evenly over entries and the parts of their rows; \`verify\` names the entry, or, where the server
gives nothing of a damaged page, the first entry of that page; the command \`pacta verify\` says the same of every hundredth. In SQLite's file one byte of a row is left out, which SQLite does not read.

${table(["bits changed", "store", "n", "that entry named", "another named", "unnoticed"], faults.flatMap(flipRows))}

### Cuts

${table(["what was cut", "store", "n", "noticed", "noticed by `--head`"], faults.flatMap(cutRows))}`;
}

function lossRows(faults: Faults): readonly (readonly string[])[] {
  const { store, killed, together, restarted, unanswered, filled } = faults;
  const row = (what: string, times: number, { acknowledged, lost }: Pick<Held, "acknowledged" | "lost">) => [
    what,
    store,
    figure(times),
    figure(acknowledged),
    figure(lost),
  ];
  return [
    row("kill -9 of the writer", killed.kills, killed),
    row("two writers at once", 1, together),
    ...(restarted === undefined ? [] : [row("server down under two writers", restarted.falls, restarted)]),
    ...(unanswered === undefined ? [] : [row("line lost at a commit", unanswered.losses, unanswered)]),
    ...Object.entries(filled).map(([what, found]) => row(what, found.disks, found)),
  ];
}

function remarks({ store, killed, restarted, unanswered, filled }: Faults): string {
  const lines = [
    `${figure(killed.early)} of the kills came before the writer had acknowledged anything; ${figure(killed.unacknowledged)} entries were written whose acknowledgement the kill cut off; ${figure(killed.redacted)} documents were redacted; ${figure(killed.deals)} deals.`,
    ...(restarted === undefined
      ? []
      : [
          `The server was stopped, crashed or had a process killed, in turns; ${figure(restarted.gaveUp.length)} times a writer gave up${codes(restarted.gaveUp)}.`,
        ]),
    ...(unanswered === undefined
      ? []
      : [
          `With lines that were lost at a commit the server crashed ${figure(unanswered.crashes)} times; ${figure(unanswered.failed)} appends failed.`,
        ]),
    ...Object.entries(filled).map(
      ([what, { ended, reopened }]) =>
        `${what[0]?.toUpperCase()}${what.slice(1)}: writers ended${codes(ended)}${reopened.length === 0 ? "" : `; opened and verified while it was full${codes(reopened)}`}.`,
    ),
  ];
  return `- ${store}. ${lines.join(" ")}`;
}

/** ` with A (3), B (1)`, nothing where there is none. */
function codes(list: readonly string[]): string {
  const counts = [...Map.groupBy(list, (code) => code)].map(([code, all]) => `\`${code}\` (${all.length})`);
  return counts.length === 0 ? "" : ` with ${counts.join(", ")}`;
}

function flipRows({ store, flipped }: Faults): readonly (readonly string[])[] {
  return Object.entries(flipped).map(([what, { flips, named, elsewhere, wrongs }]) => [
    what,
    store,
    figure(flips),
    figure(named),
    figure(elsewhere),
    figure(wrongs.length),
  ]);
}

function cutRows({ store, cut }: Faults): readonly (readonly string[])[] {
  return cut.map(({ what, cuts, alone, byHead }) => [what, store, figure(cuts), figure(alone), figure(byHead)]);
}

function figure(value: number): string {
  return value.toLocaleString("en");
}
