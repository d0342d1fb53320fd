// Bits that were changed and ends that were cut off: where entries lie in the files of both stores, and what verifying makes of changes there.
import { mkdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { cutFiles, cutOnServer } from "./cuts.ts";
import { flipInColumns, flipInFile, placesIn } from "./flips.ts";
import { chance, freshFiles, hasPostgres, requirePostgres, seed } from "./ground.fixture.ts";
import { ENTRIES, fillLedger } from "./ledgers.ts";
import { anyBit, COLUMNS, onlyBit } from "./place.ts";
import type { Place } from "./place.ts";
import { markOf } from "./reports.ts";
import { filesOfNew, flipInServerColumns, flipInServerFiles, placesIn as serverPlacesIn } from "./server-flips.ts";
import { startServer } from "../server.fixture.ts";
import type { Server } from "../server.fixture.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });
requirePostgres();

/** What the file says at a place. */
function textAt(bytes: Buffer, { offsets }: Place): string {
  return Buffer.from(offsets.map((offset) => bytes.readUInt8(offset))).toString();
}

describe("a ledger in a file", () => {
  const fresh = freshFiles();
  const [sound, copy] = [fresh(), fresh()];
  beforeAll(() => fillLedger(sound));

  test("lies in its file where it is said to, long texts too", () => {
    const [bytes, places] = [readFileSync(sound), placesIn(sound)];
    const said = (seq: number, part: string) =>
      places.filter((place) => place.seq === seq && place.part === part).map((place) => textAt(bytes, place));
    expect(places.map(({ seq, part }) => `${seq} ${part}`)).toHaveLength(ENTRIES * (COLUMNS.length + 2));
    expect([said(2, "kind"), said(3, "kind"), said(3, "hash")]).toEqual([["reading"], ["document"], said(4, "prev")]);
    expect(said(1, "words")[0]).toMatch(new RegExp(`^“${markOf("w", 0)}” – Norway .{10000,}\\.$`));
    expect(said(19, "words")[0]).toMatch(new RegExp(`^“${markOf("w", 9)}” – .{10000,}\\.$`));
  });

  test(`has every changed bit of an entry named, through SQL and in the file (seed ${seed})`, async () => {
    expect(await flipInColumns(sound, copy, 20, chance)).toMatchObject({ named: 20, wrongs: [] });
    const inFile = await flipInFile(sound, copy, 100, anyBit(chance));
    expect(inFile).toMatchObject({ flips: 100, wrongs: [] });
    // A number that was changed may hide the entry before from SQLite, which then is the first that is not there.
    expect(inFile.named).toBeGreaterThanOrEqual(97);
  });

  test(`that lost its end is found by its head (seed ${seed})`, async () => {
    const folder = `${fresh()}.cut`;
    mkdirSync(folder);
    const cuts = await cutFiles(folder, 3, chance);
    expect(cuts.map(({ cuts: n, byHead, wrongs }) => [n, byHead, wrongs])).toEqual(cuts.map(() => [3, 3, []]));
    expect(cuts.map(({ alone }) => alone)).toEqual([0, 0, 3, 0]);
  });
});

describe.runIf(hasPostgres)("a ledger on a server without sums of pages", () => {
  let server: Server;
  beforeAll(async () => {
    server = await startServer(undefined, { sums: false });
  });
  afterAll(() => server.end());

  test("lies in the server's files where it is said to", async () => {
    const files = await filesOfNew(server, "placed");
    await server.stop();
    const places = serverPlacesIn(files);
    const said = (seq: number, part: string) =>
      places.filter((place) => place.seq === seq && place.part === part).map((place) => textAt(readFileSync(place.file), place).slice(1));
    await server.start();
    expect(places.filter(({ file }) => file === files[0])).toHaveLength(ENTRIES * COLUMNS.length);
    expect([said(2, "kind"), said(3, "kind")]).toEqual([["reading"], ["document"]]);
    expect(said(3, "hash")).toEqual(said(4, "prev"));
    // In pieces of two kilobytes, and packed.
    expect(said(1, "words, long").length).toBeGreaterThan(4);
  });

  test(`has every changed bit of an entry named, through SQL and in its files (seed ${seed})`, async () => {
    expect(await flipInServerColumns(server, "columns", 6, chance)).toMatchObject({ named: 6, wrongs: [] });
    expect(await flipInServerFiles(server, "files", 8, anyBit(chance), false)).toMatchObject({ named: 8, wrongs: [] });
  });

  test("has an entry named whose number in the row is below nothing, though its index knows it", async () => {
    const sign = onlyBit(16, "seq", 7, 7);
    expect(await flipInServerFiles(server, "sign", 1, sign, false)).toEqual({ flips: 1, named: 1, elsewhere: 0, wrongs: [] });
  });

  test("has an entry named of which a text is longer by a byte that is none, which no answer shows", async () => {
    const longer = onlyBit(10, "kind", 0, 1);
    expect(await flipInServerFiles(server, "longer", 1, longer, false)).toEqual({ flips: 1, named: 1, elsewhere: 0, wrongs: [] });
  });

  test(`that lost its end is found by its head (seed ${seed})`, async () => {
    const cuts = await cutOnServer(server, 1, chance);
    expect(cuts.map(({ byHead, alone, wrongs }) => [byHead, alone, wrongs])).toEqual([
      [1, 0, []],
      [1, 0, []],
      [1, 1, []],
    ]);
  });
});
