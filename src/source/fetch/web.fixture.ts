// A small web on free loopback ports: servers that do with each path what a test says, a clock that does not wait, and a fetcher to both.
import { createServer } from "node:http";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { createServer as createRawServer } from "node:net";
import type { AddressInfo, Server, Socket } from "node:net";
import { allowanceOf } from "./allowance.ts";
import type { Clock } from "../../clock.ts";
import { createFetcher } from "./fetcher.ts";
import type { Fetcher, FetcherOptions } from "./fetcher.ts";

/** What a path does: text for a page, or a function. */
export type Site = Readonly<Record<string, string | ((response: ServerResponse, request: IncomingMessage) => void)>>;

/** A running server and what it was asked. */
export interface TestSite {
  readonly url: string;
  readonly port: number;
  readonly asked: readonly { readonly path: string; readonly headers: IncomingMessage["headers"]; readonly at: number }[];
  readonly close: () => Promise<void>;
}

/** Serves a site over HTTP; what it lacks is 404. */
export async function serve(site: Site): Promise<TestSite> {
  const asked: { path: string; headers: IncomingMessage["headers"]; at: number }[] = [];
  const listener: RequestListener = (request, response) => {
    const path = request.url ?? "";
    asked.push({ path, headers: request.headers, at: Date.now() });
    const does = Object.hasOwn(site, path) ? site[path] : site["*"];
    if (typeof does === "function" && (path !== "/robots.txt" || path in site)) does(response, request);
    else if (typeof does === "string") response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(does);
    else response.writeHead(404).end();
  };
  const server = createServer(listener);
  const { port, close } = await listening(server);
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    asked,
    close: () => {
      server.closeAllConnections();
      return close();
    },
  };
}

/** Serves bytes, each a character of Latin-1, as they are, after a head was asked for; `stay` leaves the line open. */
export async function serveRaw(answer: (path: string) => { readonly bytes: string; readonly stay?: boolean }): Promise<TestSite> {
  const lines = new Set<Socket>();
  const server = createRawServer((line) => {
    lines.add(line);
    line.on("error", () => undefined).on("close", () => lines.delete(line));
    line.once("data", (head) => {
      const path = head.toString().split(" ")[1] ?? "";
      const { bytes, stay = false } = path === "/robots.txt" ? { bytes: "HTTP/1.1 404 No\r\ncontent-length: 0\r\n\r\n" } : answer(path);
      const sent = Buffer.from(bytes, "latin1");
      if (stay) line.write(sent);
      else line.end(sent);
    });
  });
  const { port, close } = await listening(server);
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    asked: [],
    close: () => {
      for (const line of lines) line.destroy();
      return close();
    },
  };
}

async function listening(server: Server): Promise<{ port: number; close: () => Promise<void> }> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { port, close: () => new Promise((resolve) => server.close(() => resolve())) };
}

/** A clock whose time is moved by sleeping alone; `slept` are the waits. */
export function quickClock(): Clock & { readonly slept: readonly number[] } {
  const slept: number[] = [];
  let now = Date.UTC(2030, 0, 2);
  return {
    slept,
    now: () => now,
    sleep: async (milliseconds) => {
      slept.push(milliseconds);
      now += milliseconds;
    },
    chance: () => 0.5,
  };
}

/** A fetcher that may ask loopback, and waits for nothing. */
export function guest(options: Partial<FetcherOptions> = {}): Fetcher {
  return createFetcher({ agent: "Pacta/test", allowed: allowanceOf("127.0.0.1"), delay: 0, clock: quickClock(), ...options });
}
