// The word lists of cause, checked at load.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { resource } from "../../resources.ts";
import { loadReasonCues } from "./reason.ts";

it("loads the package's own file", () => {
  expect(loadReasonCues(resource("knowledge", "reading"))).toMatchObject({ always: expect.objectContaining({ size: expect.any(Number) }) });
});

it("refuses a file that breaks its schema, and names it", () => {
  const folder = mkdtempSync(join(tmpdir(), "pacta-cues-"));
  writeFileSync(join(folder, "reasons.yaml"), "always: 7\n");
  expect(() => loadReasonCues(folder)).toThrow(
    expect.objectContaining({ code: "PACTA_KNOWLEDGE_INVALID", place: { source: join(folder, "reasons.yaml"), line: 1 } }),
  );
  rmSync(folder, { recursive: true });
});
