// The figures of a grown ledger as a section of docs/figures.md.
import { table } from "../../src/eval/index.ts";
import type { Answers } from "./asking.ts";
import type { Checked } from "./checks.ts";
import { rateOf } from "./grow.ts";
import type { Stretch } from "./grow.ts";

/** A ledger at one size. `other`: one of the first size that grew beside a later one. Bytes on disk, and the most memory by then. */
export interface Grown {
  readonly size: number;
  readonly documents: number;
  readonly own: Stretch;
  readonly other: Stretch | undefined;
  readonly bytes: number;
  readonly peak: number;
  readonly answers: readonly Answers[];
}

/** All that a run found. `before`: bytes of memory before anything was appended. */
export interface Found {
  readonly command: string;
  readonly store: string;
  readonly base: { readonly documents: number; readonly claims: number; readonly copies: number };
  readonly grown: readonly Grown[];
  readonly checked: Checked;
  readonly seconds: number;
  readonly before: number;
  readonly window: number;
}

const whole = (value: number): string => Math.round(value).toLocaleString("en-US");
const mega = (bytes: number): string => whole(bytes / 1e6);
const milliseconds = (value: number): string => value.toFixed(value < 10 ? 1 : 0);

/** The section. */
export function report({ command, store, base, grown, checked, seconds, before, window }: Found): string {
  const rates = grown.map(({ size, documents, own, other, bytes, peak }) => [
    whole(size),
    whole(documents),
    whole(rateOf(own)),
    whole(own.claims / own.appending),
    other === undefined ? "" : whole(rateOf(other)),
    other === undefined ? "" : (rateOf(own) / rateOf(other)).toFixed(2),
    mega(bytes),
    mega(peak),
  ]);
  const answers = (grown[0]?.answers ?? []).map(({ what }, at) => [
    what,
    ...grown.flatMap((each) => {
      const one = each.answers[at];
      return one === undefined
        ? ["", ""]
        : [`${milliseconds(one.median)} / ${milliseconds(one.p95)} / ${milliseconds(one.longest)}`, String(one.count)];
    }),
  ]);
  return `## A ledger that grows, in ${store}

Printed by \`${command}\` in ${whole(seconds)} s. The text: ${whole(base.documents)} documents that tell ${whole(base.claims)} claims, and ${base.copies} copies of them in which states
are called as others of their rank are, words that tell subjects apart are exchanged for words about as rare, organisations and other names are
spelled in other letters and days moved by up to half a year; documents come in the order of their days. Each batch is appended as \`pacta read\` appends it and then
attached to the book of deals. Rates are claims a second over ${whole(window)} claims from the size on; beside, batch for batch in turn, grows a ledger of ${whole(grown[0]?.size ?? 0)}.

${table(["claims", "documents", "append and attach /s", "append alone /s", `ledger of ${whole(grown[0]?.size ?? 0)} beside /s`, "ratio", "MB on disk", "most memory, MB"], rates)}

Before anything was appended the process took ${mega(before)} MB, mostly for the text and its copies' names. Answers in milliseconds, within the process, median / p95 / longest, and how
many were asked: deals drawn by their ids, lists of 100 with what those deals tell, words of their names.

${table(["question", ...grown.flatMap(({ size }) => [`at ${whole(size)}`, "n"])], answers)}

At ${whole((grown[0]?.size ?? 0) + window)} claims: the book of ${whole(checked.deals)} deals is the same, line for line, after a rebuild (${checked.rebuilding.toFixed(1)} s); the ${whole(checked.entries)} entries verify (${checked.verifying.toFixed(1)} s); a backup takes
${checked.backingUp.toFixed(1)} s and ${mega(checked.backup)} MB.`;
}
