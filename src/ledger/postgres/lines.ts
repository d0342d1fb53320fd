// Lines to the server: a small pool of them, with texts made fit for it, and with a line that is lost told apart from a statement that fails.
import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from "kysely";
import pg from "pg";
import type { Address } from "./address.ts";
import { withNul, withoutNul } from "./nul.ts";
import { isStarting, LostLine, marked } from "./trouble.ts";

/** Lines at once: one that writes, and some that read. */
const MOST = 4;
/** Milliseconds after which an address that does not answer is given up. */
const UNANSWERED = 30_000;
/** Milliseconds between two tries to have a line again. */
const PAUSE = 100;
/** Seconds after which the server gives up a process that holds the ledger and is silent: it was stopped, or its machine is gone. */
const SILENCE = 60;

/**
 * What we ask is written as walks along indices, a page at a time, which is all that SQLite can do. The planner would rather read whole
 * tables and join them by hashing, above all before it has figures of a ledger that is filled for the first time. What is off here is
 * still done where there is no other way.
 */
const PLANNING = {
  enable_hashjoin: "off",
  enable_mergejoin: "off",
  enable_material: "off",
  enable_seqscan: "off",
  enable_bitmapscan: "off",
  jit: "off",
};

type TypeId = Parameters<typeof pg.types.getTypeParser>[0];

const { INT8, TEXT } = pg.types.builtins;

/** Lines to one server. */
export interface Lines {
  /** Lines of which each statement is tried on others when it loses its own: for reading. */
  readonly steady: PostgresPool;
  /** Lines as they are: for transactions, which a lost line ends. */
  readonly plain: PostgresPool;
  /** Runs statements on a line of its own, which is closed then, and gives the details that the server noted. */
  noted(statements: readonly string[]): Promise<readonly string[]>;
  /** Waits for lines that are in use. */
  end(): Promise<void>;
}

/** Opens lines as they are needed. `patience` is how long, in milliseconds, a statement waits for a lock, and a lost line for its server. */
export function linesTo(address: Address, patience: number): Lines {
  const pool = new pg.Pool({ ...configOf(address, patience), max: MOST, allowExitOnIdle: true, connectionTimeoutMillis: UNANSWERED });
  // An idle line that is lost is out of the pool by then; without a listener it would end the process.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  const take = taking(pool, patience);
  const shared = { options: {}, end: async () => undefined };
  return {
    steady: { ...shared, connect: () => steadyLine(take) },
    plain: { ...shared, connect: take },
    noted: (statements) => noted(pool, statements),
    end: () => pool.end(),
  };
}

function configOf({ host, port, user, password, database, tls, schema }: Address, patience: number): pg.PoolConfig {
  const settings = {
    search_path: `"${schema}"`,
    // Zero would wait for ever.
    lock_timeout: Math.max(1, Math.trunc(patience)),
    idle_in_transaction_session_timeout: 1000 * SILENCE,
    tcp_keepalives_idle: SILENCE / 2,
    tcp_keepalives_interval: SILENCE / 6,
    tcp_keepalives_count: 3,
    // An acknowledged write is on the disk, whatever the server's own setting is.
    synchronous_commit: "on",
    client_min_messages: "warning",
    ...PLANNING,
  };
  const options = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
  const ssl = tls === "none" ? false : { rejectUnauthorized: tls === "verified" };
  return {
    host,
    port,
    user,
    password,
    database,
    ssl,
    options: options.join(" "),
    application_name: "pacta",
    keepAlive: true,
    types: { getTypeParser },
  };
}

async function noted(pool: pg.Pool, statements: readonly string[]): Promise<readonly string[]> {
  const client = await pool.connect();
  const details: string[] = [];
  client.on("notice", ({ detail }) => void (detail === undefined || details.push(detail)));
  try {
    for (const statement of statements) await client.query(statement);
    return details;
  } finally {
    client.release(true);
  }
}

/** Numbers of ours fit a JavaScript number: they count entries and what is in them. */
const getTypeParser: typeof pg.types.getTypeParser = (oid: TypeId) => {
  if (oid === INT8) return Number;
  return oid === TEXT ? withNul : pg.types.getTypeParser(oid);
};

/** Takes lines from the pool. Once there was one, or where the server says that it is starting, it waits for the server to come back. */
function taking(pool: pg.Pool, patience: number): () => Promise<PostgresPoolClient> {
  let met = false;
  return async () => {
    for (const until = performance.now() + patience; ;) {
      try {
        const client = await pool.connect();
        met = true;
        return plainLine(client);
      } catch (thrown) {
        const lost = marked(thrown);
        if (!(lost instanceof LostLine) || !(met || isStarting(lost)) || performance.now() > until) throw lost;
        await new Promise((wake) => setTimeout(wake, PAUSE));
      }
    }
  };
}

type Answer = PostgresQueryResult<unknown>;

/** Kysely is given no cursors, so that it asks in this way alone. */
type Query = (sql: string, parameters: readonly unknown[]) => Promise<Answer>;

function lineOf(query: Query, release: PostgresPoolClient["release"]): PostgresPoolClient {
  return { query: query as unknown as PostgresPoolClient["query"], release };
}

function plainLine(client: pg.PoolClient): PostgresPoolClient {
  let isLost = false;
  const query: Query = async (statement, parameters) => {
    try {
      const fit = parameters.map((value) => (typeof value === "string" ? withoutNul(value) : value));
      return (await client.query(statement, fit)) as Answer;
    } catch (thrown) {
      const error = marked(thrown);
      isLost ||= error instanceof LostLine;
      throw error;
    }
  };
  return lineOf(query, (destroy) => client.release(isLost || destroy === true));
}

/** Every line of the pool may be a lost one after a restart, so that many tries are made. */
async function steadyLine(take: () => Promise<PostgresPoolClient>): Promise<PostgresPoolClient> {
  let line: PostgresPoolClient | undefined = await take();
  const query: Query = async (statement, parameters) => {
    for (let tries = 0; ; tries += 1) {
      line ??= await take();
      try {
        return await line.query(statement, parameters);
      } catch (thrown) {
        if (!(thrown instanceof LostLine) || tries === MOST) throw thrown;
        line.release();
        line = undefined;
      }
    }
  };
  return lineOf(query, (destroy) => line?.release(destroy));
}
