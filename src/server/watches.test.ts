// A watch over the server: news that changes a deal is told with the words that say it, by every way, and nobody is reached who may not be.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { asRead, SALE } from "../deal/book/having.fixture.ts";
import { openLedger } from "../ledger/index.ts";
import { serving } from "./server.fixture.ts";
import type { Answer, Asked } from "./server.fixture.ts";

const ended: (() => void)[] = [];
afterEach(() => {
  for (const end of ended.splice(0)) end();
});

const today = new Date().toISOString().slice(0, 10);
const [signed, cancelled] = SALE.map(asRead);
if (signed === undefined || cancelled === undefined) throw new Error("no reports");
const news = { ...cancelled, document: { ...cancelled.document, published: { day: today, basis: "caller" as const } } };

interface Posted {
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** A receiver of webhooks, and what came to it. */
async function receiver(): Promise<{ readonly host: string; readonly posted: Posted[] }> {
  const posted: Posted[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8").on("data", (some: string) => (body += some));
    request.on("end", () => {
      posted.push({ headers: request.headers, body });
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  ended.push(() => server.close());
  return { host: `127.0.0.1:${(server.address() as AddressInfo).port}`, posted };
}

async function append(server: Asked): Promise<void> {
  const ledger = await openLedger(server.ledger);
  await ledger.appendReadings([news], "r1");
  await ledger.close();
}

async function until(asks: () => Promise<boolean>): Promise<void> {
  for (let left = 200; !(await asks()); left -= 1) {
    if (left === 0) throw new Error("it did not come");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const idOf = ({ body }: Answer) => (body as { readonly id: string }).id;

test("news that changes the state of a deal is told once, with its words, as a post, in a list and in a feed", async () => {
  const { host, posted } = await receiver();
  await serving([signed], { allow: host, withTokens: true }, async (server, { reader, reviewer }) => {
    const asked = { name: "Norland", about: { party: "NOR" }, channels: [{ kind: "webhook", url: `http://${host}/hook` }] };
    const made = await server.ask("watches", { json: asked, secret: reviewer });
    expect(made).toMatchObject({ status: 201, body: { by: "the reviewer", channels: [{ kind: "webhook" }] } });
    expect(JSON.stringify(made.body)).not.toContain("whsec_");
    await append(server);
    await until(async () => posted.length > 0);
    const { body } = await server.ask(`watches/${idOf(made)}/alerts`);
    const { alerts } = body as { readonly alerts: readonly { readonly id: string; readonly deal: { readonly id: string } }[] };
    expect(alerts).toMatchObject([
      {
        kind: "change",
        before: { state: "signed" },
        after: { state: "cancelled" },
        told: [{ words: "Norland cancelled the contract for the Q-70 launchers", document: { id: "b" } }],
      },
    ]);
    expect(posted.map(({ headers }) => headers["webhook-id"])).toEqual([alerts[0]?.id]);
    expect(posted[0]?.body).toContain("Norland cancelled the contract");
    expect((await server.ask("alerts?limit=1", { secret: reader })).body).toMatchObject({ alerts: [{ id: alerts[0]?.id }] });
    const basic = `Basic ${Buffer.from(`reader:${reader}`).toString("base64")}`;
    const feed = await server.ask(`watches/${idOf(made)}/feed/rss`, { headers: { authorization: basic } });
    expect([feed.status, feed.headers.get("content-type")]).toEqual([200, "application/rss+xml"]);
    expect(feed.body).toContain("Norland cancelled the contract for the Q-70 launchers");
    const deal = alerts[0]?.deal.id ?? "";
    const { url } = server;
    expect(feed.body).toContain(`<link>${url}/deals/${deal}</link>`);
    expect(feed.body).toContain(`<link>${url}/watches/${idOf(made)}</link>`);
    expect((await server.ask(`watches/${idOf(made)}/feed/json`, { secret: reader })).body).toMatchObject({
      home_page_url: `${url}/watches/${idOf(made)}`,
      feed_url: `${server.api}/watches/${idOf(made)}/feed/json`,
      items: [{ url: `${url}/deals/${deal}` }],
    });
    expect((await server.ask("deliveries")).body).toMatchObject({ tries: [{ outcome: "sent", status: 204 }] });
  });
});

test("no webhook leads into the server's own network, whatever it is called", async () => {
  const { host, posted } = await receiver();
  await serving([signed], {}, async (server) => {
    for (const url of [`http://${host}/`, `http://localhost:${host.split(":")[1]}/`, "http://169.254.169.254/latest/meta-data/", "http://[::1]:9/"]) {
      const made = await server.ask("watches", { json: { name: url, about: { party: "NOR" }, channels: [{ kind: "webhook", url }] } });
      const tested = await server.ask(`watches/${idOf(made)}/test`, { method: "POST" });
      expect([url, (tested.body as { readonly tries: readonly { readonly code: string }[] }).tries.map(({ code }) => code)]).toEqual([
        url,
        ["PACTA_FETCH_PRIVATE"],
      ]);
    }
    expect(posted).toEqual([]);
  });
});

test("a server that names nobody whom push services may reach takes no browsers, and does not start with a name that leads nowhere", async () => {
  const keys = { p256dh: "B".repeat(87), auth: "A".repeat(22) };
  const push = { kind: "push", endpoint: "https://example.org/push", keys };
  await serving([signed], {}, async (server) => {
    const made = await server.ask("watches", { json: { name: "Norland", about: { party: "NOR" } } });
    const asked = [server.ask("push-key"), server.ask(`watches/${idOf(made)}/channels`, { json: push })];
    for (const answer of await Promise.all(asked)) expect(answer).toMatchObject({ status: 409, body: { code: "PACTA_PUSH_CONTACT" } });
  });
  await serving([signed], { contact: "mailto:ada@example.org" }, async (server) => {
    const made = await server.ask("watches", { json: { name: "Norland", about: { party: "NOR" }, channels: [push] } });
    expect(made).toMatchObject({ status: 201, body: { channels: [{ kind: "push" }] } });
  });
  await expect(serving([signed], { contact: "ada@example.org" }, async () => undefined)).rejects.toMatchObject({ code: "PACTA_PUSH_CONTACT" });
});

test("what two change of a watch at once is both kept, and a watch that is removed stays removed", async () => {
  await serving([signed], {}, async (server) => {
    const made = await server.ask("watches", { json: { name: "Norland", about: { party: "NOR" } } });
    const path = `watches/${idOf(made)}`;
    const way = (n: number) => server.ask(`${path}/channels`, { json: { kind: "email", to: `ada${n}@example.org` } });
    await server.ask(path, { method: "PATCH", json: { paused: true } });
    await append(server);
    const ends = await Promise.all([server.ask(path, { method: "PATCH", json: { paused: false, name: "N" } }), way(1), way(2), way(3)]);
    expect(ends.map(({ status }) => status)).toEqual([200, 201, 201, 201]);
    const { body } = await server.ask(path);
    expect(body).toMatchObject({ name: "N", channels: [{}, {}, {}] });
    await Promise.all([server.ask(path, { method: "PATCH", json: { name: "M" } }), server.ask(path, { method: "DELETE" })]);
    expect((await server.ask(path)).status).toBe(404);
  });
});
