// `pacta watch` as it is used: a watch is made, hears of what is read from then on, and tells a webhook.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { loadDealKnowledge, openBook } from "../../deal/index.ts";
import { openLedger } from "../../ledger/index.ts";
import { freshFolder, linesOf, pactaHere, startPacta, write } from "../cli.fixture.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const came: { readonly headers: Record<string, unknown>; readonly body: { readonly type: string; readonly data: Record<string, unknown> } }[] = [];
const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    came.push({ headers: request.headers, body: JSON.parse(Buffer.concat(chunks).toString()) as never });
    response.writeHead(request.url === "/no" ? 500 : 204).end();
  });
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
afterAll(() => void server.close());

const TODAY = new Date().toISOString().slice(0, 10);
const ALLOW = { PACTA_FETCH_ALLOW: "127.0.0.1" };

/** Reads a report of that day. */
async function read(folder: string, name: string, text: string, day = TODAY): Promise<void> {
  write(folder, { [name]: text });
  expect(await pactaHere(folder, ["read", join(folder, name), "--date", day, "--workers", "1"])).toMatchObject({ code: 0 });
}

test("a watch tells of what is read from then on, once, and not of old reports", async () => {
  const folder = freshFolder();
  await read(folder, "first.txt", "Norway signed a contract with Portugal for two patrol boats.");
  expect((await pactaHere(folder, ["watch"])).out).toBe("no watches; pacta watch add makes one\n");
  const made = await pactaHere(folder, ["watch", "add", "boats", "--party", "POL", "--webhook", `${url}/hook`], ALLOW);
  expect([made.code, made.err]).toEqual([0, expect.stringMatching(/^way way-[0-9a-f]{12} signs by whsec_\S+: /)]);
  const id = made.out.trim();
  const list = await pactaHere(folder, ["watch"]);
  expect(list.out).toContain(`${id}  watches  party POL`);
  expect(list.out + (await pactaHere(folder, ["watch", "--json"])).out).not.toContain("whsec_");
  await read(folder, "second.txt", "Poland signed a contract with Sweden for three minesweepers.");
  await read(folder, "old.txt", "Poland signed a contract with Chile for five tractors.", "2012-03-04");
  const run = await pactaHere(folder, ["watch", "run", "--once"], ALLOW);
  expect([run.code, run.err]).toEqual([0, ""]);
  expect(run.out).toMatch(/^1 alert, 1 digest, up to entry \d+\n2 delivered\n$/);
  expect(came.map(({ body }) => body.type).toSorted()).toEqual(["deal.changed", "deals.digest"]);
  const told = came.find(({ body }) => body.type === "deal.changed");
  expect(told?.body.data).toMatchObject({
    after: { state: "signed" },
    told: [{ words: expect.stringContaining("Poland signed a contract with Sweden") }],
  });
  expect((await pactaHere(folder, ["watch", "run", "--once"], ALLOW)).out).toBe("");
  const alerts = (await pactaHere(folder, ["watch", "alerts", id, "--jsonl"])).json();
  expect(alerts).toHaveLength(2);
  expect((await pactaHere(folder, ["watch", "alerts"])).out).toContain("“Poland signed a contract with Sweden for three minesweepers”");
  expect((await pactaHere(folder, ["watch", "feed", id])).out).toMatch(
    /^<\?xml [\s\S]*<guid isPermaLink="false">alert-[0-9a-f]{32}<\/guid>[\s\S]*<\/rss>\n$/,
  );
  expect(JSON.parse((await pactaHere(folder, ["watch", "feed", id, "--form", "json"])).out)).toMatchObject({
    version: "https://jsonfeed.org/version/1.1",
  });
  expect((await pactaHere(folder, ["watch", "log", "--jsonl"])).json()).toMatchObject([
    { outcome: "sent", status: 204 },
    { outcome: "sent", status: 204 },
  ]);
});

test("words that need no deals fold none, and a watch on a deal finds it all the same", async () => {
  const folder = freshFolder();
  await read(folder, "first.txt", "Norway signed a contract with Portugal for two patrol boats.");
  const ledger = await openLedger(join(folder, "pacta.db"));
  const book = await openBook(ledger, loadDealKnowledge());
  const folded = async (): Promise<number> => (await book.changes(0)).through;
  for (const words of [[], ["alerts"], ["log"], ["dead"], ["replay"], ["mail", "smtp://mail.example.org", "--from", "pacta@example.org"]])
    expect([words, (await pactaHere(folder, ["watch", ...words])).code]).toEqual([words, 0]);
  expect(await folded()).toBe(0);
  expect(await pactaHere(folder, ["watch", "add", "boats", "--deal", "deal-"])).toMatchObject({
    code: 1,
    err: expect.stringContaining("PACTA_DEAL_UNKNOWN"),
  });
  expect(await folded()).toBe((await ledger.head()).seq);
  const id = (await book.deals()).deals[0]?.id ?? "";
  const made = (await pactaHere(folder, ["watch", "add", "boats", "--deal", id.slice(0, 12)])).out.trim();
  expect((await pactaHere(folder, ["watch", "--json"])).json()).toMatchObject([[{ id: made, about: { deal: id } }]]);
  await ledger.close();
});

test("ways are tested, what is given up is listed and replayed, and a watch that runs is stopped", async () => {
  const folder = freshFolder();
  await read(folder, "first.txt", "Norway signed a contract with Portugal for two patrol boats.");
  const id = (await pactaHere(folder, ["watch", "add", "boats", "--search", "boats"])).out.trim();
  expect(await pactaHere(folder, ["watch", "test", id])).toMatchObject({ code: 0, err: "the watch has no way but its feed\n" });
  const way = (await pactaHere(folder, ["watch", "way", id, "--webhook", `${url}/no`], ALLOW)).out.trim();
  const failing = await pactaHere(folder, ["watch", "test", id, "--way", way, "--jsonl"], ALLOW);
  expect([failing.code, failing.json()]).toEqual([1, [expect.objectContaining({ outcome: "dead", status: 500, code: "PACTA_DELIVERY_REFUSED" })]]);
  const closed = await pactaHere(folder, ["watch", "test", id]);
  expect([closed.code, closed.out]).toEqual([1, expect.stringContaining("PACTA_FETCH_PRIVATE")]);
  expect((await pactaHere(folder, ["watch", "change", id, "--pause"])).out).toBe(`${id} is paused\n`);
  expect((await pactaHere(folder, ["watch", "change", id, "--resume", "--name", "ships"])).out).toBe(`${id} hears of changes\n`);
  expect((await pactaHere(folder, ["watch", "dead"])).out).toBe("nothing was given up\n");
  expect((await pactaHere(folder, ["watch", "replay"])).out).toBe("0 due again; pacta watch run delivers them\n");
  expect((await pactaHere(folder, ["watch", "mail", "smtp://ada:sesame@mail.example.org:587", "--from", "pacta@example.org"])).out).not.toContain(
    "sesame",
  );
  const running = startPacta(folder, ["watch", "run", "--every", "1"]);
  const [out, err]: [string[], string[]] = [[], []];
  running.stdout?.on("data", (chunk: Buffer) => out.push(chunk.toString()));
  running.stderr?.on("data", (chunk: Buffer) => err.push(chunk.toString()));
  await expect.poll(() => err.join(""), { timeout: 20_000 }).toContain("watching; Ctrl-C ends it");
  const ended = new Promise((resolve) => void running.once("exit", resolve));
  running.kill("SIGTERM");
  expect([await ended, linesOf(out.join(""))]).toEqual([0, []]);
  expect(await pactaHere(folder, ["watch", "way", id, "--remove", way])).toMatchObject({ code: 0 });
  expect((await pactaHere(folder, ["watch", "remove", id])).out).toBe(`${id} is removed, with its alerts\n`);
});

test("what is no watch is refused with a code", async () => {
  const folder = freshFolder();
  await read(folder, "first.txt", "Norway signed a contract with Portugal for two patrol boats.");
  const wrong: readonly (readonly [readonly string[], number, string])[] = [
    [["add", "x"], 2, "PACTA_USAGE_ARGUMENT"],
    [["add", "x", "--deal", "deal-0", "--party", "POL"], 2, "PACTA_USAGE_ARGUMENT"],
    [["add", "x", "--deal", "deal-0"], 1, "PACTA_DEAL_UNKNOWN"],
    [["add", "x", "--party", "POL", "--every", "5"], 2, "PACTA_USAGE_FLAG"],
    [["add", "x", "--party", "POL", "--email", "nobody"], 1, "PACTA_WATCH_INVALID"],
    [["add", "x", "--party", "POL", "--webhook", "http://ada:b@example.org/"], 1, "PACTA_FETCH_ADDRESS"],
    [["remove", "watch-0"], 1, "PACTA_WATCH_UNKNOWN"],
    [["test", "watch-0"], 1, "PACTA_WATCH_UNKNOWN"],
    [["mail", "https://example.org", "--from", "pacta@example.org"], 1, "PACTA_WATCH_INVALID"],
    [["mail", "--from", "pacta@example.org"], 2, "PACTA_USAGE_ARGUMENT"],
  ];
  for (const [args, code, said] of wrong)
    expect([args, await pactaHere(folder, ["watch", ...args])]).toMatchObject([args, { code, err: expect.stringContaining(said) }]);
});
