// Who is measured: our language layer, our reader and `pacta read`, and the peer, each as a command over the same items.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { resource } from "../../src/resources.ts";
import { pinned, type Command } from "./cores.ts";
import { OURS, type Task } from "./ours.ts";
import { outcomeOf, type Outcome } from "./outcome.ts";
import { runToEnd } from "./process.ts";

/** What is measured over, and by whom. */
export interface Contest {
  /** The items as lines of JSON, and others to warm up on. */
  readonly items: readonly string[];
  readonly warming: readonly string[];
  /** Python and the peer's program, where the peer is there. */
  readonly peer: readonly [string, string] | undefined;
  /** False where the system cannot hold a process to cores. */
  readonly pin: boolean;
}

/** Those who run over all items. */
export type Runner = "model" | "peer" | "read" | "ledger";
/** Those who are timed from the start of their process to their first result. */
export type Starter = "parse" | "peer" | "first" | "first-document";

/** Everybody's runs over the items on these cores, and starts over the first item. */
export interface Everybody {
  readonly runners: (cores: readonly number[]) => ReadonlyMap<Runner, () => Promise<Outcome>>;
  readonly starters: (cores: readonly number[]) => ReadonlyMap<Starter, () => Promise<number>>;
}

const PACTA = resource("bin", "pacta.cjs");

/** Lays the items out as files in a folder of its own, which is gone when `work` ends. */
export async function withContest<Result>(contest: Contest, work: (everybody: Everybody) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), "pacta-bench-"));
  const put = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  try {
    const items = put("items.jsonl", `${contest.items.join("\n")}\n`);
    const warming = put("warming.jsonl", `${contest.warming.join("\n")}\n`);
    const { text } = JSON.parse(contest.items[0] ?? "{}") as { readonly text: string };
    return await work(everybody(contest, { items, warming, line: put("line.txt", `${text}\n`), ledger: join(folder, "ledger.db") }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Files {
  readonly items: string;
  readonly warming: string;
  readonly line: string;
  readonly ledger: string;
}

function everybody({ peer, pin }: Contest, { items, warming, line, ledger }: Files): Everybody {
  const on = (cores: readonly number[], command: Command): Command => (pin ? pinned(command, cores) : command);
  const ours = (task: Task, cores: readonly number[]): Command => on(cores, [process.execPath, OURS, task, items, warming, String(cores.length)]);
  const pacta = (words: readonly string[], cores: readonly number[]): Command => on(cores, [process.execPath, PACTA, ...words]);
  const run = async (command: Command): Promise<Outcome> => outcomeOf((await runToEnd(command)).out, command.join(" "));
  const start = async (command: Command): Promise<number> => (await runToEnd(command)).first / 1000;
  const intoLedger = async (cores: readonly number[]): Promise<Outcome> => {
    for (const suffix of ["", "-wal", "-shm"]) rmSync(ledger + suffix, { force: true });
    const read = ["read", items, "--ledger", ledger, "--json", "--workers", String(cores.length), "--threads", "1"];
    return outcomeOfRead((await runToEnd(pacta(read, cores))).out);
  };
  return {
    runners: (cores) =>
      new Map<Runner, () => Promise<Outcome>>([
        ["model", () => run(ours("model", cores))],
        ...(peer === undefined ? [] : [["peer", () => run(on(cores, [...peer, "pipe", items, warming, String(cores.length)]))] as const]),
        ["read", () => run(ours("read", cores))],
        ["ledger", () => intoLedger(cores)],
      ]),
    starters: (cores) =>
      new Map<Starter, () => Promise<number>>([
        ["parse", () => start(pacta(["parse", line, "--conllu", "--threads", String(cores.length)], cores))],
        ...(peer === undefined ? [] : [["peer", () => start(on(cores, [...peer, "first", items]))] as const]),
        ["first", () => start(ours("first", cores))],
        ["first-document", () => start(ours("first-document", cores))],
      ]),
  };
}

const summary = z.object({ seconds: z.number(), peakMemory: z.number(), claims: z.int() });

/** What `pacta read --json` says of itself; its clock starts when the reader is open, its memory is in MiB. */
function outcomeOfRead(printed: string): Outcome {
  const { seconds, peakMemory, claims } = summary.parse(JSON.parse(printed));
  return { seconds, claims, memory: (peakMemory * 2 ** 20) / 1e6 };
}
