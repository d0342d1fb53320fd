// A bit of an entry that was changed in a ledger on a server, through SQL or in the server's files: `verify` names the entry. Where the
// server keeps sums of its pages it gives nothing of a damaged one, and the first entry of the page is named.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Chance } from "../../src/eval/index.ts";
import { counted, verified } from "./flipped.ts";
import type { Flip, Flipped } from "./flipped.ts";
import { columnBit } from "./flips.ts";
import { fillLedger, tellServer, verdictOn } from "./ledgers.ts";
import { bitInWords, flip, offsetOf } from "./place.ts";
import type { Bit, DrawBit, Place } from "./place.ts";
import { piecePlaces, POSTGRES_PAGE, rowPlaces } from "./postgres-places.ts";
import type { Server } from "../server.fixture.ts";

/** Changes bits of columns through SQL, and back again. */
export async function flipInServerColumns(server: Server, schema: string, flips: number, chance: Chance): Promise<Flipped> {
  const location = server.address(schema);
  await fillLedger(location);
  const done: Flip[] = [];
  for (let n = 0; n < flips; n += 1) {
    const { seq, column, where, bit } = columnBit(chance);
    const isText = column !== "body" && column !== "words";
    const bytes = isText ? `convert_to(${column}, 'UTF8')` : column;
    // The server takes no text that is none: of letters and digits a low bit is changed.
    const at = `8 * (${where} % length(${bytes})) + ${isText ? bit % 4 : bit}`;
    const changed = `set_bit(${bytes}, ${at}, 1 - get_bit(${bytes}, ${at}))`;
    const change = `update entries set ${column} = ${isText ? `convert_from(${changed}, 'UTF8')` : changed} where seq = ${seq}`;
    await tellServer(server, schema, change);
    done.push(await verified({ seq, what: `a bit of ${column} in entry ${seq}` }, location, n));
    await tellServer(server, schema, change);
  }
  const { code } = await verdictOn(location);
  const sum = counted(done);
  return { ...sum, wrongs: [...sum.wrongs, ...(code === "fits" ? [] : [`with all bits as they were: ${code}`])] };
}

/**
 * Where a changed length makes a server end that reads it, nobody but us shall read it, and it shall not write all files of all ledgers through
 * to the disk each time that it comes back. From its next start on.
 */
const QUIET = ["autovacuum = off", "fsync = off"];

/** Bytes of an entry in one of the files of its table. */
interface Filed extends Place {
  readonly file: string;
}

/** Ledgers of one stop of the server: every file of theirs is looked at when it comes back. */
const A_STOP = 20;

/** Changes bits in the files of a server that is stopped for it: one in each of as many ledgers. `sums`: it keeps sums of its pages. */
export async function flipInServerFiles(server: Server, name: string, flips: number, draw: DrawBit, sums: boolean): Promise<Flipped> {
  for (const setting of QUIET) await tellServer(server, "public", `alter system set ${setting}`);
  const done: Flip[] = [];
  while (done.length < flips) {
    const schemas = Array.from({ length: Math.min(A_STOP, flips - done.length) }, (_, n) => `${name}_${n}`);
    done.push(...(await flipInEach(server, schemas, draw, sums)));
  }
  await tellServer(server, "public", "alter system reset all");
  return counted(done);
}

async function flipInEach(server: Server, schemas: readonly string[], draw: DrawBit, sums: boolean): Promise<readonly Flip[]> {
  const files: (readonly string[])[] = [];
  for (const schema of schemas) files.push(await filesOfNew(server, schema));
  await server.stop();
  const bits = files.map((of) => flipIn(of, draw, sums));
  await server.start();
  const done: Flip[] = [];
  for (const [n, bit] of bits.entries()) done.push(await verified(bit, server.address(schemas[n] ?? ""), n));
  for (const schema of schemas) await tellServer(server, schema, `drop schema "${schema}" cascade`);
  return done;
}

function flipIn(files: readonly string[], draw: DrawBit, sums: boolean): Omit<Flip, "verdict"> {
  const places = placesIn(files);
  const bit = draw(places);
  const bytes = readFileSync(bit.place.file);
  flip(bytes, bit);
  writeFileSync(bit.place.file, bytes);
  return { what: bitInWords(bit), seq: sums ? firstOnPage(places, bit) : bit.place.seq };
}

/** Makes a ledger; gives the files of its entries, and of the pieces of their long texts. */
export async function filesOfNew(server: Server, schema: string): Promise<readonly string[]> {
  await fillLedger(server.address(schema));
  // Settled rows: what is still to be frozen or hinted at would be written again by whoever looks at it.
  await tellServer(server, schema, "vacuum (freeze) entries");
  const asked = "select oid, unnest(array[oid, reltoastrelid]) as part from pg_class where oid = 'entries'::regclass";
  const rows = await tellServer(server, schema, `select pg_relation_filepath(part) as path from (${asked}) as parts`);
  return rows.map(({ path }) => join(server.folder, "data", String(path)));
}

/** Where the entries lie in the file of their table and the one of long texts beside it. */
export function placesIn([rows = "", pieces = ""]: readonly string[]): readonly Filed[] {
  const found = rowPlaces(readFileSync(rows));
  const long = piecePlaces(readFileSync(pieces), found.elsewhere);
  return [...found.places.map((place) => ({ ...place, file: rows })), ...long.map((place) => ({ ...place, file: pieces }))];
}

/** The first entry with bytes on the page of the bit. */
function firstOnPage(places: readonly Filed[], bit: Bit<Filed>): number {
  const page = (offset: number): number => Math.floor(offset / POSTGRES_PAGE);
  const damaged = page(offsetOf(bit));
  const there = places.filter(({ file, offsets }) => file === bit.place.file && offsets.some((offset) => page(offset) === damaged));
  return Math.min(...there.map(({ seq }) => seq));
}
