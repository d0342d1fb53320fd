// The part that times the language layer beside spaCy's small English pipeline: the same news, the same cores, in turns in
// one run, since speeds of one day and machine say nothing on another.
import { createRequire } from "node:module";
import { cpus, loadavg } from "node:os";
import type { Section } from "../../src/eval/index.ts";
import { corpusLines, sample } from "../corpus.ts";
import type { Bench, Part } from "../part.ts";
import { findPeer, type Peer } from "../peers/spacy.ts";
import { withContest, type Everybody } from "./contest.ts";
import { allowedCores, canPin } from "./cores.ts";
import { memoryTable, rateTable, startTable, type Runs, type Text } from "./report.ts";
import { figure, inTurns } from "./rounds.ts";

/** How much is measured: items, rounds over them, starts, and at most so many cores. */
export interface Size {
  readonly items: number;
  readonly warming: number;
  readonly rounds: number;
  readonly starts: number;
  readonly cores: number;
}

const FULL: Size = { items: 2000, warming: 64, rounds: 3, starts: 5, cores: 2 };
const SMALL: Size = { items: 200, warming: 32, rounds: 3, starts: 3, cores: 1 };
const SEED = 2023;

/** What there is to measure with. */
export interface Setup {
  readonly lines: readonly string[];
  readonly peer: Peer;
  readonly cores: readonly number[];
  readonly pin: boolean;
  readonly print: (line: string) => void;
}

/** Measures over a sample of the lines, printing as it goes, and gives the section's text. */
export async function compare({ lines, peer, cores, pin, print }: Setup, size: Size): Promise<string> {
  const drawn = sample(lines, size.items + size.warming, SEED);
  const [items, warming] = [drawn.slice(size.warming), drawn.slice(0, size.warming)];
  const text: Text = { items: items.length, words: items.reduce((sum, line) => sum + wordsOf(line), 0) };
  const contest = { items, warming, pin, peer: peer.kind === "found" ? peer.command : undefined };
  return withContest(contest, async (everybody) => {
    const parts = [opening(text, peer, size, cores.length)];
    const say = (part: string): void => {
      print(`${part}\n`);
      parts.push(part);
    };
    print(`${parts[0]}\n`);
    for (const count of coreCounts(cores.length, size.cores)) {
      const runs = await runsOn(everybody, cores.slice(0, count), size.rounds);
      say(`### On ${count === 1 ? "one core" : `${count} cores`}\n\n${rateTable(text, runs)}`);
      say(`Peak memory in MB:\n\n${memoryTable(runs)}`);
      if (count === 1) say(versionLine(runs));
    }
    const starts = await inTurns(everybody.starters(cores.slice(0, 1)), size.starts);
    say(`### Start-up on one core\n\nSeconds from the start of the process to its first result, median of ${size.starts}:\n\n${startTable(starts)}`);
    return parts.join("\n\n");
  });
}

async function runsOn(everybody: Everybody, cores: readonly number[], rounds: number): Promise<Runs> {
  return { cores: cores.length, outcomes: await inTurns(everybody.runners(cores), rounds) };
}

function coreCounts(allowed: number, most: number): readonly number[] {
  return [1, 2].filter((count) => count <= Math.min(allowed, most));
}

function wordsOf(line: string): number {
  const { text } = JSON.parse(line) as { readonly text: string };
  return text.split(/\s+/).filter((word) => word !== "").length;
}

function opening({ items, words }: Text, peer: Peer, size: Size, allowed: number): string {
  const beside = peer.kind === "found" ? `spaCy ${peer.versions.spacy} with ${peer.versions.pipeline} on Python ${peer.versions.python}` : "no peer";
  const machine = `${cpus()[0]?.model.trim() ?? "an unknown processor"}, ${allowed} of ${cpus().length} cores allowed`;
  return `## Speed of the language layer

Printed by \`npm run bench -- language\`: ${figure(items)} Current Events items drawn over 2002–2023 with seed ${SEED}, ${figure(words)} words by white space;
Node ${process.version} beside ${beside};
${machine}, load at the start ${figure(loadavg()[0] ?? 0)}.

Each figure is the median of ${size.rounds} runs in turns (least–most), each run a process of its own on the same cores; on several, the model alone
takes threads, reading workers and spaCy processes, one for each. Loading is not counted, nor is a first batch, but for \`pacta read\`, which tells
its own time. A ratio is Pacta's figure over spaCy's of the same round; spaCy runs its whole pipeline over every item. Words are those between
white space unless the row says otherwise.`;
}

function versionLine({ outcomes }: Runs): string {
  const { backend = "native", model = "?" } = outcomes.get("model")?.[0] ?? {};
  const name = backend === "wasm" ? "onnxruntime-web" : "onnxruntime-node";
  return `Model ${model} by ${name} ${versionOf(name)}.`;
}

function versionOf(name: string): string {
  const { version } = createRequire(import.meta.url)(`${name}/package.json`) as { readonly version: string };
  return version;
}

async function run({ shared, small, environment, print }: Bench): Promise<Section | undefined> {
  const peer = await findPeer(environment);
  if (peer.kind === "absent") print(`spaCy is not measured, and no figures are kept: ${peer.why}. ${peer.remedy}\n`);
  const setup: Setup = { lines: corpusLines(shared), peer, cores: allowedCores(), pin: canPin(), print };
  const body = await compare(setup, small ? SMALL : FULL);
  return peer.kind === "found" ? { name: "bench-language", body } : undefined;
}

/** `npm run bench -- language`. */
export const language: Part = { what: "words and items a second, start-up and memory of the language layer, beside spaCy's small pipeline", run };
