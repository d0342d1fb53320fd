// What came of changing bits of entries, one after the other.
import { verdictOfCommand, verdictOn } from "./ledgers.ts";
import type { Verdict } from "./ledgers.ts";

/** One change. */
export interface Flip {
  /** The entry that is to be named. */
  readonly seq: number;
  readonly what: string;
  readonly verdict: Verdict;
}

/** Every so many changes are verified by the command line too. */
const BY_COMMAND = 100;

/** Verifies a ledger in which something was changed. Throws where the command line says another thing than the library. */
export async function verified(changed: Omit<Flip, "verdict">, location: string, n: number): Promise<Flip> {
  const verdict = await verdictOn(location);
  const command = n % BY_COMMAND === 0 ? await verdictOfCommand(location) : verdict;
  if (command.code !== verdict.code || command.entry !== verdict.entry)
    throw new Error(`${changed.what}: ${inWords(verdict)}, and by the command ${inWords(command)}`);
  return { ...changed, verdict };
}

/** What came of many. */
export interface Flipped {
  readonly flips: number;
  /** Those after which `verify` named the entry that it should. */
  readonly named: number;
  /** Those after which it said that the ledger is damaged, but named another entry or none. */
  readonly elsewhere: number;
  /** What was changed and what verifying came to, where the damage was not noticed. */
  readonly wrongs: readonly string[];
}

/** Counts changes by what verifying came to. */
export function counted(flips: readonly Flip[]): Flipped {
  const named = flips.filter((flip) => isNoticed(flip.verdict) && flip.verdict.entry === flip.seq).length;
  return {
    flips: flips.length,
    named,
    elsewhere: flips.filter(({ verdict }) => isNoticed(verdict)).length - named,
    wrongs: flips.filter(({ verdict }) => !isNoticed(verdict)).map(({ what, verdict }) => `${what}: ${inWords(verdict)}`),
  };
}

/** A length that was changed may send a server astray, so that it ends whenever it reads the entry: then verifying names that. */
function isNoticed({ code, entry }: Verdict): boolean {
  return code === "PACTA_LEDGER_BROKEN" || (code === "PACTA_LEDGER_IO" && entry !== undefined);
}

function inWords({ code, entry }: Verdict): string {
  return entry === undefined ? code : `${code} at ${entry}`;
}
