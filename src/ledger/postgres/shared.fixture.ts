// The server that the test files of a run share, with a schema of its own for each test; and what to say where there is none.
import { createConnection } from "node:net";
import { text } from "node:stream/consumers";
import pg from "pg";
import { expect, inject, test } from "vitest";
import { z } from "zod";
import { parseAddress } from "./address.ts";
import { postgresPrograms } from "./server.fixture.ts";

/** True where tests can start a server. */
export const hasPostgres = postgresPrograms() !== undefined;

const answer = z.union([z.object({ port: z.int() }), z.object({ why: z.string() })]);

/** The port of the shared server, which the first to ask waits for. */
export async function sharedPort(): Promise<number> {
  const said = answer.parse(JSON.parse(await text(createConnection(inject("postgres")))));
  if ("why" in said) throw new Error(said.why);
  return said.port;
}

let schemas = 0;

/** The address of a ledger on the shared server that no other test has. */
export async function freshAddress(): Promise<string> {
  return `postgres://pacta@127.0.0.1:${await sharedPort()}/postgres?schema=t_${process.pid}_${(schemas += 1)}_${Date.now()}`;
}

/** A test that fails where a server is required and missing, and else says that those of `file` are passed over. */
export function requirePostgres(file: string): void {
  test("PostgreSQL is there where everything is required", () => {
    const required = process.env["PACTA_REQUIRE_ALL"] === "1";
    if (!hasPostgres && !required) console.info(`PostgreSQL is not here: install Debian's package postgresql to run the tests of ${file}`);
    expect(hasPostgres || !required).toBe(true);
  });
}

/** Runs statements as the server's superuser in the schema of a ledger, past all that keeps entries from being changed. Gives the last one's rows. */
export async function change(address: string, statements: string): Promise<readonly Record<string, unknown>[]> {
  const { host, port, user, database, schema } = parseAddress(address);
  const client = new pg.Client({ host, port, user, database, options: `-c search_path="${schema}" -c session_replication_role=replica` });
  await client.connect();
  try {
    const results: pg.QueryResult<Record<string, unknown>>[] = [await client.query<Record<string, unknown>>(statements)].flat();
    return results.at(-1)?.rows ?? [];
  } finally {
    await client.end();
  }
}
