// Where entries lie in the files of a PostgreSQL table, by the layout of its pages (postgresql.org, "Database Page Layout" and "TOAST"): the
// rows of the table itself, and the pieces of long texts, which lie in a table beside it.
import { COLUMNS } from "./place.ts";
import type { Place } from "./place.ts";

/** Bytes of a page. */
export const POSTGRES_PAGE = 8192;

/** What stands before the row pointers of a page, and what a row's header says of itself. */
const [PAGE_HEADER, POINTER, NORMAL] = [24, 4, 1];
/** Bytes of a value that only says where in the table beside it the text lies. */
const ELSEWHERE = 18;

/** The bytes of entries in the file of the table `entries`, and of the pieces whose numbers they name. */
interface Found {
  readonly places: readonly Place[];
  /** By the number of a long text: the entry and the column that it is of. */
  readonly elsewhere: ReadonlyMap<number, { readonly seq: number; readonly part: string }>;
}

/** The rows of the table's own file. */
export function rowPlaces(bytes: Buffer): Found {
  const places: Place[] = [];
  const elsewhere = new Map<number, { seq: number; part: string }>();
  for (const start of rowsIn(bytes)) {
    const seq = Number(bytes.readBigInt64LE(start));
    places.push({ seq, part: "seq", offsets: range(start, start + 8) });
    let at = start + 8;
    for (const part of COLUMNS.slice(1)) {
      // A value that tells its length in four bytes begins at a multiple of four; what fills up to there is zero.
      if (bytes.readUInt8(at) === 0) at = align(at);
      const length = lengthAt(bytes, at);
      if (bytes.readUInt8(at) === 1) elsewhere.set(bytes.readUInt32LE(at + 10), { seq, part });
      places.push({ seq, part, offsets: range(at, at + length) });
      at += length;
    }
  }
  return { places, elsewhere };
}

/** The pieces of long texts, in the file of the table beside it. */
export function piecePlaces(bytes: Buffer, elsewhere: Found["elsewhere"]): readonly Place[] {
  return [...rowsIn(bytes)].flatMap((start) => {
    const of = elsewhere.get(bytes.readUInt32LE(start));
    const at = bytes.readUInt8(start + 8) === 0 ? align(start + 8) : start + 8;
    return of === undefined
      ? []
      : [{ seq: of.seq, part: `${of.part}, long`, offsets: range(start, start + 8).concat(range(at, at + lengthAt(bytes, at))) }];
  });
}

/** Where the values of each row begin. */
function* rowsIn(bytes: Buffer): Generator<number> {
  for (let page = 0; page < bytes.length; page += POSTGRES_PAGE) {
    const end = page + bytes.readUInt16LE(page + 12);
    for (let pointer = page + PAGE_HEADER; pointer < end; pointer += POINTER) {
      const value = bytes.readUInt32LE(pointer);
      const row = page + (value & 0x7fff);
      if (((value >>> 15) & 3) === NORMAL) yield row + bytes.readUInt8(row + 22);
    }
  }
}

/** Bytes of a value with those that tell its length. */
function lengthAt(bytes: Buffer, at: number): number {
  const first = bytes.readUInt8(at);
  if (first === 1) return ELSEWHERE;
  return (first & 1) === 1 ? first >>> 1 : bytes.readUInt32LE(at) >>> 2;
}

function align(at: number): number {
  return Math.ceil(at / 4) * 4;
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, n) => from + n);
}
