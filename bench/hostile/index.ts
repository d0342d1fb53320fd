// The part that reads every hostile file that the tests have in a process of its own: what it ends in, how soon, and in how much memory.
import { cpus, loadavg } from "node:os";
import { table } from "../../src/eval/index.ts";
import type { Section } from "../../src/eval/index.ts";
import { figure } from "../language/rounds.ts";
import type { Bench, Part } from "../part.ts";
import { FILES } from "./files.fixture.ts";
import { build, measured } from "./measured.ts";
import type { File, Measured } from "./measured.ts";

/** A page and a text that are well: what the process takes for itself. */
const BASE: File = [
  "well.html",
  () => `<html><body><article><h1>Two boats for Portugal</h1><p>${"Norway signed a contract with Portugal. ".repeat(20)}</p></article></body></html>`,
  ["document"],
];

/** Files with the most of something that are named. */
const NAMED = 5;

async function run({ small, print }: Bench): Promise<Section> {
  build();
  const load = loadavg()[0] ?? 0;
  const all: Measured[] = [];
  for await (const each of measured([BASE, ...(small ? FILES.slice(0, 10) : FILES)])) {
    all.push(each);
    print(`${each.name.padEnd(24)} ${isRight(each) ? "as it must" : "OTHERWISE "} ${each.outcomes[0]?.padEnd(24)} ${seconds(each)}`);
  }
  const [base, ...files] = all;
  const body = section(files, base, load);
  print(body);
  return { name: "bench-hostile", body };
}

function section(files: readonly Measured[], base: Measured | undefined, load: number): string {
  const right = files.filter(isRight).length;
  const most = (of: (each: Measured) => number): string => figure(Math.max(...files.map(of)));
  const largest = files.toSorted((a, b) => b.memory - a.memory).slice(0, NAMED);
  const slowest = files.toSorted((a, b) => b.processor - a.processor).slice(0, NAMED);
  return `## Hostile documents

Printed by \`npm run bench -- hostile\`: ${files.length} kinds of pages, texts, records, feeds, lists, messages and PDFs that mean harm (\`src/intake/hostile*.fixture.ts\`),
each read into documents by a process of the built package, as \`pacta read\` does it (its models lie in other processes and are left out), with a
text that is well behind it. Memory is the most that the process held (VmHWM, in 10^6 bytes), of which ${figure(base?.memory ?? 0)} are its own: Node, the thread for
pages and the statistics of languages. Node ${process.version}; ${cpus()[0]?.model.trim() ?? "an unknown processor"}, load at the start ${figure(load)}.

${right} of ${files.length} ended as they must, with the text behind them read. At most ${most((each) => each.seconds)} seconds on the clock, ${most((each) => each.processor)} of all processors, ${most((each) => each.memory)} MB.

${table(
  ["the largest and the slowest", "ends in", "seconds", "of all processors", "MB"],
  [...new Set([...largest, ...slowest])].map((each) => [
    each.name,
    each.outcomes[0] ?? "",
    figure(each.seconds),
    figure(each.processor),
    figure(each.memory),
  ]),
)}`;
}

function isRight({ outcomes, expected }: Measured): boolean {
  return outcomes.join() === expected.join();
}

function seconds({ seconds: clock, processor, memory }: Measured): string {
  return `${clock.toFixed(2).padStart(6)} s ${processor.toFixed(2).padStart(6)} s of processors ${memory.toFixed(0).padStart(5)} MB`;
}

/** `npm run bench -- hostile`. */
export const hostile: Part = { what: "documents that mean harm: what each ends in, how soon and in how much memory", run };
