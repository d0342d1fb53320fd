// What of a feed is new. An entry is known by its id and has a print of its words: another print is a change, and then it is read
// once more. Nothing is known before its documents are in the ledger.
import { createHash } from "node:crypto";
import type { Seen } from "../settings/index.ts";
import type { ListedItem } from "../source/index.ts";

/** An entry that is known. */
export type SeenEntry = Seen["entries"][number];

/** An entry that is to be read. `changed`: it was read before, in other words. */
export interface Wanted {
  readonly key: string;
  readonly item: ListedItem;
  readonly changed: boolean;
}

/** What an answer brings. `passed` are entries from before the days that are wanted, `left` counts those beyond the most that are read at once. */
export interface Sorted {
  readonly keys: readonly string[];
  readonly wanted: readonly Wanted[];
  readonly passed: readonly { readonly key: string; readonly print: string }[];
  readonly left: number;
}

/** What is wanted of an answer. */
export interface Wish {
  /** The day (ISO 8601) before which entries are passed over. */
  readonly since?: string | undefined;
  /** Pass over also what tells no day: a sitemap of all that a site ever had tells none of what is new in it. */
  readonly datedOnly?: boolean;
  readonly most: number;
}

/** An entry that could not be read so often is left, until it changes. */
export const TRIES = 5;

/** Stands for the print of what was not read yet. */
const UNREAD = "-";

/** Known entries that are remembered though the last answer did not have them: feeds drop an entry and bring it back. */
const REMEMBERED = 1000;

/** Characters of a key: the beginning of a hash, by chance the same for two of a million once in 10^16 feeds. */
const KEY = 16;

/** Keys of entries, in their order. An id that stands at several entries is told apart by their addresses: some feeds give all the same. */
export function keysOf(items: readonly ListedItem[]): readonly string[] {
  const ids = new Map<string, number>();
  for (const { id } of items) if (id !== undefined) ids.set(id, (ids.get(id) ?? 0) + 1);
  return items.map(({ id, url, title, published }) => {
    const single = id !== undefined && ids.get(id) === 1;
    const name = single ? [id] : [id ?? "", url ?? "", ...(url === undefined ? [title ?? "", published ?? ""] : [])];
    return createHash("sha256").update(JSON.stringify(name)).digest("base64url").slice(0, KEY);
  });
}

/** Sorts an answer by what is known. */
export function sorted(items: readonly ListedItem[], known: readonly SeenEntry[], { since, datedOnly = false, most }: Wish): Sorted {
  const seen = new Map(known.map((entry) => [entry.key, entry]));
  const keys = keysOf(items);
  const [wanted, passed, met]: [Wanted[], { key: string; print: string }[], Set<string>] = [[], [], new Set()];
  for (const [index, item] of items.entries()) {
    const key = keys[index] ?? "";
    const before = seen.get(key);
    if (met.has(key) || (before !== undefined && before.tries === undefined && before.print === item.print)) continue;
    met.add(key);
    if (before === undefined && isBefore(item, since, datedOnly)) passed.push({ key, print: item.print });
    else wanted.push({ key, item, changed: before !== undefined && before.print !== UNREAD });
  }
  return { keys: [...new Set(keys)], wanted: wanted.slice(0, most), passed, left: Math.max(0, wanted.length - most) };
}

function isBefore({ published, updated }: ListedItem, since: string | undefined, datedOnly: boolean): boolean {
  const moment = [updated, published]
    .map((written) => (written === undefined ? Number.NaN : Date.parse(written)))
    .find((time) => !Number.isNaN(time));
  if (since === undefined) return false;
  return moment === undefined ? datedOnly : moment < Date.parse(since);
}

/** What became of an entry: read in the words of a print, or not. */
export type Done = { readonly key: string; readonly print: string; readonly read: boolean };

/** What is known after some of an answer was done. `keys` are those of the answer; without them the order stays. */
export function afterwards(before: readonly SeenEntry[], done: readonly Done[], keys: readonly string[] = []): SeenEntry[] {
  const entries = new Map(before.map((entry) => [entry.key, entry]));
  for (const each of done) entries.set(each.key, entryAfter(each, entries.get(each.key)));
  const first = keys.flatMap((key) => entries.get(key) ?? []);
  const listed = new Set(first.map(({ key }) => key));
  const others = [...entries.values()].filter(({ key }) => !listed.has(key));
  return keys.length === 0 ? others : [...first, ...others.slice(0, REMEMBERED)];
}

function entryAfter({ key, print, read }: Done, before: SeenEntry | undefined): SeenEntry {
  const tries = (before?.tries ?? 0) + 1;
  return read || tries >= TRIES ? { key, print } : { key, print: UNREAD, tries };
}
