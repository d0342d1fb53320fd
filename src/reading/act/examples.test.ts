// Executes the examples of knowledge/acts with the real reader and weights: $PACTA_MODEL or the model that comes with Pacta.
// Without a model they say so and do not run, unless PACTA_REQUIRE_ALL=1.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { MODEL_FOLDER } from "../../language/card.ts";
import { resource } from "../../resources.ts";
import type { Reading } from "../claim.ts";
import { loadKnowledge } from "../knowledge.ts";
import { openReader } from "../open.ts";
import { readAnalysis } from "../read.ts";
import { casesOf, complaintsAbout, type Case } from "./examples.fixture.ts";
import { loadActs } from "./load.ts";

const model = process.env["PACTA_MODEL"] ?? MODEL_FOLDER;
const there = existsSync(join(model, "model.json"));
if (!there && process.env["PACTA_REQUIRE_ALL"] === "1") throw new Error(`no language model in ${model}`);
if (!there) console.warn(`act/examples.test.ts: no language model in ${model}; the examples of the acts do not run`);

const { files } = loadActs(resource("knowledge/acts"));
const cases = casesOf(files);

describe("the examples of the acts", () => {
  it.each(files)("show for $act at least twelve texts that tell of it and eight that do not", ({ examples }) => {
    expect(examples.filter((e) => e.claim !== undefined).length).toBeGreaterThanOrEqual(12);
    expect(examples.filter((e) => e.none !== undefined).length).toBeGreaterThanOrEqual(8);
  });

  it("are all different", () => {
    expect(new Set(cases.map((c) => `${c.act} ${c.example.text}`)).size).toBe(cases.length);
  });
});

describe.runIf(there)("the reader, over the examples of the acts,", () => {
  /** By the frames alone, before and after the vote: what frames are to find they find by themselves, though the vote may hold one to be too often wrong. */
  const readings = new Map<string, Reading>();
  const voted = new Map<string, Reading>();
  /** As everybody's reader reads them: with the network for acts, which may keep a text from being analysed at all. */
  const whole = new Map<string, Reading>();
  beforeAll(async () => {
    const reader = await openReader({ model, threads: 2, lexicalPass: false });
    const knowledge = loadKnowledge();
    const { confidence, vote } = knowledge;
    for (const analysis of await reader.analyse(cases.map((c) => c.document))) {
      const { id } = analysis.document;
      const sentences = analysis.sentences.map(({ index, block, start, end, words, names }) => ({ index, block, start, end, words, names }));
      readings.set(id, readAnalysis({ ...analysis, sentences }, knowledge, { confidence }));
      voted.set(id, readAnalysis({ ...analysis, sentences }, knowledge, { confidence, vote }));
    }
    await reader.close();
    const own = await openReader({ model, threads: 2 });
    for (const reading of await own.read(cases.map((c) => c.document))) whole.set(reading.id, reading);
    await own.close();
  }, 300_000);

  it("leaves nearly all standing when network and vote have spoken, and reads hardly anything else", () => {
    const isAsItShould = (one: Case): boolean => {
      const reading = whole.get(one.document.id);
      if (!reading) throw new Error(`no reading of ${one.document.id}`);
      return complaintsAbout(one, reading).length === 0;
    };
    const [told, none] = [true, false].map((claim) => cases.filter(({ example }) => (example.claim !== undefined) === claim));
    const share = (some: readonly Case[] = []): number => some.filter(isAsItShould).length / some.length;
    expect(share(told)).toBeGreaterThan(0.97);
    expect(share(none)).toBeGreaterThan(0.97);
  });

  for (const one of cases) {
    const { act, example, document } = one;
    it(`${example.claim ? "reads" : "does not read"} ${act}: ${example.text}`, () => {
      const reading = (example.claim ? readings : voted).get(document.id);
      expect(reading && complaintsAbout(one, reading)).toEqual([]);
    });
  }
});
