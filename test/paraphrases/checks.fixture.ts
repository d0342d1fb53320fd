// The checks of a paraphrase's gold file, executed on a reading; README.md beside this says what each means.
import { overlaps } from "../../src/document/index.ts";
import type { Claim, Reading } from "../../src/reading/index.ts";

interface Place {
  readonly start: number;
  readonly end: number;
}
interface Sum {
  readonly amount: number;
  readonly currency: string;
  readonly kind?: string;
}
/** What a claim must look like; every field that is given must match. */
export interface Pattern {
  readonly name: string;
  readonly act?: string;
  readonly mode?: string;
  readonly negated?: boolean;
  readonly actors?: readonly string[];
  readonly targets?: readonly string[];
  readonly source?: string;
  readonly itemContains?: string;
  readonly reasonContains?: string;
  readonly termsContain?: string;
  readonly evidenceContains?: string;
  readonly quoteContains?: string;
  readonly time?: string;
  readonly money?: Sum;
  readonly overlaps?: Place;
  readonly count?: number;
  readonly moneyAmount?: number;
  readonly onlyOnAct?: string;
  readonly onlyKind?: string;
}
/** The deal that must come out. */
export interface DealPattern {
  readonly kind: string;
  readonly parties: readonly string[];
  readonly itemContains?: string;
  readonly state: string;
  readonly dispute: string;
}
/** The `checks` of a gold file. */
export interface Checks {
  readonly mustHave: readonly Pattern[];
  readonly mustNot: readonly Pattern[];
  readonly apart: readonly (readonly [string, string])[];
  readonly abstained: readonly { readonly reason: string; readonly overlaps: Place }[];
  readonly deals: { readonly countOf: readonly string[]; readonly count: number; readonly first: DealPattern; readonly second: DealPattern };
}

const PLAIN: Readonly<Record<string, (claim: Claim, pattern: Pattern) => boolean>> = {
  act: (c, p) => c.act === p.act,
  mode: (c, p) => c.mode === p.mode,
  negated: (c, p) => c.negated === p.negated,
  actors: (c, p) => (p.actors ?? []).every((x) => c.actors.some((a) => (a.id ?? a.name) === x)),
  targets: (c, p) => (p.targets ?? []).every((x) => c.targets.some((a) => (a.id ?? a.name) === x)),
  source: (c, p) => c.sources.some((s) => has(s.name, p.source)),
  itemContains: (c, p) => c.items.some((i) => i.name.includes(p.itemContains ?? "")),
  reasonContains: (c, p) => has(c.reason ?? "", p.reasonContains),
  termsContain: (c, p) => c.terms.some((t) => has(t, p.termsContain)),
  evidenceContains: (c, p) => c.evidence.quote.includes(p.evidenceContains ?? ""),
  quoteContains: (c, p) => c.evidence.quote.includes(p.quoteContains ?? ""),
  time: (c, p) => c.time?.norm === p.time,
  money: (c, p) => c.money.some((m) => m.amount === p.money?.amount && m.currency === p.money.currency && m.kind === p.money.kind),
  overlaps: (c, p) => p.overlaps !== undefined && overlaps(c.evidence, p.overlaps),
  moneyAmount: (c, p) => c.money.some((m) => m.amount === p.moneyAmount),
};

function has(text: string, part: string | undefined): boolean {
  return text.toLowerCase().includes((part ?? "").toLowerCase());
}

/** The claims that match a pattern. */
export function matching(reading: Reading, pattern: Pattern): Claim[] {
  const fields = Object.keys(pattern).filter((field) => field in PLAIN);
  return reading.claims.filter((claim) => fields.every((field) => PLAIN[field]?.(claim, pattern)));
}

/** What of the checks does not hold, a line each; [] where all do. */
export function failures(reading: Reading, checks: Checks): string[] {
  const missing = checks.mustHave.filter((p) =>
    p.count === undefined ? matching(reading, p).length === 0 : matching(reading, p).length !== p.count,
  );
  const unwanted = checks.mustNot.filter((p) => breaks(reading, p));
  const joined = checks.apart.filter(([a, b]) => !standApart(reading, checks, a, b));
  const silent = checks.abstained.filter((want) => !reading.abstained.some((a) => a.reason === want.reason && overlaps(a, want.overlaps)));
  return [
    ...missing.map((p) => `must have: ${p.name} (${matching(reading, p).length} match)`),
    ...unwanted.map((p) => `must not have: ${p.name}`),
    ...joined.map(([a, b]) => `must be apart: ${a} / ${b}`),
    ...silent.map((a) => `must be abstained from: ${a.reason}`),
  ];
}

function breaks(reading: Reading, pattern: Pattern): boolean {
  if (pattern.onlyOnAct === undefined) return matching(reading, pattern).length > 0;
  return matching(reading, pattern).some(
    (c) => c.act !== pattern.onlyOnAct || c.money.some((m) => m.amount === pattern.moneyAmount && m.kind !== pattern.onlyKind),
  );
}

function standApart(reading: Reading, { mustHave }: Checks, a: string, b: string): boolean {
  const found = [a, b].map((name) => mustHave.filter((p) => p.name === name).flatMap((p) => matching(reading, p)));
  const [left, right] = found;
  return (left ?? []).some((x) => (right ?? []).some((y) => x.id !== y.id));
}
