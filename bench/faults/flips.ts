// A bit of an entry that was changed in a ledger in a file, through SQL or in the bytes of the file: `verify` names the entry, wherever in it
// the bit lies.
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import Database from "better-sqlite3";
import type { Chance } from "../../src/eval/index.ts";
import { counted, verified } from "./flipped.ts";
import type { Flip, Flipped } from "./flipped.ts";
import { ENTRIES } from "./ledgers.ts";
import { bitInWords, COLUMNS, flip } from "./place.ts";
import type { DrawBit, Place } from "./place.ts";
import { sqlitePlaces } from "./sqlite-places.ts";

/** Changes bits of columns through SQL, each in a copy of a sound ledger of `fillLedger`. */
export async function flipInColumns(sound: string, copy: string, flips: number, chance: Chance): Promise<Flipped> {
  const done: Flip[] = [];
  for (let n = 0; n < flips; n += 1) {
    const { seq, column, where, bit } = columnBit(chance);
    copyFileSync(sound, copy);
    const db = new Database(copy);
    db.exec("drop trigger entries_stay; drop trigger entries_last");
    const value = db.prepare<[number], Buffer>(`select cast(${column} as blob) from entries where seq = ?`).pluck().get(seq);
    if (value === undefined) throw new Error(`there is no entry ${seq}`);
    const at = where % value.length;
    value.writeUInt8(value.readUInt8(at) ^ (1 << bit), at);
    db.prepare(`update entries set ${column} = cast(? as text) where seq = ?`).run(value, seq);
    db.close();
    done.push(await verified({ seq, what: `bit ${bit} of byte ${at} of ${column} in entry ${seq}` }, copy, n));
  }
  return counted(done);
}

/** Changes bits of the file's rows, each in a copy. */
export async function flipInFile(sound: string, copy: string, flips: number, draw: DrawBit): Promise<Flipped> {
  const bytes = readFileSync(sound);
  const places = placesIn(sound);
  const done: Flip[] = [];
  for (let n = 0; n < flips; n += 1) {
    const bit = draw(places);
    const changed = Buffer.from(bytes);
    flip(changed, bit);
    writeFileSync(copy, changed);
    done.push(await verified({ seq: bit.place.seq, what: bitInWords(bit) }, copy, n));
  }
  return counted(done);
}

/** Where the entries of a ledger lie in its file, which nobody has open. */
export function placesIn(location: string): readonly Place[] {
  const db = new Database(location, { readonly: true });
  const root = db.prepare<[], number>("select rootpage from sqlite_schema where name = 'entries'").pluck().get();
  db.close();
  return sqlitePlaces(readFileSync(location), root ?? 0);
}

/** A bit of a text of an entry in a ledger of `fillLedger`; `where` counts bytes round and round. */
export function columnBit(chance: Chance) {
  const columns = COLUMNS.slice(1);
  return {
    seq: 1 + chance.below(ENTRIES),
    column: columns[chance.below(columns.length)] ?? "body",
    where: chance.below(1 << 20),
    bit: chance.below(8),
  };
}
