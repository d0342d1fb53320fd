// `pacta token` on the real program.
import { readdirSync } from "node:fs";
import { expect, test, vi } from "vitest";
import { openSettings } from "../settings/index.ts";
import { join } from "node:path";
import { freshFolder, pacta, write } from "./cli.fixture.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

test("a token is shown once, listed without its secret, and revoked", async () => {
  const folder = freshFolder();
  expect(pacta(folder, ["token"]).out).toBe("no tokens\n");
  const made = pacta(folder, ["token", "add", "the archive", "--expires", "2999-12-31"]);
  expect([made.code, made.out]).toEqual([0, expect.stringMatching(/^pacta_[\w-]{43}\n$/)]);
  const [list] = pacta(folder, ["token", "--json"]).json() as [{ id: string; name: string; role: string }[]];
  expect(list).toMatchObject([{ name: "the archive", role: "reader", expires: "2999-12-31" }]);
  const id = list[0]?.id ?? "";
  const told = pacta(folder, ["token"]).out;
  expect(told).toContain(`${id}  read`);
  expect(told).toContain("good until 2999-12-31, never used");
  expect(told).not.toContain(made.out.slice(6, 20));
  expect(made.err).toContain(id);

  const settings = await openSettings(join(folder, "pacta.db"));
  expect((await settings.tokens.admit(made.out.trim()))?.id).toBe(id);
  expect(pacta(folder, ["token", "revoke", id]).out).toBe(`${id} is revoked\n`);
  expect(await settings.tokens.admit(made.out.trim())).toBeUndefined();
  await settings.close();
  expect(pacta(folder, ["token", "revoke", id])).toMatchObject({ code: 1, err: expect.stringContaining("PACTA_TOKEN_UNKNOWN") });
  expect(pacta(folder, ["token"]).out).toContain("revoked ");
  expect(pacta(folder, ["token", "add", "x", "--role", "all"])).toMatchObject({ code: 2, err: expect.stringContaining("PACTA_USAGE_VALUE") });
});

test("the file of the settings is no report in a folder that is read", () => {
  const folder = freshFolder();
  pacta(folder, ["token", "add", "a"]);
  write(folder, { "report.txt": "Norway signed a contract with Portugal for two patrol boats." });
  const read = pacta(folder, ["read", ".", "--date", "2030-01-02", "--json", "--workers", "1"]);
  expect([read.code, read.err]).toEqual([0, ""]);
  expect(readdirSync(folder)).toEqual(expect.arrayContaining(["pacta.db", "pacta.settings.db"]));
});
