// The part that times article extraction beside Readability.js, Defuddle and trafilatura: the same pages on the same core,
// in turns in one run.
import { cpus, loadavg } from "node:os";
import { findTrafilatura, pageFolder, table } from "../../src/eval/index.ts";
import type { Section, Trafilatura } from "../../src/eval/index.ts";
import { allowedCores, canPin, pinned } from "../language/cores.ts";
import type { Command } from "../language/cores.ts";
import { outcomeOf } from "../language/outcome.ts";
import type { Outcome } from "../language/outcome.ts";
import { runToEnd } from "../language/process.ts";
import { figure, inTurns } from "../language/rounds.ts";
import { timing } from "../measure.ts";
import type { Bench, Part } from "../part.ts";
import { ONE } from "./one.ts";

interface Size {
  readonly pages: number;
  readonly passes: number;
  readonly rounds: number;
}

const FULL: Size = { pages: 93, passes: 2, rounds: 3 };
const SMALL: Size = { pages: 10, passes: 1, rounds: 1 };

const NAMES: Readonly<Record<string, string>> = {
  pacta: "Pacta",
  thread: "Pacta, pages in a thread",
  readability: "Readability.js over linkedom",
  defuddle: "Defuddle over linkedom",
  trafilatura: "trafilatura",
};

function commands(folder: string, peer: Trafilatura, { pages, passes }: Size): ReadonlyMap<string, Command> {
  const ours = ["pacta", "thread", "readability", "defuddle"].map(
    (name) => [name, [process.execPath, ONE, name, folder, String(pages), String(passes)]] as const,
  );
  const theirs = peer.kind === "found" ? [["trafilatura", [...peer.command, "pace", folder, String(pages), String(passes)]] as const] : [];
  return new Map<string, Command>([...ours, ...theirs]);
}

async function run({ shared, small, environment, print }: Bench): Promise<Section | undefined> {
  const size = small ? SMALL : FULL;
  const peer = await findTrafilatura(environment);
  const core = allowedCores().slice(-1);
  const runners = [...commands(pageFolder(shared), peer, size)].map(([name, command]) => {
    const held = canPin() ? pinned(command, core) : command;
    return [name, async (): Promise<Outcome> => outcomeOf((await runToEnd(held)).out, name)] as const;
  });
  const load = loadavg()[0] ?? 0;
  const outcomes = await inTurns(new Map(runners), size.rounds);
  const body = `## Speed of article extraction

Printed by \`npm run bench -- extraction\`: ${size.pages} pages of the article extraction corpus from text in memory to the article with its title and day,
on one core, median of ${size.rounds} runs in turns (least–most), each a process of its own that has gone through all pages once before. Memory
is the most that the process held, the pages with it. Node ${process.version}; ${peer.kind === "found" ? `trafilatura ${peer.version} on Python ${peer.python}` : `trafilatura was not run: ${peer.why}`};
${cpus()[0]?.model.trim() ?? "an unknown processor"}, load at the start ${figure(load)}.

${table(
  ["system", "pages a second", "pages a second of processor time", "MB"],
  [...outcomes].map(([name, runs]) => row(NAMES[name] ?? name, runs, size)),
)}`;
  print(body);
  return peer.kind === "found" ? { name: "bench-extraction", body } : undefined;
}

function row(name: string, runs: readonly Outcome[], { pages, passes }: Size): string[] {
  const done = pages * passes;
  const known = runs.flatMap(({ processor }) => processor ?? []);
  return [
    name,
    spread(runs.map(({ seconds }) => done / seconds)),
    spread(known.map((processor) => done / processor)),
    spread(runs.map(({ memory }) => memory)),
  ];
}

function spread(values: readonly number[]): string {
  if (values.length === 0) return "–";
  const { median, least, most } = timing(values);
  return `${figure(median)} (${figure(least)}–${figure(most)})`;
}

/** `npm run bench -- extraction`. */
export const extraction: Part = { what: "web pages a second and memory, beside Readability.js, Defuddle and trafilatura", run };
