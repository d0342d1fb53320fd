// Addresses: what they come to, and that no password is ever told.
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { PactaError } from "../../error.ts";
import { openLedger } from "../open.ts";
import { parseAddress } from "./address.ts";

test("an address names server, user, database and schema", () => {
  expect(parseAddress("postgres://me:s%40cret%2F@db.example:5433/news?schema=arms&sslmode=verify-full")).toEqual({
    host: "db.example",
    port: 5433,
    user: "me",
    password: "s@cret/",
    database: "news",
    tls: "verified",
    schema: "arms",
    location: "postgres://me@db.example:5433/news?schema=arms&sslmode=verify-full",
  });
  expect(parseAddress("postgresql://[::1]/news")).toMatchObject({ host: "::1", database: "news", tls: "none", schema: "pacta" });
});

test("what an address leaves out is left to the environment, and a folder is a socket's", () => {
  expect(parseAddress("postgres:///news")).toEqual({ database: "news", tls: "none", schema: "pacta", location: "postgres:///news" });
  expect(parseAddress("postgres://me:pw@/news?host=/run/postgresql")).toMatchObject({ user: "me", password: "pw", host: "/run/postgresql" });
});

const WRONG: Readonly<Record<string, string>> = {
  "a schema that needs quotes": "postgres://localhost/news?schema=Arms-1",
  "a schema of the server's own": "postgres://localhost/news?schema=pg_arms",
  "an option that is unknown": "postgres://localhost/news?shcema=arms",
  "a way of TLS that is unknown": "postgres://localhost/news?sslmode=maybe",
  "a port that is none": "postgres://localhost:98765/news",
  "a broken escape": "postgres://localhost/%E0%A4%A",
};

test.for(Object.entries(WRONG))("%s is refused", async ([, location]) => {
  await expect(openLedger(location)).rejects.toMatchObject({ code: "PACTA_LEDGER_ADDRESS" });
});

test("no password is told, whatever it holds and whether the address is understood or not", () => {
  const password = fc.string({ unit: fc.constantFrom("@", ":", "/", "?", "#", "%", "=", "&", "9", "é", " ") }).map((odd) => `S${odd}ECRET${odd}X`);
  fc.assert(
    fc.property(password, (secret) => {
      let said: string;
      try {
        const { password: _, ...shown } = parseAddress(`postgres://me:${secret}@localhost/news`);
        said = JSON.stringify(shown);
      } catch (thrown) {
        if (!(thrown instanceof PactaError)) throw thrown;
        said = `${String(thrown)} ${JSON.stringify(thrown)} ${String(thrown.cause)}`;
      }
      expect(said).not.toMatch(/ECRET|S9|9X/);
    }),
    { numRuns: 500 },
  );
});

test("nor is it where the server cannot be reached", async () => {
  const refused: unknown = await openLedger("postgres://me:secret@127.0.0.1:1/pacta").catch((thrown: unknown) => thrown);
  expect(refused).toMatchObject({ code: "PACTA_LEDGER_UNREACHABLE", place: { source: "postgres://me@127.0.0.1:1/pacta" } });
  expect(`${String(refused)} ${JSON.stringify(refused)}`).not.toContain("secret");
});
