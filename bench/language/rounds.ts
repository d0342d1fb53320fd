// Measuring in turns: each round runs everybody once, so that what else the machine does falls on all alike, and a ratio
// is taken between runs that stood side by side.
import { timing } from "../measure.ts";

/** Runs everybody so many times in turns; the results of each, round by round. */
export async function inTurns<Name extends string, Result>(
  everybody: ReadonlyMap<Name, () => Promise<Result>>,
  rounds: number,
): Promise<ReadonlyMap<Name, readonly Result[]>> {
  const results = new Map<Name, Result[]>([...everybody.keys()].map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, run] of everybody) results.get(name)?.push(await run());
  }
  return results;
}

/** One compared figure, run by run. `peer` is absent where the peer is, or does no such thing. */
export interface Compared {
  readonly what: string;
  readonly ours: readonly number[];
  readonly peer: readonly number[] | undefined;
}

/** The figure as a row: its name, ours and the peer's as `median (least–most)`, and the median of the rounds' own ratios. */
export function rowOf({ what, ours, peer }: Compared): readonly string[] {
  const ratios = ours.flatMap((value, round) => (peer?.[round] === undefined ? [] : [value / peer[round]]));
  return [what, spread(ours), peer === undefined ? "–" : spread(peer), ratios.length === 0 ? "–" : spread(ratios)];
}

function spread(values: readonly number[]): string {
  const { median, least, most } = timing(values);
  return `${figure(median)} (${figure(least)}–${figure(most)})`;
}

/** Three digits at least: `6,812`, `211`, `46.2`, `0.52`. */
export function figure(value: number): string {
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return value.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
