// A second coder on the real program, with the real reader and a server on loopback.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { gives, replies, startServer } from "../coder/server.fixture.ts";
import type { TestServer } from "../coder/server.fixture.ts";
import { claimSchema } from "../reading/index.ts";
import { freshFolder, pacta, pactaBeside, write } from "./cli.fixture.ts";

vi.setConfig({ testTimeout: 120_000 });

const TEXT =
  "Norway signed a contract with Portugal for two patrol boats worth $40 million on Tuesday. The two countries have a Brazilian blessing for it, observers said.";
const REPORT = { id: "a", date: "2030-05-08", text: TEXT };
const SHARED = { act: "sign", mode: "actual", negated: false, actors: ["Norway", "Portugal"], evidence: "Norway signed a contract with Portugal" };
const BLESSED = {
  act: "support",
  mode: "actual",
  negated: false,
  actors: ["Brazilian"],
  targets: ["The two countries"],
  sources: [{ name: "observers", role: null, cue: "said", channel: null }],
  evidence: "The two countries have a Brazilian blessing for it",
};

let server: TestServer;
beforeEach(async () => {
  server = await startServer(gives(SHARED, BLESSED));
});
afterEach(() => server.close());

function folderWith(...reports: readonly object[]): string {
  const folder = freshFolder();
  write(folder, { "items.jsonl": reports });
  return folder;
}

const line = z.looseObject({ claims: z.array(claimSchema), abstained: z.array(z.looseObject({ reason: z.string() })) });
const asking = () => ["--coder", server.url, "--coder-model", "test-model", "--coder-parallel", "1", "--workers", "1"];

test("nothing is sent unless a coder is named, whatever the environment holds", async () => {
  const folder = folderWith(REPORT);
  const env = { PACTA_CODER_KEY: "sesame", OPENAI_BASE_URL: server.url, OPENAI_API_KEY: "sesame" };
  expect((await pactaBeside(folder, ["read", "items.jsonl", "--workers", "1"], env)).code).toBe(0);
  expect(server.heard).toEqual([]);
});

test("claims are added with the reader's own parties, told at the end, and kept without asking twice", async () => {
  const folder = folderWith(REPORT);
  const read = await pactaBeside(folder, ["read", "items.jsonl", "--json", ...asking()]);
  expect([read.code, read.err]).toEqual([0, ""]);
  expect(read.json()).toMatchObject([
    {
      coder: {
        name: expect.stringMatching(/^coder:test-model@1\.[0-9a-f]{8}$/) as string,
        documents: { coded: 1, failed: 0, unasked: 0 },
        claims: { told: 2, agreed: 1, added: 1 },
        tokens: { sent: 100, answered: 10 },
      },
    },
  ]);
  const again = await pactaBeside(folder, ["read", "items.jsonl", "--jsonl", ...asking()]);
  const [{ claims, abstained }] = z.tuple([line]).parse(again.json());
  expect(server.heard).toHaveLength(1);
  expect(abstained.map(({ reason }) => reason)).toContain("coder-agrees");
  expect(claims.find(({ rule }) => rule.startsWith("coder:"))).toMatchObject({
    act: "support",
    actors: [{ id: "BRA" }],
    targets: [{ id: "NOR" }, { id: "PRT" }],
    sources: [{ name: "observers", cue: "said" }],
  });
  expect(claims.find(({ act }) => act === "sign")?.rule).toMatch(/^sign\//);
  expect(pacta(folder, ["verify"]).code).toBe(0);
  expect(pacta(folder, ["claims", "--act", "support"]).out).toContain("coder:test-model@1.");
});

test("an endpoint that fails costs no claim of the reader's and no exit code, and the key shows nowhere", async () => {
  const folder = folderWith(REPORT, { ...REPORT, id: "b" });
  const plain = pacta(folder, ["read", "items.jsonl", "--dry-run", "--jsonl", "--workers", "1"]);
  server.will(replies(401, { error: { message: "Incorrect API key provided: sesame-1234" } }));
  const run = ["read", "items.jsonl", ...asking()];
  const env = { PACTA_CODER_KEY: "sesame-1234" };
  const read = await pactaBeside(folder, run, env);
  expect(server.heard[0]?.headers.authorization).toBe("Bearer sesame-1234");
  expect(read.code).toBe(0);
  expect(read.err).toMatch(/^PACTA_CODER_REFUSED: [^\n]+\nPACTA_CODER_GIVEN_UP: [^\n]+\n$/m);
  expect(read.out).toMatch(/^second coder {2}coder:test-model@1\.\w+: 0 documents coded, /m);
  expect(read.out).toMatch(/^failed {8}0$/m);
  const kept = pacta(folder, ["read", "items.jsonl", "--jsonl", "--workers", "1"]);
  expect(kept.out).toBe(plain.out);
  const stored = ["pacta.db", "pacta.db-wal"].map((name) => readIfThere(join(folder, name))).join("");
  expect(`${read.out}${read.err}${kept.out}${stored}`).not.toContain("sesame");
  expect(stored).not.toContain(server.url);

  server.will(gives(SHARED, BLESSED));
  const again = await pactaBeside(folder, run, env);
  expect(again.out).toMatch(/^its claims {4}4 given, 2 of the reader's too, 2 added$/m);
  expect(again.out).toMatch(/^new {11}0, and 2 read again by this version$/m);
});

test("a budget that is used up is said once, and the run goes on without the coder", async () => {
  const folder = folderWith(REPORT, { ...REPORT, id: "b" }, { ...REPORT, id: "c" });
  const read = await pactaBeside(folder, ["read", "items.jsonl", ...asking(), "--coder-budget", "100tokens"]);
  expect([read.code, server.heard]).toEqual([0, []]);
  expect(read.err.match(/PACTA_CODER_BUDGET/g)).toHaveLength(1);
  expect(read.out).toMatch(/3 not asked: PACTA_CODER_BUDGET$/m);
  expect(read.out).toMatch(/^documents {5}3 in/m);
});

test("a coder's options without a coder are a usage error", () => {
  expect(pacta(folderWith(REPORT), ["read", "items.jsonl", "--coder-model", "m"])).toMatchObject({ code: 2, out: "" });
});

function readIfThere(file: string): string {
  try {
    return readFileSync(file, "latin1");
  } catch {
    return "";
  }
}
