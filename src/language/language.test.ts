// Runs the real weights: $PACTA_MODEL or models/en. Without them these tests say so and pass, unless PACTA_REQUIRE_ALL=1.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Document } from "../document/index.ts";
import { MODEL_FOLDER, readModel } from "./card.ts";
import { analyseDocument, analyseDocuments, loadLanguage } from "./language.ts";
import type { Keep, Language } from "./language.ts";
import { createPieces } from "./pieces.ts";
import type { Analysis, RoleScore, Sentence } from "./sentence.ts";

const folder = process.env["PACTA_MODEL"] ?? MODEL_FOLDER;
const there = existsSync(join(folder, "model.json"));
if (!there && process.env["PACTA_REQUIRE_ALL"] === "1") throw new Error(`no language model in ${folder}`);
if (!there) console.warn(`language.test.ts: no language model in ${folder}; the tests that need it do not run`);

const document = (text: string): Document => ({ id: text, text, blocks: [{ kind: "paragraph", start: 0, end: text.length }], sources: [], tags: [] });
const EVERY: Keep = { choose: (all) => ({ first: new Set(all), beside: new Set() }), mayTell: () => true, goesOn: (analysed) => analysed.length > 0 };
const TEXTS = [
  "Norland signed a contract with Arex. The ships weren't delivered 👍.",
  "Officials in Paris said on Monday that the ban on exports of tractors, which had been imposed by the council in 2011, was lifted.",
  "No deal",
  "Sanctions!",
  "“We can't pay,” the minister told Radio Norland.",
];

describe.runIf(there)("the language model", () => {
  let language: Language;
  beforeAll(async () => {
    language = await loadLanguage({ folder, threads: 1 });
  });
  afterAll(() => language.close());

  const form = (sentence: Sentence | undefined, i: number): string => sentence?.words[i]?.form ?? "ROOT";

  it("tags, lemmatises and parses a plain sentence", async () => {
    const { sentences } = await analyseDocument(document("Peru sold ten ships to Chile in May."), language);
    const [sentence] = sentences;
    expect(sentence?.words.map((word) => word.upos)).toEqual(["PROPN", "VERB", "NUM", "NOUN", "ADP", "PROPN", "ADP", "PROPN", "PUNCT"]);
    expect(sentence?.words.slice(0, 4).map((word) => word.lemma)).toEqual(["Peru", "sell", "ten", "ship"]);
    expect(sentence?.words.map((word) => `${word.relation}<${form(sentence, word.head)}`).slice(0, 5)).toEqual([
      "nsubj<sold",
      "root<ROOT",
      "nummod<ships",
      "obj<sold",
      "case<Chile",
    ]);
    expect(sentence?.names).toContainEqual({ start: 23, end: 28, type: "LOC" });
  });

  it("gives the same whatever shares the batch, in the order given", async () => {
    const together = await analyseDocuments(TEXTS.map(document), language);
    const alone = await Promise.all(TEXTS.map((text) => analyseDocument(document(text), language)));
    expect(together).toEqual(alone);
  });

  it("tells which word tells an act, and who acts on whom", async () => {
    const { sentences } = await analyseDocument(document("France condemned Syria."), language, EVERY);
    const [best] = (sentences[0]?.acts ?? []).toSorted((a, b) => b.score - a.score);
    const surest = (roles: readonly RoleScore[]): string => form(sentences[0], roles.toSorted((a, b) => b.score - a.score)[0]?.word ?? -1);
    expect(best).toMatchObject({ word: 1, act: "object" });
    expect([surest(best?.actors ?? []), surest(best?.targets ?? [])]).toEqual(["France", "Syria"]);
  });

  it("asks for acts only where somebody chooses by them, and gives the same whatever shares the batch", async () => {
    const [plain] = await analyseDocuments([document(TEXTS[0] ?? "")], language);
    expect(plain?.sentences[0]).not.toHaveProperty("acts");
    const together = await analyseDocuments(TEXTS.map(document), language, EVERY);
    const alone = await Promise.all(TEXTS.map((text) => analyseDocument(document(text), language, EVERY)));
    expect(together).toEqual(alone);
    expect(together[0]?.sentences.map(({ acts }) => acts !== undefined)).toEqual([true, true]);
  });

  it("makes no tree where no sentence is likely to tell an act, and all trees where one is", async () => {
    const texts = ["It rained. Snow fell.", "It rained. France condemned Syria."].map(document);
    const analyses = await analyseDocuments(texts, language, { ...EVERY, mayTell: (acts) => acts.length > 0 });
    expect(analyses.map(({ sentences }) => sentences.map(({ words }) => words.length > 0))).toEqual([
      [false, false],
      [true, true],
    ]);
  });

  it("leaves what is not kept without words, its span kept", async () => {
    const [text = ""] = TEXTS;
    const { sentences } = await analyseDocument(document(text), language, {
      choose: (all) => ({ first: new Set(all.slice(1)), beside: new Set() }),
      goesOn: () => true,
    });
    expect(sentences.map((sentence) => [sentence.words.length > 0, sentence.start, sentence.end])).toEqual([
      [false, 0, 36],
      [true, 37, text.length],
    ]);
  });

  it("analyses what stands beside only where the first go on", async () => {
    const [text = ""] = TEXTS;
    const read = (goesOn: boolean): Promise<Analysis> =>
      analyseDocument(document(text), language, {
        choose: (all) => ({ first: new Set(all.slice(1)), beside: new Set(all.slice(0, 1)) }),
        goesOn: (analysed) => analysed.every(({ words }) => words.length > 0) && goesOn,
      });
    const [whole, part] = [await read(true), await read(false)];
    expect(whole).toEqual(await analyseDocument(document(text), language));
    expect(part.sentences.map(({ words }) => words.length > 0)).toEqual([false, true]);
    expect(part.sentences[1]).toEqual(whole.sentences[1]);
  });

  it("gives the same trees by WebAssembly", async () => {
    const wasm = await loadLanguage({ folder, threads: 1, backend: "wasm" });
    const both = await Promise.all([wasm, language].map((each) => analyseDocuments(TEXTS.map(document), each)));
    await wasm.close();
    expect(wasm.backend).toBe("wasm");
    expect(both[0]).toEqual(both[1]);
  }, 60_000);

  it("reads a sentence of 180 long words, and one without words", async () => {
    const { sentences } = await analyseDocument(document("antidisestablishmentarianism ".repeat(180).trim()), language);
    expect(sentences.flatMap((sentence) => sentence.words)).toHaveLength(180);
    expect((await language.analyse([{ start: 0, end: 0, index: 0, block: 0, words: [] }]))[0]?.words).toEqual([]);
  });

  it("cuts words into the pieces that the trainer's tokenizer gives", () => {
    const { vocabulary, card } = readModel(folder);
    const piecesOf = createPieces(vocabulary, card.maxPieces);
    expect(piecesOf("Iran")).toEqual([4238]);
    expect(piecesOf("n't")).toEqual([1050, 1005, 1056]);
    expect(piecesOf("ΣΑΣ")).toEqual([1173, 14608, 29733]);
    expect(piecesOf("\u200b")).toEqual([100]);
    expect(piecesOf("a".repeat(101))).toEqual([100]);
    expect(piecesOf("1.2.3.4.5.6.7.8")).toHaveLength(12);
  });
});
