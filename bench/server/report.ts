// The figures of a served ledger as a section of docs/figures.md.
import { table } from "../../src/eval/index.ts";
import type { Loaded, Took } from "./load.ts";
import { SHARES } from "./mix.ts";

/** A server of a ledger of one size: asked at the promised rate, then at rates that rise until answers come late. */
export interface Served {
  readonly size: number;
  readonly promised: Loaded;
  readonly steps: readonly Loaded[];
}

const whole = (value: number): string => Math.round(value).toLocaleString("en-US");
const milliseconds = (value: number): string => value.toFixed(value < 10 ? 1 : 0);
const times = ({ p50, p95, p99 }: Took): string => [p50, p95, p99].map(milliseconds).join(" / ");

/** The section. */
export function report(command: string, served: readonly Served[]): string {
  const kinds = ["all", ...Object.keys(SHARES)];
  const rows = kinds.map((kind) => [
    kind === "all" ? "all" : `${kind} (${SHARES[kind as keyof typeof SHARES]} %)`,
    ...served.flatMap(({ promised }) => {
      const took = kind === "all" ? promised.all : promised.kinds.find((one) => one.kind === kind);
      return took === undefined ? ["", ""] : [times(took), `${whole(took.count)}${took.failed === 0 ? "" : `, ${took.failed} failed`}`];
    }),
  ]);
  const rising = served.flatMap(({ size, promised, steps }) =>
    [promised, ...steps].map(({ rate, reached, all }) => [whole(size), whole(rate), whole(reached), times(all), String(all.failed)]),
  );
  return `## A server under load

Printed by \`${command}\`. The server is a process of its own over the ledger in SQLite of the section on a ledger that grows, on loopback; the asker is another process on the
same two cores. Requests come at the rate whether or not those before were answered (open load), and each counts from when it was due. Lists and claims are of 50 a page.
Milliseconds, median / p95 / p99, at ${whole(served[0]?.promised.rate ?? 0)} requests a second:

${table(["request", ...served.flatMap(({ size }) => [`at ${whole(size)} claims`, "n"])], rows)}

Asked more and more often, until the p95 passes 100 ms or the rate is not reached:

${table(["claims", "asked /s", "answered /s", "all, ms", "failed"], rising)}`;
}
