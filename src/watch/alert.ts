// What whoever watches is told: one change of one deal with the words that say it, what old reports changed in sum, or a test.
import { createHash } from "node:crypto";
import { sameThreads } from "../deal/index.ts";
import type { DealChange, Threads, ToldChange } from "../deal/index.ts";
import { short } from "../phrasing/index.ts";
import type { Watch } from "./watch.ts";

/** A deal as an alert names it. */
export interface AlertDeal {
  readonly id: string;
  readonly name: string;
  readonly kind: DealChange["kind"];
}

/** What of a deal changed without being news. */
export interface DigestLine {
  readonly root: string;
  readonly deal: AlertDeal;
  readonly before: Threads;
  readonly after: Threads;
  readonly conflicts: readonly string[];
  readonly gone?: true;
}

interface Common {
  /** The same for the same change, however often it is worked out or delivered. */
  readonly id: string;
  readonly watch: { readonly id: string; readonly name: string };
  /** The last entry of the ledger that it tells of, and the instant at which that was appended. */
  readonly seq: number;
  readonly at: string;
}

/** One change of one deal that news brought: `told` holds the claims that say so. */
export interface ChangeAlert extends Common {
  readonly kind: "change";
  readonly deal: AlertDeal;
  readonly before: Threads;
  readonly after: Threads;
  readonly conflicts: readonly string[];
  readonly told: readonly ToldChange[];
}

/** What old reports, newer readers and people's decisions changed; `more` changes of other deals are left out. `missed`: some changes are too old to be told. */
export interface Digest extends Common {
  readonly kind: "digest";
  readonly lines: readonly DigestLine[];
  readonly more: number;
  readonly missed?: true;
}

/** Nothing changed: somebody asks whether a way works. */
export interface TestAlert extends Common {
  readonly kind: "test";
}

/** What whoever watches is told. */
export type Alert = ChangeAlert | Digest | TestAlert;

/** A digest that is still gathered: from when (an instant) and from which entry on. */
export interface OpenDigest {
  readonly watch: string;
  readonly opened: string;
  readonly from: number;
  readonly seq: number;
  readonly at: string;
  readonly lines: readonly DigestLine[];
  readonly more: number;
  readonly missed?: true;
}

const DIGITS = 32;

function idOf(kind: string, ...parts: readonly unknown[]): string {
  return `${kind}-${createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, DIGITS)}`;
}

/** Characters of evidence that an alert holds: a sentence has fewer. */
const MOST_WORDS = 4000;

/** The alert of a change. */
export function alertOf({ id, name }: Watch, change: DealChange): ChangeAlert {
  const { seq, at, root, before, after, conflicts, told } = change;
  return {
    id: idOf("alert", id, root, seq, before, after, conflicts),
    kind: "change",
    watch: { id, name },
    seq,
    at,
    deal: { id: change.id, name: change.name, kind: change.kind },
    before,
    after,
    conflicts,
    told: told.map((one) => ({ ...one, words: short(one.words, MOST_WORDS) })),
  };
}

/** True for a change after which a deal is other than it was: one that only names it anew tells nobody anything. */
export function isOther({ before, after, conflicts }: Pick<DealChange, "before" | "after" | "conflicts">): boolean {
  return conflicts.length > 0 || !sameThreads(before, after);
}

/** The digest that was gathered; undefined where in the end nothing is other than it was. */
export function digestOf({ id, name }: Watch, { from, seq, at, lines, more, missed }: OpenDigest): Digest | undefined {
  const other = lines.filter(isOther);
  if (other.length + more === 0 && missed !== true) return undefined;
  const rest = { watch: { id, name }, seq, at, lines: other, more, ...(missed === true ? { missed } : {}) };
  return { id: idOf("digest", id, from, seq), kind: "digest", ...rest };
}

/** A test of a watch's ways at an instant. */
export function testOf({ id, name }: Watch, seq: number, at: string): TestAlert {
  return { id: idOf("test", id, at), kind: "test", watch: { id, name }, seq, at };
}

/** Deals that a digest names; a back-filled year changes thousands. */
const MOST_LINES = 200;

/** A digest with one change more: of a deal that it has, the line goes from what was before the first to what is after the last. */
export function gathered(open: OpenDigest | undefined, watch: string, now: string, change: DealChange): OpenDigest {
  const { seq, at, root, before, after, conflicts, gone } = change;
  const old: OpenDigest = open ?? { watch, opened: now, from: seq, seq, at, lines: [], more: 0 };
  const names = new Set([root, ...change.was.map((was) => was.root)]);
  const known = old.lines.find((line) => names.has(line.root));
  const line: DigestLine = {
    root,
    deal: { id: change.id, name: change.name, kind: change.kind },
    before: known?.before ?? before,
    after,
    conflicts: [...new Set([...(known?.conflicts ?? []), ...conflicts])],
    ...(gone === true ? { gone } : {}),
  };
  const others = old.lines.filter((one) => one !== known);
  const isFull = known === undefined && others.length >= MOST_LINES;
  return { ...old, seq, at, lines: isFull ? others : [...others, line], more: old.more + (isFull ? 1 : 0) };
}
