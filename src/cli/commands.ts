// The registry of commands: what each does, in the order of the help, and where it is. Nothing is loaded before it is asked for.
import type { Command } from "./command.ts";

/** A command's line in the help, and the command itself. */
export interface Registered {
  readonly what: string;
  readonly load: () => Promise<Command>;
  /** Words that may follow the command's name, each a command of its own. */
  readonly words?: Readonly<Record<string, Registered>>;
}

/** A command as the dispatcher sees it: its own argument types are known to itself alone. */
function as<Args extends Command["args"]>(loaded: Promise<Command<Args>>): Promise<Command> {
  return loaded as Promise<Command>;
}

const review = () => import("./review/index.ts");

/** What people decide, by word. */
const REVIEW: Readonly<Record<string, Registered>> = {
  confirm: { what: "say that claims are right", load: () => as(review().then((m) => m.confirm)) },
  reject: { what: "say that claims are wrong: they stand no more", load: () => as(review().then((m) => m.reject)) },
  correct: { what: "correct one slot of a claim", load: () => as(review().then((m) => m.correct)) },
  add: { what: "add a claim that the reader did not make", load: () => as(review().then((m) => m.add)) },
  promote: { what: "make a claim of an abstention", load: () => as(review().then((m) => m.promote)) },
  join: { what: "say that two deals, or two claims, are of one deal", load: () => as(review().then((m) => m.join)) },
  split: { what: "say that two deals, or two claims, are not of one deal", load: () => as(review().then((m) => m.split)) },
  "same-party": { what: "say that two names mean one party, or a name an id", load: () => as(review().then((m) => m.sameParty)) },
  pin: { what: "show this claim first, of those that contradict it", load: () => as(review().then((m) => m.pin)) },
  undo: { what: "take a decision back", load: () => as(review().then((m) => m.undo)) },
  redact: { what: "take the words of a document away for good", load: () => as(review().then((m) => m.redact)) },
};

const feeds = () => import("./feeds/index.ts");

/** What can be done with feeds that are followed, by word. */
const FEEDS: Readonly<Record<string, Registered>> = {
  add: { what: "follow feeds and sitemaps, or the feed that a page names", load: () => as(feeds().then((m) => m.add())) },
  list: { what: "list what is followed, and how it goes", load: () => as(feeds().then((m) => m.list())) },
  remove: { what: "follow feeds no more", load: () => as(feeds().then((m) => m.remove())) },
  poll: { what: "read what is new at the feeds that are due into the ledger", load: () => as(feeds().then((m) => m.poll())) },
  import: { what: "follow the feeds of a list (OPML)", load: () => as(feeds().then((m) => m.importFeeds())) },
  export: { what: "write what is followed as a list (OPML)", load: () => as(feeds().then((m) => m.exportFeeds())) },
};

const watch = () => import("./watch/index.ts");

/** What is done with watches, by word. */
const WATCH: Readonly<Record<string, Registered>> = {
  add: { what: "make a watch that hears of all that comes from now on", load: () => as(watch().then((m) => m.add)) },
  way: { what: "add a way by which its alerts go out, or take one away", load: () => as(watch().then((m) => m.way)) },
  change: { what: "name, pause or resume a watch", load: () => as(watch().then((m) => m.change)) },
  remove: { what: "remove a watch with its alerts", load: () => as(watch().then((m) => m.remove)) },
  alerts: { what: "list what was told, newest first", load: () => as(watch().then((m) => m.alerts)) },
  feed: { what: "print the alerts of a watch as RSS or JSON Feed", load: () => as(watch().then((m) => m.feed)) },
  test: { what: "send a test by a watch's ways, and tell what came back", load: () => as(watch().then((m) => m.test)) },
  run: { what: "look for changes and deliver alerts, until it is stopped", load: () => as(watch().then((m) => m.run)) },
  log: { what: "list what was delivered, when, and what came of it", load: () => as(watch().then((m) => m.log)) },
  dead: { what: "list deliveries that were given up", load: () => as(watch().then((m) => m.dead)) },
  replay: { what: "deliver again what was given up", load: () => as(watch().then((m) => m.replay)) },
  mail: { what: "name the server by which mail goes out", load: () => as(watch().then((m) => m.mail)) },
};

/** All commands by name. */
export const COMMANDS: Readonly<Record<string, Registered>> = {
  read: {
    what: "read files, folders, addresses of the web or standard input into claims, and keep them in the ledger",
    load: () => as(import("./read.ts").then((m) => m.read)),
  },
  feeds: {
    what: "list the feeds that are followed, or: add, list, remove, poll, import, export",
    load: () => as(feeds().then((m) => m.list())),
    words: FEEDS,
  },
  deals: { what: "list the deals and their states, on a day and as known by a day", load: () => as(import("./deals.ts").then((m) => m.deals)) },
  deal: { what: "tell the life of one deal: states, words, sources, conflicts", load: () => as(import("./deal.ts").then((m) => m.deal)) },
  import: {
    what: "add a spreadsheet of known deals, each row as claims of the person who imports it",
    load: () => as(import("./import.ts").then((m) => m.importSheet)),
  },
  claims: { what: "list claims, by act, party or document", load: () => as(import("./claims.ts").then((m) => m.claims)) },
  copies: {
    what: "list reports that are copies of one, with the one that the others have it from",
    load: () => as(import("./copies.ts").then((m) => m.copies)),
  },
  review: {
    what: "list what people decided, or decide: confirm, reject, correct, add, promote, join, split, same-party, pin, undo, redact",
    load: () => as(review().then((m) => m.list)),
    words: REVIEW,
  },
  export: {
    what: "print what the ledger holds in a form that others read: gold",
    load: () => as(import("./export.ts").then((m) => m.forms)),
    words: { gold: { what: "print reviewed claims as gold, a line a document", load: () => as(import("./export.ts").then((m) => m.gold)) } },
  },
  diff: { what: "tell what two readings of a document differ in", load: () => as(import("./diff.ts").then((m) => m.diff)) },
  verify: { what: "check that the ledger is what was written", load: () => as(import("./verify.ts").then((m) => m.verify)) },
  backup: { what: "copy the ledger into a file, while others write to it", load: () => as(import("./backup.ts").then((m) => m.backup)) },
  restore: { what: "make a ledger from the file of a backup, in any store", load: () => as(import("./restore.ts").then((m) => m.restore)) },
  rebuild: { what: "make everything that follows from the entries again", load: () => as(import("./rebuild.ts").then((m) => m.rebuild)) },
  watch: {
    what: "list watches, or be told when deals change: add, way, change, remove, alerts, feed, test, run, log, dead, replay, mail",
    load: () => as(watch().then((m) => m.list)),
    words: WATCH,
  },
  token: {
    what: "list the tokens by which programs come in, or add and revoke: add, revoke",
    load: () => as(import("./token.ts").then((m) => m.list)),
    words: {
      add: { what: "make a token and show its secret once", load: () => as(import("./token.ts").then((m) => m.add)) },
      revoke: { what: "take a token's rights away for good", load: () => as(import("./token.ts").then((m) => m.revoke)) },
    },
  },
  serve: { what: "serve the ledger over HTTP, to programs and to the desk", load: () => as(import("./serve.ts").then((m) => m.serve)) },
  mcp: {
    what: "let an assistant ask the ledger: a server of the Model Context Protocol on standard input and output",
    load: () => as(import("./mcp.ts").then((m) => m.mcp)),
  },
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
