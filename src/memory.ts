// How much memory a process takes. Processes of one program share much of what is resident in them (Node itself, the
// network's library), so that the sum of their resident sizes counts it several times.
import { existsSync, readFileSync } from "node:fs";

/** Linux's own account: "Pss" is the proportional set size, in which a page that n processes share counts for an n-th. */
const ACCOUNT = "/proc/self/smaps_rollup";

/** Bytes of memory that this process takes now, shared pages in parts where the system tells them, else all that is resident. */
export function memoryTaken(): number {
  const parts = existsSync(ACCOUNT) ? /^Pss:\s+(\d+) kB/m.exec(readAccount())?.[1] : undefined;
  return parts === undefined ? process.memoryUsage.rss() : Number(parts) * 1024;
}

/**
 * The environment in which a process gives the system back what it frees. The C library would keep some 80 MB that loading a model
 * frees, and for each thread what the largest file took. Where it is another library, nothing comes of it.
 */
export const GIVING_BACK = { MALLOC_ARENA_MAX: "1", MALLOC_MMAP_THRESHOLD_: "1048576", MALLOC_TRIM_THRESHOLD_: "33554432" };

/** Some containers show the file and refuse to open it. */
function readAccount(): string {
  try {
    return readFileSync(ACCOUNT, "utf8");
  } catch {
    return "";
  }
}
