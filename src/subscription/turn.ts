// Whose turn it is with a feed, so that two processes do not ask for the same at once. Nothing hangs on it but work and courtesy: should
// two poll a feed all the same, what they write is joined and the ledger knows a document that it has.
import { createHash, randomBytes } from "node:crypto";
import { hostname } from "node:os";
import type { Records, Turn } from "../settings/index.ts";

/** Milliseconds for which a turn holds unless it is taken again. */
const LONG = 5 * 60_000;
/** It is taken again when so many have passed. */
const AGAIN = 60_000;

/** Turns as one process takes them. */
export interface Turns {
  /** False while another process has it. Taking one's own again makes it last. */
  readonly take: (what: string, now: number) => Promise<boolean>;
  readonly end: (what: string) => Promise<void>;
}

/** This process, for others to see: its machine, its number and a word of its own, since numbers come again. */
export function thisProcess(): string {
  return `${hostname().slice(0, 100)} ${process.pid} ${randomBytes(6).toString("hex")}`;
}

/** True unless a holder is a process of this machine that has ended. */
export function mayLive(holder: string): boolean {
  const [host, pid] = holder.split(" ");
  if (host !== hostname().slice(0, 100)) return true;
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch (thrown) {
    return !(thrown instanceof Error && "code" in thrown && thrown.code === "ESRCH");
  }
}

/** Turns of `holder`; `lives` tells whether another may still be at work. */
export function turnsOf(records: Records<Turn>, holder: string, lives: (holder: string) => boolean = mayLive): Turns {
  const taken = new Map<string, number>();
  return {
    take: async (what, now) => {
      const since = taken.get(what);
      if (since !== undefined && now - since < AGAIN) return true;
      const id = idOf(what);
      const after = await records.change(id, (before) => {
        const isOthers = before !== undefined && before.holder !== holder && Date.parse(before.until) > now && lives(before.holder);
        return isOthers ? before : { id, holder, until: new Date(now + LONG).toISOString() };
      });
      if (after?.holder !== holder) return false;
      taken.set(what, now);
      return true;
    },
    end: async (what) => {
      taken.delete(what);
      await records.change(idOf(what), (before) => (before?.holder === holder ? undefined : before));
    },
  };
}

function idOf(what: string): string {
  return createHash("sha256").update(what).digest("hex");
}
