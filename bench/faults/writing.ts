// Writing processes as the fault suite sees them: started ahead, given an order, listened to, and killed.
import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Order, Said } from "./order.ts";

const WRITER = fileURLToPath(new URL("writer.ts", import.meta.url));

/** The word by which a line tells its kind. */
type Kind = "ready" | "begun" | "read" | "woven" | "ended" | "failed";

/** A process that writes. */
export interface Writing {
  /** All that it said so far, in whole lines; what it has said when it ended is complete once `ended` resolves. */
  readonly said: () => readonly Said[];
  /** What it gave on standard error. */
  readonly complaints: () => string;
  readonly tell: (order: Order) => void;
  readonly kill: () => void;
  /** Resolves when it has said a line of this kind behind the first `after`, or has ended. */
  readonly until: (kind: Kind, after?: number) => Promise<void>;
  readonly ended: Promise<unknown>;
}

/** Starts a process that stands by for an order; `limit` is the largest file that it may write, in KiB. */
export function startWriting({ limit }: { readonly limit?: number } = {}): Writing {
  const child =
    limit === undefined
      ? spawn(process.execPath, [WRITER])
      : spawn("sh", ["-c", `ulimit -f ${2 * limit}; exec "$@"`, "sh", process.execPath, WRITER]);
  const said: Said[] = [];
  const waiting = new Set<() => void>();
  let [rest, complaints] = ["", ""];
  const wake = (): void => {
    for (const look of waiting) look();
  };
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    said.push(...lines.map((line) => JSON.parse(line) as Said));
    wake();
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => (complaints += text));
  // A writer that is killed before it has read its order takes the pipe with it.
  child.stdin.on("error", () => undefined);
  let hasEnded = false;
  const ended = once(child, "close").then(() => {
    hasEnded = true;
    return wake();
  });
  return {
    said: () => said,
    complaints: () => complaints,
    tell: (order) => void child.stdin.write(`${JSON.stringify(order)}\n`),
    kill: () => kill(child),
    until: (kind, after = 0) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      const look = (): void => {
        if (!hasEnded && !said.slice(after).some((line) => kind in line)) return;
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      look();
      return promise;
    },
    ended,
  };
}

function kill(child: ChildProcess): void {
  child.kill("SIGKILL");
}

/** Writers one after the other: while one is at work, the next already stands by. */
export function inReserve(): { readonly next: () => Writing; readonly end: () => Promise<void> } {
  let reserve = startWriting();
  return {
    next: () => {
      const taken = reserve;
      reserve = startWriting();
      return taken;
    },
    end: async () => {
      reserve.kill();
      await reserve.ended;
    },
  };
}

/** Waits so many milliseconds. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
