// Webhooks to a real receiver that fails in every way.
import { createHmac, timingSafeEqual } from "node:crypto";
import { afterEach, expect, test, vi } from "vitest";
import { createServer as createRawServer } from "node:net";
import { SALE, TREATY } from "../../src/deal/book/having.fixture.ts";
import type { LogLine } from "../../src/watch/index.ts";
import { alertOn, deliverAll, forwardClock, listening, onTheWay, receive, watchBy, watchingOver } from "./receiver.fixture.ts";
import type { Received, Receiver } from "./receiver.fixture.ts";
import { certificate } from "./certificate.fixture.ts";
import { daysAgo, on, watched } from "./watched.fixture.ts";

vi.setConfig({ testTimeout: 60_000 });

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function opened(answer: Parameters<typeof receive>[0], tls?: Parameters<typeof receive>[1]): Promise<Receiver> {
  const receiver = await receive(answer, tls);
  closing.push(receiver.close);
  return receiver;
}

async function over(more: Parameters<typeof watchingOver>[1] = {}) {
  const about = await watched();
  closing.push(about.close);
  const clock = forwardClock();
  return { ...about, clock, watching: watchingOver(about, { clock, ...more }) };
}

/** As a receiver checks it. */
function isSigned({ headers, body }: Received, secret: string): boolean {
  const [id, at, given] = ["webhook-id", "webhook-timestamp", "webhook-signature"].map((name) => String(headers[name]));
  const wanted = createHmac("sha256", Buffer.from(secret.slice(6), "base64"))
    .update(`${id}.${at}.${body.toString()}`)
    .digest();
  const signature = Buffer.from((given ?? "").slice(3), "base64");
  return Math.abs(Date.now() / 1000 - Number(at)) < 300 && signature.length === wanted.length && timingSafeEqual(signature, wanted);
}

const secretOf = (channels: readonly { readonly kind: string }[] = []): string => {
  const [channel] = channels;
  return channel !== undefined && "secret" in channel ? String(channel.secret) : "";
};

test("what changed of a deal comes signed, once, with its words", async () => {
  const receiver = await opened((response) => response.writeHead(204).end());
  const { watching, tell } = await over();
  const watch = await watching.add({ name: "Sudia", about: { party: "SUD" }, channels: [{ kind: "webhook", url: `${receiver.url}/hook?a=b` }] });
  await tell([on(daysAgo(1), SALE[0] ?? TREATY)]);
  await watching.look();
  expect(await watching.deliver()).toEqual({ sent: 1, again: 0, dead: 0, gone: 0 });
  expect(await watching.deliver()).toEqual({ sent: 0, again: 0, dead: 0, gone: 0 });
  const [alert] = await watching.alerts({ watch: watch.id });
  const [request] = receiver.received;
  if (request === undefined || alert === undefined) throw new Error("nothing came");
  expect([receiver.received.length, request.path, request.headers["webhook-id"], request.headers["user-agent"]]).toEqual([
    1,
    "/hook?a=b",
    alert.id,
    "Pacta/test",
  ]);
  expect(isSigned(request, secretOf(watch.channels))).toBe(true);
  expect(isSigned({ ...request, body: Buffer.concat([request.body, Buffer.from(" ")]) }, secretOf(watch.channels))).toBe(false);
  expect(JSON.parse(request.body.toString())).toMatchObject({
    type: "deal.changed",
    data: {
      id: alert.id,
      before: { state: "none" },
      after: { state: "signed" },
      told: [{ words: "Norland and Sudia signed a contract for Q-70 launchers" }],
    },
  });
  expect(await watching.log()).toMatchObject([{ alert: alert.id, outcome: "sent", status: 204, tries: 1 }]);
});

/** A server that does something else than HTTP with a line. */
async function raw(does: Parameters<typeof createRawServer>[1]): Promise<string> {
  const server = createRawServer(does);
  const port = await listening(server);
  closing.push(async () => void server.close());
  return `http://127.0.0.1:${port}/`;
}

const lines = (log: readonly LogLine[]) => log.map(({ outcome, status, code }) => [outcome, status, code]);

test("whatever a receiver does is noted with a code, and tried again or given up", async () => {
  const tls = certificate("localhost");
  const nowhere = (): never => {
    throw new Error("this case is left out");
  };
  const cases: readonly (readonly [string, () => Promise<string>, readonly unknown[]])[] = [
    ["500", async () => (await opened((response) => response.writeHead(500).end("no"))).url, ["again", 500, "PACTA_DELIVERY_REFUSED"]],
    ["404", async () => (await opened((response) => response.writeHead(404).end())).url, ["again", 404, "PACTA_DELIVERY_REFUSED"]],
    ["410", async () => (await opened((response) => response.writeHead(410).end())).url, ["dead", 410, "PACTA_DELIVERY_REFUSED"]],
    ["silence", async () => (await opened(() => undefined)).url, ["again", undefined, "PACTA_FETCH_TIMEOUT"]],
    [
      "a line that is reset",
      async () => raw((line) => line.on("error", () => undefined).once("data", () => line.resetAndDestroy())),
      ["again", undefined, "PACTA_FETCH_UNREACHABLE"],
    ],
    [
      "a line that ends",
      async () => raw((line) => line.once("data", () => line.end())),
      ["again", undefined, expect.stringMatching(/PACTA_FETCH_(UNREACHABLE|TRUNCATED|PROTOCOL)/)],
    ],
    ["what is no HTTP", async () => raw((line) => line.once("data", () => line.end("hello\r\n\r\n"))), ["again", undefined, "PACTA_FETCH_PROTOCOL"]],
    ["nobody there", async () => "http://127.0.0.1:9/", ["again", undefined, "PACTA_FETCH_UNREACHABLE"]],
    ["a slow body", async () => (await opened((response) => void response.writeHead(200).write("."))).url, ["sent", 200, undefined]],
    [
      "a redirect inside",
      async () => (await opened((response) => response.writeHead(307, { location: "http://169.254.169.254/latest/" }).end())).url,
      ["again", 307, "PACTA_DELIVERY_REFUSED"],
    ],
    [
      "wrong TLS",
      async () => (tls === undefined ? nowhere() : (await opened((response) => response.end(), tls)).url),
      ["again", undefined, "PACTA_FETCH_TLS"],
    ],
    ["the metadata service", async () => "http://169.254.169.254/", ["dead", undefined, "PACTA_FETCH_PRIVATE"]],
    ["a private address", async () => "http://10.0.0.1/", ["dead", undefined, "PACTA_FETCH_PRIVATE"]],
    ["a private address in disguise", async () => "http://[::ffff:a00:1]/", ["dead", undefined, "PACTA_FETCH_PRIVATE"]],
    ["a name of a private address", async () => "http://inner.example/", ["dead", undefined, "PACTA_FETCH_PRIVATE"]],
  ];
  const resolve = async (host: string): Promise<readonly string[]> => (host === "inner.example" ? ["10.0.0.7"] : ["127.0.0.1"]);
  const { watching, settings } = await over({ resolve });
  for (const [name, start, wanted] of cases) {
    if (name === "wrong TLS" && tls === undefined) continue;
    const watch = await watchBy(watching, { kind: "webhook", url: await start() });
    await onTheWay(settings, watching, watch.id, [alertOn(watch, 1)]);
    await watching.deliver();
    expect([name, ...lines(await watching.log({ watch: watch.id }))]).toEqual([name, wanted]);
    const [test] = await watching.test(watch.id);
    expect([name, test?.code, test?.status]).toEqual([name, wanted[2], wanted[1]]);
  }
});

test("this machine itself cannot be reached unless it is allowed", async () => {
  const receiver = await opened((response) => response.end());
  const { watching, settings } = await over({ allowed: () => false });
  const watch = await watchBy(watching, { kind: "webhook", url: receiver.url });
  await onTheWay(settings, watching, watch.id, [alertOn(watch, 1)]);
  expect(await watching.deliver()).toMatchObject({ dead: 1 });
  expect([receiver.received.length, (await watching.dead())[0]?.code]).toEqual([0, "PACTA_FETCH_PRIVATE"]);
  for (const url of ["ftp://example.org/", "http://ada:secret@example.org/", "nowhere"])
    await expect(watchBy(watching, { kind: "webhook", url })).rejects.toMatchObject({ code: "PACTA_FETCH_ADDRESS" });
});

test("waits grow, a server's own wish is kept, and after the last try it is given up and can be replayed", async () => {
  let status = 503;
  const receiver = await opened((response) => response.writeHead(status, status === 503 ? { "retry-after": "7200" } : {}).end());
  const { watching, settings, clock } = await over({ patience: { tries: 4, first: 1000, most: 3_600_000 } });
  const watch = await watchBy(watching, { kind: "webhook", url: receiver.url });
  await onTheWay(settings, watching, watch.id, [alertOn(watch, 1), alertOn(watch, 2)]);
  await watching.deliver();
  const next = await settings.watching.nextDue(new Date(clock.now()).toISOString());
  // An hour at the most, whatever a server asks for.
  expect(Math.round((Date.parse(next ?? "") - clock.now()) / 60_000)).toBe(60);
  status = 500;
  await deliverAll(settings, watching, clock);
  const dead = await watching.dead({ watch: watch.id });
  expect(dead.map(({ tries, status: last, code }) => [tries, last, code])).toEqual([
    [4, 500, "PACTA_DELIVERY_REFUSED"],
    [4, 500, "PACTA_DELIVERY_REFUSED"],
  ]);
  const waits = (await watching.log())
    .filter(({ alert }) => alert === alertOn(watch, 1).id)
    .toReversed()
    .map(({ at }) => Date.parse(at));
  expect((waits[2] ?? 0) - (waits[1] ?? 0)).toBeGreaterThan(1999);
  expect((waits[3] ?? 0) - (waits[2] ?? 0)).toBeGreaterThan(7999);
  status = 200;
  expect(await watching.replay({ alerts: [alertOn(watch, 2).id] })).toBe(1);
  expect(await watching.replay({ watch: watch.id })).toBe(1);
  expect(await watching.deliver()).toMatchObject({ sent: 2 });
  expect(await watching.dead()).toEqual([]);
});

test("a receiver that hangs does not keep others from being told", async () => {
  const hanging = await opened(() => undefined);
  const receiver = await opened((response) => response.end());
  const { watching, settings } = await over();
  const slow = await watchBy(watching, { kind: "webhook", url: hanging.url });
  const quick = await watchBy(watching, { kind: "webhook", url: receiver.url });
  await onTheWay(
    settings,
    watching,
    slow.id,
    Array.from({ length: 40 }, (_, n) => alertOn(slow, n)),
    new Date(Date.now() - 5000).toISOString(),
  );
  await onTheWay(
    settings,
    watching,
    quick.id,
    Array.from({ length: 20 }, (_, n) => alertOn(quick, n)),
  );
  const stop = new AbortController();
  const running = watching.run({ stop: stop.signal, every: 50 });
  await vi.waitFor(async () => expect((await watching.log({ watch: quick.id })).length).toBe(20), { timeout: 5000 });
  expect(receiver.received.length).toBe(20);
  const before = Date.now();
  stop.abort();
  await running;
  // A stop ends what hangs at once, and counts it as no try.
  expect(Date.now() - before).toBeLessThan(1400);
  expect((await settings.watching.take("9999-01-01T00:00:00.000Z", "9999-01-02T00:00:00.000Z", 100, [])).length).toBe(40);
});

test("secrets are in no line of the log and no alert", async () => {
  const receiver = await opened((response) => response.writeHead(500).end());
  const { watching, settings } = await over();
  const watch = await watching.add({ name: "Gas", about: { search: "gas" }, channels: [{ kind: "webhook", url: receiver.url }] });
  await onTheWay(settings, watching, watch.id, [alertOn(watch, 1)]);
  await watching.deliver();
  await watching.test(watch.id);
  expect(JSON.stringify([await watching.log(), await watching.alerts(), await watching.dead()])).not.toContain(secretOf(watch.channels));
});
