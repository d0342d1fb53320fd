// Verifying: every entry against its hash and the one before, every quote against its text, every projection row against its entry.
import { PactaError, toPactaError } from "../error.ts";
import { canonical } from "./canonical.ts";
import { broken, checkLink, EMPTY } from "./chain.ts";
import type { Head } from "./chain.ts";
import type { Ledger, Walked } from "./ledger.ts";
import { byEntry, NO_ROWS, project } from "./projection.ts";

/** Entries whose projections are compared at once. */
const PAGE = 256;

/** Codes that mean, on an entry that is stored, that this entry does not fit. */
const MISFITS: ReadonlySet<string> = new Set(["PACTA_LEDGER_BROKEN", "PACTA_QUOTE_MISMATCH", "PACTA_SPAN_OUTSIDE"]);

/**
 * Walks the whole ledger, and gives its head when all fits. Throws `PACTA_LEDGER_BROKEN` (`place.line` is the first entry that does not
 * fit), or `PACTA_LEDGER_CUT` where entries are gone from the end: the projections go further, or no entry has the hash `head`.
 */
export async function verify(ledger: Ledger, { head }: { readonly head?: string } = {}): Promise<Head> {
  const { last, seen } = await walkAll(ledger, head ?? EMPTY.hash);
  await checkEnd(ledger, last);
  await ledger.audit.inspect();
  if (!seen) throw cut(ledger, `none of its ${last.seq} entries has the hash ${head}`, last.seq);
  return last;
}

async function walkAll(ledger: Ledger, head: string): Promise<{ last: Head; seen: boolean }> {
  let last = EMPTY;
  let seen = head === EMPTY.hash;
  let page: Walked[] = [];
  const settle = async () => {
    await checkProjections(ledger, page);
    page = [];
  };
  try {
    for await (const walked of ledger.audit.walk()) {
      checkLink(last, walked.entry);
      last = { seq: walked.entry.seq, hash: walked.entry.hash };
      seen ||= last.hash === head;
      page.push(walked);
      if (page.length === PAGE) await settle();
    }
  } catch (thrown) {
    // An entry before this one may have projections that do not fit: then that one is the first.
    await settle();
    throw (await fallenAt(ledger, thrown, last.seq + 1)) ?? firstMisfit(ledger, thrown, last.seq + 1);
  }
  await settle();
  return { last, seen };
}

async function checkProjections(ledger: Ledger, page: readonly Walked[]): Promise<void> {
  const [first, last] = [page[0]?.entry.seq, page.at(-1)?.entry.seq];
  if (first === undefined || last === undefined) return;
  const rows = await ledger.audit.rows(first, last).catch((thrown: unknown) => Promise.reject(misfit(ledger, thrown, first)));
  const stored = byEntry(rows);
  for (const { entry, documentSeq } of page) {
    const fits = canonical(stored.get(entry.seq) ?? NO_ROWS) === canonical(project(entry, documentSeq));
    if (!fits) throw misfit(ledger, broken("its projections do not fit it; pacta rebuild makes them again", entry.seq), entry.seq);
  }
}

/** What lies behind the last entry. Entries that another process appends meanwhile come with their rows and a new position. */
async function checkEnd(ledger: Ledger, last: Head): Promise<void> {
  const behind = [...byEntry(await ledger.audit.rows(last.seq + 1, Number.MAX_SAFE_INTEGER)).keys()];
  const [position, head] = [await ledger.audit.position(), await ledger.head()];
  if (position.seq > head.seq) throw cut(ledger, `the chain ends at entry ${head.seq}, but went to entry ${position.seq}`, head.seq);
  if (position.seq < last.seq || (position.seq === last.seq && position.hash !== last.hash)) {
    throw misfit(ledger, broken("the projections are not made up to it; pacta rebuild makes them again", last.seq), last.seq);
  }
  const orphan = behind.find((seq) => seq > head.seq);
  if (orphan !== undefined) throw misfit(ledger, broken("there are projections of it, but it is not there", orphan), orphan);
}

/** What went wrong where entry `next` was awaited: another entry that does not fit there, whatever number it has, means that `next` is not there. */
function firstMisfit(ledger: Ledger, thrown: unknown, next: number): PactaError {
  const error = misfit(ledger, thrown, next);
  return (error.place.line ?? next) !== next ? misfit(ledger, broken("the entry is missing", next), next) : error;
}

/**
 * A length that was damaged may send a server astray, so that it ends whenever it reads the entry, and comes back. The line was lost at this
 * entry again and again, and the same server answers another question: then that is told, and not that the server is not there.
 */
async function fallenAt(ledger: Ledger, thrown: unknown, next: number): Promise<PactaError | undefined> {
  if (toPactaError(thrown).code !== "PACTA_LEDGER_UNREACHABLE") return undefined;
  const isBack = await ledger.head().then(
    () => true,
    () => false,
  );
  if (!isBack) return undefined;
  const remedy = "Look into the server's log; where it ends on this entry, restore the last backup that pacta verify accepts";
  const place = { source: ledger.location, line: next };
  return new PactaError("PACTA_LEDGER_IO", `entry ${next}: the line to the server is lost whenever it is read`, remedy, place, thrown);
}

/** The error as one about the entry `seq`, unless it names an entry itself or is of another sort (locked, closed). */
function misfit(ledger: Ledger, thrown: unknown, seq: number): PactaError {
  const error = toPactaError(thrown);
  const named = error.place.line ?? seq;
  if (!MISFITS.has(error.code)) return error;
  const what = error.code === "PACTA_LEDGER_BROKEN" && error.place.line !== undefined ? error.message : `entry ${named}: ${error.message}`;
  return new PactaError("PACTA_LEDGER_BROKEN", what, broken("").remedy, { source: ledger.location, line: named }, thrown);
}

function cut(ledger: Ledger, what: string, last: number): PactaError {
  const remedy = "The ledger was cut short, rolled back or exchanged: restore a backup that has this head";
  return new PactaError("PACTA_LEDGER_CUT", what, remedy, { source: ledger.location, line: last });
}
