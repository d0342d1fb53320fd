// What is kept as settings besides tokens and what watch/ says of watches: where a feed was left off. It is said by no document, and
// changes or goes, so that it has no place in the chain.
import { z } from "zod";

const id = z.string().min(1).max(500);
const instant = z.iso.datetime();

/** Longer ones do not fit into an index of PostgreSQL, and name no page that anybody meant. */
export const LONGEST_ADDRESS = 2000;
const address = z.url().max(LONGEST_ADDRESS);
const words = z.string().min(1).max(500);
const count = z.int().min(0);

/** The schema of a feed. What an older Pacta wrote is one: fields have only been added. */
export const feedSchema = z.strictObject({
  id: address,
  made: instant,
  polled: instant.exactOptional(),
  etag: z.string().exactOptional(),
  modified: z.string().exactOptional(),
  title: words.exactOptional(),
  site: address.exactOptional(),
  folders: z.array(words).max(16).exactOptional(),
  every: z.int().min(1).exactOptional(),
  pause: z.int().min(1).exactOptional(),
  text: z.enum(["page", "feed"]).exactOptional(),
  since: z.iso.date().exactOptional(),
  due: instant.exactOptional(),
  news: instant.exactOptional(),
  failing: z.strictObject({ code: words, times: z.int().min(1), since: instant }).exactOptional(),
  ended: z.strictObject({ at: instant, code: words }).exactOptional(),
  was: z.array(address).max(8).exactOptional(),
  counts: z.strictObject({ polls: count, entries: count, documents: count }).exactOptional(),
});

/** The schema of what was seen of a feed. */
export const seenSchema = z.strictObject({
  id: address,
  entries: z.array(z.strictObject({ key: words, print: words, tries: z.int().min(1).exactOptional() })),
});

/** The schema of a page. */
export const pageSchema = z.strictObject({
  id: address,
  etag: z.string().exactOptional(),
  modified: z.string().exactOptional(),
  document: z.string().min(1),
  reader: z.string().min(1),
});

/** The schema of a turn. */
export const turnSchema = z.strictObject({ id, holder: words, until: instant });

const failed = z.strictObject({
  code: words,
  what: z.string().max(2000),
  remedy: z.string().max(2000).exactOptional(),
  source: z.string().max(2000).exactOptional(),
});

/** Documents as they are given to be read: fields of a record, or a file's bytes in base64. */
const given = z.union([
  z.strictObject({ url: address }),
  z.strictObject({
    record: z.strictObject({
      id: z.string().min(1).max(2000).exactOptional(),
      url: address.exactOptional(),
      date: z.string().max(100).exactOptional(),
      heading: z.string().max(2000).exactOptional(),
      text: z.string().min(1),
    }),
  }),
  z.strictObject({ file: z.strictObject({ name: z.string().regex(/^[^/\\]{1,200}$/), base64: z.string().regex(/^[A-Za-z0-9+/]*={0,2}$/) }) }),
]);

/** The schema of a job. */
export const jobSchema = z.strictObject({
  id,
  made: instant,
  by: words.exactOptional(),
  given: z.array(given).max(1000),
  size: count,
  tries: count.exactOptional(),
  state: z.enum(["queued", "running", "done", "cancelled", "failed"]),
  began: instant.exactOptional(),
  ended: instant.exactOptional(),
  documents: count,
  claims: count,
  known: count,
  failures: count,
  errors: z.array(failed).max(100),
  read: z.array(z.string()).max(1000),
  unchanged: z.array(z.string()).max(1000).exactOptional(),
});

/** The schema of a saved view. */
export const viewSchema = z.strictObject({
  id,
  name: z.string().regex(/^\S(?:.{0,98}\S)?$/),
  of: z.enum(["deals", "claims", "review"]),
  query: z.string().max(4000),
  made: instant,
  changed: instant,
});

/**
 * A feed, known by its address, and what its server said when it was last asked (`ETag`, `Last-Modified`). `every` is the smallest
 * number of seconds between two polls that its user wishes, `pause` the one that it tells itself, `since` the day before which its entries are passed over, `due` the instant of the next poll, `news` that
 * of the last which brought something; `failing` counts the errors in a row. One that has `ended` is asked no more; `was` are
 * the addresses that it moved from, the newest first.
 */
export type Feed = Readonly<z.infer<typeof feedSchema>>;
/** The entries of a feed that are known, those of its last answer first; `tries` counts how often one that is still wanted could not be read. */
export type Seen = Readonly<z.infer<typeof seenSchema>>;
/** A page that was read into the ledger as `document` by `reader`, and what its server gave to ask by. */
export type Page = Readonly<z.infer<typeof pageSchema>>;
/**
 * Documents that are to be read: `given` for as long as they are not, `size` how many they were, `tries` how often the process that reads ended in the middle of them. `documents`, `claims` and `failures` count what came of them so far, `known` the documents that the ledger had read
 * already; `errors` and `read` (ids of documents) hold the first of them, `unchanged` those of `read` that the ledger had.
 */
export type Job = Readonly<z.infer<typeof jobSchema>>;
/** A list that somebody wants to come back to: what is listed, and the query of its address. */
export type View = Readonly<z.infer<typeof viewSchema>>;
/** Who works on something, and until when others leave it to them. */
export type Turn = Readonly<z.infer<typeof turnSchema>>;
