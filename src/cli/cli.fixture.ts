// The real command line for tests: a child process with the sources, in a folder of its own, and reports written by a small generator.
import { spawn, spawnSync } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { resource } from "../resources.ts";
import { runProgram } from "./program.ts";
import { sinks } from "./sink.fixture.ts";

const MAIN = resource("src", "cli", "main.ts");

/** What a finished command gave. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  /** The lines of standard output, parsed as JSON. */
  readonly json: () => unknown[];
}

/** A fresh folder. */
export function freshFolder(): string {
  return mkdtempSync(join(tmpdir(), "pacta-cli-"));
}

/** Runs `pacta ARGS` in a folder, to its end. */
export function pacta(
  folder: string,
  args: readonly string[],
  { env = {}, input = "" }: { env?: Record<string, string>; input?: string } = {},
): Ended {
  const { PACTA_LEDGER: _, ...clean } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
    cwd: folder,
    env: { ...clean, ...env },
    input,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  return { code: status, out: stdout, err: stderr, json: () => linesOf(stdout).map((line): unknown => JSON.parse(line)) };
}

/** Runs `pacta ARGS` to its end while this process goes on: a server that the command asks can run in it. */
export async function pactaBeside(folder: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const { PACTA_LEDGER: _, PACTA_CODER_KEY: __, ...clean } = process.env;
  const child = spawn(process.execPath, [MAIN, ...args], { cwd: folder, env: { ...clean, ...env }, stdio: ["ignore", "pipe", "pipe"] });
  let [out, err] = ["", ""];
  child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return { code, out, err, json: () => linesOf(out).map((line): unknown => JSON.parse(line)) };
}

/**
 * Runs `pacta ARGS` in this process, on the ledger of a folder: for what does not hang on processes, since most of what a short command costs
 * is its start. Other paths are to be absolute.
 */
export async function pactaHere(folder: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const { out, err, said } = sinks();
  const code = await runProgram(args, { env: { PACTA_LEDGER: join(folder, "pacta.db"), ...env }, out, err });
  return { code, ...said, json: () => linesOf(said.out).map((line): unknown => JSON.parse(line)) };
}

/** Starts `pacta ARGS` in a folder and leaves it running, with standard input open. */
export function startPacta(folder: string, args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [MAIN, ...args], { cwd: folder, stdio: ["pipe", "pipe", "pipe"] });
}

/** The lines of a text that were written to their end. */
export function linesOf(text: string): string[] {
  return text
    .split("\n")
    .slice(0, -1)
    .filter((line) => line !== "");
}

/** Writes files into a folder; an object is written as JSONL. */
export function write(folder: string, files: Readonly<Record<string, string | Uint8Array | readonly object[]>>): void {
  for (const [name, content] of Object.entries(files)) {
    const body = Array.isArray(content) ? content.map((record) => `${JSON.stringify(record)}\n`).join("") : (content as string | Uint8Array);
    writeFileSync(join(folder, name), body);
  }
}

const STATES = ["Norway", "South Korea", "Brazil", "Portugal", "Egypt", "Finland", "Chile", "India"];
const GOODS = ["patrol boats", "radar stations", "howitzers", "helicopters", "training aircraft", "minehunters"];
const DEEDS = ["signed a contract with", "cancelled a contract with", "agreed on a deal with", "suspended an order from"];

/** A report of the generator: the same number gives the same report. */
export interface Brief {
  readonly id: string;
  readonly date: string;
  readonly heading: string;
  readonly text: string;
}

/** So many short invented reports, each with at least one claim in it. */
export function briefs(count: number): readonly Brief[] {
  return Array.from({ length: count }, (_, i) => {
    const pick = (list: readonly string[], step: number): string => list[Math.floor(i / step) % list.length] ?? "";
    const [buyer, goods, deed] = [pick(STATES, 1), pick(GOODS, 3), pick(DEEDS, 5)];
    const seller = STATES[(STATES.indexOf(buyer) + 1 + (i % 5)) % STATES.length] ?? "";
    const date = new Date(Date.UTC(2030, 0, 1 + i)).toISOString().slice(0, 10);
    const text = `${buyer} ${deed} ${seller} for ${2 + (i % 30)} ${goods} worth $${10 + i} million, the defence ministry said on Tuesday. The weather at the ceremony was fine.`;
    return { id: `brief-${i}`, date, heading: `${buyer} and ${seller}`, text };
  });
}
