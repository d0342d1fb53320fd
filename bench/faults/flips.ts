// A byte of an entry that was changed, through SQL or in the store's files: `verify` names the entry, wherever in it the byte lies.
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import Database from "better-sqlite3";
import type { Chance } from "../../src/eval/index.ts";
import { ENTRIES, fillLedger, tellServer, verdictOn } from "./ledgers.ts";
import type { Verdict } from "./ledgers.ts";
import { COLUMNS } from "./place.ts";
import type { Place } from "./place.ts";
import { piecePlaces, POSTGRES_PAGE, rowPlaces } from "./postgres-places.ts";
import type { Server } from "./server.fixture.ts";
import { sqlitePlaces } from "./sqlite-places.ts";

/** What came of changing bytes. */
export interface Flipped {
  readonly flips: number;
  /** Those after which `verify` named the very entry; or, where the store gives nothing of a damaged page, the first entry of the page. */
  readonly named: number;
  /** Those after which it said that the ledger is damaged, but named another entry or none. */
  readonly elsewhere: number;
  /** What was changed and what verifying came to, where the damage was not noticed. */
  readonly wrongs: readonly string[];
}

/** One change. */
interface Flip {
  /** The entry that is to be named. */
  readonly seq: number;
  readonly what: string;
  /** What verifying came to. */
  readonly verdict: Verdict;
}

/** Changes bytes of columns of a SQLite ledger through SQL, each in a copy. */
export async function flipInSqlite(sound: string, copy: string, flips: number, chance: Chance): Promise<Flipped> {
  const done: Flip[] = [];
  for (let n = 0; n < flips; n += 1) {
    const { seq, column, where, bit } = drawn(chance);
    copyFileSync(sound, copy);
    const db = new Database(copy);
    db.exec("drop trigger entries_stay; drop trigger entries_last");
    const value = db.prepare<[number], Buffer>(`select cast(${column} as blob) from entries where seq = ?`).pluck().get(seq);
    if (value === undefined) throw new Error(`there is no entry ${seq}`);
    const at = where % value.length;
    value.writeUInt8(value.readUInt8(at) ^ (1 << bit), at);
    db.prepare(`update entries set ${column} = cast(? as text) where seq = ?`).run(value, seq);
    db.close();
    done.push({ seq, what: `bit ${bit} of byte ${at} of ${column} in entry ${seq}`, verdict: await verdictOn(copy) });
  }
  return counted(done);
}

/** Changes bytes of entries in a SQLite file. */
export async function flipInFile(sound: string, copy: string, flips: number, chance: Chance): Promise<Flipped> {
  const bytes = readFileSync(sound);
  const db = new Database(sound, { readonly: true });
  const root = db.prepare<[], number>("select rootpage from sqlite_schema where name = 'entries'").pluck().get();
  db.close();
  const places = sqlitePlaces(bytes, root ?? 0);
  const done: Flip[] = [];
  for (let n = 0; n < flips; n += 1) {
    const { seq, what, change } = changeAt(places, chance);
    const changed = Buffer.from(bytes);
    change(changed);
    writeFileSync(copy, changed);
    done.push({ seq, what, verdict: await verdictOn(copy) });
  }
  return counted(done);
}

/** Changes bytes of columns of ledgers on a server through SQL, and back again. */
export async function flipOnServer(server: Server, schema: string, flips: number, chance: Chance): Promise<Flipped> {
  const location = server.address(schema);
  await fillLedger(location);
  const done: Flip[] = [];
  for (let n = 0; n < flips; n += 1) {
    const { seq, column, where, bit } = drawn(chance);
    const isText = column !== "body" && column !== "words";
    const bytes = isText ? `convert_to(${column}, 'UTF8')` : column;
    const at = `8 * (${where} % length(${bytes})) + ${isText ? bit % 4 : bit}`;
    const flipped = `set_bit(${bytes}, ${at}, 1 - get_bit(${bytes}, ${at}))`;
    const flip = `update entries set ${column} = ${isText ? `convert_from(${flipped}, 'UTF8')` : flipped} where seq = ${seq}`;
    await tellServer(server, schema, flip);
    done.push({ seq, what: `a bit of ${column} in entry ${seq}`, verdict: await verdictOn(location) });
    await tellServer(server, schema, flip);
  }
  const after = await verdictOn(location);
  const healed = after.code === "fits" ? [] : [`with all bytes as they were: ${JSON.stringify(after)}`];
  const sum = counted(done);
  return { ...sum, wrongs: [...sum.wrongs, ...healed] };
}

/**
 * Changes bytes of entries in the files of a server that is stopped for it: one in each of as many ledgers. `sums`: the server keeps a sum of
 * each page, and gives nothing of one that does not fit.
 */
export async function flipInServerFiles(
  server: Server,
  name: string,
  flips: number,
  chance: Chance,
  { sums }: { readonly sums: boolean },
): Promise<Flipped> {
  const schemas = Array.from({ length: flips }, (_, n) => `${name}_${n}`);
  const files: { readonly schema: string; readonly rows: string; readonly pieces: string }[] = [];
  for (const schema of schemas) {
    await fillLedger(server.address(schema));
    // Settled rows: what is still to be frozen or hinted at would be written again by whoever looks at it.
    await tellServer(server, schema, "vacuum (freeze) entries");
    const [paths] = await tellServer(
      server,
      schema,
      "select pg_relation_filepath('entries') as rows, (select pg_relation_filepath(reltoastrelid) from pg_class where oid = 'entries'::regclass) as pieces",
    );
    files.push({ schema, rows: String(paths?.["rows"]), pieces: String(paths?.["pieces"]) });
  }
  await server.stop();
  const changes = files.map(({ rows, pieces }) => changeOneOf(`${server.folder}/data/${rows}`, `${server.folder}/data/${pieces}`, chance, sums));
  await server.start();
  const done: Flip[] = [];
  for (const [n, { seq, what }] of changes.entries()) done.push({ seq, what, verdict: await verdictOn(server.address(schemas[n] ?? "")) });
  for (const schema of schemas) await tellServer(server, schema, `drop schema "${schema}" cascade`);
  return counted(done);
}

function changeOneOf(rows: string, pieces: string, chance: Chance, sums: boolean): { readonly seq: number; readonly what: string } {
  const files = [readFileSync(rows), readFileSync(pieces)] as const;
  const found = rowPlaces(files[0]);
  const long = piecePlaces(files[1], found.elsewhere);
  const isLong = long.length > 0 && chance.share(0.3);
  const places = isLong ? long : found.places;
  const { seq, what, at, change } = changeAt(places, chance);
  change(isLong ? files[1] : files[0]);
  writeFileSync(isLong ? pieces : rows, isLong ? files[1] : files[0]);
  return { seq: sums ? firstOnPage(places, at) : seq, what };
}

/** The first entry with bytes on the page on which this one lies. */
function firstOnPage(places: readonly Place[], at: number): number {
  const page = (offset: number): number => Math.floor(offset / POSTGRES_PAGE);
  return Math.min(...places.filter(({ offsets }) => offsets.some((offset) => page(offset) === page(at))).map(({ seq }) => seq));
}

/** A byte to change: every entry and part of it has the same chance, however long it is. */
function changeAt(places: readonly Place[], chance: Chance) {
  const seqs = [...new Set(places.map(({ seq }) => seq))];
  const seq = seqs[chance.below(seqs.length)];
  const parts = places.filter((place) => place.seq === seq);
  const place = parts[chance.below(parts.length)];
  if (seq === undefined || place === undefined) throw new Error("there are no entries");
  const within = chance.below(place.offsets.length);
  const [at, bit] = [place.offsets[within] ?? 0, chance.below(8)];
  return {
    seq,
    at,
    what: `bit ${bit} of byte ${within} of ${place.part} in entry ${seq}`,
    change: (bytes: Buffer) => void bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << bit), at),
  };
}

function drawn(chance: Chance) {
  const columns = COLUMNS.slice(1);
  return {
    seq: 1 + chance.below(ENTRIES),
    column: columns[chance.below(columns.length)] ?? "body",
    where: chance.below(1 << 20),
    bit: chance.below(8),
  };
}

function counted(flips: readonly Flip[]): Flipped {
  const isNoticed = ({ verdict }: Flip): boolean => verdict.code === "PACTA_LEDGER_BROKEN";
  const named = flips.filter((flip) => isNoticed(flip) && flip.verdict.entry === flip.seq).length;
  return {
    flips: flips.length,
    named,
    elsewhere: flips.filter(isNoticed).length - named,
    wrongs: flips
      .filter((flip) => !isNoticed(flip))
      .map(({ what, verdict }) => `${what}: ${verdict.code}${verdict.entry === undefined ? "" : ` at ${verdict.entry}`}`),
  };
}
