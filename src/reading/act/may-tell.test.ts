// What a tree alone tells of whether an act may be told.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { treeIn } from "../grammar/tree.fixture.ts";
import { loadActs, type ActLexicon } from "./load.ts";
import { mayTell } from "./may-tell.ts";

function lexiconOf(frame: string): ActLexicon {
  const folder = mkdtempSync(join(tmpdir(), "pacta-acts-"));
  writeFileSync(join(folder, "classes.yaml"), "accord: [contract, treaty]\n");
  writeFileSync(join(folder, "cancel.yaml"), `act: cancel\nreads: directed\nframes:\n  - { id: one, ${frame} }\n`);
  const acts = loadActs(folder);
  rmSync(folder, { recursive: true });
  return acts;
}

const OBJECT = "Norway NNP nsubj<cancelled | cancelled=cancel VBD root | the DT det<treaties | treaties=treaty NNS obj<cancelled";
const PRONOUN = "It PRP nsubj<cancelled | cancelled=cancel VBD root | the DT det<party | party NN obj<cancelled";

describe("a sentence may tell an act", () => {
  it.each([
    ["with the object that the frame asks for", OBJECT, "verb: [cancel], where: { object: '@accord' }", true],
    ["with no such object", PRONOUN, "verb: [cancel], where: { object: '@accord' }", false],
    ["with a word of another part of speech", OBJECT, "noun: [cancel]", false],
    ["whoever the subject is", OBJECT, "verb: [cancel], where: { subject: organisation }", true],
    ["where a party is asked for and nothing is there", OBJECT, "verb: [cancel], where: { object.of: party }", false],
    ["by a pronoun, which may stand for any noun", PRONOUN, "verb: [cancel], where: { subject: [company] }", true],
    ["by a noun that is not asked for", OBJECT, "verb: [cancel], where: { subject: [company] }", false],
    ["where something stands that must not", OBJECT, "verb: [cancel], unless: { object: [treaty] }", false],
    ["where a party must not stand, which no tree shows", OBJECT, "verb: [cancel], unless: { object: party }", true],
    ["where nothing stands as asked", OBJECT, "verb: [cancel], where: { recipient: nothing }", true],
    ["where something stands against what is asked", OBJECT, "verb: [cancel], where: { object: nothing }", false],
  ])("%s: %s", (_, words, frame, tells) => {
    expect(mayTell(treeIn(words), lexiconOf(frame))).toBe(tells);
  });
});
