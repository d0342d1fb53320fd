// The registry of commands: what each does, in the order of the help, and where it is. Nothing is loaded before it is asked for.
import type { Command } from "./command.ts";

/** A command's line in the help, and the command itself. */
export interface Registered {
  readonly what: string;
  readonly load: () => Promise<Command>;
}

/** A command as the dispatcher sees it: its own argument types are known to itself alone. */
function as<Args extends Command["args"]>(loaded: Promise<Command<Args>>): Promise<Command> {
  return loaded as Promise<Command>;
}

/** All commands by name. */
export const COMMANDS: Readonly<Record<string, Registered>> = {
  read: {
    what: "read files, folders or standard input into claims, and keep them in the ledger",
    load: () => as(import("./read.ts").then((m) => m.read)),
  },
  deals: { what: "list the deals and their states, on a day and as known by a day", load: () => as(import("./deals.ts").then((m) => m.deals)) },
  deal: { what: "tell the life of one deal: states, words, sources, conflicts", load: () => as(import("./deal.ts").then((m) => m.deal)) },
  claims: { what: "list claims, by act, party or document", load: () => as(import("./claims.ts").then((m) => m.claims)) },
  verify: { what: "check that the ledger is what was written", load: () => as(import("./verify.ts").then((m) => m.verify)) },
  backup: { what: "copy the ledger into a file, while others write to it", load: () => as(import("./backup.ts").then((m) => m.backup)) },
  restore: { what: "make a ledger from the file of a backup, in any store", load: () => as(import("./restore.ts").then((m) => m.restore)) },
  rebuild: { what: "make everything that follows from the entries again", load: () => as(import("./rebuild.ts").then((m) => m.rebuild)) },
  doctor: { what: "check this installation, and say what to do", load: () => as(import("./doctor.ts").then((m) => m.doctor)) },
  parse: { what: "print words, tags and trees of a text as CoNLL-U", load: () => as(import("./parse.ts").then((m) => m.parse)) },
  annotate: {
    what: "print parties, goods, sums, times, sources and names of documents",
    load: () => as(import("./annotate.ts").then((m) => m.annotate)),
  },
  explain: {
    what: "tell why a sentence is read as it is: tree, frames, claims and reasons",
    load: () => as(import("./explain.ts").then((m) => m.explain)),
  },
  extract: { what: "print the article of a web page", load: () => as(import("./extract.ts").then((m) => m.extract)) },
  version: { what: "print the version", load: () => as(import("./version.ts").then((m) => m.version)) },
};
