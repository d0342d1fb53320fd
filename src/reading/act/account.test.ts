// What is told of a match, and each reason for which a frame is refused.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { resolverOf } from "../coreference/index.ts";
import { formsAt } from "../grammar/tree.fixture.ts";
import { loadKnowledge } from "../knowledge.ts";
import { sceneIn, type SceneParts } from "../scene/scene.fixture.ts";
import { refusalsOf, rolesTaken, type Refusal } from "./account.ts";
import { loadActs, type ActLexicon } from "./load.ts";
import { matchesOf } from "./match.ts";

const { nominals } = loadKnowledge();

function lexiconOf(...frames: readonly string[]): ActLexicon {
  const folder = mkdtempSync(join(tmpdir(), "pacta-acts-"));
  writeFileSync(join(folder, "classes.yaml"), "accord: [contract, treaty]\n");
  const rows = frames.map((frame, i) => `  - { id: f${i}, ${frame} }\n`).join("");
  writeFileSync(join(folder, "cancel.yaml"), `act: cancel\nreads: directed\nframes:\n${rows}`);
  const acts = loadActs(folder);
  rmSync(folder, { recursive: true });
  return acts;
}

const NOTATION =
  "Norway NNP nsubj<called | called=call VBD root | off RP compound:prt<called | the DT det<treaty | treaty NN obj<called | with IN case<Poland | Poland NNP nmod<treaty | .<called";
const PARTIES: SceneParts = { parties: { Norway: { id: "NOR" }, Poland: { id: "POL" } } };

function accountOf(frames: readonly string[], notation = NOTATION, parts = PARTIES) {
  const scene = sceneIn([notation], parts);
  const [sentence] = scene.sentences;
  if (!sentence) throw new Error("no sentence");
  const context = { lexicon: lexiconOf(...frames), resolver: resolverOf(scene, nominals) };
  const matches = matchesOf(sentence, 0, context);
  return { sentence, matches, context, refusals: refusalsOf(sentence, 0, matches, context) };
}

/** What a refusal says, without the frame's own data. */
function said({ frame, ...why }: Refusal) {
  const { trigger, ...rest } = why.because === "outdone" ? { ...why, by: why.by.id } : why;
  expect(trigger).toBeGreaterThanOrEqual(0);
  return { id: frame.id, ...rest };
}

describe("rolesTaken", () => {
  it("gives the words and parties of each path that leads somewhere, slot by slot", () => {
    const frame = "verb: [call], actors: [subject, by], partners: [from], targets: [object.with], object: object";
    const { sentence, matches, context } = accountOf([frame]);
    const roles = matches.flatMap((match) => rolesTaken(sentence, match, context));
    const lines = roles.map(({ slot, path, heads, parties }) => [slot, path, formsAt(sentence.tree, heads), parties.map((p) => p.party.id)]);
    expect(lines).toEqual([
      ["actors", "subject", ["Norway"], ["NOR"]],
      ["targets", "object.with", ["Poland"], ["POL"]],
      ["object", "object", ["treaty"], []],
    ]);
  });
});

describe("a frame is refused", () => {
  it("for what must stand there and does not, with the words that do", () => {
    const { refusals } = accountOf(["verb: [call], where: { object: [deal], recipient: something, subject: party }"]);
    expect(refusals.map(said)).toEqual([
      {
        id: "f0",
        because: "constraint",
        broken: [
          { list: "where", path: "object", asked: ["deal"], found: ["treaty"] },
          { list: "where", path: "recipient", asked: "something", found: [] },
        ],
      },
    ]);
  });

  it("for what must not stand there and does", () => {
    const { refusals } = accountOf(["verb: [call], unless: { object: '@accord', subject: nothing }"]);
    expect(refusals.map(said)).toEqual([
      { id: "f0", because: "constraint", broken: [{ list: "unless", path: "object", asked: "@accord", found: ["treaty"] }] },
    ]);
  });

  it("for a particle that is not there", () => {
    expect(accountOf(["verb: [call], particle: [up, out]"]).refusals.map(said)).toEqual([{ id: "f0", because: "particle", asked: ["up", "out"] }]);
  });

  it("for another that fits and asks for more, and that one is not", () => {
    const { matches, refusals } = accountOf(["verb: [call]", "verb: [call], particle: ['off']"]);
    expect(matches.map(({ frame }) => frame.id)).toEqual(["f1"]);
    expect(refusals.map(said)).toEqual([{ id: "f0", because: "outdone", by: "f1" }]);
  });

  it("for a word that is part of a name", () => {
    const named = "Treaty NNP compound<Office | Office NNP nsubj<closed | closed=close VBD root | .<closed";
    const { refusals } = accountOf(["noun: [treaty]"], named.replace("Treaty NNP", "Treaty=treaty NNP"), { parties: { "Treaty Office": {} } });
    expect(refusals.map(said)).toEqual([{ id: "f0", because: "part-of-name" }]);
  });

  it("never for words that it does not name", () => {
    expect(accountOf(["verb: [sign]", "noun: [called]"]).refusals).toEqual([]);
  });
});
