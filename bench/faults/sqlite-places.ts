// Where entries lie in a SQLite file, by the file's format (sqlite.org/fileformat.html): the tree of the table is walked from its root, and
// each row is followed through its overflow pages.
import { COLUMNS } from "./place.ts";
import type { Place } from "./place.ts";

const [INTERIOR, LEAF] = [0x05, 0x0d];
/** What stands before the tree in the first page. */
const FILE_HEADER = 100;

/** A table's file: its bytes and the size of its pages. */
interface Pages {
  readonly bytes: Buffer;
  readonly size: number;
  /** What of a page can be used. */
  readonly usable: number;
}

/** The bytes of every entry in the table whose tree begins at the page `root` (from 1). */
export function sqlitePlaces(bytes: Buffer, root: number): readonly Place[] {
  const size = bytes.readUInt16BE(16) === 1 ? 65_536 : bytes.readUInt16BE(16);
  return [...rowsUnder({ bytes, size, usable: size - bytes.readUInt8(20) }, root)].flatMap(placesOf);
}

/** A row: its key and where that lies, its bytes and where each of these lies. */
interface Row {
  readonly seq: number;
  readonly key: readonly number[];
  readonly length: readonly number[];
  readonly offsets: readonly number[];
  readonly payload: Buffer;
}

function* rowsUnder(pages: Pages, page: number): Generator<Row> {
  const { bytes, size } = pages;
  const start = (page - 1) * size;
  const head = start + (page === 1 ? FILE_HEADER : 0);
  const type = bytes.readUInt8(head);
  const cells = bytes.readUInt16BE(head + 3);
  const first = head + (type === INTERIOR ? 12 : 8);
  for (let cell = 0; cell < cells; cell += 1) {
    const at = start + bytes.readUInt16BE(first + 2 * cell);
    if (type === INTERIOR) yield* rowsUnder(pages, bytes.readUInt32BE(at));
    else if (type === LEAF) yield rowAt(pages, at);
    else throw new Error(`page ${page} is none of a table`);
  }
  if (type === INTERIOR) yield* rowsUnder(pages, bytes.readUInt32BE(head + 8));
}

function rowAt(pages: Pages, at: number): Row {
  const { bytes } = pages;
  const [length, keyAt] = varint(bytes, at);
  const [seq, start] = varint(bytes, keyAt);
  const offsets = [...payloadOf(pages, start, length)];
  const payload = Buffer.from(offsets.map((offset) => bytes.readUInt8(offset)));
  return { seq, length: range(at, keyAt), key: range(keyAt, start), offsets, payload };
}

/** Where each byte of a row lies: as many as there is room for beside the others, and the rest in a chain of pages. */
function* payloadOf({ bytes, size, usable }: Pages, start: number, length: number): Generator<number> {
  const most = usable - 35;
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const fitting = least + ((length - least) % (usable - 4));
  const local = length <= most ? length : fitting <= most ? fitting : least;
  for (let n = 0; n < local; n += 1) yield start + n;
  let left = length - local;
  for (let page = left > 0 ? bytes.readUInt32BE(start + local) : 0; left > 0;) {
    const at = (page - 1) * size;
    const here = Math.min(left, usable - 4);
    for (let n = 0; n < here; n += 1) yield at + 4 + n;
    left -= here;
    page = bytes.readUInt32BE(at);
  }
}

/**
 * The row's length and number, its header and its columns. One byte of the header is left out, the type of the column `seq`: the number of a row
 * is its key in the tree, and SQLite looks at nothing that stands for it in the row.
 */
function placesOf({ seq, length, key, offsets, payload }: Row): readonly Place[] {
  const [headerSize, typesAt] = varint(payload, 0);
  const header = offsets.slice(0, headerSize).filter((_, at) => at !== typesAt);
  const places: Place[] = [
    { seq, part: "length", offsets: length },
    { seq, part: "seq", offsets: key },
    { seq, part: "header", offsets: header },
  ];
  let [typeAt, valueAt] = [typesAt, headerSize];
  for (const part of COLUMNS) {
    const [type, next] = varint(payload, typeAt);
    const taken = lengthOf(type);
    if (taken > 0) places.push({ seq, part, offsets: offsets.slice(valueAt, valueAt + taken) });
    [typeAt, valueAt] = [next, valueAt + taken];
  }
  return places;
}

/** Bytes of a value of a serial type. */
function lengthOf(type: number): number {
  if (type >= 12) return Math.floor((type - 12) / 2);
  return [0, 1, 2, 3, 4, 6, 8, 8, 0, 0][type] ?? 0;
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, n) => from + n);
}

/** A number of one to nine bytes, and where the next thing stands. */
function varint(bytes: Buffer, at: number): readonly [value: number, next: number] {
  let value = 0;
  for (let n = 0; n < 8; n += 1) {
    const byte = bytes.readUInt8(at + n);
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return [value, at + n + 1];
  }
  return [value * 256 + bytes.readUInt8(at + 8), at + 9];
}
