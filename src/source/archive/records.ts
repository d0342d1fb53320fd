// The records of a WARC stream. Nothing is believed of a length before what follows it was seen: a page that was cut must
// not become a document, and behind a wrong length the next record is looked for.
import { PactaError } from "../../error.ts";
import type { Limits } from "../resource.ts";
import { headEnd, LONGEST_HEAD, parseHead } from "./fields.ts";
import type { Fields } from "./fields.ts";
import type { Window } from "./window.ts";

/** One record. `block` is the whole of its content where that is within the limit, else its first bytes. */
export interface WarcRecord {
  readonly kind: "record";
  /** Where it begins in the archive's file; in a gzip, where its member does. */
  readonly place: number;
  readonly fields: Fields;
  readonly block: Buffer;
  readonly whole: boolean;
}

/** What is wrong with the archive at some place, and the address of the record that it costs, where that could be told. */
export interface WarcFault {
  readonly kind: "fault";
  readonly place: number;
  readonly error: PactaError;
  readonly url?: string;
}

/**
 * The records in a window, one after the other, and the faults between them: `PACTA_ARCHIVE_TRUNCATED`, `PACTA_ARCHIVE_RECORD`,
 * and those of the window's stream. Holds one record of at most `limits.file` bytes. After a thousand faults in a row the rest
 * is given up: what is made to look like damaged records would keep a run busy for hours.
 */
export async function* records(window: Window, limits: Limits): AsyncGenerator<WarcRecord | WarcFault> {
  for (let row = 0; await nextRecord(window);) {
    const place = window.place;
    if (row === MOST_FAULTS) return yield { kind: "fault", place, error: damaged(`so are the ${row} before it, and the rest is not read`) };
    if (window.size === 0) {
      row += 1;
      yield { kind: "fault", place, error: passed(window) };
      continue;
    }
    for await (const found of recordAt(window, place, limits)) {
      row = found.kind === "fault" ? row + 1 : 0;
      yield found;
    }
  }
}

const MOST_FAULTS = 1000;

/** Over empty lines to a record or a fault; false at the end. */
async function nextRecord(window: Window): Promise<boolean> {
  while (await window.fill(1)) {
    if (!isLineEnd(window.bytes[0])) return true;
    window.drop(1);
  }
  return window.fault !== undefined;
}

async function* recordAt(window: Window, place: number, limits: Limits): AsyncGenerator<WarcRecord | WarcFault> {
  const head = await readHead(window);
  if (head instanceof PactaError) return yield { kind: "fault", place, error: head };
  const { fields, length, size } = head;
  const url = addressOf(fields);
  const about = url === undefined ? { place } : { place, url };
  window.drop(length);
  if (size > limits.file) {
    const first = Math.min(size, FIRST);
    await window.fill(first);
    yield { kind: "record", place, fields, block: Buffer.from(window.bytes.subarray(0, first)), whole: false };
    const error = (await skip(window, size)) ?? (await blockFault(window, 0));
    if (error !== undefined) yield { kind: "fault", ...about, error };
    return;
  }
  const error = await blockFault(window, size);
  if (error !== undefined) return yield { kind: "fault", ...about, error };
  const block = Buffer.from(window.bytes.subarray(0, size));
  window.drop(size);
  yield { kind: "record", place, fields, block, whole: true };
}

/** First bytes of a block that is too large to hold: enough for the head of an HTTP response. */
const FIRST = LONGEST_HEAD;

interface Head {
  readonly fields: Fields;
  readonly length: number;
  /** Of the block. */
  readonly size: number;
}

/** The head at the window's beginning. What is wrong with it is passed over, up to the next record. */
async function readHead(window: Window): Promise<Head | PactaError> {
  let end: number | undefined;
  for (let size = 1024; end === undefined && size <= LONGEST_HEAD; size *= 2) {
    const enough = await window.fill(size);
    if (!startsRecord(window.bytes, !enough)) return await astray(window, "no record begins here", 1);
    end = headEnd(window.bytes);
    if (end === undefined && !enough) return unfinished(window);
  }
  if (end === undefined) return await astray(window, "its head has no end", 1);
  const { fields } = parseHead(window.bytes.toString("utf8", 0, end));
  const size = fields.get("content-length") ?? "";
  if (!/^\d{1,15}$/.test(size)) return await astray(window, "it tells no length", 1);
  return { fields, length: end, size: Number(size) };
}

/** What is wrong with a block of that size at the window's beginning, by what follows it; then the window is behind it. */
async function blockFault(window: Window, size: number): Promise<PactaError | undefined> {
  const enough = await window.fill(size + AFTER);
  const inside = window.nextMember(0) ?? Infinity;
  if (inside < size && (inside === window.size || startsRecord(window.bytes.subarray(inside), false))) {
    return await astray(window, "it tells a greater length than it has", inside);
  }
  const behind = window.nextMember(size);
  if (!enough && window.fault !== undefined && behind === undefined) return unfinished(window);
  const after = window.bytes.subarray(size, Math.min(size + AFTER, behind ?? Infinity));
  const open = END.startsWith(after.toString("latin1"));
  if (window.size >= size && (isEnd(after) || startsRecord(after, false) || (open && behind !== undefined))) return undefined;
  const next = nextStart(window, 1);
  if (next === undefined && !enough && open) return unfinished(window);
  return await astray(window, "its length is wrong", next ?? 1);
}

const END = "\r\n\r\n";
/** Bytes behind a block that tell whether it ends there: two line ends, and the first of what follows, with which a gzip's sum was read. */
const AFTER = END.length + 10;

function isEnd(after: Buffer): boolean {
  const text = after.toString("latin1");
  return text.startsWith(END) || text.startsWith("\n\n");
}

/** Over a block that is not held: its length is believed, except where a gzip member with a record begins within. */
async function skip(window: Window, size: number): Promise<PactaError | undefined> {
  for (let left = size; left > 0;) {
    if (!(await window.fill(1))) return unfinished(window);
    if (left < size && window.nextMember(0) === 0) {
      await window.fill(AFTER);
      if (startsRecord(window.bytes, false)) return damaged("it tells a greater length than it has");
    }
    const step = Math.min(left, window.size, window.nextMember(1) ?? Infinity);
    window.drop(step);
    left -= step;
  }
  return undefined;
}

/** The error of a record that is not what it says; the window goes to the next one, `from` bytes on or later. */
async function astray(window: Window, why: string, from: number): Promise<PactaError> {
  window.drop(from - 1);
  for (;;) {
    const next = nextStart(window, 1);
    window.drop(next ?? window.size - AFTER);
    if (next !== undefined) break;
    if (await window.fill(window.size + 1)) continue;
    window.drop(window.size);
    break;
  }
  return damaged(why);
}

function damaged(why: string): PactaError {
  return new PactaError("PACTA_ARCHIVE_RECORD", `a record of the archive is damaged: ${why}`, "Fetch the archive again, or leave that record out");
}

/** Where the next record begins in the window: at the start of a line or of a gzip member. */
function nextStart(window: Window, from: number): number | undefined {
  const { bytes } = window;
  for (let at = bytes.indexOf("WARC/", from); at >= 0; at = bytes.indexOf("WARC/", at + 1)) {
    const opens = bytes[at - 1] === 0x0a || window.nextMember(at) === at;
    if (opens && startsRecord(bytes.subarray(at), false)) return at;
  }
  return undefined;
}

/** Whether the bytes begin with a record's first line; of bytes that end within it, whether they may. */
function startsRecord(bytes: Buffer, cut: boolean): boolean {
  const text = bytes.toString("latin1", 0, 8);
  if (cut && text.length < 8) return "WARC/".startsWith(text.slice(0, 5)) && /^(?:[01](?:\.\d?)?)?$/.test(text.slice(5));
  return /^WARC\/[01]\.\d/.test(text);
}

/** The error of what ends in the middle: of the stream itself, or of its end. */
function unfinished(window: Window): PactaError {
  if (window.fault !== undefined) return passed(window);
  window.drop(window.size);
  return new PactaError(
    "PACTA_ARCHIVE_TRUNCATED",
    "the archive ends in the middle of a record",
    "Fetch the archive again: what came before was read",
  );
}

function passed(window: Window): PactaError {
  const { fault } = window;
  window.pass();
  return fault ?? new PactaError("PACTA_ARCHIVE_TRUNCATED", "the archive ends in the middle", "Fetch the archive again: what came before was read");
}

function isLineEnd(byte: number | undefined): boolean {
  return byte === 0x0d || byte === 0x0a;
}

/** The address that a record is about; WARC 1.0 was often written with it in angle brackets. */
export function addressOf(fields: Fields): string | undefined {
  return fields.get("warc-target-uri")?.replace(/^<(.*)>$/, "$1");
}
