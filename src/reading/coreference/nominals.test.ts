// The list of words that stand for parties, checked at load.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { resource } from "../../resources.ts";
import { loadNominals } from "./nominals.ts";

it("loads the package's own file", () => {
  expect(loadNominals(resource("knowledge", "reading"))).toMatchObject({ agents: expect.objectContaining({ size: expect.any(Number) }) });
});

it("refuses a file that breaks its schema, and names it", () => {
  const folder = mkdtempSync(join(tmpdir(), "pacta-cues-"));
  writeFileSync(join(folder, "nominals.yaml"), "agents: 7\n");
  expect(() => loadNominals(folder)).toThrow(
    expect.objectContaining({ code: "PACTA_KNOWLEDGE_INVALID", place: { source: join(folder, "nominals.yaml"), line: 1 } }),
  );
  rmSync(folder, { recursive: true });
});
