// The cores that a measured process may use. Both sides must have the same ones, so they are pinned where the system can.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";

/** A command with its arguments. */
export type Command = readonly [program: string, ...words: string[]];

const PINNER = "taskset";

/** The cores that this process may use, by number. */
export function allowedCores(): readonly number[] {
  const status = existsSync("/proc/self/status") ? readFileSync("/proc/self/status", "utf8") : "";
  const list = /^Cpus_allowed_list:\s*(\S+)$/m.exec(status)?.[1];
  return list === undefined ? Array.from({ length: availableParallelism() }, (_, core) => core) : coresIn(list);
}

/** The numbers in a list such as "0-2,5". */
export function coresIn(list: string): readonly number[] {
  return list.split(",").flatMap((range) => {
    const [first = 0, last = first] = range.split("-").map(Number);
    return Array.from({ length: last - first + 1 }, (_, step) => first + step);
  });
}

/** True where the system can hold a process to cores. */
export function canPin(): boolean {
  return spawnSync(PINNER, ["--version"]).status === 0;
}

/** The command, held to the cores. */
export function pinned(command: Command, cores: readonly number[]): Command {
  return [PINNER, "-c", cores.join(","), ...command];
}
