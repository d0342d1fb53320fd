// The cue lists of mode and negation, checked at load.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { resource } from "../../resources.ts";
import { loadModeCues } from "./cues.ts";

/** The package's own file with other auxiliaries. */
function withAuxiliaries(auxiliaries: unknown): string {
  const own = parse(readFileSync(resource("knowledge", "reading", "mode.yaml"), "utf8")) as object;
  return stringify({ ...own, auxiliaries });
}

describe("loading the cues of mode", () => {
  let folder: string;
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "pacta-mode-"))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it("maps each word to the effect of its group", () => {
    writeFileSync(
      join(folder, "mode.yaml"),
      withAuxiliaries([
        { mode: "planned", words: ["will"] },
        { mode: "possible", negates: true, words: ["cannot"] },
      ]),
    );
    const { auxiliaries, negations } = loadModeCues(folder);
    expect([...auxiliaries]).toEqual([
      ["will", { mode: "planned" }],
      ["cannot", { mode: "possible", negates: true }],
    ]);
    expect(negations.has("not")).toBe(true);
  });

  it("refuses a mode that is none, and names the file", () => {
    writeFileSync(join(folder, "mode.yaml"), withAuxiliaries([{ mode: "wished", words: ["will"] }]));
    expect(() => loadModeCues(folder)).toThrow(
      expect.objectContaining({ code: "PACTA_KNOWLEDGE_INVALID", place: { source: join(folder, "mode.yaml"), line: 2 } }),
    );
  });
});
