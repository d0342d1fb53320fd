// What the lexical pass keeps, and that it loses nothing.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadLexicon, paragraphBlocks, tokenize, type RawSentence } from "../../language/index.ts";
import { resource } from "../../resources.ts";
import { loadActs, type ActLexicon } from "../act/index.ts";
import { irregularForms } from "./inflect.ts";
import { canTellAct, needsOf } from "./needs.ts";
import { passing, type PassKnowledge } from "./pass.ts";

const LEXICON = loadLexicon();
const ACTS = loadActs(resource("knowledge", "acts"));
const NEEDS = needsOf(ACTS, irregularForms(LEXICON.irregular));
const PASS: PassKnowledge = { needs: NEEDS, hasParty: ({ words }) => words.some((w) => w.form === "iran"), openers: LEXICON.openers };

const split = (text: string): RawSentence[] => tokenize(text, paragraphBlocks(text), LEXICON);

/** The first words of the sentences that pass. */
function passed(text: string): string[] {
  const sentences = split(text);
  const { first, beside } = passing(sentences, PASS);
  return sentences.filter((s) => first.has(s) || beside.has(s)).map((s) => text.slice(s.start, s.end));
}

/** A lexicon of two frames in a folder of its own. */
function smallActs(): ActLexicon {
  const folder = mkdtempSync(join(tmpdir(), "pacta-acts-"));
  writeFileSync(join(folder, "classes.yaml"), "accord: [contract, treaty]\n");
  const frames =
    '  - { id: cancel, verb: [cancel], where: { object: "@accord", subject: party } }\n  - { id: tear-up, verb: [tear], particle: [up], where: { object: [paper] } }\n' +
    "  - { id: demand-from, verb: [demand], where: { object.from: party } }\n";
  writeFileSync(join(folder, "cancel.yaml"), `act: cancel\nreads: directed\nframes:\n${frames}`);
  const acts = loadActs(folder);
  rmSync(folder, { recursive: true });
  return acts;
}

describe("the words of an act", () => {
  const needs = needsOf(smallActs(), irregularForms(LEXICON.irregular));
  const tells = (text: string): boolean => canTellAct(new Set(text.toLowerCase().split(" ")), needs);

  it("are a trigger with every word that its frame asks for, in any form", () => {
    expect(tells("norway cancelled two treaties")).toBe(true);
    expect(tells("norway cancelled the party")).toBe(false);
    expect(tells("norway signed two treaties")).toBe(false);
  });

  it("include the particle", () => {
    expect(tells("poland tore up the papers")).toBe(true);
    expect(tells("poland tore the papers")).toBe(false);
  });

  it("include the adpositions of the roles that it asks for", () => {
    expect(tells("norway demanded payment from poland")).toBe(true);
    expect(tells("norway demanded payment of poland")).toBe(false);
  });

  it("may stand anywhere in the sentence", () => {
    expect(tells("the contract that was cancelled")).toBe(true);
  });

  it("cover every positive example of every act", () => {
    const examples = ACTS.files.flatMap((file) => file.examples.filter((e) => e.claim !== undefined).map((e) => ({ act: file.act, text: e.text })));
    expect(examples.length).toBeGreaterThan(50);
    const missed = examples.filter(({ text }) => !split(text).some((s) => canTellAct(new Set(s.words.map((w) => w.form.toLowerCase())), NEEDS)));
    expect(missed).toEqual([]);
  });
});

describe("the pass", () => {
  it("keeps nothing of a document that tells no act", () => {
    expect(passed("Rain fell in Norway. Snow fell in Poland.")).toEqual([]);
  });

  it("keeps the sentence that tells one, and those that name anybody", () => {
    expect(passed("It was cold. Ola Berg spoke of rain. They cancelled the contract. It was late. Norway was silent.")).toEqual([
      "Ola Berg spoke of rain.",
      "They cancelled the contract.",
      "Norway was silent.",
    ]);
  });

  it("sets those that only name somebody beside those that hold the words of an act", () => {
    const sentences = split("Norway was silent. They cancelled the contract. It was late.");
    expect(passing(sentences, PASS)).toEqual({ first: new Set([sentences[1]]), beside: new Set([sentences[0]]) });
  });

  it("knows a name by the list where it has no capital, and no name in a word that opens a sentence", () => {
    expect(passed("The rain was all that iran had. They cancelled the contract. After that it was late.")).toEqual([
      "The rain was all that iran had.",
      "They cancelled the contract.",
    ]);
  });

  it("keeps the sentences before a quotation that goes on, back to where it began", () => {
    const kept = passed("It was warm.\n\nIt was late, he said.\n\n“It is cold.”\n\n“They cancelled the contract.”\n\nIt was warm.");
    expect(kept).toEqual(["It was late, he said.", "“It is cold.”", "“They cancelled the contract.”"]);
  });

  it("keeps what one quotation holds, up to its end, where its speaker may be named", () => {
    const kept = passed("It was late, he said: “They cancelled the contract. It is cold. It is warm,” he said. It was late.");
    expect(kept).toEqual(["It was late, he said: “They cancelled the contract.", "It is cold.", "It is warm,” he said."]);
  });

  it("keeps nothing of no sentences", () => {
    expect(passing([], PASS)).toEqual({ first: new Set(), beside: new Set() });
  });
});
