import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadModeCues } from "./cues.ts";

const LISTS = "verbs: []\nnouns: []\nmodifiers: []\nobjects: []\nnegations: [not]\nconditions: [if]\nthoughts: [need]\noccurrences: [happen]\n";

describe("loading the cues of mode", () => {
  let folder: string;
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "pacta-mode-"))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it("maps each word to the effect of its group", () => {
    writeFileSync(join(folder, "mode.yaml"), `auxiliaries:\n  - { mode: planned, words: [will] }\n  - { mode: possible, negates: true, words: [cannot] }\n${LISTS}`);
    const { auxiliaries, negations } = loadModeCues(folder);
    expect([...auxiliaries]).toEqual([["will", { mode: "planned" }], ["cannot", { mode: "possible", negates: true }]]);
    expect(negations.has("not")).toBe(true);
  });

  it("refuses a mode that is none, and names the file", () => {
    writeFileSync(join(folder, "mode.yaml"), `auxiliaries:\n  - { mode: wished, words: [will] }\n${LISTS}`);
    expect(() => loadModeCues(folder)).toThrow(expect.objectContaining({ code: "PACTA_KNOWLEDGE_INVALID", place: { source: join(folder, "mode.yaml") } }));
  });
});
