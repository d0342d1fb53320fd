// The rule has to hold from src/ here; the pack smoke test in .ci/run holds it from dist/.
import { existsSync, readFileSync } from "node:fs";
import { isAbsolute } from "node:path";
import { expect, test } from "vitest";
import { resource } from "./resources.ts";

test("the package root holds this package's manifest", () => {
  const manifest: unknown = JSON.parse(readFileSync(resource("package.json"), "utf8"));
  expect(manifest).toMatchObject({ name: "pacta-ledger" });
});

test("a resource is an absolute path below the root, whether it is there or not", () => {
  expect(isAbsolute(resource("knowledge", "acts"))).toBe(true);
  expect(resource("knowledge", "acts").endsWith("acts")).toBe(true);
  expect(existsSync(resource("no-such-folder"))).toBe(false);
});
