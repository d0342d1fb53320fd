// Documents that a server is given: read beside its answering, told as they come, stopped, and gone on with after a kill.
import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { openLedger, verify } from "../ledger/index.ts";
import { resource } from "../resources.ts";
import { openSettings } from "../settings/index.ts";
import { serve as serveSite } from "../source/fetch/web.fixture.ts";
import { serving } from "./server.fixture.ts";
import type { Asked } from "./server.fixture.ts";

const ended: (() => void)[] = [];
afterEach(() => {
  for (const end of ended.splice(0)) end();
});

interface JobTold {
  readonly id: string;
  readonly state: string;
  readonly documents: number;
  readonly claims: number;
  readonly known: number;
  readonly failures: number;
  readonly errors: readonly { readonly code: string; readonly remedy?: string; readonly source?: string }[];
  readonly read: readonly string[];
  readonly unchanged?: readonly string[];
}

const SIGNED = "Norway signed a contract with Poland on Tuesday for twelve patrol boats worth 300 million euros, the defence ministry in Oslo said.";
const record = (id: string, text = SIGNED) => ({ record: { id, date: "2030-01-02", text } });

async function give(server: Asked, given: readonly object[]): Promise<JobTold> {
  const { status, body } = await server.ask("jobs", { json: { given } });
  expect(status).toBe(202);
  return body as JobTold;
}

/** What the events of a job tell, to its end. */
async function told(server: Pick<Asked, "api">, id: string): Promise<readonly JobTold[]> {
  const answer = await fetch(`${server.api}/jobs/${id}/events`);
  expect(answer.headers.get("content-type")).toContain("text/event-stream");
  return (await answer.text()).split("\n").flatMap((line) => (line.startsWith("data: ") ? [JSON.parse(line.slice(6)) as JobTold] : []));
}

test("a job tells how far it is, to its end, and what it read is in the deals by then", async () => {
  await serving([], {}, async (server) => {
    const html = `<html><head><title>Boats</title></head><body><article><h1>Boats</h1>${`<p>${SIGNED}</p>`.repeat(3)}</article></body></html>`;
    const page = { file: { name: "boats.html", base64: Buffer.from(html).toString("base64") } };
    const job = await give(server, [record("a"), page, { file: { name: "b.bin", base64: Buffer.from([0, 1, 2, 0]).toString("base64") } }]);
    const steps = await told(server, job.id);
    expect(steps.at(-1)).toMatchObject({ state: "done", documents: 2, failures: 1, given: 3, unchanged: [], errors: [{ source: "3/b.bin" }] });
    expect(steps.at(-1)?.errors[0]?.remedy).not.toBe("");
    expect(steps.length).toBeGreaterThan(2);
    expect(steps.at(-1)?.claims).toBeGreaterThan(1);
    const { deals } = (await server.ask("deals?party=NOR")).body as { readonly deals: readonly { readonly id: string }[] };
    const whole = await Promise.all(deals.map(async ({ id }) => (await server.ask(`deals/${id}`)).body as { readonly documents: readonly string[] }));
    expect(whole.flatMap(({ documents }) => documents)).toContain("a");
    const again = await give(server, [record("a")]);
    expect((await told(server, again.id)).at(-1)).toMatchObject({ state: "done", documents: 1, known: 1, unchanged: ["a"] });
    expect((await server.ask("jobs")).body).toMatchObject({ jobs: [{ id: again.id }, { id: job.id }] });
  });
});

test("what a job was given is kept no longer than it is needed, and watching one that has ended leaves nobody listening", async () => {
  await serving([], {}, async (server) => {
    const job = await give(server, [record("a", `${SIGNED} A word to find: quicksilver.`)]);
    await told(server, job.id);
    for (let n = 0; n < 20; n += 1) expect(await told(server, job.id)).toMatchObject([{ state: "done", given: 1 }]);
    const settings = await openSettings(server.ledger);
    expect(JSON.stringify(await settings.jobs.list())).not.toContain("quicksilver");
    await settings.close();
  });
});

test("addresses are fetched, but none of the server's own network that it was not allowed", async () => {
  const site = await serveSite({ "/boats": `<title>Boats</title><article><p>${SIGNED}</p><p>${SIGNED} It is the first.</p></article>` });
  ended.push(() => void site.close());
  const given = [{ url: `${site.url}/boats` }];
  await serving([], {}, async (server) => {
    const last = (await told(server, (await give(server, given)).id)).at(-1);
    expect(last).toMatchObject({ state: "done", documents: 0, failures: 1, errors: [{ code: "PACTA_FETCH_PRIVATE" }] });
  });
  await serving([], { allow: new URL(site.url).host }, async (server) => {
    expect((await told(server, (await give(server, given)).id)).at(-1)).toMatchObject({ state: "done", documents: 1, read: [`${site.url}/boats`] });
  });
});

test("a job that is ended in its turn or before it reads no more", async () => {
  await serving([], {}, async (server) => {
    const many = Array.from({ length: 400 }, (_, n) => record(`m${n}`, `${SIGNED} Report ${n}.`));
    const [first, second] = [await give(server, many), await give(server, [record("x")])];
    expect((await server.ask(`jobs/${second.id}`, { method: "DELETE" })).status).toBe(204);
    expect((await server.ask(`jobs/${first.id}`, { method: "DELETE" })).status).toBe(204);
    const last = (await told(server, first.id)).at(-1);
    expect(last?.state).toBe("cancelled");
    expect(last?.documents).toBeLessThan(400);
    expect(await told(server, second.id)).toMatchObject([{ state: "cancelled", documents: 0 }]);
    expect((await server.ask(`jobs/${first.id}`, { method: "DELETE" })).status).toBe(409);
  });
});

test("a feed that is followed is polled between jobs, and what it brings is in the ledger", async () => {
  const article = (n: number) => `<title>Boats ${n}</title><article><p>${SIGNED}</p><p>${SIGNED} It is report ${n}.</p></article>`;
  const entry = (n: number) => `<item><title>Boats ${n}</title><guid isPermaLink="false">${n}</guid><link>/boats/${n}</link></item>`;
  const site = await serveSite({
    "/feed": `<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>${entry(1)}${entry(2)}</channel></rss>`,
    "/boats/1": article(1),
    "/boats/2": article(2),
  });
  ended.push(() => void site.close());
  await serving([], { allow: new URL(site.url).host }, async (server) => {
    const url = `${site.url}/feed`;
    expect(await server.ask("feeds", { json: { url } })).toMatchObject({ status: 201, body: { id: url, title: "News" } });
    const ids = async () =>
      ((await server.ask("documents")).body as { readonly documents: readonly { readonly id: string }[] }).documents.map(({ id }) => id);
    for (let left = 300; (await ids()).length < 2 && left > 0; left -= 1) await new Promise((resolve) => setTimeout(resolve, 50));
    expect((await ids()).toSorted((a, b) => (a < b ? -1 : 1))).toEqual([`${site.url}/boats/1`, `${site.url}/boats/2`]);
    const job = await give(server, [record("a")]);
    expect((await told(server, job.id)).at(-1)).toMatchObject({ state: "done", documents: 1 });
    expect((await server.ask("feeds")).body).toMatchObject({ feeds: [{ id: url, counts: { documents: 2 } }] });
    expect((await server.ask(`feeds/${encodeURIComponent(url)}`, { method: "DELETE" })).status).toBe(204);
    expect((await server.ask("feeds")).body).toEqual({ feeds: [] });
  });
});

/** A server as a process of its own. */
async function started(ledger: string): Promise<{ readonly api: string; readonly child: ChildProcess }> {
  const child = spawn(process.execPath, [resource("bin", "pacta.cjs"), "serve", "--ledger", ledger, "--port", "0", "--log", "error"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  ended.push(() => void child.kill("SIGKILL"));
  const [url] = (await once(child.stdout.setEncoding("utf8"), "data")) as [string];
  return { api: `${url.trim()}/api/v1`, child };
}

/** A process that another started, 0 where it has none. Linux only, as are the machines that tests run on. */
function childOf(pid: number): number {
  return Number(readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ")[0] ?? 0);
}

test(
  "a job goes on where the process that reads, and then the server, was killed, and nothing is lost or doubled",
  { timeout: 120_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "pacta-jobs-"));
    ended.push(() => rmSync(folder, { recursive: true, force: true }));
    const path = join(folder, "deals.db");
    const COUNT = 120;
    const given = Array.from({ length: COUNT }, (_, n) => record(`k${n}`, `${SIGNED} Report ${n}.`));
    const first = await started(path);
    const answer = await fetch(`${first.api}/jobs`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ given }),
    });
    const job = (await answer.json()) as JobTold;
    const events = (await fetch(`${first.api}/jobs/${job.id}/events`)).body?.getReader();
    for (let text = ""; !/"documents":[1-9]/.test(text);) text += new TextDecoder().decode((await events?.read())?.value);
    // First the process that reads: its job goes on with another one.
    const reading = childOf(first.child.pid ?? 0);
    process.kill(reading, "SIGKILL");
    for (let left = 200; [reading, 0].includes(childOf(first.child.pid ?? 0)) && left > 0; left -= 1)
      await new Promise((resolve) => setTimeout(resolve, 50));
    expect([reading, 0]).not.toContain(childOf(first.child.pid ?? 0));
    const gone = once(first.child, "exit");
    first.child.kill("SIGKILL");
    await gone;
    const second = await started(path);
    expect((await told(second, job.id)).at(-1)).toMatchObject({ state: "done", documents: COUNT, failures: 0 });
    const stopped = once(second.child, "exit");
    second.child.kill("SIGTERM");
    expect(await stopped).toEqual([0, null]);
    const ledger = await openLedger(path);
    const listed = await Array.fromAsync(ledger.documents());
    expect(listed.map(({ version }) => version)).toEqual(Array.from({ length: COUNT }, () => 1));
    expect((await verify(ledger)).seq).toBe(2 * COUNT);
    await ledger.close();
  },
);
