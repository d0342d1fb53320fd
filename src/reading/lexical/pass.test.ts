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
import { passing } from "./pass.ts";

const LEXICON = loadLexicon();
const ACTS = loadActs(resource("knowledge", "acts"));
const NEEDS = needsOf(ACTS, irregularForms(LEXICON.irregular));

const split = (text: string): RawSentence[] => tokenize(text, paragraphBlocks(text), LEXICON);

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
  const tells = (text: string): boolean => canTellAct(new Set(text.toLowerCase().split(" ")), needs, () => false);

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
    const missed = examples.filter(({ text }) => passing(split(text), NEEDS, text).first.size === 0);
    expect(missed).toEqual([]);
  });
});

describe("the pass", () => {
  it("keeps nothing of a document that tells no act", () => {
    const text = "Rain fell in Norway. Snow fell in Poland.";
    expect(passing(split(text), NEEDS, text)).toEqual({ first: new Set(), beside: new Set() });
  });

  it.each([
    ["The mayor wants $5 million.", 1],
    ["The mayor wants 500 dinars.", 1],
    ["The mayor wants five rooms.", 0],
  ])("keeps %j where a frame asks for a sum and there is one", (text, kept) => {
    const acts = {
      ...ACTS,
      verbs: new Map([["want", (ACTS.verbs.get("want") ?? []).filter((frame) => Object.values(frame.where).includes("money"))]]),
    };
    const needs = needsOf({ ...acts, nouns: new Map(), adjectives: new Map() }, irregularForms(LEXICON.irregular));
    expect(passing(split(text), needs, text).first.size).toBe(kept);
  });

  it("sets all other sentences beside those that hold the words of an act", () => {
    const text = "The source was silent. They cancelled the contract. It was late.";
    const [before, told, after] = split(text);
    expect(
      passing(
        [before, told, after].filter((s) => s !== undefined),
        NEEDS,
        text,
      ),
    ).toEqual({ first: new Set([told]), beside: new Set([before, after]) });
  });

  it("keeps nothing of no sentences", () => {
    expect(passing([], NEEDS, "")).toEqual({ first: new Set(), beside: new Set() });
  });
});
