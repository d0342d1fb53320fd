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

/** Some containers show the file and refuse to open it. */
function readAccount(): string {
  try {
    return readFileSync(ACCOUNT, "utf8");
  } catch {
    return "";
  }
}
