// The systems side by side on the same texts in the same run. A time counts as right where it overlaps the words asked for and
// one of its readings is the same days as one of those expected.
import { overlaps } from "../../../document/index.ts";
import { share } from "../../table.ts";
import type { SpecCase } from "./cases.ts";
import { sameTime } from "./extent.ts";
import type { FoundTime, TimeSystem } from "./norm.ts";

/** What a system finds for every case, in the order of the cases. */
export type Findings = ReadonlyMap<TimeSystem, readonly (readonly FoundTime[])[]>;

/** Asks every system about every case. */
export async function findAll(systems: readonly TimeSystem[], cases: readonly SpecCase[]): Promise<Findings> {
  const found = new Map<TimeSystem, readonly (readonly FoundTime[])[]>();
  for (const system of systems) found.set(system, await system.find(cases));
  return found;
}

/** True where a found time is what the case expects. */
export function isRight({ span, wanted }: Pick<SpecCase, "span" | "wanted">, found: readonly FoundTime[]): boolean {
  return found.some((time) => overlaps(time, span) && time.norms.some((norm) => wanted.some((expected) => sameTime(norm, expected))));
}

/** A row of the share that each system has right, over the cases that are kept. */
export function shares(name: string, cases: readonly SpecCase[], findings: Findings, keeps: (one: SpecCase) => boolean): string[] {
  const kept = cases.flatMap((one, at) => (keeps(one) ? [{ one, at }] : []));
  const rights = [...findings.values()].map((found) => kept.filter(({ one, at }) => isRight(one, found[at] ?? [])).length);
  return [name, ...rights.map((right) => (kept.length === 0 ? "–" : share(right / kept.length))), String(kept.length)];
}
