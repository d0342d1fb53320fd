// `pacta read` of addresses, on the real program against a real server: what may be asked, what comes, and that nothing is lost.
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { serve } from "../source/fetch/web.fixture.ts";
import type { TestSite } from "../source/fetch/web.fixture.ts";
import { freshFolder, linesOf, pactaBeside, startPacta } from "./cli.fixture.ts";
import { mixedSite } from "./web.fixture.ts";

vi.setConfig({ testTimeout: 300_000 });

const FULL = process.env["PACTA_FULL"] === "1";
const [COUNT, SEED] = [FULL ? 2000 : 120, 8];
const ALLOWED = { PACTA_FETCH_ALLOW: "127.0.0.1" };
const WORDS = "Norway signed a contract with Portugal for two patrol boats, the ministry said on Tuesday.";
const article = (head: string) => `<html lang="en"><head><title>Boats</title>${head}</head><body><article><p>${WORDS}</p></article></body></html>`;

const { site, expected } = mixedSite(COUNT, SEED);
let web: TestSite;
beforeAll(async () => {
  web = await serve({
    ...site,
    "/plain": article(""),
    "/sold": article('<script type="application/ld+json">{"isAccessibleForFree": false}</script>'),
    "/amp/boats": article('<link rel="canonical" href="/boats">'),
    "/pretender": article('<link rel="canonical" href="https://news.example/boats">'),
    "/mute": () => undefined,
  });
});
afterAll(() => web.close());

const claimLine = z.looseObject({ document: z.string(), day: z.string().optional() });

test("an address of this machine is not asked without the allowance, and is with it", async () => {
  const folder = freshFolder();
  const before = web.asked.length;
  const refused = await pactaBeside(folder, ["read", `${web.url}/plain`, "--workers", "1"]);
  expect(refused.err).toMatch(new RegExp(`^PACTA_FETCH_PRIVATE: .*loopback.* \\(${web.url}/plain\\)\\. .*--fetch-allow`));
  expect([refused.code, web.asked.length]).toEqual([1, before]);
  const read = await pactaBeside(folder, ["read", `${web.url}/plain`, "--fetch-allow", `127.0.0.1:${web.port}`, "--workers", "1"]);
  expect(read).toMatchObject({ code: 0, err: "", out: expect.stringMatching(/^new {11}1$/m) });
  expect(web.asked.at(-1)?.headers["user-agent"]).toMatch(/^Pacta\/\d+\.\d+\.\d+ /);
  const claims = z.array(claimLine).parse((await pactaBeside(folder, ["claims", "--jsonl"])).json());
  expect(claims.map(({ document }) => document)).toEqual([`${web.url}/plain`]);
});

test("an AMP page goes by the address that it names for itself, if that is of its own site; a page that is sold is read and noted", async () => {
  const folder = freshFolder();
  const pages = ["/amp/boats", "/pretender", "/sold"].map((path) => web.url + path);
  const read = await pactaBeside(folder, ["read", ...pages, "--fetch-delay", "0", "--json", "--workers", "1"], ALLOWED);
  expect(read.code).toBe(0);
  expect(read.err).toMatch(/^PACTA_FETCH_PAYWALL: .*\/sold\)/);
  expect(read.json()).toMatchObject([{ documents: 3, new: 3, failed: {}, noted: { PACTA_FETCH_PAYWALL: 1 } }]);
  const claims = z.array(claimLine).parse((await pactaBeside(folder, ["claims", "--jsonl"])).json());
  expect(claims.map(({ document }) => document)).toEqual(["/boats", "/pretender", "/sold"].map((path) => web.url + path));
});

test.each([
  ["--fetch-delay", "soon"],
  ["--fetch-delay", "-1"],
  ["--fetch-delay", "99999"],
  ["--fetch-allow", "10.0.0.0/99"],
  ["--fetch-allow", "http://127.0.0.1"],
])("%s %s is a usage error", async (flag, value) => {
  const ended = await pactaBeside(freshFolder(), ["read", `${web.url}/plain`, `${flag}=${value}`]);
  expect(ended).toMatchObject({ code: 2, out: "", err: expect.stringContaining("PACTA_USAGE_VALUE") });
});

test(`of ${COUNT} mixed documents with faults among them (seed ${SEED}) every one is accounted for, and a rerun adds nothing`, async () => {
  const folder = freshFolder();
  const addresses = expected.map(({ path }) => `${web.url}${path}`);
  const read = () => pactaBeside(folder, ["read", ...addresses, "--fetch-delay", "0", "--json", "--workers", "1"], ALLOWED);
  const faults = expected.filter(({ code }) => code !== undefined);
  expect(faults.length / COUNT).toBeGreaterThan(0.02);
  const first = await read();
  const told = linesOf(first.err).map((line) => /^(PACTA_\w+): .* \((http[^)\s]+?)(?::1)?\)\. \S/.exec(line)?.slice(1));
  expect(told).toEqual(faults.map(({ path, code }) => [code, `${web.url}${path}`]));
  expect(first.json()).toMatchObject([{ documents: COUNT - faults.length, new: COUNT - faults.length, known: 0 }]);
  const head = (await pactaBeside(folder, ["verify", "--json"])).json();
  const second = await read();
  expect(second.err).toBe(first.err);
  expect(second.json()).toMatchObject([{ documents: COUNT - faults.length, new: 0, reread: 0, known: COUNT - faults.length }]);
  expect((await pactaBeside(folder, ["verify", "--json"])).json()).toEqual(head);
});

test("while a server is awaited what came before is kept, and an interrupt ends the run at once", async () => {
  const folder = freshFolder();
  const args = ["read", `${web.url}/plain`, `${web.url}/mute`, "--fetch-allow", "127.0.0.1", "--fetch-delay", "0", "--jsonl", "--workers", "1"];
  const child = startPacta(folder, args);
  let [err, sent] = ["", 0];
  child.stderr?.on("data", (chunk: Buffer) => (err += chunk.toString()));
  child.stdout?.once("data", () => {
    sent = performance.now();
    child.kill("SIGINT");
  });
  const code = await new Promise((resolve) => child.on("close", resolve));
  expect(performance.now() - sent).toBeLessThan(5000);
  expect(code).toBe(130);
  expect(err).toContain("interrupted after 1 documents");
  expect((await pactaBeside(folder, ["verify"])).out).toMatch(/^ok: 2 entries/);
});
