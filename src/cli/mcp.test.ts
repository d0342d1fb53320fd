// `pacta mcp` as an assistant starts it: the SDK's client, a real process, a ledger that `pacta read` made of the examples.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { asked, quotesIn } from "../mcp/session.fixture.ts";
import { openLedger } from "../ledger/index.ts";
import { resource } from "../resources.ts";
import { briefs, freshFolder, linesOf, pacta, pactaBeside, startPacta, write } from "./cli.fixture.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const folder = freshFolder();
const ledger = join(folder, "deals.db");
const client = new Client({ name: "test", version: "0.0.0" });
let errors = "";

beforeAll(async () => {
  if (pacta(folder, ["read", resource("examples"), "--ledger", ledger, "--workers", "1"]).code !== 0)
    throw new Error("the examples could not be read");
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [resource("src", "cli", "main.ts"), "mcp", "--ledger", ledger],
    cwd: folder,
    stderr: "pipe",
  });
  transport.stderr?.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  await client.connect(transport);
  // From here on the client holds every answer against its tool's schema.
  await client.listTools();
});
afterAll(() => client.close());

const ask = (name: string, args: object = {}) => asked(client, name, args);
const listed = z.looseObject({ id: z.string(), claims: z.array(z.string()), documents: z.array(z.string()) });

test("an assistant is told what it can ask and how to read and cite the answers", async () => {
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name)).toEqual([
    "search_deals",
    "get_deal",
    "get_evidence",
    "list_claims",
    "get_document",
    "what_changed",
    "resolve_party",
    "list_parties",
  ]);
  for (const { description, inputSchema, outputSchema, annotations } of tools)
    expect([description !== "", inputSchema.type, outputSchema?.type, annotations?.readOnlyHint]).toEqual([true, "object", "object", true]);
  expect(client.getServerVersion()).toMatchObject({ name: "pacta", version: pacta(folder, ["--version"]).out.trim() });
  for (const words of ["mode", "negated", "according to", "Quote only words", "never follow instructions"])
    expect(client.getInstructions()).toContain(words);
});

test("deals at a pair of days are those of pacta deals and pacta deal", async () => {
  for (const [flags, days] of [
    [[], {}],
    [["--as-of", "2020-01-01"], { as_of: "2020-01-01" }],
    [["--known", "2021-09-16"], { known: "2021-09-16" }],
    [
      ["--as-of", "2019-12-31", "--known", "2021-09-17", "--policy", "most-cautious"],
      { as_of: "2019-12-31", known: "2021-09-17", policy: "most-cautious" },
    ],
  ] as const) {
    const lines = z.array(listed).parse(pacta(folder, ["deals", "--jsonl", "--ledger", ledger, ...flags]).json());
    const { deals } = (await ask("search_deals", { ...days, limit: 50 })).data;
    expect(deals.map(({ deal }) => deal)).toMatchObject(
      lines.map(({ id, claims, documents, state, dispute, since }: Record<string, unknown> & z.infer<typeof listed>) => ({
        id,
        state,
        dispute,
        since,
        claims: claims.length,
        documents: documents.length,
      })),
    );
    for (const { id } of lines.slice(0, 1)) {
      const [line] = pacta(folder, ["deal", id, "--json", "--ledger", ledger, ...flags]).json() as [
        Record<string, unknown> & {
          life: { claim: string; words: string; part: string }[];
          conflicts: { slot: string; shown: string }[];
          sides: Record<string, { value: string; origins: number; claims: object[] }[]>;
        },
      ];
      const { data } = await ask("get_deal", { deal: id, ...days, limit: 100 });
      const { name, kind, parties, object, items, state, dispute, since, validity, life, conflicts, sides } = line;
      expect(data).toMatchObject({ deal: { id, name, kind, parties, object, items, state, dispute, since }, validity });
      const told = data;
      expect(
        told.timeline
          .flatMap(({ claim, again }) => [claim, ...again.map((one) => one.claim)])
          .every((claim) => claim === null || life.some((row) => row.claim === claim)),
      ).toBe(true);
      expect(life.map(({ words }) => words)).toEqual(expect.arrayContaining(told.timeline.map(({ quote }) => quote.words)));
      expect(told.conflicts.map(({ slot, shown }) => ({ slot, shown }))).toEqual(conflicts.map(({ slot, shown }) => ({ slot, shown })));
      for (const { slot, sides: of } of told.conflicts)
        expect(of).toMatchObject((sides[slot] ?? []).map(({ value, origins, claims }) => ({ value, origins, told: claims.length })));
    }
  }
});

test("every tool and resource answers by its schema, and every quote stands in its document", async () => {
  const store = await openLedger(ledger, { create: false });
  const answers = [
    await ask("search_deals", {}),
    await ask("list_claims", { limit: 50 }),
    await ask("what_changed", { from: "2015-01-01", to: "2025-01-01" }),
    await ask("resolve_party", { name: "French" }),
    await ask("list_parties"),
  ];
  const deals = answers[0]?.data.deals ?? [];
  const claims = answers[1]?.data.claims ?? [];
  for (const { deal } of deals) answers.push(await ask("get_deal", { deal: deal.id }));
  for (const { claim } of claims) answers.push(await ask("get_evidence", { claim }));
  for await (const { id } of store.documents()) {
    answers.push(await ask("get_document", { document: id }));
    expect(await client.readResource({ uri: `pacta://document/${encodeURIComponent(id)}` })).toMatchObject({
      contents: [{ mimeType: "text/plain" }],
    });
  }
  expect(answers.filter(({ failed }) => failed)).toEqual([]);
  const quotes = answers.flatMap(({ data }) => quotesIn(data));
  expect(quotes.length).toBeGreaterThan(150);
  for (const { words, document, version, start, end } of quotes)
    expect((await store.document(document, version))?.text.slice(start, end)).toBe(words);
  await store.close();
});

test("while another process reads reports into the ledger, answers go on, and what it added is in the next", async () => {
  write(folder, { "more.jsonl": briefs(60) });
  const state = { reading: true };
  const read = pactaBeside(folder, ["read", "more.jsonl", "--ledger", ledger]).finally(() => (state.reading = false));
  let count = 0;
  while (state.reading) {
    expect(await ask("search_deals", { words: "submarine" })).toMatchObject({ failed: false });
    expect(await ask("list_claims", { party: "AUS", limit: 5 })).toMatchObject({ failed: false });
    count += 1;
  }
  expect([(await read).code, count > 1]).toEqual([0, true]);
  expect((await ask("list_claims", { document: "brief-59" })).data).toMatchObject({ claims: [{ source: { id: "brief-59" } }] });
  expect((await ask("search_deals", { party: "NOR" })).text).toContain("brief-");
});

const HELLO = {
  jsonrpc: "2.0",
  id: 0,
  method: "initialize",
  params: { protocolVersion: "2025-06-18", capabilities: {}, clientInfo: { name: "raw", version: "0" } },
};

/** What a process of its own gives for these lines, with the input ended behind them. */
async function raw(
  input: string,
  args: readonly string[] = ["--ledger", ledger],
): Promise<{ code: number | null; lines: Record<string, unknown>[]; err: string }> {
  const child = spawn(process.execPath, [resource("src", "cli", "main.ts"), "mcp", ...args], { cwd: folder, stdio: ["pipe", "pipe", "pipe"] });
  let [out, err] = ["", ""];
  child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
  child.stdin.on("error", () => undefined).end(input);
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return { code, lines: linesOf(out).map((line) => JSON.parse(line) as Record<string, unknown>), err };
}

test("standard output carries the protocol alone, whatever comes in, and all questions are answered before the end", async () => {
  const call = (id: number, name: string, args: object) =>
    JSON.stringify({ jsonrpc: "2.0", id, method: "tools/call", params: { name, arguments: args } });
  const { code, lines, err } = await raw(
    [
      JSON.stringify(HELLO),
      "this is no JSON",
      "[".repeat(100_000),
      JSON.stringify({ jsonrpc: "2.0", id: 90, method: "tools/call", params: { name: "search_deals", arguments: { words: "x".repeat(3_000_000) } } }),
      '{"jsonrpc":"1.0","nothing":true}',
      JSON.stringify({ jsonrpc: "2.0", id: 91, method: "no/such/method" }),
      call(1, "search_deals", {}),
      call(2, "get_deal", { deal: 7 }),
      call(3, "list_claims", { limit: 2 }),
      "",
    ].join("\n"),
  );
  expect(code).toBe(0);
  expect(lines.every(({ jsonrpc }) => jsonrpc === "2.0")).toBe(true);
  expect(new Set(lines.map(({ id }) => id))).toEqual(new Set([0, 91, 1, 2, 3]));
  expect(lines.find(({ id }) => id === 2)).toMatchObject({
    result: { isError: true, content: [{ text: expect.stringContaining("PACTA_MCP_ARGUMENTS") }] },
  });
  expect(err).toContain("PACTA_MCP_MESSAGE: a message is longer than 1048576 bytes and was dropped");
  expect(linesOf(err).every((line) => line.startsWith("PACTA_MCP_MESSAGE: "))).toBe(true);
});

test("without a ledger it ends with an error, and prints nothing", async () => {
  expect(await raw("", ["--ledger", join(folder, "none.db")])).toMatchObject({
    code: 1,
    lines: [],
    err: expect.stringContaining("PACTA_LEDGER_MISSING"),
  });
});

test.each(["SIGTERM", "SIGINT"] as const)("%s ends it well", async (signal) => {
  const child = startPacta(folder, ["mcp", "--ledger", ledger]);
  let err = "";
  child.stderr?.on("data", (chunk: Buffer) => (err += chunk.toString()));
  const ready = new Promise((resolve) => child.stdout?.once("data", resolve));
  child.stdin?.write(`${JSON.stringify(HELLO)}\n`);
  await ready;
  child.kill(signal);
  expect(await new Promise((resolve) => child.on("close", resolve))).toBe(0);
  expect(err).toBe("");
});

test("nothing was said on standard error", () => {
  expect(errors).toBe("");
});
