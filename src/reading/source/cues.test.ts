// The word lists of reporting, checked at load.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { resource } from "../../resources.ts";
import { loadReportCues } from "./cues.ts";

it("loads the package's own file", () => {
  expect(loadReportCues(resource("knowledge", "reading"))).toMatchObject({ verbs: expect.objectContaining({ size: expect.any(Number) }) });
});

it("refuses a file that breaks its schema, and names it", () => {
  const folder = mkdtempSync(join(tmpdir(), "pacta-cues-"));
  writeFileSync(join(folder, "reports.yaml"), "verbs: 7\n");
  expect(() => loadReportCues(folder)).toThrow(
    expect.objectContaining({ code: "PACTA_KNOWLEDGE_INVALID", place: { source: join(folder, "reports.yaml"), line: 1 } }),
  );
  rmSync(folder, { recursive: true });
});
