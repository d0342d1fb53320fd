// Timing as it is reported everywhere: the median of whole runs, with the fastest and slowest beside it, since two
// cores that others use as well give no single figure.

/** What repeated runs took, in milliseconds. */
export interface Timing {
  readonly median: number;
  readonly least: number;
  readonly most: number;
  readonly runs: number;
}

/** The middle of the durations (the upper one of two); throws nothing and needs at least one. */
export function timing(durations: readonly number[]): Timing {
  const sorted = durations.toSorted((a, b) => a - b);
  const at = (index: number): number => sorted[index] ?? Number.NaN;
  return { median: at(Math.floor(sorted.length / 2)), least: at(0), most: at(sorted.length - 1), runs: sorted.length };
}

/** Times `work` so many times, after one run that is not counted. */
export async function measure(work: () => Promise<void>, runs: number, now: () => number = () => performance.now()): Promise<Timing> {
  await work();
  const durations: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const start = now();
    await work();
    durations.push(now() - start);
  }
  return timing(durations);
}

/** `a` per second for so many units in each run: `211.4/s (203.0–214.9, 5 runs)`. */
export function rate(units: number, { median, least, most, runs }: Timing): string {
  const perSecond = (milliseconds: number): string => ((units * 1000) / milliseconds).toFixed(1);
  return `${perSecond(median)}/s (${perSecond(most)}–${perSecond(least)}, ${runs} runs)`;
}
