// Starting and stopping: the ledger, its settings, the keeper of its book, and a socket.
import { once } from "node:events";
import type { Server } from "node:http";
import { isIP } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { systemClock } from "../clock.ts";
import { PactaError } from "../error.ts";
import { openLedger } from "../ledger/index.ts";
import { isGood, openSettings } from "../settings/index.ts";
import type { Settings } from "../settings/index.ts";
import { API, apiOf } from "./api.ts";
import { openLog } from "./observe/index.ts";
import type { Level } from "./observe/index.ts";
import { openDesk } from "./open-desk.ts";
import { PATIENCE } from "./patient.ts";

/** How to serve a ledger. */
export interface ServeOptions {
  /** A file or postgres:// address; made where there is none. */
  readonly ledger: string;
  readonly version: string;
  /** The address to listen on (127.0.0.1) and its port (0: any that is free). */
  readonly host?: string;
  readonly port?: number;
  /** Names by which the server is called besides its own machine's, where it stands behind a proxy. */
  readonly names?: readonly string[];
  /** Hosts and networks beyond the public web that documents may be fetched from; see `allowanceOf`. */
  readonly allow?: string;
  /** Where operators of push services reach whoever runs this server: `mailto:…` or `https://…`. */
  readonly contact?: string;
  /** Ask for a token on loopback too. */
  readonly tokens?: boolean;
  /** Requests a second of one asker (200), bytes of a request (1 MiB), seconds that one may take (30), milliseconds of a slow one (500). */
  readonly rate?: number;
  readonly body?: number;
  readonly seconds?: number;
  readonly slow?: number;
  readonly level?: Level;
}

/** A server that listens. */
export interface Serving {
  readonly url: string;
  readonly api: string;
  /** Takes no more requests, finishes those that it has, and closes the ledger. Twice is fine. */
  stop(): Promise<void>;
}

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/;
const MEBIBYTE = 1024 * 1024;

/** Bytes of the head of a request: questions stand in it, a character as up to twelve of them. */
const HEAD = 256 * 1024;

/** Milliseconds that an idle connection stays open: longer than proxies and clients keep theirs, since one that is closed just as it is asked again fails. */
const IDLE = 75_000;

/** Milliseconds that requests are waited for when the server stops. */
const GRACE = 10_000;

/**
 * Serves a ledger. Throws as `openLedger` and `openSettings` do, `PACTA_SERVER_NO_TOKEN` on another address than loopback where no token is good, and
 * `PACTA_SERVER_ADDRESS` where it cannot listen there, and `PACTA_PUSH_CONTACT` for a contact that leads nowhere.
 */
export async function serve(options: ServeOptions): Promise<Serving> {
  const { host = "127.0.0.1", port = 0, names = [], rate = 200, body = MEBIBYTE, seconds = 30, slow = 500, level = "info" } = options;
  const isLoopback = LOOPBACK.test(host);
  const ledger = await openLedger(options.ledger, { patience: PATIENCE.each });
  const closing: (() => Promise<void>)[] = [() => ledger.close()];
  const close = async (): Promise<void> => {
    const failed: unknown[] = [];
    for (const one of closing.splice(0).toReversed()) await one().catch((thrown: unknown) => failed.push(thrown));
    if (failed.length > 0) throw failed[0];
  };
  try {
    const settings = await openSettings(options.ledger);
    closing.push(() => settings.close());
    // Behind a proxy on this machine everybody comes from this machine.
    const asksTokens = options.tokens === true || !isLoopback || names.length > 0;
    if (asksTokens && !(await hasToken(settings)))
      throw new PactaError(
        "PACTA_SERVER_NO_TOKEN",
        isLoopback ? "nobody could come in: there is no token" : `${host} can be reached from elsewhere, and there is no token`,
        "Make one with pacta token add NAME --role admin",
      );
    const log = openLog(level);
    const desk = await openDesk({ ...options, allow: options.allow ?? "" }, { ledger, settings, log }, closing);
    const app = apiOf(desk, { isLoopback, open: !asksTokens, names, rate, body, time: seconds * 1000, slow });
    const server = createAdaptorServer({ fetch: app.fetch, serverOptions: { maxHeaderSize: HEAD, keepAliveTimeout: IDLE } }) as Server;
    const url = await listening(server, host, port);
    closing.push(() => closed(server));
    // Whoever watches a job would hold its connection open.
    closing.push(async () => desk.jobs.stop());
    log.info({ url, ledger: ledger.location }, "listening");
    return { url, api: url + API, stop: close };
  } catch (thrown) {
    await close();
    throw thrown;
  }
}

/** Whether anybody could come in. */
async function hasToken({ tokens }: Pick<Settings, "tokens">): Promise<boolean> {
  const now = systemClock.now();
  return (await tokens.list()).some((token) => isGood(token, new Date(now).toISOString()));
}

async function listening(server: Server, host: string, port: number): Promise<string> {
  server.listen(port, host);
  try {
    await once(server, "listening");
  } catch (thrown) {
    const why = thrown instanceof Error ? thrown.message : String(thrown);
    throw new PactaError("PACTA_SERVER_ADDRESS", `it cannot listen on ${host}:${port} (${why})`, "Choose another --port or --host", {}, thrown);
  }
  const bound = server.address();
  const at = typeof bound === "object" && bound !== null ? bound.port : port;
  return `http://${isIP(host) === 6 ? `[${host}]` : host}:${at}`;
}

/** Closes a server: idle connections at once, the others when they are answered, or after some seconds. */
async function closed(server: Server): Promise<void> {
  const late = setTimeout(() => server.closeAllConnections(), GRACE);
  const ended = once(server, "close");
  server.close();
  server.closeIdleConnections();
  await ended;
  clearTimeout(late);
}
