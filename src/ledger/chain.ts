// The chain: each entry's hash covers the hash of the one before, so that no entry can be changed, taken out or put in unseen.
import { createHash } from "node:crypto";
import { ZodError } from "zod";
import { PactaError } from "../error.ts";
import { sha256 } from "./canonical.ts";
import type { Draft, Entry, Link } from "./entry.ts";
import { seal, sealOf, unseal } from "./seal.ts";

/** The end of a chain; `seq` 0 and 64 zeros for an empty one. */
export interface Head {
  readonly seq: number;
  readonly hash: string;
}

/** The head of an empty ledger. */
export const EMPTY: Head = { seq: 0, hash: "0".repeat(64) };

/** An entry as it is appended: the body's two parts are text. */
export interface EntryRow extends Link {
  readonly kind: string;
  readonly body: string;
  readonly words: string;
}

/** An entry as a store gives it back: bytes, since a damaged byte may vanish in decoding; null where the store holds no text there. */
export interface RawRow extends Link {
  readonly kind: string;
  readonly body: Uint8Array | null;
  readonly words: Uint8Array | null;
}

/** An entry as it is chained: `body` is the canonical JSON that the hash covers, `words` what it vouches for, null where they were taken away. */
export interface SealedEntry extends Link {
  readonly kind: string;
  readonly body: string;
  readonly words: string | null;
}

/** `PACTA_LEDGER_BROKEN`: the entry `seq` is not what was written. */
export function broken(what: string, seq?: number, cause?: unknown): PactaError {
  const entry = seq === undefined ? "" : `entry ${seq}: `;
  const remedy = "Stop writing to it, and restore the last backup that pacta verify accepts";
  return new PactaError("PACTA_LEDGER_BROKEN", `${entry}${what}`, remedy, seq === undefined ? {} : { line: seq }, cause);
}

/** SHA-256 over the canonical JSON of `{at, body, kind, prev, seq}`, of which the body (without its words) is canonical already. */
export function hashOf({ at, kind, prev, seq }: Omit<Link, "hash"> & { readonly kind: string }, body: string | Uint8Array): string {
  const [before, after] = [`{"at":${JSON.stringify(at)},"body":`, `,"kind":${JSON.stringify(kind)},"prev":${JSON.stringify(prev)},"seq":${seq}}`];
  return createHash("sha256").update(before).update(body).update(after).digest("hex");
}

/** The row that follows `head`. */
export function rowAfter(head: Head, at: string, draft: Draft): EntryRow {
  const link = { seq: head.seq + 1, at, prev: head.hash, kind: draft.kind };
  const sealed = seal(draft);
  return { ...link, ...sealed, hash: hashOf(link, sealed.body) };
}

/** The place in the chain, without what stands there. */
export function linkOf({ seq, at, prev, hash }: Link): Link {
  return { seq, at, prev, hash };
}

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** The hashed part of a row's body, parsed. Throws `PACTA_LEDGER_BROKEN` unless the row's hash fits. */
export function bodyOf(row: Omit<RawRow, "words">): unknown {
  if (row.body === null) throw broken("its body is no text", row.seq);
  if (hashOf(row, row.body) !== row.hash) throw broken("its hash does not fit what it holds", row.seq);
  try {
    return JSON.parse(utf8.decode(row.body));
  } catch (cause) {
    throw broken("its body is no JSON", row.seq, cause);
  }
}

/** What is said of an entry whose words are not there, though nobody redacted its document. */
export const WORDS_GONE = "its words are not those that were written";

/**
 * Reads a row back. Throws `PACTA_LEDGER_BROKEN` unless its hash, its words' hash and its schema all fit. A row without words is
 * `redacted`: whoever reads it must see that its document was.
 */
export function entryOf(row: RawRow): Entry {
  const json = bodyOf(row);
  try {
    if (row.words === null) return { ...linkOf(row), ...unseal(row.kind, json, undefined), redacted: true };
    if (sealOf(json) !== sha256(row.words)) throw new Error(WORDS_GONE);
    return { ...linkOf(row), ...unseal(row.kind, json, utf8.decode(row.words)) };
  } catch (cause) {
    throw broken(cause instanceof ZodError ? "its body does not fit the schema of its kind" : messageOf(cause), row.seq, cause);
  }
}

/** The row as a sealed entry. Throws `PACTA_LEDGER_BROKEN` unless its hash and its words' hash fit. */
export function sealedOf(row: RawRow): SealedEntry {
  const json = bodyOf(row);
  try {
    if (row.words !== null && sealOf(json) !== sha256(row.words)) throw new Error(WORDS_GONE);
    const words = row.words === null ? null : utf8.decode(row.words);
    return { ...linkOf(row), kind: row.kind, body: utf8.decode(row.body ?? new Uint8Array()), words };
  } catch (cause) {
    throw broken(messageOf(cause), row.seq, cause);
  }
}

/** Throws `PACTA_LEDGER_BROKEN` unless the entry follows from `last`. */
export function checkLink(last: Head, { seq, prev }: Link): void {
  if (seq !== last.seq + 1) throw broken("the entry is missing", last.seq + 1);
  if (prev !== last.hash) throw broken("it does not follow from the entry before", seq);
}

function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
