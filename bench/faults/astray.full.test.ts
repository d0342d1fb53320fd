// A length that was damaged sends a server without sums of pages astray: it ends whenever it reads the entry, many times, until verifying says so.
import { expect, test } from "vitest";
import { hasPostgres, requirePostgres } from "./ground.fixture.ts";
import { onlyBit } from "./place.ts";
import { flipInServerFiles } from "./server-flips.ts";
import { startServer } from "../server.fixture.ts";

requirePostgres();

test.runIf(hasPostgres)("an entry on which a server ends whenever it reads it is named", { timeout: 120_000 }, async () => {
  const server = await startServer(undefined, { sums: false });
  try {
    // By the highest bits of a length in four bytes the body is said to be 32 megabytes longer than it is.
    const length = onlyBit(2, "body", 3, 3);
    expect(await flipInServerFiles(server, "astray", 1, length, false)).toEqual({ flips: 1, named: 1, elsewhere: 0, wrongs: [] });
  } finally {
    await server.end();
  }
});
