// What PostgreSQL and the line to it throw, as errors that a user can act on. Which SQLSTATE means what is PostgreSQL's documentation (appendix A).
import { PactaError, toPactaError } from "../../error.ts";
import type { ErrorCode } from "../../error.ts";
import { broken } from "../chain.ts";

type Trouble = readonly [code: ErrorCode, what: string, remedy: string];

const LOCKED: Trouble = [
  "PACTA_LEDGER_LOCKED",
  "another process holds the ledger",
  "Wait until it is done (a rebuild takes a while), then run the command again",
];
const UNWRITABLE: Trouble = [
  "PACTA_LEDGER_UNWRITABLE",
  "the ledger cannot be written",
  "Let the user create in the database and write in the ledger's schema (a rebuild makes a schema of its own for a while)",
];
const UNREACHABLE: Trouble = [
  "PACTA_LEDGER_UNREACHABLE",
  "there is no line to the ledger's server",
  "Check the address, and that the server runs; then run the command again: nothing is appended twice",
];
const IO: Trouble = ["PACTA_LEDGER_IO", "the server failed to read or write", "Look into the server's log, then run pacta verify"];
const DEFECT: Trouble = [
  "PACTA_INTERNAL",
  "the server does not take what it was asked",
  "This is a defect of Pacta: please report it with the input",
];

/** By SQLSTATE, or the class that its first two characters are. */
const TROUBLES: Readonly<Record<string, Trouble>> = {
  "55P03": LOCKED,
  "40": LOCKED,
  "53100": [
    "PACTA_LEDGER_DISK_FULL",
    "the server's disk is full; what was not acknowledged was not written",
    "Make room, then run the command again: nothing is appended twice",
  ],
  "53": UNREACHABLE,
  "53200": ["PACTA_LEDGER_IO", "PostgreSQL ran out of memory", "Append smaller batches"],
  "08": UNREACHABLE,
  "57": UNREACHABLE,
  "57014": ["PACTA_LEDGER_IO", "the server broke off a statement", "Raise or take off its statement_timeout"],
  "25P03": UNREACHABLE,
  "42501": UNWRITABLE,
  "25006": UNWRITABLE,
  "28": [
    "PACTA_LEDGER_DENIED",
    "the server does not let the user in",
    "Check the user and the password, and that the server's pg_hba.conf lets them in",
  ],
  "3D000": ["PACTA_LEDGER_ADDRESS", "there is no such database", "Check its name, or make it (createdb --encoding UTF8)"],
  "54000": [
    "PACTA_LEDGER_ENTRY_INVALID",
    "an id or a name is too long for PostgreSQL (2,700 bytes), or a text (1 GB)",
    "Shorten it, or keep the ledger in a file",
  ],
  "58": IO,
  "22": DEFECT,
  "42": DEFECT,
};

/** What tables and rows of ours that are not as we made them come to: somebody changed them, or the disk did. 25P02 follows such an error. */
const DAMAGE = /^(?:42P01|42703|XX00[012]|23...|25P02)$/;

/** Codes of the system and of TLS where a line cannot be had, or is lost. */
const LINE = /^(?:E(?:CONN\w+|PIPE|TIMEDOUT|HOSTUNREACH|NETUNREACH|AI_AGAIN|NOTFOUND|NOENT|ACCES)|ERR_(?:TLS|SSL)_\w+|\w*CERT\w*|\w*ISSUER\w*)$/;

/** What the driver says in words alone where a line cannot be had, or is lost. */
const LINE_WORDS =
  /^(?:Connection terminated|timeout e|Client has encountered a connection error|Client was closed|The server does not support SSL|read E)/;

/** The line to the server was lost in the middle of a statement, or could not be had. What became of the statement is not known. */
export class LostLine extends Error {
  declare readonly cause: Error;

  constructor(cause: Error) {
    super(cause.message, { cause });
    this.name = "LostLine";
  }
}

/** What the driver threw, marked where it means that the line was lost, or that the server is on its way down or up. */
export function marked(thrown: unknown): unknown {
  const lost = thrown instanceof Error && (isLineError(thrown) || /^(?:08...|57P0[1-5]|25P03)$/.test(codeOf(thrown)));
  return lost ? new LostLine(thrown) : thrown;
}

/** True where the server is there but not ready yet. */
export function isStarting({ cause }: LostLine): boolean {
  return codeOf(cause) === "57P03";
}

/** True where the server refuses a statement for what it says: the columns that it names are not there, or not for us. */
export function isRefused(thrown: unknown): boolean {
  return thrown instanceof Error && codeOf(thrown).startsWith("42");
}

/** True where a lock was not to be had in time. */
export function isLockedOut(thrown: unknown): boolean {
  return thrown instanceof Error && codeOf(thrown) === "55P03";
}

/** The coded error for what the driver threw. */
export function explainPostgres(thrown: unknown): PactaError {
  if (thrown instanceof LostLine) return explainPostgres(thrown.cause);
  if (!(thrown instanceof Error) || thrown instanceof PactaError) return toPactaError(thrown);
  const code = codeOf(thrown);
  if (DAMAGE.test(code)) return broken(`PostgreSQL says: ${thrown.message}`, undefined, thrown);
  const found = /^[0-9A-Z]{5}$/.test(code) ? (TROUBLES[code] ?? TROUBLES[code.slice(0, 2)]) : undefined;
  if (found !== undefined) return trouble(found, thrown);
  if (/^SASL|password must be a string/i.test(thrown.message)) return trouble(TROUBLES["28"] ?? UNREACHABLE, thrown);
  return isLineError(thrown) ? trouble(UNREACHABLE, thrown) : toPactaError(thrown);
}

function isLineError(thrown: Error): boolean {
  return LINE.test(codeOf(thrown)) || LINE_WORDS.test(thrown.message);
}

function codeOf(thrown: Error): string {
  return "code" in thrown && typeof thrown.code === "string" ? thrown.code : "";
}

function trouble([code, what, remedy]: Trouble, thrown: Error): PactaError {
  const words = thrown.message === "" && thrown instanceof AggregateError ? codeOf(thrown) : thrown.message;
  return new PactaError(code, `${what} (${words})`, remedy, {}, thrown);
}
