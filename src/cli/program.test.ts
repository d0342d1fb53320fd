// The manners of the command line: help, slips, pipes that close.
import { spawnSync } from "node:child_process";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { resource } from "../resources.ts";
import { briefs, freshFolder, pacta, startPacta, write } from "./cli.fixture.ts";
import { COMMANDS } from "./commands.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const reports = briefs(12);
const folder = freshFolder();

beforeAll(() => {
  write(folder, { "items.jsonl": reports });
  if (pacta(folder, ["read", "items.jsonl", "--workers", "1"]).code !== 0) throw new Error("the reports could not be read");
});

const probed = z.strictObject({
  helps: z.array(z.strictObject({ name: z.string(), code: z.int(), out: z.string(), err: z.string() })),
  loaded: z.array(z.string()),
});

test("every command has help with its usage, and help costs no error and none of the parts that do the work", () => {
  const { stdout } = spawnSync(process.execPath, [resource("src", "cli", "helps.fixture.ts")], { encoding: "utf8" });
  const { helps, loaded } = probed.parse(JSON.parse(stdout));
  const all = pacta(folder, ["--help"]).out;
  for (const name of Object.keys(COMMANDS)) expect(all).toContain(`\n  ${name} `);
  expect(helps.length).toBeGreaterThan(Object.keys(COMMANDS).length);
  for (const { name, ...help } of helps)
    expect([name, help]).toEqual([name, { code: 0, err: "", out: expect.stringMatching(new RegExp(`^usage: pacta ${name}\\b`)) }]);
  const ours = loaded.filter((url) => url.startsWith("file:")).map((url) => relative(resource("src"), fileURLToPath(url)));
  expect(ours).toContain(join("cli", "read.ts"));
  expect(ours.filter((path) => !/^(?:cli[/\\]|phrasing[/\\]|[\w-]+\.ts$)/.test(path))).toEqual([]);
});

test.each([
  [["raed", "x"], 'PACTA_USAGE_COMMAND: there is no command "raed". Did you mean pacta read?'],
  [["deals", "--as-of", "2015-02-30"], "PACTA_USAGE_DAY: --as-of 2015-02-30 is no day of the calendar. Write it as YYYY-MM-DD"],
  [["read", "--date", "Tuesday", "x"], "PACTA_USAGE_DAY: --date Tuesday is no day of the calendar. Write it as YYYY-MM-DD"],
  [["deal"], "PACTA_USAGE_ARGUMENT: pacta deal needs ID. See pacta deal --help"],
  [["read", "x", "--json", "--jsonl"], "PACTA_USAGE_FLAG: --json and --jsonl exclude each other. Give one of them"],
])("%j is a usage error", (args, message) => {
  expect(pacta(folder, args)).toMatchObject({ code: 2, out: "", err: `${message}\n` });
});

test("a deal that is not there, and a beginning that several have, are told apart", () => {
  expect(pacta(folder, ["deal", "deal-zzz"])).toMatchObject({
    code: 1,
    err: expect.stringContaining('PACTA_DEAL_UNKNOWN: the ledger has no deal "deal-zzz"'),
  });
  expect(pacta(folder, ["deal", "deal-"])).toMatchObject({
    code: 1,
    err: expect.stringMatching(/PACTA_DEAL_UNKNOWN: "deal-" is the beginning of \d+ deals/),
  });
});

test("a reader that has seen enough ends the command quietly", async () => {
  const child = startPacta(folder, ["--help"]);
  child.stdout?.destroy();
  let err = "";
  child.stderr?.on("data", (chunk: Buffer) => (err += chunk.toString()));
  expect(await new Promise((resolve) => child.on("close", resolve))).toBe(0);
  expect(err).toBe("");
});

test("the launcher starts the same program", () => {
  const said = spawnSync(process.execPath, [resource("bin", "pacta.cjs"), "--version"], { encoding: "utf8" });
  expect(said.stdout).toBe(pacta(folder, ["--version"]).out);
  expect(pacta(folder, ["version", "--json"]).json()).toMatchObject([{ version: said.stdout.trim(), node: process.versions.node }]);
});
