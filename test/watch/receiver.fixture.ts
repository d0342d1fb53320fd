// Receivers on free loopback ports that do with each request what a test says, and alerts to be delivered to them.
import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo, Server } from "node:net";
import type { Clock } from "../../src/clock.ts";
import type { Settings } from "../../src/settings/index.ts";
import { createWatching } from "../../src/watch/index.ts";
import type { ChangeAlert, ChannelRequest, Watching, WatchingOptions } from "../../src/watch/index.ts";
import { allowanceOf } from "../../src/source/index.ts";
import type { Watched } from "./watched.fixture.ts";

/** A request that came whole. */
export interface Received {
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: Buffer;
}

/** A running receiver; `received` are the requests whose bodies came whole. */
export interface Receiver {
  readonly url: string;
  readonly received: readonly Received[];
  readonly close: () => Promise<void>;
}

type Answer = (response: ServerResponse, request: Received, incoming: IncomingMessage) => void;

/** Starts one, over TLS where a key and certificate are given. */
export async function receive(answer: Answer, tls?: { readonly key: string; readonly cert: string }): Promise<Receiver> {
  const received: Received[] = [];
  const listener = (incoming: IncomingMessage, response: ServerResponse): void => {
    const chunks: Buffer[] = [];
    incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
    incoming.on("end", () => {
      const request = { path: incoming.url ?? "", headers: incoming.headers, body: Buffer.concat(chunks) };
      received.push(request);
      answer(response, request, incoming);
    });
  };
  const server = tls === undefined ? createServer(listener) : createTlsServer(tls, listener);
  const port = await listening(server);
  return {
    url: tls === undefined ? `http://127.0.0.1:${port}` : `https://localhost:${port}`,
    received,
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** Listens on a free port of this machine. */
export async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

/** A clock that is the machine's, and can be put forward. */
export function forwardClock(): Clock & { readonly forward: (milliseconds: number) => void } {
  let ahead = 0;
  return {
    now: () => Date.now() + ahead,
    sleep: async (milliseconds, stop) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        stop?.addEventListener("abort", () => (clearTimeout(timer), resolve()), { once: true });
      }),
    chance: Math.random,
    forward: (milliseconds) => void (ahead += milliseconds),
  };
}

/** Watching over a watched ledger that may reach this machine. */
export function watchingOver({ ledger, book, settings }: Watched, more: Partial<WatchingOptions> = {}): Watching {
  return createWatching({ ledger, book, settings, agent: "Pacta/test", allowed: allowanceOf("127.0.0.0/8,[::1]"), timeout: 1500, ...more });
}

/** An alert of a watch. */
export function alertOn(watch: { readonly id: string; readonly name: string }, n: number, words = `They signed it, report ${n}`): ChangeAlert {
  return {
    id: `alert-${watch.id}-${n}`,
    kind: "change",
    watch: { id: watch.id, name: watch.name },
    seq: n,
    at: "2026-03-05T12:00:00.000Z",
    deal: { id: "deal-1", name: "Norland–Sudia gas deal", kind: "transfer" },
    before: { state: "none", dispute: "none" },
    after: { state: "signed", dispute: "none" },
    conflicts: [],
    told: [
      {
        of: "state",
        claim: "c",
        act: "sign",
        part: "opens",
        words,
        sources: [{ name: "Ada" }] as never,
        document: { id: "d", heading: "Signed", published: "2026-03-05", url: "https://example.org/d?a=1&b=2" },
        when: {},
      },
    ],
  };
}

/** Puts alerts on their way by all ways of a watch, due now. */
export async function onTheWay(
  settings: Settings,
  watching: Watching,
  id: string,
  alerts: readonly ChangeAlert[],
  due = new Date().toISOString(),
): Promise<void> {
  const { channels = [] } = await watching.get(id);
  const position = await settings.watching.position();
  const deliveries = alerts.flatMap(({ id: alert }) =>
    channels.map((channel) => ({ alert, watch: id, channel: channel.id, kind: channel.kind, due, tries: 0 })),
  );
  await settings.watching.advance({ from: position, to: position ?? 0, alerts, deliveries, digests: [], closed: [], followed: [] });
}

/** A watch of everything with these ways. */
export async function watchBy(watching: Watching, ...channels: readonly ChannelRequest[]): Promise<{ readonly id: string; readonly name: string }> {
  return watching.add({ name: "Gas", about: { search: "gas" }, channels });
}

/** Delivers, putting the clock forward to what is due next, until nothing is, or so often. */
export async function deliverAll(settings: Settings, watching: Watching, clock: ReturnType<typeof forwardClock>, rounds = 40): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    await watching.deliver();
    const next = await settings.watching.nextDue(new Date(clock.now()).toISOString());
    if (next === undefined) return;
    clock.forward(Math.max(0, Date.parse(next) - clock.now()) + 1);
  }
}
