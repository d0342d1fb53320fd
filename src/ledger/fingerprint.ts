// The fingerprint: one hash over all projection rows, so that two makings of them can be compared without keeping either.
import { createHash } from "node:crypto";
import { canonical } from "./canonical.ts";
import type { Ledger } from "./ledger.ts";
import { byEntry } from "./projection.ts";

/** Entries whose rows are hashed at once. */
const PAGE = 1000;

/** Hex SHA-256 over the canonical JSON of the projection rows of each entry in turn, a line each, and of the position. The same bytes give the same rows. */
export async function fingerprint(ledger: Ledger): Promise<string> {
  const position = await ledger.audit.position();
  const hash = createHash("sha256");
  for (let from = 1; from <= position.seq; from += PAGE) {
    const rows = byEntry(await ledger.audit.rows(from, Math.min(position.seq, from + PAGE - 1)));
    for (const seq of [...rows.keys()].sort((a, b) => a - b)) hash.update(`${canonical([seq, rows.get(seq)])}\n`);
  }
  return hash.update(`${canonical(position)}\n`).digest("hex");
}
